"""What changed is made anew and nothing else, and the site is as if all had been."""

from __future__ import annotations

import random
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator import settings
from generator.model import Finding
from generator.press import build, jobs, manifest, standing
from generator.press.prepare import deliver, prepare_to_print
from tests.press.edits import HAI, edit, edited_before
from tests.press.printing import differing
from tests.press.processes import tree

pytestmark = pytest.mark.site

PERSON = "id: nguyen-van-an\nname:\n  vi: Nguyễn Văn An\n  en: Nguyen Van An\nkind: person\n"


@pytest.fixture
def archive(tmp_path: Path, built_once: Path) -> Path:
    """The small archive with a person whom an article names, and a site that lacks him."""
    root = shutil.copytree(built_once, tmp_path / "archive")
    (root / "content/people").mkdir()
    (root / "content/people/nguyen-van-an.yml").write_text(PERSON, encoding="utf-8")
    edit(root / HAI, "Lời", "Ông Nguyễn Văn An nói. Lời")
    return root


def built(root: Path, *, clean: bool = False) -> tuple[Finding, ...]:
    return build.build(settings.load(root), clean=clean)


def from_scratch(root: Path, folder: Path) -> dict[str, str]:
    """The site as it is made where nothing is known of an earlier one."""
    shutil.rmtree(folder, ignore_errors=True)

    def known(of: str, names: list[str]) -> set[str]:
        if Path(of) == root / ".archive":
            return {*names} - {"cards", "fonts", "templates"}  # which cost time, and tell nothing
        return {name for name in names if Path(of) == root and "site" in name}

    shutil.copytree(root, folder, ignore=known)
    assert not standing.failed(built(folder))
    return tree(folder / "site")


def numbers(root: Path) -> dict[str, int]:
    """Path → number of each file's place on the disk, which is another one for a new file."""
    site = root / "site"
    return {
        path.relative_to(site).as_posix(): path.stat().st_ino
        for path in site.rglob("*")
        if path.is_file()
    }


def test_build_of_what_did_not_change_touches_nothing(archive: Path) -> None:
    first = built(archive)
    before = numbers(archive)

    assert first == built(archive)
    assert before == numbers(archive)
    assert [] == list(archive.glob(".site*"))


def test_edit_touches_only_files_that_show_it(archive: Path) -> None:
    built(archive)
    before, old = numbers(archive), tree(archive / "site")
    edit(archive / HAI, "thứ hai", "đã sửa")

    built(archive)

    after, new = numbers(archive), tree(archive / "site")
    touched = {path for path in after if after[path] != before.get(path)}
    assert {path for path in new if new[path] != old.get(path)} == touched
    assert "2022/01/02/hai/index.html" in touched
    assert "2021/12/13/mot/index.html" not in touched


