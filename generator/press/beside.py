"""Reads what lies beside a text, removed lines and sizes of pictures, when a page is made."""

from __future__ import annotations

from pathlib import Path

from generator import content
from generator.errors import FindingError
from generator.model import Finding, Removal
from generator.pages.beside import Beside


class Reader:
    """Reads from the content folder, and keeps what a person should know of it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.findings: list[Finding] = []
        """What could not be read, in the order in which it was asked for."""

    def beside(self) -> Beside:
        """The functions that pages call."""
        return Beside(removals=self._removals)

    def _removals(self, folder: str) -> tuple[Removal, ...]:
        try:
            return content.removals(self._folder, folder)
        except FindingError as error:
            self.findings += error.findings
            return ()
