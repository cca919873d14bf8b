from __future__ import annotations

from pathlib import Path

from bench import convert
from bench.convert import Cost

PAGE = (
    '<head><title>Tin</title><meta charset="koi8-r"></head><body class="abc">'
    "<p>Một câu có nhiều chữ khác nhau</p>"
)


def generated(folder: Path) -> dict[str, str]:
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in files}


def test_generated_captures_differ_and_are_the_same_on_every_run(tmp_path: Path) -> None:
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw/a.html").write_text(PAGE, encoding="utf-8")

    for name in ("one", "two"):
        convert.generate(tmp_path / "raw", tmp_path / name, 20)

    made = generated(tmp_path / "one")
    assert made == generated(tmp_path / "two")
    assert list(made)[:2] == ["000/000000.html", "000/000001.html"]
    assert len(set(made.values())) > 10
    head = PAGE[: PAGE.index("Một")].replace("koi8-r", "utf-8")
    assert {text[: len(head)] for text in made.values()} == {head}


def test_each_generated_capture_has_an_address_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw/a.txt").write_text("https://bao.example/tin.html", encoding="utf-8")

    convert.generate(tmp_path / "raw", tmp_path / "many", 2)

    assert list(generated(tmp_path / "many").values()) == [
        "https://bao.example/0/tin.html",
        "https://bao.example/1/tin.html",
    ]


def test_the_table_has_the_peak_of_each_part() -> None:
    cost = Cost(what="x", seconds=2.0, cpu=1.5, memory=[1_000_000, 3_000_000], status=0)

    assert convert.table([cost], 1000).splitlines()[-1] == (
        "| x | 2.0 | 1.5 | 1.50 | 3 | 1 3 | 0 |"
    )
