"""A small archive of everything that is odd but allowed, and of what is not.

What stands under `left_out` cannot be published; its findings say why, and the rest goes on.
"""

from __future__ import annotations

from collections.abc import Callable

from tests.site.sample import png

LONG_TITLE = " ".join(["Hội nghị bàn về việc"] * 15)[:300].rstrip()
EMOJI = "🎉"
WORD = "Khong" * 40
CAPITALS = "BỘ TRƯỞNG NGOẠI GIAO TIẾP ĐẠI SỨ CÁC NƯỚC NHÂN DỊP NĂM MỚI TẠI THỦ ĐÔ HÀ NỘI"
OUTLET = (
    "Tạp chí Nghiên cứu và Thông tin Đối ngoại của Hội Hữu nghị các Dân tộc Khu vực Châu Á Rộng"
)
PLAIN = "Đoạn này được viết để thử, không trích báo nào."


def content(article_text: Callable[..., str]) -> dict[str, str]:
    """Path below `content/` → text."""
    return {
        **_titles(article_text),
        **_texts(article_text),
        **_pictures(article_text),
        **_records(),
    }


def pictures() -> dict[str, bytes]:
    """Path below `content/` → bytes of pictures, some of which are none."""
    many = {f"{_FORTY}/anh-{n:02}.png": png(60 + 40 * (n % 5), 90) for n in range(40)}
    folder = "articles/2020/2020-04-02-anh-hong"
    return {
        **many,
        f"{folder}/tot.png": png(1600, 900),
        f"{folder}/trong.jpg": b"",
        f"{folder}/hong.jpg": b"not a picture",
        f"{folder}/cut.png": png(1600, 900)[:1500],
        f"{folder}/cao.png": png(40, 9000),
    }


def left_out(article_text: Callable[..., str]) -> dict[str, str]:
    """Path below `content/` → text of what nothing can be made of."""
    translation = "---\ntitle: Alone\ntranslation: {kind: human}\n---\n\nA translation alone.\n"
    return {
        "articles/2020/2020-05-01-tieng-phap/fr.md": article_text(
            "Ce texte est en français.", id="a-2020-00000050", title="En français"
        ),
        "articles/2020/2020-05-02-mat-nguyen-ban/en.md": translation,
        "articles/2020/2020-05-03-hai-nguyen-ban/vi.md": article_text(
            PLAIN, id="a-2020-00000053", title="Nguyên bản thứ nhất", date="2020-05-03"
        ),
        "articles/2020/2020-05-03-hai-nguyen-ban/en.md": article_text(
            "The other original.", id="a-2020-00000054", title="The other", date="2020-05-03"
        ),
    }


def _titles(article_text: Callable[..., str]) -> dict[str, str]:
    titles = [LONG_TITLE, EMOJI, WORD, CAPITALS, "A"]
    made = {
        f"articles/2020/2020-01-0{n}-tit/vi.md": article_text(
            f"{PLAIN} {PLAIN}\n\n{PLAIN}",
            id=f"a-2020-0000001{n}",
            title=title,
            date=f"2020-01-0{n}",
            source={"outlet": "bao-ten-dai"},
            people=["nguyen-van-nhieu"],
        )
        for n, title in enumerate(titles, start=1)
    }
    made["articles/2020/2020-01-01-tit/en.md"] = (
        f"---\ntitle: {'A conference on the matter of ' * 10}\ntranslation: {{kind: machine}}\n"
        f"---\n\nA paragraph that was written as a trial.\n"
    )
    made["articles/2020/2020-01-02-tit/en.md"] = (
        f"---\ntitle: {EMOJI}\ntranslation: {{kind: human}}\n---\n\nA paragraph.\n"
    )
    return made


