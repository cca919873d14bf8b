"""Captures: from files in `raw/` to text, with proof of what the bytes were."""

from generator.captures.finding import find
from generator.captures.reading import read

__all__ = ["find", "read"]
