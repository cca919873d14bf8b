from __future__ import annotations

from pathlib import Path

import pytest

from generator.press import programs
from tests.conftest import REPOSITORY

SOURCES = REPOSITORY / "overrides" / programs.FOLDER


def joined(**sources: str) -> str:
    return programs.joined("entry", sources.__getitem__)


def lay_out(folder: Path) -> dict[str, str]:
    for path in SOURCES.glob("*.js"):
        (folder / path.name).write_bytes(path.read_bytes())
    programs.join(folder)
    return {path.stem: path.read_text(encoding="utf-8") for path in folder.iterdir()}


def test_what_is_imported_stands_before_it_in_a_function_of_its_own() -> None:
    made = joined(
        entry='import { one } from "./part.js"\n\nexport const all = one\n',
        part="const hidden = 1\nexport const one = hidden\n",
    )

    assert made == (
        "const $part = (() => {\n"
        "const hidden = 1\n"
        "const one = hidden\n"
        "return { one }\n"
        "})()\n"
        "\n"
        "const { one } = $part\n"
        "\n"
        "export const all = one\n"
    )


def test_what_two_modules_import_stands_there_once_and_first() -> None:
    made = joined(
        entry='import { a } from "./left.js"\nimport { b } from "./right.js"\n',
        left='import { c } from "./shared.js"\nexport function a() {}\n',
        right='import { c } from "./shared.js"\nexport class b {}\n',
        shared="export async function c() {}\n",
    )

    places = [made.index(f"const ${name} = ") for name in ("shared", "left", "right")]
    assert sorted(places) == places
    assert 1 == made.count("async function c()")


def test_a_module_without_imports_stays_as_it_is() -> None:
    source = 'export const load = () => import("./later.js")\n'

    assert source == joined(entry=source)


@pytest.mark.parametrize(
    "line",
    [
        'import * as all from "./part.js"',
        'import "./part.js"',
        'import { one as two } from "./part.js"; two()',
        'import { one } from "https://example.org/part.js"',
        "export default one",
        "export { one }",
        "export let one = 1",
    ],
)
def test_another_form_of_import_or_export_is_refused(line: str) -> None:
    with pytest.raises(ValueError, match=r"entry\.js: this cannot be put into one file"):
        joined(entry=f"{line}\n", part="export const one = 1\n")


def test_modules_that_import_each_other_are_refused() -> None:
    with pytest.raises(ValueError, match="entry → part → entry"):
        joined(
            entry='import { one } from "./part.js"\nexport const two = 2\n',
            part='import { two } from "./entry.js"\nexport const one = 1\n',
        )


def test_programs_of_search_are_one_file_each_and_nothing_else_is_left(tmp_path: Path) -> None:
    made = lay_out(tmp_path)

    assert set(programs.ENTRIES) == set(made)
    assert [] == [name for name, text in made.items() if "\nimport {" in f"\n{text}"]
    assert "export class Combobox" in made["combobox"]


def test_putting_them_together_twice_changes_nothing(tmp_path: Path) -> None:
    once = lay_out(tmp_path)
    programs.join(tmp_path)

    assert once == {path.stem: path.read_text(encoding="utf-8") for path in tmp_path.iterdir()}


def test_a_site_without_them_stays_without(tmp_path: Path) -> None:
    programs.join(tmp_path / "missing")

    assert [] == list(tmp_path.iterdir())
