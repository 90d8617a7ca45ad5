"""Rules of group D: between sections of one report."""
