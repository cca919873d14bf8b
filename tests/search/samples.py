"""A small archive to be searched, and a page that searches it in a real browser."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import Any

from generator.model import Archive, Bilingual, Date, DatedRole, Rights, Source, Status
from generator.press import search
from tests.assemble.make import article, entity, joined, translation
from tests.site.served import Handler

REPOSITORY = Path(__file__).parents[2]
SCRIPTS = REPOSITORY / "overrides" / "assets" / "javascripts" / "search"

_PAGE = """<!doctype html><meta charset="utf-8"><title>search</title>
<meta http-equiv="Content-Security-Policy"
  content="default-src 'none'; script-src 'self'; worker-src 'self'; connect-src 'self'">
<script type="module" src="/js/test.js"></script>
"""
_MODULE = """
import { Search } from "./client.js"
import * as words from "./words.js"
import * as keys from "./keys.js"
import * as typing from "./typing.js"
import * as spelling from "./spelling.js"
import { parse } from "./queries.js"
Object.assign(window, { parse, words, keys, typing, spelling, Search })
window.searches = {
  vi: new Search("/search/vi/", "/search/en/"), en: new Search("/search/en/", "/search/vi/")
}
"""


def archive() -> Archive:
    """Articles on diplomacy, with what tells a good search from a bad one."""
    vov = Source(outlet="vov")
    first = article(
        "a-economy",
        title="Ngoại giao kinh tế năm 2021",
        body="Bộ Ngoại giao nói về *ngoại giao kinh tế* và vắc-xin.\n\nÔng Bùi Thanh Sơn dự.",
        date="2021-07-29",
        source=vov,
        people=("bui-thanh-son",),
        topics=("ngoai-giao-kinh-te",),
        organisations=("bo-ngoai-giao",),
        slug="kinh-te",
    )
    return joined(
        first,
        translation(
            first,
            title="Economic diplomacy in 2021",
            body="The ministry speaks of vaccines. Ambassadors listen.",
        ),
        article(
            "a-scattered",
            title="Kinh nghiệm bên ngoài",
            body="Giao thông, ngoại ngữ và kinh doanh: thế giới đổi thay. Tế bào. Kế toán.",
            date="2023-03-24",
            source=vov,
        ),
        article(
            "a-peace",
            title="Gìn giữ hoà bình",
            body="Ngày 22 tháng 10 năm 2021, phái bộ ra quân. Thuỷ sản xuất khẩu tăng 7,02%.",
            date="2021-10-23",
            source=Source(outlet="nhan-dan"),
        ),
        article(
            "a-flower",
            title="Hoa bình minh",
            body="Hoa nở lúc bình minh ngày 22/10/2021. Đại sứ đọc Nghị quyết 36-NQ/TW.",
            date="2022-01-05",
        ),
        article("a-undated", title="Đồng bào ta", body="Không rõ ngày nào.", date=None),
        article(
            "a-secret",
            title="Chỉ có đường dẫn",
            body="Chữ này không ai được đọc: mậtmã.",
            date="2020-01-01",
            rights=Rights(show="link"),
        ),
        article(
            "a-short",
            title="Chỉ trích một đoạn",
            body="Đoạn đầu trích được.\n\nĐoạn sau giấukín.",
            date="2020-02-01",
            rights=Rights(show="excerpt"),
        ),
        article("a-draft", title="Bản thảo nhápnháp", status=Status.DRAFT),
        article("a-removed", title="Đã gỡ biếnmất", status=Status.REMOVED),
        entity("vov", "VOV / Voice of Vietnam", kind="outlets"),
        entity("nhan-dan", "Nhân Dân", kind="outlets"),
        entity("ngoai-giao-kinh-te", "Ngoại giao kinh tế / Economic diplomacy", kind="topics"),
        entity(
            "bo-ngoai-giao",
            "Bộ Ngoại giao / Ministry of Foreign Affairs",
            kind="organisations",
            abbreviations=("MOFA",),
        ),
        entity(
            "bui-thanh-son",
            "Bùi Thanh Sơn",
            roles=(
                DatedRole(
                    title=Bilingual(vi="Bộ trưởng", en="Foreign Minister"),
                    start=Date.parse("2021-04-08"),
                ),
            ),
        ),
    )


def lay_out(archive: Archive, folder: Path) -> None:
    """A site that has nothing but search."""
    search.write(archive, folder)
    shutil.copytree(SCRIPTS, folder / "js", dirs_exist_ok=True)
    (folder / "js" / "test.js").write_text(_MODULE, encoding="utf-8")
    (folder / "index.html").write_text(_PAGE, encoding="utf-8")


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The folder answers on this machine."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=folder))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def text(parts: list[dict[str, Any]]) -> str:
    """Parts of a title or snippet, hits in brackets."""
    return "".join(f"[{part['text']}]" if part["hit"] else part["text"] for part in parts)