def test_settings_that_change_while_they_are_read_show_in_the_next_build(
    archive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    load = jobs.load

    def overtaken(job: jobs.Job) -> object:
        config = load(job)
        edit(archive / "mkdocs.yml", "Trang chủ", "Trang đầu")
        return config

    with monkeypatch.context() as patched:
        patched.setattr(jobs, "load", overtaken)
        built(archive)
    assert "Trang đầu" not in (archive / "site/index.html").read_text(encoding="utf-8")
    built(archive)

    assert "Trang đầu" in (archive / "site/index.html").read_text(encoding="utf-8")


def test_settings_that_change_before_a_build_may_begin_show_in_the_next_one(archive: Path) -> None:
    known = settings.load(archive)  # and then it may have to wait for another build
    edit(archive / "mkdocs.yml", "timeline.title: Dòng thời gian", "timeline.title: Các năm")
    build.build(known)
    built(archive)

    page = archive / "site/timeline/index.html"
    assert "<h1>Các năm</h1>" in page.read_text(encoding="utf-8")
    assert tree(archive / "site") == from_scratch(archive, archive.with_name("scratch"))


def test_addresses_that_are_registered_during_a_build_lead_on_after_the_next_one(
    archive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    register = archive / "content/permalinks.csv"

    def overtaken(*given: Any) -> Any:
        with register.open("a", encoding="utf-8") as file:
            file.write("/2020/cu/,a-2022-00000002,vi\n")
        return deliver(*given)

    with monkeypatch.context() as patched:
        patched.setattr("generator.press.run.deliver", overtaken)
        built(archive)
    assert not (archive / "site/2020/cu/index.html").exists()
    built(archive)

    assert (archive / "site/2020/cu/index.html").is_file()


def test_a_template_that_was_another_one_during_a_build_is_not_taken_for_itself(
    archive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    template = archive / "overrides/article.html"
    before = template.read_text(encoding="utf-8")

    with monkeypatch.context() as patched:
        overtaken = edited_before(template, prepare_to_print)
        patched.setattr("generator.press.run.prepare_to_print", overtaken)
        built(archive)
    template.write_text(before, encoding="utf-8")
    built(archive)

    page = archive / "site/2022/01/02/hai/index.html"
    assert "<p>Mới</p>" not in page.read_text(encoding="utf-8")


class Edits:
    """Things that people do to an archive, by chance."""

    def __init__(self, root: Path, chance: random.Random) -> None:
        self.root = root
        self.chance = chance
        self.number = 0

    def article(self) -> Path:
        return self.chance.choice(sorted((self.root / "content/articles").rglob("vi.md")))

    def word(self) -> str:
        self.number += 1
        return f"số{self.number}"

    def body(self) -> None:
        path = self.article()
        path.write_text(f"{path.read_text(encoding='utf-8')}\nThêm {self.word()}.\n", "utf-8")

    def links(self) -> None:
        other = self.article().parent.relative_to(self.root / "content").as_posix()
        path = self.article()
        line = f"[Bài khác](../../../{other}/vi.md), [mục](/about/#x)"
        path.write_text(f"{path.read_text(encoding='utf-8')}\n{line}\n", "utf-8")

    def title(self) -> None:
        path = self.article()
        text = path.read_text(encoding="utf-8")
        path.write_text(re.sub(r"(?m)^title: .*", f"title: Bài {self.word()}", text), "utf-8")

    def status(self) -> None:
        path = self.article()
        text = path.read_text(encoding="utf-8")
        if "status:" in text:
            text = re.sub(r"(?m)^status.*\n", "", text)
        else:
            text = text.replace(
                "---\n", "---\nstatus: withdrawn\nstatus_date: 2024-01-02\nstatus_note: thử\n", 1
            )
        path.write_text(text, "utf-8")

    def added(self) -> None:
        word, day = self.word(), self.chance.randrange(1, 28)
        folder = self.root / f"content/articles/2023/2023-05-{day:02}-{word.replace('ố', 'o')}"
        folder.mkdir(parents=True)
        text = self.article().read_text(encoding="utf-8")
        text = re.sub(r"(?m)^id: .*", f"id: a-2023-{self.number:08x}", text)
        text = re.sub(r"(?m)^date: .*", f"date: '2023-05-{day:02}'", text)
        text = re.sub(r"(?m)^slug: .*", f"slug: so{self.number}", text)
        (folder / "vi.md").write_text(text, "utf-8")

    def slug(self) -> None:
        path = self.article()
        self.number += 1
        text = path.read_text(encoding="utf-8")
        path.write_text(re.sub(r"(?m)^slug: .*", f"slug: so{self.number}", text), "utf-8")

    def record(self) -> None:
        path = self.root / "content/people/nguyen-van-an.yml"
        name = self.chance.choice(["Nguyễn Văn An", "Nguyễn Văn Ân", "An"])
        path.write_text(re.sub(r"vi: .*", f"vi: {name}", PERSON), "utf-8")

    def translation(self) -> None:
        path = self.article().with_name("en.md")
        if path.exists():
            path.unlink()
        else:
            head = f"---\ntitle: Words {self.word()}\nslug: en{self.number}\ntranslation:\n"
            path.write_text(f"{head}  kind: human\n---\n\nThe words.\n", "utf-8")

    def template(self) -> None:
        path = self.root / "overrides/article.html"
        text = path.read_text(encoding="utf-8")
        path.write_text(f"{text}{{# {self.word()} #}}\n", "utf-8")

    def style(self) -> None:
        path = self.root / "overrides/assets/stylesheets/archive.css"
        path.write_text(f"{path.read_text(encoding='utf-8')}\n/* {self.word()} */\n", "utf-8")

    def setting(self) -> None:
        path = self.root / "mkdocs.yml"
        text = path.read_text(encoding="utf-8")
        path.write_text(re.sub(r"(?m)^site_name: .*", f"site_name: {self.word()}", text), "utf-8")

    def lost(self) -> None:
        site = self.root / "site"
        self.chance.choice(sorted(site.rglob("*.html"))).unlink(missing_ok=True)

    def strange(self) -> None:
        (self.root / "site/khac.html").write_text("<p>", "utf-8")
        edit(self.root / "site/sitemap.xml", "sitemap", "sitemop")

    def manifest(self) -> None:
        path = self.root / ".archive" / manifest.NAME
        data = bytearray(path.read_bytes())
        data[self.chance.randrange(len(data))] ^= 1
        path.write_bytes(data)


STEPS: tuple[tuple[Callable[[Edits], None], ...], ...] = (
    (Edits.body, Edits.title, Edits.status, Edits.record),
    (Edits.lost, Edits.strange),
    (Edits.links, Edits.slug, Edits.added, Edits.translation),
    (Edits.manifest,),
    (Edits.template, Edits.style, Edits.setting),
)
"""What is done before each build. Whatever makes all pages anew would hide what others do wrong."""


@pytest.mark.parametrize("seed", [0])
def test_after_any_edits_the_site_is_as_made_from_scratch(
    seed: int, archive: Path, tmp_path: Path
) -> None:
    edits = Edits(archive, random.Random(seed))  # noqa: S311 - edits, not secrets
    built(archive)
    for step, kinds in enumerate(STEPS):
        for kind in kinds:
            kind(edits)
        expected = from_scratch(archive, tmp_path / f"scratch-{step}")

        findings = built(archive)

        names = [kind.__name__ for kind in kinds]
        assert not standing.failed(findings), names
        assert [] == differing(expected, tree(archive / "site")), names


@pytest.mark.parametrize(
    "damage",
    [lambda _: b"", lambda data: data[:-1], lambda data: data.replace(b"fest 1", b"fest 0", 1)],
    ids=["empty", "cut off", "of another version"],
)
def test_manifest_that_cannot_be_relied_on_is_as_good_as_none(
    damage: Callable[[bytes], bytes], tmp_path: Path
) -> None:
    made = manifest.Manifest(environment=b"x", outputs=[])
    manifest.write(made, tmp_path)
    assert made == manifest.read(tmp_path)
    path = tmp_path / manifest.NAME
    path.write_bytes(damage(path.read_bytes()))

    assert manifest.read(tmp_path) is None
