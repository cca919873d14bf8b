"""A folder with all that can be wrong with captures, as a newcomer runs `archive convert` on it."""

from __future__ import annotations

import gzip
import json
import re
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.captures import legacy
from generator.cli import main
from tests.captures.test_mhtml import mhtml, part
from tests.captures.test_wacz import zipped
from tests.captures.warcs import Made
from tests.captures.wrong import spoilt, to_legacy
from tests.convert import samples

BOMB = gzip.compress(b"0" * 20_000_000)


def story(n: int, *, paragraphs: int = 4) -> bytes:
    return samples.page(n, paragraphs=paragraphs).encode()


def empty_page(script: str) -> bytes:
    return f"<html><head><title>Tin</title></head><body>{script}</body></html>".encode()


def two_stories() -> bytes:
    """A page with two stories, each long enough to be one."""
    parts = [
        f"<article><h1>{title}</h1>{''.join(f'<p>{text}</p>' for text in long_story(n))}</article>"
        for n, title in ((7, "Hai bên họp lần thứ bảy"), (11, "Hai bên họp lần thứ mười một"))
    ]
    return f"<html><body><main>{''.join(parts)}</main></body></html>".encode()


def long_story(n: int) -> list[str]:
    texts = [text.format(n=n + m) for m in (0, 20) for text in samples.PARAGRAPHS]
    return [
        f"{text} Phiên họp thứ {m} của ngày {n} kéo dài hai giờ." for m, text in enumerate(texts)
    ]


def in_data(n: int) -> bytes:
    body = "\n\n".join(long_story(n))
    data = {"@type": "NewsArticle", "headline": f"Kế hoạch hợp tác số {n}", "articleBody": body}
    script = f'<script type="application/ld+json">{json.dumps(data)}</script>'
    return empty_page(f"{script}<div id='root'></div>")


def declared_wrong(n: int) -> bytes:
    return story(n).replace(b"<head>", b'<head><meta charset="windows-1252">')


def in_font(n: int, table: Mapping[str, str]) -> bytes:
    return to_legacy(samples.page(n), dict(table)).encode("latin-1")


def wall() -> bytes:
    form = "<form><input name='a'><button>Đăng nhập</button></form>"
    return empty_page(f"<h2>Đăng nhập để xem tiếp</h2>{form}")


def crawl() -> bytes:
    made = (
        Made()
        .add("https://bao.example.vn/a-31.html", story(31))
        .add("https://bao.example.vn/b-32.html", BOMB, headers=[("Content-Encoding", "gzip")])
        .add("https://bao.example.vn/", empty_page("<a href='/a'>Tin</a> <a href='/b'>Sách</a>"))
        .add("https://bao.example.vn/c-33.html", story(33))
    )
    return made.data


def wacz() -> bytes:
    inner = Made().add("https://bao.example.vn/d-34.html", story(34))
    return zipped(("datapackage.json", b"{}"), ("archive/a.warc.gz", inner.data))