def _texts(article_text: Callable[..., str]) -> dict[str, str]:
    head = "| " + " | ".join(f"Cột {n}" for n in range(60)) + " |\n"
    rule = "|" + "---|" * 60 + "\n"
    row = "| " + " | ".join(f"{n}.000" for n in range(60)) + " |\n"
    paragraph = " ".join(["lời nói được viết để thử cho dài"] * 12) + "."
    long = "\n\n".join([f"Câu thứ {n}: {paragraph}" for n in range(500)])
    return {
        "articles/2020/2020-02-01-mot-dong/vi.md": article_text(
            "Một dòng.", id="a-2020-00000021", title="Bài một dòng", date="2020-02-01"
        ),
        "articles/2020/2020-02-02-rat-dai/vi.md": article_text(
            long, id="a-2020-00000022", title="Bài năm vạn từ", date="2020-02-02"
        ),
        "articles/2020/2020-02-03-bang/vi.md": article_text(
            f"{PLAIN}\n\n{head}{rule}{row * 3}\n\n```\n{'x' * 400}\n```\n\n"
            f"https://example.org/{'duong-dan-' * 40}",
            id="a-2020-00000023",
            title="Bảng sáu mươi cột",
            date="2020-02-03",
        ),
        "articles/2020/2020-02-04-dinh-chinh/vi.md": article_text(
            PLAIN,
            id="a-2020-00000024",
            title="Bài có ba mươi đính chính",
            date="2020-02-04",
            updated=[
                {"date": f"2020-03-{n:02}", "note": {"vi": f"Sửa lần {n}.", "en": f"Mended, {n}."}}
                for n in range(1, 31)
            ],
        ),
        "articles/undated/khong-gi-ca/vi.md": article_text(
            PLAIN, id="a-undated-00000025", title="Không ngày, không báo, không tên", date="unknown"
        ),
    }


_FORTY = "articles/2020/2020-04-01-bon-muoi-anh"


def _pictures(article_text: Callable[..., str]) -> dict[str, str]:
    forty = [
        {"file": f"anh-{n:02}.png", "caption": f"Ảnh thứ {n}.", "credit": "Người Ảnh"}
        for n in range(40)
    ]
    broken = ["tot.png", "trong.jpg", "hong.jpg", "cut.png", "cao.png", "khong-co.png"]
    return {
        f"{_FORTY}/vi.md": article_text(
            PLAIN, id="a-2020-00000041", title="Bốn mươi ảnh", date="2020-04-01", images=forty
        ),
        "articles/2020/2020-04-02-anh-hong/vi.md": article_text(
            f"{PLAIN}\n\n![Ảnh trong bài](tot.png)\n\n{PLAIN}\n\n![Ảnh trống](trong.jpg)\n\n"
            f"{PLAIN}\n\n![Ảnh không có](khong-co.png)\n\n{PLAIN}\n\n![Không ai nêu](la.png)",
            id="a-2020-00000042",
            title="Ảnh hỏng",
            date="2020-04-02",
            images=[
                {
                    "file": name,
                    "caption": f"Chú thích của {name}.",
                    "credit": "Người Ảnh",
                    "url": f"https://bao.example/{name}",
                }
                for name in broken
            ],
        ),
    }


def _records() -> dict[str, str]:
    posts = "".join(
        f"  - title: {{vi: Chức vụ thứ {n}, en: Post number {n}}}\n"
        f"    from: {1950 + n}-01\n    to: {1950 + n}-12\n"
        for n in range(60)
    )
    alone = "name: {{vi: {0} không ai nhắc, en: {1} without articles}}\n"
    return {
        "people/nguyen-van-nhieu.yml": (
            f"name: {{vi: Nguyễn Văn Nhiều, en: Nguyen Van Nhieu}}\nroles:\n{posts}"
        ),
        "people/khong-ai.yml": alone.format("Người", "Person"),
        "organisations/khong-to-chuc.yml": alone.format("Tổ chức", "Organisation"),
        "places/khong-noi.yml": alone.format("Nơi", "Place"),
        "topics/khong-chu-de.yml": alone.format("Chủ đề", "Topic"),
        "events/khong-su-kien.yml": alone.format("Sự kiện", "Event"),
        "outlets/khong-bao.yml": alone.format("Báo", "Outlet"),
        "outlets/bao-ten-dai.yml": f"name: {{vi: {OUTLET}}}\n",
        "pages/about/vi.md": "---\ntitle: Giới thiệu\n---\n\nKho lưu trữ mẫu.\n",
        "pages/about/en.md": "---\ntitle: About\n---\n\nA sample archive.\n",
    }
