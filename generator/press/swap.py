"""Putting a new site in the place of the old one, in one step where the system can.

Three folders stand beside each other: `site`, `.site.new` while a build is under way, and,
only on systems that cannot exchange two names in one step, `.site.old` for a moment. Whatever
moment a build is killed in, `recover` finds a whole site again.
"""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
from pathlib import Path

# linux/fcntl.h and linux/fs.h
_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
_UNSUPPORTED = frozenset({errno.EINVAL, errno.ENOSYS, errno.ENOTSUP, errno.EPERM})


def new_folder(site: Path) -> Path:
    """Where the next site is built: on the same file system, so that moving it is renaming."""
    return site.with_name(f".{site.name}.new")


def old_folder(site: Path) -> Path:
    """Where the last site stands between two renames."""
    return site.with_name(f".{site.name}.old")


def recover(site: Path) -> None:
    """Bring back the last good site, and clear away what a killed build left behind."""
    old = old_folder(site)
    if old.is_dir() and not site.exists():
        old.rename(site)
    for leftover in (old, new_folder(site)):
        if leftover.is_dir():
            shutil.rmtree(leftover)


def publish(site: Path) -> None:
    """Put what stands in `new_folder(site)` in the place of `site`, and remove the old site.

    Raises:
        OSError: The folder cannot be renamed; the old site stands as it was.
    """
    new, old = new_folder(site), old_folder(site)
    if not site.exists():
        new.rename(site)
        return
    if exchange(new, site):
        shutil.rmtree(new)
        return
    site.rename(old)
    try:
        new.rename(site)
    except OSError:
        old.rename(site)
        raise
    shutil.rmtree(old)


def exchange(first: Path, second: Path) -> bool:
    """Let two folders change names in one step.

    Returns:
        False if this system or file system cannot do that; nothing has happened then.

    Raises:
        OSError: It can, but these two it cannot.

    Source:
        renameat2(2), Linux 3.15, glibc 2.28.
    """
    try:
        renameat2 = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, OSError, TypeError):  # another libc, or no Linux at all
        return False
    renameat2.argtypes = (
        ctypes.c_int,
        ctypes.c_char_p,
        ctypes.c_int,
        ctypes.c_char_p,
        ctypes.c_uint,
    )
    names = os.fsencode(first), os.fsencode(second)
    if renameat2(_AT_FDCWD, names[0], _AT_FDCWD, names[1], _RENAME_EXCHANGE) == 0:
        return True
    code = ctypes.get_errno()
    if code in _UNSUPPORTED:
        return False
    raise OSError(code, os.strerror(code), str(second))
