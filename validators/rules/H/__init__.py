"""Rules of group H: indicator quality (hints)."""
