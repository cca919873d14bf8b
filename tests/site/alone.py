"""Articles and records with words in one language alone."""

from __future__ import annotations

from collections.abc import Callable

_RITE = "articles/2022/2022-03-04-le"


def content(article_text: Callable[..., str]) -> dict[str, str]:
    """Path below `content/` → text."""
    return {**_articles(article_text), **_RECORDS}


def _articles(article_text: Callable[..., str]) -> dict[str, str]:
    english = (
        "---\ntitle: A rite\nslug: a-rite\ntranslation:\n  kind: human\n---\n\n"
        "Lo Thi Mot attended the rite.\n"
    )
    return {
        f"{_RITE}/vi.md": article_text(
            "Bà Lò Thị Một dự Lễ Chỉ Có Tiếng Việt tại Bản Một.",
            id="a-2022-00000011",
            title="Lễ chỉ có tiếng Việt",
            date="2022-03-04",
            section="Mục Việt",
            byline="Phóng viên Ẩn Danh",
            event="le-mot",
            topics=["viec-mot"],
            source={"outlet": "bao-mot", "agency": "Hãng Tin Lẻ"},
            rights={"holder": "Chủ Quyền Việt"},
            images=[{"caption": "Chú thích đơn ngữ.", "credit": "Thợ Ảnh Lẻ"}],
        ),
        f"{_RITE}/en.md": english,
        f"{_RITE}-2/vi.md": article_text(
            "Một tin đã rút.",
            id="a-2022-00000012",
            title="Tin đã rút",
            date="2022-03-05",
            status="withdrawn",
            status_note="Theo yêu cầu của tòa soạn",
        ),
        f"{_RITE}-2/en.md": english.replace("a-rite", "b-rite").replace("A rite", "B rite"),
    }


_RECORDS = {
    "people/lo-thi-mot.yml": (
        "name: {vi: Lò Thị Một}\ndescription: {vi: Người bản địa}\n"
        "roles:\n  - {title: {vi: Trưởng bản}, start: 2020}\n"
    ),
    "places/ban-mot.yml": "name: {vi: Bản Một}\n",
    "topics/viec-mot.yml": "name: {vi: Việc Một Việt}\n",
    "events/le-mot.yml": "name: {vi: Lễ Chỉ Có Tiếng Việt}\nwhen: 2022-03-04\n",
    "outlets/bao-mot.yml": (
        "name: {vi: Báo Một Việt}\nrights: {note: {vi: Ghi chú quyền bằng tiếng Việt}}\n"
    ),
}
