"""Rules of group K: duplicates."""
