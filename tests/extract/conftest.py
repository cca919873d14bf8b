"""What the tests of extraction share: the profiles that ship, and extracting a text or a page."""

from __future__ import annotations

import hashlib
from collections.abc import Callable

import pytest

from generator.extract import Profile, article, parse_profiles
from generator.model import Capture, Extraction
from generator.settings import package_texts
from generator.vietnamese import nfc

Extract = Callable[..., Extraction]


@pytest.fixture(scope="session")
def profiles() -> tuple[Profile, ...]:
    """All profiles that ship with the package."""
    return parse_profiles(
        package_texts("extract/profiles", ".yml"),
        weights=package_texts("extract/weights", ".json"),
    )


@pytest.fixture(scope="session")
def generic(profiles: tuple[Profile, ...]) -> Profile:
    """The profile of every page."""
    return profiles[0]


@pytest.fixture(scope="session")
def extract_text(profiles: tuple[Profile, ...]) -> Extract:
    """Extracts a bare text."""

    def extract(text: str, raw: str = "a.txt") -> Extraction:
        return article(_capture(text, raw, "text"), profiles)

    return extract


@pytest.fixture(scope="session")
def extract_html(profiles: tuple[Profile, ...]) -> Extract:
    """Extracts an HTML page."""

    def extract(text: str, raw: str = "a.html") -> Extraction:
        return article(_capture(text, raw, "html"), profiles)

    return extract


@pytest.fixture(scope="session")
def roles() -> Callable[[Extraction], dict[str, str]]:
    """The role of each line by its text."""

    def by_text(extraction: Extraction) -> dict[str, str]:
        return {label.block.text: label.role.value for label in extraction.lines}

    return by_text


def _capture(text: str, raw: str, form: str) -> Capture:
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Capture(raw=raw, sha256=digest, format=form, encoding="utf-8", text=nfc(text))
