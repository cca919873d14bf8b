"""The register of addresses, `permalinks.csv`: every URL that was ever published.

Lines are only ever added. The file is CSV with the header `url,id,lang`; a line says what a URL
showed when it was first published (see `model.Permalink`).
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable
from pathlib import Path

from generator.content import files
from generator.errors import BrokenArchiveError, FindingError, finding
from generator.model import LANGS, Bilingual, Finding, Permalink
from generator.settings import REGISTER

_HEADER = ("url", "id", "lang")
# As long as file systems bear: parts are folders of the site.
_URL = re.compile(r"(?=.{1,1000}\Z)/(?:[A-Za-z0-9_~][A-Za-z0-9._~-]{0,199}/)*")
_ID = re.compile(r"[a-z0-9][a-z0-9:-]{0,199}")


def read(content: Path) -> tuple[tuple[Permalink, ...], tuple[Finding, ...]]:
    """Read the register; a missing one is empty.

    Returns:
        Its lines, in their order, as far as they make sense; and what is broken.
    """
    shown = files.shown(content, REGISTER)
    path = content / REGISTER
    if path.is_symlink():
        return (), (finding("file-link", file=shown),)
    if not path.exists():
        return (), ()
    try:
        text = files.read(content, REGISTER)
    except FindingError as error:
        return (), tuple(_broken(shown, 0, found.what) for found in error.findings)
    return _parse(text, shown)


def _parse(text: str, shown: str) -> tuple[tuple[Permalink, ...], tuple[Finding, ...]]:
    links: dict[str, Permalink] = {}
    findings: list[Finding] = []
    rows = csv.reader(io.StringIO(text), strict=True)
    try:
        if tuple(next(rows, ())) != _HEADER:
            head = ",".join(_HEADER)
            reason = Bilingual(
                vi=f"dòng đầu phải là `{head}`", en=f"the first line must be `{head}`"
            )
            findings.append(_broken(shown, 1, reason))
        for row in filter(None, rows):
            wrong = _reason(row, links)
            if wrong:
                findings.append(_broken(shown, rows.line_num, wrong))
            else:
                links[row[0]] = Permalink(url=row[0], id=row[1], lang=row[2])
    except csv.Error as error:
        reason = Bilingual(vi=f"CSV sai ({error})", en=f"not CSV ({error})")
        findings.append(_broken(shown, rows.line_num, reason))
    return tuple(links.values()), tuple(findings)


def _reason(row: list[str], links: dict[str, Permalink]) -> Bilingual | None:
    """Why a line makes no sense; None if it does."""
    if len(row) != len(_HEADER):
        return Bilingual(vi="cần đúng ba cột", en="there must be three columns")
    url, identity, lang = row
    if not _URL.fullmatch(url):
        return Bilingual(vi=f"`{url[:80]}` không phải địa chỉ", en=f"`{url[:80]}` is no address")
    if not _ID.fullmatch(identity):
        return Bilingual(vi=f"`{identity[:80]}` không phải mã", en=f"`{identity[:80]}` is no id")
    if lang not in {"", *LANGS}:
        return Bilingual(vi=f"không có ngôn ngữ `{lang[:80]}`", en=f"no language `{lang[:80]}`")
    if url in links:
        return Bilingual(vi=f"{url} ghi hai lần", en=f"{url} is there twice")
    return None


def _broken(shown: str, line: int, reason: Bilingual) -> Finding:
    return finding("permalinks-broken", file=shown, line=line, reason=reason)


def append(content: Path, links: Iterable[Permalink]) -> int:
    """Register what is not registered yet, in order of URL; nothing is ever taken out.

    Returns:
        How many lines were added. With none, the file is not touched.

    Raises:
        BrokenArchiveError: The register is broken, so nothing may be added to it.
        FindingError: It cannot be written.
    """
    known, findings = read(content)
    if findings:
        raise BrokenArchiveError(findings)
    registered = {link.url for link in known}
    new = {link.url: link for link in links if link.url not in registered}
    if not new:
        return 0
    # Read again as it stands: what is registered keeps its bytes, but for a missing last line end.
    text = files.read(content, REGISTER) if known or (content / REGISTER).exists() else ""
    text = text or f"{','.join(_HEADER)}\n"
    if not text.endswith("\n"):
        text += "\n"
    lines = (f"{url},{link.id},{link.lang}\n" for url, link in sorted(new.items()))
    files.replace(content, REGISTER, text + "".join(lines))
    return len(new)
