"""Sealed files: what is not as it was written is as good as nothing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.press import sealed

HEAD = b"archive test 1\n"
BODY = bytes(range(256)) * 9_000
"""More than is read at once."""

READERS = [
    lambda path: sealed.read(path, HEAD),
    lambda path: sealed.opened(path, HEAD),
]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "file"
    with sealed.writing(path, HEAD) as put:
        for start in range(0, len(BODY), 100_000):
            put(BODY[start : start + 100_000])
    return path


@pytest.mark.parametrize("reader", READERS, ids=["read", "opened"])
def test_what_was_sealed_is_read(reader: Callable[[Path], object], file: Path) -> None:
    found = reader(file)
    assert isinstance(found, (memoryview, sealed.Sealed))
    assert len(BODY) == len(found)
    assert BODY == bytes(found[:])
    assert BODY[70:90] == bytes(found[70:90])
    assert b"" == bytes(found[len(BODY) :])


@pytest.mark.parametrize("reader", READERS, ids=["read", "opened"])
@pytest.mark.parametrize(
    "damage",
    [
        lambda _: b"",
        lambda data: data[:-1],
        lambda data: data + b"x",
        lambda data: data[: len(HEAD) + 3],
        lambda data: data.replace(b"test 1", b"test 2", 1),
        lambda data: data[:-5_000] + b"?" + data[-4_999:],
    ],
    ids=["empty", "cut off", "longer", "without its digest", "other version", "one byte"],
)
def test_what_is_damaged_is_nothing(
    reader: Callable[[Path], object], damage: Callable[[bytes], bytes], file: Path
) -> None:
    file.write_bytes(damage(file.read_bytes()))
    assert reader(file) is None


@pytest.mark.parametrize("reader", READERS, ids=["read", "opened"])
def test_what_is_no_file_is_nothing(reader: Callable[[Path], object], tmp_path: Path) -> None:
    assert reader(tmp_path) is None
    assert reader(tmp_path / "nowhere") is None


def test_an_opened_file_stays_what_it_is_when_another_takes_its_place(file: Path) -> None:
    found = sealed.opened(file, HEAD)
    sealed.write(file, HEAD, b"another")
    assert found
    assert BODY == found[:]
