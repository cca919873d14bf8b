"""`archive export`: the data of the archive as files, without a site around them."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path, PurePosixPath

from generator import assemble, content, pages
from generator.model import Finding
from generator.pages.files import data
from generator.press.prepare import site_of
from generator.settings import Settings


def export(
    settings: Settings, to: Path, *, only: Collection[str] = ()
) -> tuple[tuple[Path, ...], tuple[Finding, ...]]:
    """Write the files of `/data/`, byte for byte those of the site.

    Args:
        settings: Of the archive.
        to: Folder; made if missing. What else is in it stays.
        only: Names of files to write; all of them if empty.

    Returns:
        The files, in the order in which the site offers them, and what a person should know of;
        what a finding of severity error names is not in them, nor on the site.

    Raises:
        ValueError: There is no file of such a name; the message lists those that there are.
        OSError: A file cannot be written.
        SettingsError: The settings lack something that the files need.
        BrokenArchiveError: Something that must never be lost is broken.
    """
    contents = content.read(settings.content)
    archive, assembled = assemble.archive(contents)
    site = site_of(settings)
    views = pages.open_views(archive, words=settings.words, names=settings.site_name, site=site)
    files = data(views, contact=site.contact)
    made = {PurePosixPath(file.path).name: file for file in files}
    if not set(only) <= made.keys():
        raise ValueError(f"there are: {', '.join(made)}")
    to.mkdir(parents=True, exist_ok=True)
    written = []
    for name, file in made.items():
        if not only or name in only:
            path = to / name
            path.write_bytes(file.data)
            written.append(path)
    return tuple(written), (*contents.findings, *assembled)
