"""Rules of group G: completeness."""
