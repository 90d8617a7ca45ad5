"""Rules of group J: words versus digits."""
