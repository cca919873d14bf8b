"""Our order of names beside the browser's, which is ICU's."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser

from generator import collation, content
from generator.vietnamese import compare_key
from tests.conftest import REPOSITORY

pytestmark = pytest.mark.browser


def names(lang: str) -> list[str]:
    """All names of the demonstration archive's records, each once, as one spelling has them."""
    entities = content.read(REPOSITORY / "content").entities
    return sorted({compare_key(entity.name.get(lang)) for entity in entities})


@pytest.mark.parametrize(
    ("lang", "ours"), [("vi", collation.sort_key), ("en", collation.english_key)]
)
def test_names_of_records_stand_in_the_order_of_the_browser(
    lang: str, ours: Callable[[str], object], browser: Browser
) -> None:
    page = browser.new_page()
    theirs = page.evaluate(
        "([names, lang]) => names.sort(new Intl.Collator(lang).compare)", [names(lang), lang]
    )
    page.close()

    assert len(theirs) > 100
    assert theirs == sorted(theirs, key=ours)  # type: ignore[arg-type]