def sparse(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(200_000_000)


def link(path: Path) -> None:
    path.symlink_to(path.with_name("nowhere.html"))


Maker = Callable[[Path], None]
Run = tuple[Path, Result]

GOOD: dict[str, bytes] = {
    "good/a.html": story(21),
    "good/b.txt": samples.text(22).encode(),
    "good/c.mhtml": mhtml(part(story(23), "Content-Type: text/html")),
    "good/d.jsonl": samples.item(24, url="https://bao.example.vn/d-24.html").encode() + b"\n[1]\n",
    "good/e.wacz": wacz(),
    "good/f.warc.gz": crawl(),
}

CASES: dict[str, tuple[bytes | Maker, str, str]] = {
    "data-only.html": (in_data(2), "written", "capture-from-data"),
    "folder.html": (Path.mkdir, "unchanged", "capture-folder"),
    "link-broken.html": (link, "failed", "capture-link-broken"),
    "mojibake.html": (spoilt(samples.page(3), "cp1252").encode(), "written", "capture-mojibake"),
    "nested.html": (b"<div>" * 100_000 + b"x", "failed", "capture-too-deep"),
    "nul.html": (story(4).replace(b"<p>", b"<p>\0"), "written", "capture-nul"),
    "only-widget.html": (
        empty_page("<iframe src='https://chat.example/'></iframe><button>Gửi</button>"),
        "failed",
        "capture-no-story",
    ),
    "sparse.html": (sparse, "failed", "capture-too-large"),
    "tcvn3.html": (in_font(5, legacy.TCVN3), "written", "capture-converted"),
    "truncated.html": (
        story(6)[: -len("</p></article></body></html>") - 9],
        "written",
        "capture-cut-off",
    ),
    "two.html": (two_stories(), "written", "capture-two-articles"),
    "vni.html": (in_font(8, legacy.VNI), "written", "capture-converted"),
    "wall.html": (wall(), "failed", "capture-login-wall"),
    "wrong-charset.html": (declared_wrong(9), "written", "capture-charset"),
    "zero.html": (b"", "failed", "capture-empty"),
}
"""File → what it holds, or what makes it; the status of its capture; the code that says why."""

MEMBERS = {
    "good/d.jsonl#1": ("written", ""),
    "good/d.jsonl#2": ("failed", "capture-item"),
    "good/e.wacz#1": ("written", ""),
    "good/f.warc.gz#1": ("written", ""),
    "good/f.warc.gz#2": ("failed", "capture-bomb"),
    "good/f.warc.gz#3": ("unchanged", "capture-no-article"),
    "good/f.warc.gz#4": ("written", ""),
}
"""Capture within a file of many → its status, and the code that says why; empty if it is good."""


@pytest.fixture(scope="module", params=["1", "2"])
def run(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Run:
    """An archive whose raw folder has everything in it, and what its first conversion said."""
    root = tmp_path_factory.mktemp("archive")
    for name, made in (*GOOD.items(), *((name, case[0]) for name, case in CASES.items())):
        path = root / "raw" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(made, bytes):
            path.write_bytes(made)
        else:
            made(path)
    return root, convert(root, "--jobs", request.param, "--json")


def convert(root: Path, *more: str, lang: str = "en") -> Result:
    folders = ("--raw", str(root / "raw"), "--content", str(root / "content"))
    return CliRunner().invoke(
        main, ["--root", str(root), "--lang", lang, "convert", *folders, *more]
    )


def test_all_that_is_wrong_is_named_and_the_rest_is_converted(run: Run) -> None:
    root, result = run

    rows = {row["raw"]: row for row in map(json.loads, result.stdout.splitlines())}
    expected = {name: (status, code) for name, (_, status, code) in CASES.items()} | MEMBERS
    expected |= {f"good/{name}": ("written", "") for name in ("a.html", "b.txt", "c.mhtml")}
    assert expected == {
        name: (row["status"], expected[name][1] if _says(row, expected[name][1]) else row)
        for name, row in rows.items()
    }
    assert 1 == result.exit_code
    assert "Traceback" not in result.output
    assert _written(rows) == {
        path.relative_to(root / "content").as_posix() for path in (root / "content").rglob("vi.md")
    }


def _says(row: Mapping[str, object], code: str) -> bool:
    """Whether a capture's findings have a code; or none that is an error, if that is empty."""
    findings = row["findings"]
    assert isinstance(findings, list)
    if not code:
        return not any(found["severity"] == "error" for found in findings)
    return any(
        found["code"] == code
        and found["file"].startswith(f"raw/{str(row['raw']).partition('#')[0]}")
        and all(found[part][lang].strip() for part in ("what", "remedy") for lang in ("vi", "en"))
        for found in findings
    )


def _written(rows: Mapping[str, Mapping[str, object]]) -> set[object]:
    return {row["path"] for row in rows.values() if row["status"] == "written"}


@pytest.mark.parametrize(
    ("lang", "error", "words"),
    [
        ("en", "error", "The capture is empty."),
        ("vi", "lỗi", "Bản chụp rỗng."),
    ],
)
def test_a_person_reads_file_reason_and_remedy_in_either_language(
    run: Run, lang: str, error: str, words: str
) -> None:
    result = convert(run[0], "--dry-run", lang=lang)

    assert f"raw/zero.html: {error} [capture-empty] {words}\n    → " in result.stderr
    assert [] == [
        name
        for name, (_, _, code) in CASES.items()
        if not re.search(rf"raw/{name}: \S.* \[{code}\] \S.*\n    → \S", result.stderr)
    ]


def test_what_is_refused_at_a_glance_starts_no_extractor(tmp_path: Path) -> None:
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw" / "nested.html").write_bytes(b"<div>" * 100_000)
    sparse(tmp_path / "raw" / "sparse.html")
    program = (
        "import atexit, sys; from generator.cli import main\n"
        "heavy = {'numpy', 'mkdocs.commands', 'generator.extract.classifier'}\n"
        "atexit.register(lambda: print(sorted(heavy & set(sys.modules))))\n"
        f"main(['--root', {str(tmp_path)!r}, 'convert'])"
    )

    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False
    )

    assert (1, "[]\n") == (done.returncode, done.stdout)
    assert "capture-too-deep 1, capture-too-large 1" in done.stderr
