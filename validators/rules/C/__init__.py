"""Rules of group C: categories and scales."""
