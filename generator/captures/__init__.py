"""Captures: from files in `raw/` to text, with proof of what the bytes were."""

from generator.captures.files import too_large
from generator.captures.finding import find
from generator.captures.making import make, refuse
from generator.captures.member import Member
from generator.captures.reading import read, read_all, read_one, split, unpacked

__all__ = [
    "Member",
    "find",
    "make",
    "read",
    "read_all",
    "read_one",
    "refuse",
    "split",
    "too_large",
    "unpacked",
]
