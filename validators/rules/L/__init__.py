"""Rules of group L: legibility."""
