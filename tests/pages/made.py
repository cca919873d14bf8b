"""A small archive with one of everything that pages treat in its own way, and its pages."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from generator import pages, settings
from generator.model import (
    Archive,
    Article,
    Basis,
    BasisKind,
    Bilingual,
    Cleaning,
    Correction,
    Date,
    DatedRole,
    Entity,
    Image,
    Interval,
    Page,
    Repair,
    Rights,
    Source,
    Status,
)
from tests.assemble.make import article, entity, joined, translation

REPOSITORY = Path(__file__).parents[2]
SETTINGS = settings.load(REPOSITORY)

OUTLET = entity("bao-moi", "Báo Mới / New Paper", kind="outlets", rights=Rights(holder="Báo Mới"))
QUOTED = entity("bao-trich", "Báo Trích", kind="outlets", rights=Rights(show="excerpt"))
MINISTRY = entity("bo-ngoai-giao", "Bộ Ngoại giao / Ministry", kind="organisations")
PERSON = entity(
    "nguyen-van-an",
    "Nguyễn Văn An / Nguyen Van An",
    roles=(
        DatedRole(
            title=Bilingual(vi="Thứ trưởng", en="Deputy Minister"),
            organisation="bo-ngoai-giao",
            start=Date.parse("2016-02"),
            end=Date.parse("2021-04-08"),
        ),
    ),
)
SILENT = entity("khong-ai", "Người Không Ai Nhắc")
EVENT = entity(
    "hoi-nghi",
    "Hội nghị Mẫu / Sample Conference",
    kind="events",
    when=Interval.parse("2021-12-13/2021-12-15"),
)

LEAD = "Ông Nguyễn Văn An dự Hội nghị Mẫu do Bộ Ngoại giao tổ chức."
TAIL = "Đây là đoạn cuối của bài."

ORIGINAL = article(
    "a-2021-aaaaaaaa",
    title="Ông An dự hội nghị",
    body=f"HÀ NỘI - {LEAD}\n\n{TAIL}",
    dateline="HÀ NỘI",
    date="2021-12-13T06:24:00+07:00",
    date_basis=Basis(kind=BasisKind.URL, rule="bao-moi/address-id"),
    event="hoi-nghi",
    source=Source(outlet="bao-moi", url="https://baomoi.vn.example/tin"),
    images=(Image(caption="Quang cảnh.", credit="Thu An", url="https://baomoi.vn.example/1.jpg"),),
    cleaning=Cleaning(
        profile="generic",
        version="1",
        removed=2,
        repairs=(Repair(n=1, was="ham dự", now="Tham dự", rule="lost-letter"),),
    ),
    updated=(Correction(date=Date.parse("2022-01-02"), note=Bilingual(vi="Sửa tên người.")),),
)
ENGLISH = translation(
    ORIGINAL, title="Mr An attends", body="Mr Nguyen Van An attended the Sample Conference."
)
VIETNAMESE = article(
    "a-2021-bbbbbbbb",
    title="Tin chỉ có tiếng Việt",
    body=f"{LEAD} Tin ngày hôm sau.",
    date="2021-12-14",
    status=Status.WITHDRAWN,
    status_note=Bilingual(vi="Theo yêu cầu của tòa soạn.", en="At the outlet's request."),
)
ONLY_ENGLISH = article(
    "a-2020-cccccccc", lang="en", title="An English story", body="Told in English.", date="2020-05"
)
UNDATED = article("a-undated-dddddddd", title="Tin không ngày", date=None)
EXCERPT = article(
    "a-2019-eeeeeeee",
    title="Tin trích",
    body=f"Câu mở đầu.\n\n{TAIL}",
    date="2019",
    source=Source(outlet="bao-trich", url="https://baotrich.vn.example/tin"),
    images=(Image(caption="Ảnh không được đăng."),),
)
LINKED = article(
    "a-2018-ffffffff",
    title="Tin dẫn",
    body=f"Câu mở đầu.\n\n{TAIL}",
    date="2018-01-01",
    rights=Rights(show="link"),
)
REMOVED = article(
    "a-2017-gggggggg",
    title="Tít phải mất",
    body="Nội dung phải mất.",
    date="2017-01-01",
    status=Status.REMOVED,
    status_note=Bilingual(vi="Theo quyết định."),
    status_date=Date.parse("2024-01-05"),
)

EVERYTHING = (
    *(OUTLET, QUOTED, MINISTRY, PERSON, SILENT, EVENT),
    *(ORIGINAL, ENGLISH, VIETNAMESE, ONLY_ENGLISH, UNDATED, EXCERPT, LINKED, REMOVED),
)


def made(*things: Article | Entity) -> dict[str, Page]:
    """Path → page, of an archive of these."""
    return make(joined(*things))


def make(archive: Archive) -> dict[str, Page]:
    """Path → page; a path that comes twice fails."""
    views = pages.open_views(archive, words=SETTINGS.words, names=SETTINGS.site_name)
    found = list(pages.make(views))
    by_path = {page.path: page for page in found}
    assert len(found) == len(by_path)
    return by_path


@functools.cache
def everything() -> Mapping[str, Page]:
    """The pages of `EVERYTHING`."""
    return made(*EVERYTHING)


def strings(value: object, key: str = "") -> Iterator[tuple[str, str]]:
    """All texts in metadata, each with the key that it stands under."""
    if isinstance(value, Mapping):
        for name, inner in value.items():
            yield from strings(inner, str(name))
    elif isinstance(value, list):
        for inner in value:
            yield from strings(inner, key)
    elif isinstance(value, str):
        yield key, value


def keys(value: object) -> Iterator[str]:
    """All keys in metadata, however deep."""
    if isinstance(value, Mapping):
        for name, inner in value.items():
            yield str(name)
            yield from keys(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from keys(inner)


def part(page: Page, *names: str) -> Any:
    """What the page's metadata holds under these keys, one inside the other."""
    value: Any = page.meta
    for name in names:
        value = value[name]
    return value
