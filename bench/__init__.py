"""Measures speed, memory and weight of the portal as it is shipped: `make bench`."""
