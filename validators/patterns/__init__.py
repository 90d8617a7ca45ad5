"""Explanations of failures, one kind each: what was probably printed in place of what."""
