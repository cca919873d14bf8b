"""`archive convert` and `archive explain`, as a person or CI runs them."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main

STORY = """\
Việt Nam và các đối tác rà soát kế hoạch hợp tác

Thứ sáu, 22/10/2021 06:24 AM - 0 Trả lời

(CLO) Chiều 21/10, tại Hà Nội, hai bên đã họp để rà soát kế hoạch hợp tác của năm.

Cuộc họp bàn về thương mại, giáo dục và giao lưu nhân dân, với sự tham gia của nhiều đơn vị.

PV

Tin khác

Một tin khác của trang

Một tin khác của trang

(CLO) Sáng 26/4, một tin khác của trang được giới thiệu ở đây cùng đoạn mở đầu của nó.

Nghề báo
"""


def archive(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(a) for a in arguments])


def convert(root: Path, *more: str) -> Result:
    return archive(
        "--root", root, "convert", "--raw", root / "raw", "--content", root / "content", *more
    )


def snapshot(folder: Path) -> dict[str, tuple[bytes, int]]:
    return {
        path.relative_to(folder).as_posix(): (path.read_bytes(), path.stat().st_mtime_ns)
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw" / "story.txt").write_text(STORY, encoding="utf-8")
    return tmp_path


def only_article(root: Path) -> Path:
    (path,) = (root / "content").rglob("vi.md")
    return path


def test_converting_writes_an_article_and_what_was_removed(root: Path) -> None:
    result = convert(root, "--json")

    row = json.loads(result.stdout)
    assert (0, "written", "story.txt") == (result.exit_code, row["status"], row["raw"])
    assert (root / "content" / row["path"]).is_file()
    assert "Tin khác" in (only_article(root).parent / "removed.yml").read_text(encoding="utf-8")
    assert "Tin khác" not in only_article(root).read_text(encoding="utf-8")


def test_converting_twice_changes_no_byte_and_touches_no_file(root: Path) -> None:
    convert(root)
    before = snapshot(root)

    result = convert(root, "--json")

    assert "unchanged" == json.loads(result.stdout)["status"]
    assert before == snapshot(root)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("title: ", "title: Mới - "),
        ("thương mại", "mậu dịch"),
        ("byline: PV", "byline: Ban biên tập"),
    ],
)
def test_a_file_that_a_person_edited_anywhere_is_left_alone(root: Path, old: str, new: str) -> None:
    convert(root)
    path = only_article(root)
    edited = path.read_text(encoding="utf-8").replace(old, new, 1)
    path.write_text(edited, encoding="utf-8")

    result = convert(root, "--json")

    assert "kept-edited" == json.loads(result.stdout)["status"]
    assert edited == path.read_text(encoding="utf-8")


def test_bad_captures_are_named_and_the_rest_go_on(root: Path) -> None:
    (root / "raw" / "empty.txt").write_bytes(b"")
    (root / "raw" / "zz-broken.txt").write_bytes(bytes(range(128, 256)) * 20)
    outside = root / "outside.txt"
    outside.write_text(STORY, encoding="utf-8")
    (root / "raw" / "link.txt").symlink_to(outside)

    result = convert(root, "--json")

    rows = {row["raw"]: row for row in map(json.loads, result.stdout.splitlines())}
    assert 1 == result.exit_code
    assert {"empty.txt", "link.txt", "story.txt", "zz-broken.txt"} == set(rows)
    assert "written" == rows["story.txt"]["status"]
    assert {"failed"} == {rows[n]["status"] for n in ("empty.txt", "link.txt", "zz-broken.txt")}
    assert all(row["findings"][0]["code"] for row in rows.values() if row["status"] == "failed")


def test_raw_is_never_written_to(root: Path) -> None:
    before = snapshot(root / "raw")

    convert(root)

    assert before == snapshot(root / "raw")


def test_a_dry_run_writes_nothing(root: Path) -> None:
    result = convert(root, "--dry-run", "--json")

    assert "written" == json.loads(result.stdout)["status"]
    assert [] == list((root / "content").rglob("*.md"))


def test_only_the_captures_that_fit_are_converted(root: Path) -> None:
    (root / "raw" / "other.txt").write_text(STORY + "\nThêm.\n", encoding="utf-8")

    result = convert(root, "--only", "st*", "--json")

    assert ["story.txt"] == [json.loads(line)["raw"] for line in result.stdout.splitlines()]


def test_many_captures_come_out_the_same_from_one_process_and_from_two(tmp_path: Path) -> None:
    made = []
    for jobs in ("1", "2"):
        root = tmp_path / jobs
        (root / "raw").mkdir(parents=True)
        for n in range(20):
            text = STORY.replace("kế hoạch", f"kế hoạch {n}")
            (root / "raw" / f"{n}.txt").write_text(text, encoding="utf-8")
        convert(root, "--jobs", jobs)
        made.append({name: data for name, (data, _) in snapshot(root / "content").items()})

    assert 20 == sum(name.endswith("vi.md") for name in made[0])
    assert made[0] == made[1]


def test_the_same_bytes_twice_make_one_article(root: Path) -> None:
    (root / "raw" / "twin.txt").write_text(STORY, encoding="utf-8")

    result = convert(root, "--json")

    rows = [json.loads(line) for line in result.stdout.splitlines()]
    assert ["convert-same-bytes"] == [
        f["code"] for row in rows for f in row["findings"] if f["code"].startswith("convert")
    ]
    assert 1 == len(list((root / "content").rglob("vi.md")))


def test_a_convert_that_is_killed_leaves_only_whole_files(tmp_path: Path) -> None:
    (tmp_path / "raw").mkdir()
    for n in range(400):
        text = STORY.replace("kế hoạch", f"kế hoạch {n}")
        (tmp_path / "raw" / f"{n:03}.txt").write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "generator", "--root", str(tmp_path), "convert", "--jobs", "1"]
    with subprocess.Popen(command, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL) as process:
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline and len(list(tmp_path.glob("content/**/vi.md"))) < 5:
            time.sleep(0.01)
        os.kill(process.pid, signal.SIGKILL)

    partial = list(tmp_path.glob("content/**/vi.md"))
    result = convert(tmp_path)

    assert 5 <= len(partial)
    assert all(path.read_text(encoding="utf-8").startswith("---\n") for path in partial)
    assert "failed 0" in result.stderr
    assert 400 == len(list(tmp_path.glob("content/**/vi.md")))


def test_explain_shows_every_line_with_its_rule(root: Path) -> None:
    result = archive("--root", root, "explain", root / "raw" / "story.txt", "--json")

    explained = json.loads(result.stdout)
    assert {"raw", "sha256", "format", "profile", "fields", "lines"} == set(explained)
    assert [n for n, line in enumerate(STORY.splitlines(), 1) if line.strip()] == [
        line["n"] for line in explained["lines"]
    ]
    assert all(line["rule"] and line["role"] for line in explained["lines"])
    assert [1, 5, 7] == [line["n"] for line in explained["lines"] if line["kept"]]
    assert "2021-10-22T06:24:00+07:00" == explained["fields"]["date"]["value"]
    assert "stated" == explained["fields"]["date"]["basis"]


def test_a_summary_counts_results_and_findings_by_code(root: Path) -> None:
    (root / "raw" / "empty.txt").write_bytes(b"")
    (root / "raw" / "none.html").write_bytes(b"")

    result = convert(root)

    lines = result.stderr.splitlines()
    assert "convert: written 1, unchanged 0, kept-edited 0, failed 2" in lines
    assert [] != [line for line in lines if re.search(r"findings:.*\bcapture-empty 2\b", line)]


def test_what_was_made_is_kept_in_the_folder_of_what_can_be_made_anew(root: Path) -> None:
    convert(root)

    assert [".archive", "content", "raw"] == sorted(path.name for path in root.iterdir())


def test_a_scheduler_that_does_not_answer_is_a_matter_of_usage(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.convert.cluster.PATIENCE", 1)

    result = convert(root, "--scheduler", "tcp://127.0.0.1:1")

    assert 2 == result.exit_code
    assert "no Dask scheduler answers at tcp://127.0.0.1:1" in result.stderr
    assert not (root / "content").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="there are no pseudo-terminals")
def test_a_terminal_shows_how_far_it_has_come(root: Path) -> None:
    import pty  # noqa: PLC0415 - not everywhere

    for n in range(30):
        (root / "raw" / f"{n}.txt").write_text(STORY.replace("kế hoạch", f"kế hoạch {n}"))
    master, slave = pty.openpty()
    command = [sys.executable, "-m", "generator", "--root", str(root), "convert", "--jobs", "1"]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=slave) as process:
        os.close(slave)
        shown = ""
        while True:
            try:
                data = os.read(master, 10_000)
            except OSError:  # Linux says so when the other side has closed
                break
            if not data:
                break
            shown += data.decode("utf-8", "replace")
    os.close(master)

    assert 0 == process.returncode
    assert re.search(r"convert +\[#.*100%.*31 captures", shown)
    assert "written 31" in shown.rpartition("100%")[2]


def test_elsewhere_there_is_no_bar(root: Path) -> None:
    assert "100%" not in convert(root).stderr


def test_explain_takes_a_capture_out_of_a_file_of_many(root: Path) -> None:
    items = [{"url": f"https://bao.example.vn/{n}", "text": f"{n} {STORY}"} for n in range(1, 4)]
    path = root / "raw" / "items.jsonl"
    path.write_text("\n".join(map(json.dumps, items)), encoding="utf-8")

    result = archive("--root", root, "explain", f"{path}#2", "--json")

    explained = json.loads(result.stdout)
    assert "items.jsonl#2" == explained["raw"]
    assert explained["lines"][0]["text"].startswith("2 Việt Nam")


@pytest.mark.parametrize("name", ["gone.txt", "items.jsonl#2", ""])
def test_explain_says_when_there_is_no_such_file(root: Path, name: str) -> None:
    result = archive("--root", root, "explain", root / "raw" / name)

    assert (2, "") == (result.exit_code, result.stdout)
    assert "there is no file" in result.stderr


@pytest.mark.parametrize("number", ["", "#9"])
def test_explain_says_when_there_is_no_such_capture(root: Path, number: str) -> None:
    path = root / "raw" / "items.jsonl"
    path.write_text(json.dumps({"url": "https://bao.example.vn/1", "text": STORY}))

    result = archive("--root", root, "explain", f"{path}{number}")

    assert (1, "") == (result.exit_code, result.stdout)
    assert "[capture-" in result.stderr


def test_explain_speaks_to_people_too(root: Path) -> None:
    result = archive("--root", root, "--lang", "vi", "explain", root / "raw" / "story.txt")

    assert 0 == result.exit_code
    assert all(line.split()[0] in result.stdout for line in STORY.splitlines() if line.strip())
