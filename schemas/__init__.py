"""Frozen value models of Cermat: what is printed, where, and what it means. No input or output happens here."""
