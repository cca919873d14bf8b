"""Words with which no telling phrase begins or ends, since they only join others.

Vietnamese syllables are listed only where they hardly begin, or end, any word of two: `sự` begins
none but ends `lãnh sự`, `do` ends `tự do`.

Source: the commonest function words of the Vietnamese Wikipedia and of English news, judged one
by one against the phrases that they would spoil.
"""

from __future__ import annotations

_VI = """
và của các những là với cho trong tại từ về này đó khi một được đã đang sẽ có theo trên dưới đến
tới ra vào lên rằng mà thì cũng như nhiều hơn rất để bởi vì nếu nhưng hoặc sau trước ngày tháng
năm ông bà cuộc cái qua giữa cùng còn nên phải đây ngay đều vẫn chỉ mỗi mọi từng thêm bằng gồm gần
khoảng ở thứ vừa nhằm nêu đồng thời họ tôi chúng ta mình ấy đấy nào gì sao ai đâu hết cả chiều
sáng tối hôm mai lần
"""
_VI_FIRST = "sự việc bị do không lại hay nay bao"
_EN = """
a an the and or but nor so yet of in on at by for from to into onto with without within over under
between among against during before after since until while when where which who whom whose what
that this these those it its he his him she her they their them we our us you your i my me is are
was were be been being am has have had having do does did done will would shall should can could
may might must not no than then there here as if because though although also only just more most
much many some any each every all both other another such own same too very about around through
per via up out off down again further once one two three first last said says say told according
mr mrs ms year years day days month months
"""
_JOINING = {"vi": _VI, "en": _EN}

FIRST: dict[str, frozenset[str]] = {
    "vi": frozenset(f"{_VI} {_VI_FIRST}".split()),
    "en": frozenset(_EN.split()),
}
"""Language → words that begin no phrase, in lower case."""

LAST: dict[str, frozenset[str]] = {
    lang: frozenset(words.split()) for lang, words in _JOINING.items()
}
"""Language → words that end none, in lower case."""
