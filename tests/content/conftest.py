from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from generator import content
from generator.model import Contents

HEAD = """\
id: a-2021-k7m2q4xd
title: Hội nghị đối ngoại
date: 2021-12-13
status: published
source:
  outlet: unknown
rights: {}
slug: hoi-nghi-doi-ngoai
"""
"""A head with all that is required, without its delimiters."""

FOLDER = "articles/2021/2021-12-13-hoi-nghi-doi-ngoai"
"""Where an article with that head stands."""


class Archive:
    """A content folder that a test fills."""

    def __init__(self, root: Path) -> None:
        self.path = root / "content"
        self.path.mkdir()

    def put(self, path: str, text: str | bytes) -> Path:
        target = self.path / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
        return target

    def article(
        self, head: str = HEAD, body: str = "Chữ.", *, path: str = f"{FOLDER}/vi.md"
    ) -> Path:
        return self.put(path, f"---\n{head}---\n\n{body}\n")

    def read(self) -> Contents:
        return content.read(self.path)

    def findings(self) -> list[tuple[str, str, int]]:
        """Code, file's name and line of each finding."""
        return [(f.code, f.file.rpartition("/")[2], f.line) for f in self.read().findings]

    def snapshot(self) -> dict[str, tuple[bytes, int]]:
        return {
            path.relative_to(self.path).as_posix(): (path.read_bytes(), path.stat().st_mtime_ns)
            for path in sorted(self.path.rglob("*"))
            if path.is_file()
        }


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    return Archive(tmp_path)


@pytest.fixture
def changed() -> Callable[[str, str], str]:
    """The head with one line replaced; an empty one takes it out."""

    def change(name: str, line: str) -> str:
        lines = HEAD.splitlines(keepends=True)
        kept = [line + "\n" if text.startswith(f"{name}:") else text for text in lines]
        return "".join(text for text in kept if text.strip())

    return change
