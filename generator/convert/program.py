"""Which program this is: a digest that changes with anything that could change a result."""

from __future__ import annotations

import hashlib
import platform
import re
from functools import cache
from importlib import metadata
from pathlib import Path

PACKAGE = "news-archive-generator"
_SUFFIXES = frozenset({".py", ".yml", ".json", ".npz", ".gz"})
_NAME = re.compile(r"[\w.-]+")


@cache
def digest() -> str:
    """The sha256 of the package's code and data, of its dependencies' versions and of Python's.

    Also what has no part in a conversion counts: to convert once too often costs time only.
    """
    total = hashlib.sha256(platform.python_version().encode())
    root = Path(__file__).parents[1]
    for path in sorted(root.rglob("*")):
        if path.suffix in _SUFFIXES and path.is_file():
            total.update(f"\n{path.relative_to(root).as_posix()} ".encode())
            total.update(hashlib.sha256(path.read_bytes()).digest())
    for name in _dependencies():
        total.update(f"\n{name} {_version(name)}".encode())
    return total.hexdigest()


def _dependencies() -> list[str]:
    try:
        wanted = metadata.requires(PACKAGE) or []
    except metadata.PackageNotFoundError:  # a checkout that was never installed
        return []
    return sorted({match[0] for text in wanted if (match := _NAME.match(text))})


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:  # an extra that is not installed
        return ""
