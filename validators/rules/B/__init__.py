"""Rules of group B: aggregation."""
