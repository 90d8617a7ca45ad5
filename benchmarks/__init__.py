"""How fast and how right: measurements that are run with `make bench`."""
