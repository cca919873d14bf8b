"""The preview is the site that would be published, however it came to be."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from generator import settings
from generator.press import build, swap
from generator.press.live.preview import OvertakenError, Preview, Update
from generator.press.live.server import State
from generator.press.live.watcher import Watcher
from generator.press.prepare import prepare_to_print
from generator.press.serve import _Follower
from tests.press.edits import HAI, edit, edited_before
from tests.press.processes import BUILD, run, tree

pytestmark = pytest.mark.site


def brought(preview: Preview, *touched: Path) -> frozenset[str]:
    """Bring a preview up to date; gives the pages that were shown before all else."""
    shown = preview.glance(touched)
    update = preview.update()
    preview.finish()
    assert () == update.errors
    return shown


def test_preview_is_byte_for_byte_the_site_after_every_edit(small: Path) -> None:
    known = settings.load(small)
    build.build(known)  # so that the register is there, as in any archive
    preview = Preview(known)

    def same() -> bool:
        built = run(BUILD, small)  # in another process, as it would be
        assert 0 == built.returncode, built.stderr
        site, shown = tree(small / "site"), tree(preview.site)
        assert set() == {path for path in site | shown if site.get(path) != shown.get(path)}
        return True

    assert frozenset() == brought(preview)
    assert same()
    edit(small / HAI, "Lời thứ hai.", "Lời đã sửa.")
    assert {"2022/01/02/hai/index.html"} == brought(preview, small / HAI)
    assert same()
    edit(small / HAI, "title: Bài hai", "title: Bài hai mới")
    assert {"2022/01/02/hai/index.html"} == brought(preview, small / HAI)
    assert same()
    edit(small / HAI, "slug: hai", "slug: hai-moi")
    assert frozenset() == brought(preview, small / HAI)
    assert same()
    (small / "content/articles/2021/2021-12-13-mot/en.md").unlink()
    again = Preview(known)  # after a new start
    assert frozenset() == brought(again)
    assert again.site == preview.site
    assert same()


def test_an_update_that_is_overtaken_leaves_the_site_and_the_next_one_finishes_it(
    small: Path,
) -> None:
    preview = Preview(settings.load(small))
    brought(preview)
    before = tree(preview.site)
    edit(small / HAI, "title: Bài hai", "title: Bài hai mới")

    def is_overtaken(after: int) -> bool:
        left = iter(range(after))

        def heed() -> None:
            if next(left, None) is None:
                raise OvertakenError

        try:
            preview.update(heed)
        except OvertakenError:
            return True
        return False

    steps = 0
    while is_overtaken(steps):
        assert before == tree(preview.site)
        assert not swap.new_folder(preview.site).exists()
        steps += 1 + steps // 2
    assert 30 < steps
    preview.finish()
    built = run(BUILD, small)
    assert 0 == built.returncode, built.stderr
    assert tree(small / "site") == tree(preview.site)


def test_edits_are_shown_one_after_the_other_before_all_that_follows(small: Path) -> None:
    preview = Preview(settings.load(small))
    brought(preview)
    page = preview.site / "2022/01/02/hai/index.html"

    for before, after in (("Lời thứ hai.", "Lời nữa."), ("Lời nữa.", "Lời khác.")):
        edit(small / HAI, before, after)
        assert {"2022/01/02/hai/index.html"} == preview.glance([small / HAI, small / "khác.md"])
        assert after in page.read_text(encoding="utf-8")
        assert frozenset() == preview.glance([small / HAI])
    assert frozenset() == brought(preview) - {"2022/01/02/hai/index.html"}
    assert "Lời khác." in page.read_text(encoding="utf-8")


def test_an_error_leaves_out_its_article_and_nothing_else(small: Path) -> None:
    preview = Preview(settings.load(small))
    brought(preview)
    before = tree(preview.site)
    edit(small / HAI, "title:", "titel:")

    assert frozenset() == preview.glance([small / HAI])
    update = preview.update()

    assert {HAI} == {error.file for error in update.errors}
    assert not (preview.site / "2022/01/02/hai/index.html").exists()
    assert (preview.site / "2021/12/13/mot/index.html").exists()
    edit(small / HAI, "titel:", "title:")
    brought(preview)
    assert before == tree(preview.site)


def test_a_template_that_fails_leaves_the_last_good_site_and_is_named(small: Path) -> None:
    preview = Preview(settings.load(small))
    brought(preview)
    before = tree(preview.site)
    template = small / "overrides/article.html"
    text = template.read_text(encoding="utf-8")
    template.write_text(text + "\n{{ 1 / }}\n", encoding="utf-8")

    update = preview.update()

    assert update.stale
    (error,) = update.errors
    assert ("overrides/article.html", text.count("\n") + 2) == (error.file, error.line)
    assert before == tree(preview.site)


def test_a_site_of_other_templates_is_not_taken_for_one_of_these(small: Path) -> None:
    preview = Preview(settings.load(small))
    preview.update()  # its search is still to come
    template, register = small / "overrides/article.html", small / "content/permalinks.csv"
    edit(template, "{% block content %}", "{% block content %}<p>Mới</p>")
    register.write_text("hỏng\n", encoding="utf-8")
    assert preview.update().stale
    preview.finish()
    register.unlink()

    assert () == preview.update().errors

    page = preview.site / "2022/01/02/hai/index.html"
    assert "<p>Mới</p>" in page.read_text(encoding="utf-8")


def test_a_page_of_other_templates_is_not_shown_ahead_of_all_others(small: Path) -> None:
    preview = Preview(settings.load(small))
    brought(preview)
    template, register = small / "overrides/article.html", small / "content/permalinks.csv"
    before = template.read_text(encoding="utf-8")
    edit(template, "{% block content %}", "{% block content %}<p>Mới</p>")
    register.write_text("hỏng\n", encoding="utf-8")
    assert preview.update().stale
    edit(small / HAI, "Lời thứ hai.", "Lời thứ hai.\n\nThêm.")  # lists show it as before

    preview.glance([small / HAI])

    template.write_text(before, encoding="utf-8")
    register.unlink()
    brought(preview)
    text = (preview.site / "2022/01/02/hai/index.html").read_text(encoding="utf-8")
    assert "Thêm." in text
    assert "<p>Mới</p>" not in text


def test_a_template_that_was_another_one_during_an_update_is_not_taken_for_itself(
    small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    preview = Preview(settings.load(small))
    template = small / "overrides/article.html"
    before = template.read_text(encoding="utf-8")

    with monkeypatch.context() as patched:
        overtaken = edited_before(template, prepare_to_print)
        patched.setattr("generator.press.live.preview.prepare_to_print", overtaken)
        brought(preview)
    template.write_text(before, encoding="utf-8")
    brought(preview)

    page = preview.site / "2022/01/02/hai/index.html"
    assert "<p>Mới</p>" not in page.read_text(encoding="utf-8")


class WaitedError(Exception):
    """Nothing is left to be done."""


class Impatient(Watcher):
    """Does not wait for somebody to change something."""

    def wait(self, patience: float | None = None, **hinted: Any) -> bool:
        if patience is None:
            raise WaitedError
        return super().wait(patience, **hinted)


def test_a_template_that_changes_while_the_first_site_is_made_shows_when_it_stands(
    small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    preview = Preview(settings.load(small))
    update = preview.update

    def overtaken(heed: Callable[[], None]) -> Update:
        made = update(heed)
        monkeypatch.undo()
        edit(
            small / "overrides/article.html", "{% block content %}", "{% block content %}<p>Mới</p>"
        )
        return made

    monkeypatch.setattr(preview, "update", overtaken)
    follower = _Follower(preview, State("vi"), Impatient())

    with suppress(WaitedError):
        for _ in range(2):
            follower.follow()

    page = preview.site / "2022/01/02/hai/index.html"
    assert "<p>Mới</p>" in page.read_text(encoding="utf-8")
