"""Rules of group A: inside one row."""
