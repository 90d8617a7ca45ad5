"""Measurements: accuracy against labels, speed and memory beside peers. Never part of the test suite."""
