"""``python -m flows``: the command ``cermat`` without its console script."""

from flows.cli import main

main()
