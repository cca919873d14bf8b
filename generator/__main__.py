"""`python -m generator`: the same as the console script `archive`."""

from generator.cli import main

main()
