"""Documents of this project's own making, with their truth: `python -m samples.build` writes them."""
