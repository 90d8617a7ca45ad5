"""Rules of group F: identity, time, law."""
