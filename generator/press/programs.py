"""Programs of the site, each put together of its modules into one file.

The sources are modules that import each other; a browser would ask for a dozen files, one layer
of imports after the other, before it could search. In the built site each program is one file of
the same name. Without this step the modules work as they are.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from pathlib import Path

FOLDER = "assets/javascripts/search"
"""In the site."""

ENTRIES = ("box", "combobox", "page", "voice", "worker")
"""Modules that pages or other programs ask for by name; all others are parts of these."""

_IMPORT = re.compile(r'^import (\{ [\w$, ]+ \}) from "\./([a-z]+)\.js"$', re.MULTILINE)
_EXPORT = re.compile(r"^export ((?:async )?function|class|const) (\w+)\b", re.MULTILINE)
_EITHER = re.compile(r"(?:import|export)\b(?!\()")


def join(folder: Path, entries: Iterable[str] = ENTRIES) -> None:
    """Let each program in a folder be one file, and remove the modules that are parts of it.

    A second time it changes nothing. Programs that are not there are passed over.

    Raises:
        ValueError: A module has an import or export of another form than `joined` knows.
    """

    def read(name: str) -> str:
        return (folder / f"{name}.js").read_text(encoding="utf-8")

    wanted = [name for name in entries if (folder / f"{name}.js").is_file()]
    made = {name: joined(name, read) for name in wanted}
    for path in sorted(folder.glob("*.js")):
        if path.stem not in made:
            path.unlink()
    for name, text in made.items():
        (folder / f"{name}.js").write_bytes(text.encode("utf-8"))


def joined(entry: str, read: Callable[[str], str]) -> str:
    """One module that does what a module and all that it imports do.

    Each stands in a function of its own, so that names do not meet; what it imports stands before
    it. A module without imports stays as it is.

    Args:
        entry: Name of a module, without `.js`.
        read: Name → source. Imports are whole lines `import { a, b } from "./name.js"`; exports
            begin a line with `export`, and `const`, `class` or `function`.

    Raises:
        ValueError: Another form of import or export, or modules that import each other.
    """
    source = read(entry)
    if not _imports(entry, source):
        return source
    parts: list[str] = []
    done: list[str] = []

    def add(name: str, above: tuple[str, ...]) -> None:
        if name in above:
            raise ValueError(f"modules import each other: {' → '.join((*above, name))}")
        if name in done:
            return
        text = read(name)
        for other in _imports(name, text):
            add(other, (*above, name))
        done.append(name)
        parts.append(_part(name, text) if above else _bound(text))

    add(entry, ())
    return "\n".join(parts)


def _imports(name: str, source: str) -> list[str]:
    """Names of the modules that a module imports, in order."""
    for line in source.splitlines():
        if _EITHER.match(line) and not (_IMPORT.match(line) or _EXPORT.match(line)):
            raise ValueError(f"{name}.js: this cannot be put into one file: {line}")
    return [found[2] for found in _IMPORT.finditer(source)]


def _bound(source: str) -> str:
    """The same with what it imports taken from the functions before it."""
    return _IMPORT.sub(r"const \1 = $\2", source)


def _part(name: str, source: str) -> str:
    """A module as a function that gives what it exports."""
    exported = ", ".join(found[2] for found in _EXPORT.finditer(source))
    body = _EXPORT.sub(r"\1 \2", _bound(source))
    return f"const ${name} = (() => {{\n{body}return {{ {exported} }}\n}})()\n"
