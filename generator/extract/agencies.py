"""News agencies, and the words by which organisations are told from people."""

from __future__ import annotations

import re

_AGENCIES = (
    r"TTXVN(?:/(?:Vietnam\+|VietnamPlus|Báo Tin tức|BNEWS))?|VNA|Thông tấn xã Việt Nam|"
    r"Vietnam News Agency|Vietnam\+|VietnamPlus|Tân Hoa [Xx]ã|THX|Xinhua(?: News Agency)?|AFP|"
    r"Agence France[- ]Presse|(?:The )?Associated Press|AP(?: News)?|Reuters|REUTERS|"
    r"TASS|ITAR-TASS|RIA Novosti|Sputnik|Interfax|Kyodo(?: News)?|Jiji Press|"
    r"Yonhap(?: News(?: Agency)?)?|Bloomberg(?: News)?|EFE|ANSA|dpa|DPA|UPI|PA Media|PTI|IANS|"
    r"Bernama|Antara|Anadolu(?: Agency)?"
)
_AGENCY = re.compile(rf"(?:{_AGENCIES})")
_AFTER = re.compile(
    rf"(?:\s*[,|/–—-]\s*|\s+(?:for|of|at)\s+|\s*\(\s*(?i:theo|tổng hợp từ)?\s*)"
    rf"(?P<agency>{_AGENCIES})\s*\)?\s*$"
)
_ACCORDING = re.compile(
    r"\(?\s*(?:Theo|Nguồn|According to|Source|Sources)\s*:?\s+(?P<agency>[^():]{2,60}?)\s*\)?\.?"
)

# What a name of a person does not contain: words of offices, firms and of a page's machinery.
_OFFICES = (
    "team staff editor editors editorial desk newsroom news newswire press agency agencies group "
    "inc llc ltd corp company magazine times journal media network tv television radio studio "
    "studios university institute college school department ministry center centre association "
    "foundation council committee board admin administrator webmaster contributor contributors "
    "correspondents reporters writers authors experts marketing support service services solutions "
    "software online digital blog blogs official community partners bank hospital clinic society "
    "office bureau daily weekly gazette herald tribune content newspaper channel systems "
    "technologies labs insurance firm attorneys more comments updated published posted minutes "
    "views subscribe unknown anonymous null undefined privacy login with from for by on your our "
    "how what why"
)
_OFFICE_WORDS = frozenset(_OFFICES.split())
# Names of people, too, but not by themselves, or not as the first word.
_ALONE = (
    "guest home read share best post root law user test author contact about none health "
    "partner club the follow menu search"
)
_ALONE_WORDS = frozenset(_ALONE.split())
_VIETNAMESE_OFFICE = re.compile(
    r"(?i)^(?:(?:nhóm )?(?:pv|p\.v|bbt|btv|ctv)\b|(?:nhóm )?phóng viên$|ban biên tập|tòa soạn|"
    r"toà soạn|ban thời sự|biên tập viên$|báo |tạp chí |đài |cổng |phòng |trung tâm |bộ (?!đội)|"
    r"cục |sở |ủy ban |uỷ ban |thông tấn|tổng hợp|sưu tầm|quản trị|trang )"
)


def is_agency(text: str) -> bool:
    """Whether a text is an agency's name and nothing else."""
    return bool(_AGENCY.fullmatch(text.strip(" .()[]")))


def split(text: str) -> tuple[str, str]:
    """A byline and the agency behind it: `X and Y, Reuters`, `Hồng Nhung (TTXVN)`.

    Returns:
        What stands before, and the agency; either may be empty.
    """
    text = text.strip()
    if is_agency(text):
        return "", text.strip(" .()[]")
    if match := _ACCORDING.fullmatch(text):
        return "", match["agency"]
    if match := _AFTER.search(text):
        return text[: match.start()].strip(" ,|/-–—"), match["agency"]
    return text, ""


def is_office(text: str) -> bool:
    """Whether a text has a word that no person's name has."""
    if _VIETNAMESE_OFFICE.search(text):
        return True
    words = [word.strip(".,:;()’'").casefold() for word in text.split()]
    if words[:1] == ["the"] or (len(words) == 1 and words[0] in _ALONE_WORDS):
        return True
    return any(word in _OFFICE_WORDS for word in words)
