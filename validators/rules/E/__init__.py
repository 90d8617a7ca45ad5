"""Rules of group E: between documents and years."""
