"""Authority records: one YAML file for each person, organisation, place, topic, event, outlet.

The folder says what kind it is, the file's stem is its id::

    # content/people/bui-thanh-son.yml
    name: {vi: Bùi Thanh Sơn, en: Bui Thanh Son}    # required, at least one language
    aliases: {vi: [Bộ trưởng Sơn]}                  # or a list, where languages do not matter
    abbreviations: [TTXVN, VNA]
    given: Sơn                                      # people only: it leads in lists
    description: {vi: …, en: …}
    same_as: [https://www.wikidata.org/wiki/Q…]
    roles:                                          # people only
      - title: {vi: Bộ trưởng Bộ Ngoại giao, en: Minister of Foreign Affairs}
        organisation: bo-ngoai-giao
        from: 2021-04-08
        to: 2025                                    # as precise as is known; none: still held
    when: 2021-12-13/2021-12-19                     # events only, as is the next
    place: ha-noi
    articles: [a-2021-k7m2q4xd]                     # besides those that say `event:` themselves
    url: https://…                                  # home page
    rights: {statement: …, holder: …, show: full}   # outlets only
    parent: bo-ngoai-giao                           # what it belongs to
    replaces: [old-id]                              # former ids, which redirect here

Ids are unique among all kinds. A record with an error is left out until it is mended.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from generator.content import files, plain
from generator.content.articles import Reference
from generator.content.forms import defaults, is_empty, read_fields, write_fields
from generator.content.memory import Forgetful, Memory
from generator.content.nodes import Fields, Items, Node, NodeError, Text, parse
from generator.content.record_fields import ONLY_FOR, RECORD_FIELDS
from generator.content.report import Report, SkipError, one_line
from generator.content.values import ID
from generator.errors import FindingError, finding
from generator.model import Bilingual, Date, DatedRole, Entity, EntityKind, Finding

SUFFIX = ".yml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A record as it was read.

    Attributes:
        entity: What it says.
        file: Path as a person would open it.
        node: The file, with its lines.
        role_lines: Line of each of its posts, in the record's order.
        references: The ids that it names.
    """

    entity: Entity
    file: str
    node: Fields
    role_lines: tuple[int, ...]
    references: tuple[Reference, ...]

    def line(self, field: str) -> int:
        """Line of a field; of the file's start where there is none."""
        entry = self.node.entries.get(field)
        return entry.line if entry else self.node.line

    def texts(self, *fields: str) -> Iterator[tuple[str, int]]:
        """Every text in some fields, as it was read, with its own line."""
        for field in fields:
            entry = self.node.entries.get(field)
            if entry:
                yield from _texts(entry.node)


def _texts(node: Node) -> Iterator[tuple[str, int]]:
    if isinstance(node, Text):
        if not is_empty(node):
            yield one_line(node.value), node.line
        return
    inner = node.items if isinstance(node, Items) else (e.node for e in node.entries.values())
    for item in inner:
        yield from _texts(item)


def read(
    content: Path, memory: Memory | None = None
) -> tuple[tuple[Record, ...], tuple[Finding, ...]]:
    """Read all records, in order of kind and id, and what is wrong with each by itself.

    Args:
        content: The content folder.
        memory: What is remembered of files that were read before; nothing if None.
    """
    memory = memory or Forgetful()
    records: list[Record] = []
    findings: list[Finding] = []
    for kind in EntityKind:
        folder = files.listing(content, kind.value)
        findings += unexpected(content, folder, unknown=folder.folders)
        of_kind: list[Record] = []
        for name in folder.files:
            if name.endswith(SUFFIX):
                one = partial(_one, content, folder.at(name), kind)
                record, wrong = memory.of(name, content / folder.path, [name], one)
                of_kind += [record] if record else []
                findings += wrong
            elif name != "README.md":
                file = files.shown(content, folder.at(name))
                findings.append(finding("file-unexpected", file=file))
        # By id and not by file name: `a.yml` would else stand after `a-b.yml`.
        records += sorted(of_kind, key=lambda record: record.entity.id)
    return tuple(records), tuple(findings)


def unexpected(
    content: Path, folder: files.Folder, *, unknown: Iterable[str] = ()
) -> Iterator[Finding]:
    """Findings for what must not be in a folder: links, names that are no text, and `unknown`."""
    if folder.problem:
        file = files.shown(content, folder.path)
        yield finding("file-unreadable", file=file, reason=folder.problem)
    for name in folder.links:
        yield finding("file-link", file=files.shown(content, folder.at(name)))
    for name in (*folder.unnamed, *unknown):
        yield finding("file-unexpected", file=files.shown(content, folder.at(name)))


def _one(content: Path, path: str, kind: EntityKind) -> tuple[Record | None, tuple[Finding, ...]]:
    """A record, and what is wrong with it by itself."""
    report = Report(files.shown(content, path))
    return _read(content, path, kind, report), tuple(report.findings)


