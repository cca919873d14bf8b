"""Write what extraction makes of golden captures beside them, for a person to read and commit.

python tests/extract/accept.py tests/extract/golden/text-vov …
"""

from __future__ import annotations

import json
import sys
from functools import cache
from pathlib import Path

from generator import captures
from generator.extract import Profile, article, parse_profiles
from generator.model import Extraction
from generator.settings import package_texts


@cache
def profiles() -> tuple[Profile, ...]:
    """The profiles that ship with the package, read once."""
    return parse_profiles(
        package_texts("extract/profiles", ".yml"),
        weights=package_texts("extract/weights", ".json"),
    )


def extract(folder: Path) -> Extraction:
    """Extract the capture of a golden folder."""
    path = next(folder.glob("capture.*"))
    return article(captures.read(path, raw=folder.parent), profiles())


def expected(extraction: Extraction) -> dict[str, str]:
    """File name → what a golden folder should hold."""
    made = extraction.article
    facts = {
        "profile": extraction.profile,
        "path": made.path if made else None,
        "lang": made.lang if made else None,
        "findings": [[found.code, found.line] for found in extraction.findings],
        "repairs": [
            [repair.n, repair.was, repair.now]
            for repair in (made.cleaning.repairs if made and made.cleaning else ())
        ],
        "fields": {
            name: [value.value, f"{value.basis.kind}: {value.basis.rule}"]
            for name, value in extraction.fields.items()
            if value.value
        },
    }
    lines = [
        f"{label.block.n}\t{'kept' if label.kept else 'removed'}\t{label.role}\t{label.rule}\n"
        for label in extraction.lines
    ]
    return {
        "expected.json": json.dumps(facts, ensure_ascii=False, indent=2) + "\n",
        "expected.md": made.body if made else "",
        "expected-lines.tsv": "".join(lines),
    }


if __name__ == "__main__":
    for name in sys.argv[1:]:
        for file, text in expected(extract(Path(name))).items():
            (Path(name) / file).write_text(text, encoding="utf-8")
