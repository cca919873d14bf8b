"""Settings: the `archive` section of `mkdocs.yml`'s `extra`, read once and typed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import yaml
from mkdocs.exceptions import MkDocsException
from mkdocs.utils.yaml import get_yaml_loader, yaml_load

from generator.errors import SettingsError
from generator.model import LANGS
from generator.web import host

REGISTER = "permalinks.csv"
"""The register of addresses, below the content folder."""

MAX_CAPTURE = 20_000_000
"""Largest capture that is read, in bytes; with its pictures, as in MHTML, a page has 0.1-10 MB."""

MAX_PAGE = 10_000_000
"""Largest page that is read, in bytes, without its pictures; news pages have 0.01-2 MB."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Where things are and what they are called.

    Attributes:
        root: Folder of `mkdocs.yml`.
        raw: Folder of captures.
        content: Folder of articles and records.
        site: Folder of the built site.
        work: Folder of what can be made anew (`.archive`).
        profiles: Folder of the archive's own outlet profiles; need not be there.
        overrides: Folder of the archive's own templates; None if it has none.
        site_name: Name of the archive per language.
        site_url: Where the site will stand, with a slash at the end; empty if not set.
        contact: Mail address of whoever keeps the archive; empty if not set.
        index_machine_translations: Whether search engines may list machine translations.
        words: Language → key → interface text, for templates and pages alike.
    """

    root: Path
    raw: Path
    content: Path
    site: Path
    work: Path
    profiles: Path = Path("profiles")
    overrides: Path | None = None
    site_name: Mapping[str, str] = field(default_factory=dict)
    site_url: str = ""
    contact: str = ""
    index_machine_translations: bool = False
    words: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


def load(root: Path) -> Settings:
    """Read the settings of the archive in `root`; a missing `mkdocs.yml` means defaults.

    Raises:
        SettingsError: `mkdocs.yml` is not valid, or a value has the wrong type.
    """
    config = _read(root / "mkdocs.yml")
    extra = _mapping(config.get("extra", {}), "extra")
    archive = _mapping(extra.get("archive", {}), "extra.archive")
    names = _mapping(archive.get("name", {}), "extra.archive.name")
    words = _mapping(extra.get("words", {}), "extra.words")
    return Settings(
        root=root,
        raw=root / str(archive.get("raw", "raw")),
        content=root / str(config.get("docs_dir", "content")),
        site=root / str(config.get("site_dir", "site")),
        work=root / ".archive",
        profiles=root / str(archive.get("profiles", "profiles")),
        overrides=_overrides(root, config.get("theme")),
        site_name={lang: str(names.get(lang, config.get("site_name", ""))) for lang in LANGS},
        site_url=_address(config.get("site_url")),
        contact=str(archive.get("contact", "")),
        index_machine_translations=archive.get("index_machine_translations") is True,
        words={
            lang: {
                key: str(text)
                for key, text in _mapping(words.get(lang, {}), f"extra.words.{lang}").items()
            }
            for lang in LANGS
        },
    )


def package_texts(folder: str, suffix: str) -> dict[str, str]:
    """Read data files that ship with the package: file stem → text, in order of stem.

    Args:
        folder: Below `generator/`, '/'-separated: `extract/profiles`.
        suffix: With its dot: `.yml`.
    """
    return {
        path.stem: path.read_text(encoding="utf-8")
        for path in sorted((Path(__file__).parent / folder).glob(f"*{suffix}"))
    }


def own_texts(folder: Path, suffix: str) -> tuple[tuple[str, str], ...]:
    """Read data files of the archive's own: pairs of file stem and text, in order of stem.

    Args:
        folder: Of the archive; if it is not there, there are none.
        suffix: With its dot: `.yml`.

    Raises:
        SettingsError: A file cannot be read.
    """
    try:
        return tuple(
            (path.stem, path.read_text(encoding="utf-8"))
            for path in sorted(folder.glob(f"*{suffix}"))
        )
    except (OSError, UnicodeError) as error:
        raise SettingsError(f"{folder}: {error}; each file there must be text in UTF-8") from error


def _overrides(root: Path, theme: object) -> Path | None:
    folder = theme.get("custom_dir") if isinstance(theme, dict) else None
    return root / str(folder) if folder else None


def _address(value: object) -> str:
    """The site's address as other addresses are made of it; empty if it is not one."""
    url = str(value or "").strip()
    return f"{url.rstrip('/')}/" if host(url) else ""


def _read(path: Path) -> Mapping[str, object]:
    if not path.is_file():
        return {}
    try:
        with path.open("rb") as file:
            return _mapping(yaml_load(file, get_yaml_loader(yaml.CLoader)), path.name)
    except (yaml.YAMLError, MkDocsException, OSError) as error:
        raise SettingsError(f"{path}: {error}") from error


def _mapping(value: object, name: str) -> Mapping[str, object]:
    if not isinstance(value, dict):
        raise SettingsError(f"mkdocs.yml: `{name}` must be a mapping, not {value!r}")
    return value