def _read(content: Path, path: str, kind: EntityKind, report: Report) -> Record | None:
    stem = path.rpartition("/")[2].removesuffix(SUFFIX)
    try:
        node = parse(files.read(content, path))
        if not isinstance(node, Fields):
            node = _no_fields(node)
        ID.read(Text(stem, 0), report, "id")
        _check_kind(node, kind, report)
        values = read_fields(node, RECORD_FIELDS, report)
    except NodeError as error:
        report.add("record-syntax", error.line, reason=error.reason)
        return None
    except FindingError as error:
        report.findings += error.findings
        return None
    except SkipError:
        return None
    lines = tuple(item.line for item in _role_nodes(node))
    if "roles" in values:
        values["roles"], lines = _oldest_first(values["roles"], lines)
    return Record(
        entity=Entity(id=stem, kind=kind, path=path, **values),
        file=report.file,
        node=node,
        role_lines=lines,
        references=tuple(_references(node, report.file)),
    )


def _role_nodes(node: Fields) -> Iterator[Node]:
    """The posts that are written down, one for each that was read."""
    roles = node.entries.get("roles")
    if roles:
        items = roles.node.items if isinstance(roles.node, Items) else (roles.node,)
        yield from (item for item in items if not is_empty(item))


def _oldest_first(
    roles: Iterable[DatedRole], lines: Iterable[int]
) -> tuple[tuple[DatedRole, ...], tuple[int, ...]]:
    """Posts and their lines by when they began; what is not dated stays behind what it follows."""
    latest = Date(year=1)
    dated: list[tuple[Date, DatedRole, int]] = []
    for role, line in zip(roles, lines, strict=True):
        latest = role.start or role.end or latest
        dated.append((latest, role, line))
    dated.sort(key=lambda post: post[0])
    return tuple(role for _, role, _ in dated), tuple(line for _, _, line in dated)


def _no_fields(node: Node) -> Fields:
    if is_empty(node):
        return Fields({}, node.line)
    raise NodeError(node.line, "cần các dòng `tên: giá trị`", "expected `name: value`")


def _check_kind(node: Fields, kind: EntityKind, report: Report) -> None:
    for name, kinds in ONLY_FOR.items():
        entry = node.entries.get(name)
        if entry and kind not in kinds:
            only = ", ".join(sorted(kinds))
            hint = Bilingual(vi=f"nó chỉ dùng trong {only}.", en=f"it is only for {only}.")
            report.add("field-unknown", entry.line, field=name, hint=hint)


def _references(node: Fields, file: str) -> Iterator[Reference]:
    for name in ("place", "parent"):
        yield from _reference(node, name, name, file)
    for item in _role_nodes(node):
        if isinstance(item, Fields):
            yield from _reference(item, "organisation", "roles.organisation", file)
    articles = node.entries.get("articles")
    for text, line in _texts(articles.node) if articles else ():
        yield Reference(file=file, line=line, field="articles", id=text)


def _reference(node: Fields, name: str, field: str, file: str) -> Iterator[Reference]:
    entry = node.entries.get(name)
    if entry and isinstance(entry.node, Text) and not is_empty(entry.node):
        yield Reference(file=file, line=entry.line, field=field, id=entry.node.value.strip())


def unique(records: Iterable[Record]) -> tuple[tuple[Record, ...], tuple[Finding, ...]]:
    """Leave out records whose id another has already.

    Args:
        records: In order; of two with one id, the first stays.
    """
    kept: dict[str, Record] = {}
    findings: list[Finding] = []
    for record in records:
        identity = record.entity.id
        if identity in kept:
            other = kept[identity].file
            findings.append(finding("id-duplicate", file=record.file, id=identity, other=other))
        else:
            kept[identity] = record
    return tuple(kept.values()), tuple(findings)


def text(entity: Entity) -> str:
    """A record as it is written to its file."""
    return plain.document(write_fields(entity, RECORD_FIELDS, defaults(Entity)))


def add(content: Path, entity: Entity) -> bool:
    """Write a new record; one that exists is never touched.

    Args:
        content: The content folder.
        entity: What to write; where is told by its kind and id, its `path` is not looked at.

    Returns:
        Whether it was written; not if a record of any kind has its id, since ids are unique
        among all kinds and a second one would push the first from the site.

    Raises:
        FindingError: Its id can name no file, or the disk will not have it.
    """
    path = f"{entity.kind.value}/{entity.id}{SUFFIX}"
    report = Report(files.shown(content, path))
    try:
        ID.read(Text(entity.id, 0), report, "id")
    except SkipError:
        raise FindingError(*report.findings) from None
    for kind in EntityKind:
        target = content / kind.value / f"{entity.id}{SUFFIX}"
        if target.is_symlink() or target.exists():
            return False
    files.replace(content, path, text(entity))
    return True


def add_outlet(content: Path, *, id: str, name: Bilingual, url: str = "") -> bool:  # noqa: A002 - its name everywhere
    """Write an outlet's record if there is none, as `add` does."""
    return add(content, Entity(id=id, kind=EntityKind.OUTLET, name=name, url=url))
