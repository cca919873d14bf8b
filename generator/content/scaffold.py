"""Files to start from: a new article, a translation of one.

What an editor has to fill in is explained beside it, in the language that they will write in.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

from generator import naming
from generator.content import files, plain
from generator.content.front_matter import digest
from generator.content.index import known
from generator.content.report import one_line
from generator.errors import FindingError, finding
from generator.model import Article, Bilingual, Date
from generator.vietnamese import slug as slug_of

_NEW = Bilingual(
    vi="""\
# Điền các dòng dưới đây; bảng các trường có trong README. Chữ có dấu `:` hay `#` thì đặt
# trong ngoặc kép. Viết nội dung dưới dòng `---` thứ hai; xong thì đổi `draft` thành `published`.
id: {id}                      # không bao giờ đổi
title: {title}
date: {date}                  # báo đăng khi nào: 2024-05-01, 2024-05, 2024 hoặc unknown
status: draft                 # draft là nháp, published là đăng
# summary: tóm tắt, tối đa 300 ký tự
source:
  outlet: unknown             # mã của báo trong content/outlets, hoặc unknown
  # url: https://…            # địa chỉ bài gốc
# byline: tên tác giả như đã in
# people: [bui-thanh-son]     # mã trong content/people; organisations, places, topics cũng vậy
rights: {{}}                    # {{}} là theo bản ghi của báo
slug: {slug}                  # tên trong địa chỉ; không đổi sau khi đăng
""",
    en="""\
# Fill in the lines below; the README has the table of fields. Text with `:` or `#` in it goes
# in quotation marks. Write below the second `---`; when done, make `draft` `published`.
id: {id}                      # never changes
title: {title}
date: {date}                  # when it was published: 2024-05-01, 2024-05, 2024 or unknown
status: draft                 # draft, or published
# summary: at most 300 characters
source:
  outlet: unknown             # id of the outlet in content/outlets, or unknown
  # url: https://…            # address of the original
# byline: author as printed
# people: [bui-thanh-son]     # ids in content/people; likewise organisations, places, topics
rights: {{}}                    # {{}} takes what the outlet's record says
slug: {slug}                  # its name in the URL; kept once published
""",
)

_TRANSLATION = Bilingual(
    vi="""\
# Bản dịch của: {original}
# Điền tít, viết bản dịch dưới dòng `---` thứ hai. Chừng nào chưa có nội dung, đây là bản nháp.
title: ""
# summary: tóm tắt, tối đa 300 ký tự
translation:
  of: {of}
  kind: human                 # official, human, machine, machine-reviewed hoặc summary
  translator: ""
{date}""",
    en="""\
# Translation of: {original}
# Fill in the title, write below the second `---`. While there is no text, this is a draft.
title: ""
# summary: at most 300 characters
translation:
  of: {of}
  kind: human                 # official, human, machine, machine-reviewed or summary
  translator: ""
{date}""",
)


def new(title: str, *, date: Date | None, lang: str, content: Path, token: str) -> Path:
    """Make the folder and the file of a new article, a draft.

    Args:
        title: Its headline.
        date: When it was published; None if unknown.
        lang: One of `LANGS`.
        content: The content folder.
        token: Random text, from which its id is made.

    Returns:
        The file.

    Raises:
        FindingError: It cannot be written.
    """
    identifier = naming.identity(date, hashlib.sha256(token.encode("utf-8")).hexdigest())
    tail = identifier.rpartition("-")[2]
    headline = one_line(title) or identifier
    wanted = slug_of(headline) or identifier
    taken = known(content).taken
    names = (wanted, f"{wanted}-{tail[:4]}", f"{wanted}-{tail}")
    free = [n for n in names if naming.folder(date, n) not in taken]
    slug = next((n for n in free if not (content / naming.folder(date, n)).exists()), names[-1])
    path = f"{naming.folder(date, slug)}/{lang}.md"
    head = _NEW.get(lang).format(
        id=identifier, title=plain.scalar(headline), date=date or "unknown", slug=slug
    )
    return _write(content, path, f"---\n{head}---\n")


def translate(article: Article, *, to: str, content: Path, date: Date | None = None) -> Path:
    """Make the file for a translation, beside its original.

    It has no text: the original's would say of itself that it is in the other language.

    Args:
        article: The original.
        to: Language of the translation.
        content: The content folder.
        date: When the translation was made, if known.

    Returns:
        The file.

    Raises:
        FindingError: There is such a file already, or it cannot be written.
    """
    head = _TRANSLATION.get(to).format(
        original=one_line(article.title),
        of=digest(article.body),
        date=f"  date: {date}\n" if date else "",
    )
    return _write(content, f"{article.folder}/{to}.md", f"---\n{head}---\n")


def _write(content: Path, path: str, text: str) -> Path:
    target = content / path
    if target.exists() or target.is_symlink():
        raise FindingError(finding("file-exists", file=files.shown(content, path)))
    files.replace(content, path, text)
    return target
