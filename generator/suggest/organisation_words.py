"""Words of which names of organisations are made, in both languages."""

from __future__ import annotations

from itertools import pairwise

from generator.suggest.words import Phrases, phrases
from generator.vietnamese import compare_key

_VIETNAMESE = (
    "Đoàn Chủ tịch, Đoàn đại biểu, Đoàn Ngoại giao, Bộ, Ban, Cục, Tổng cục, Vụ, Viện, Học viện, "
    "Liên hiệp, Liên hiệp hội, Hội, Hội đồng, Hiệp hội, Hội Liên hiệp, Phòng Thương mại, Thông "
    "tấn xã, Đại sứ quán, Tổng Lãnh sự quán, Công ty, Tổng công ty, Tập đoàn, Hãng, Ngân hàng, "
    "Ủy ban, UBND, Sở, Phòng, Đài, Báo, Tạp chí, Nhà xuất bản, Trường, Trường Đại học, Đại học, "
    "Bệnh viện, Trung tâm, Quỹ, Liên đoàn, Tổng Liên đoàn, Đoàn Thanh niên, Mặt trận, Đảng, "
    "Đảng ủy, Tỉnh ủy, Thành ủy, Quận ủy, Huyện ủy, Văn phòng, Quốc hội, Chính phủ, Tòa án, "
    "Viện Kiểm sát, Thanh tra, Kiểm toán, Kho bạc, Tổ chức, Liên minh, Liên hợp quốc, Nghị "
    "viện, Thượng viện, Hạ viện, Cơ quan, Phái đoàn, Quân khu, Quân đội, Bộ Tư lệnh, Binh "
    "chủng, Quân chủng, Cộng đồng, Diễn đàn, Tổ công tác, Ban Chỉ đạo, Đại hội đồng, Nhà hát, "
    "Bảo tàng, Thư viện, Hợp tác xã, Hãng thông tấn, Cổng Thông tin, Trung ương Đảng, Trung "
    "ương, Tổng hội, Câu lạc bộ, Cảnh sát, Hải quan, Tân Hoa xã, Lầu Năm Góc, Nhà Trắng, Điện "
    "Kremlin"
)
_GENERIC = (
    "công ty, tập đoàn, tổng công ty, ngân hàng, ủy ban nhân dân, hội đồng nhân dân, hội đồng "
    "quản trị, hội đồng thành viên, trường đại học, viện nghiên cứu, bệnh viện, tỉnh ủy, thành "
    "ủy, ban thường vụ, cơ quan, tổ chức, liên đoàn, hiệp hội, trung tâm"
)
_NO_ORGANISATION = (
    "hội nghị, hội thảo, hội đàm, hội chợ, hội nhập, hội trường, hội viên, ban hành, ban đầu, "
    "bộ phận, bộ đội, bộ trưởng, bộ ảnh, bộ luật, đảng viên, đảng bộ, phòng chống, phòng họp, "
    "phòng khách, viện trợ, viện trưởng, viện dẫn, trường hợp, trường quốc tế, trường chinh, "
    "trường quay, vụ việc, vụ án, vụ trưởng, quỹ đạo, đài thọ, cục bộ, cục diện, cục trưởng, sở "
    "hữu, sở dĩ, báo cáo, báo chí, báo giới, báo động, báo tin, hội kiến, ban tặng, hãng tin, "
    "quỹ thời gian, đảng ta, cơ quan đại diện, cơ quan chức năng, diễn đàn kinh tế thế giới"
)
_SECOND = (
    "giao thông phòng an vụ tấn hội đoàn hiệp chính tế hóa hoá hoạch tư nghiệp thôn triển học "
    "nghệ trường nguyên dục tạo động binh thông tin tra pháp thể thao lịch dựng tải mại ngoại "
    "nội sự quán phủ viện không gia liên quân đội tiếng nói ương ủy trung tâm gìn giữ bình hòa "
    "phần trách nhiệm hiểm trợ phương môn biên tập lý bản cứu lược viên niên nữ thuật nhạc kịch "
    "ảnh hàng bạc thuế quan cao quyền dân tộc giáo thưởng trí tần thống kê chuyên chí nông lâm "
    "sản phẩm tự vệ xuất đảo giới vực thị hành kiểm đạo tác nghiên sáng chữ thập tra kiện hình "
    "sát sân khoa bưu viễn khí lực than nước ninh thương luật tịch văn sĩ báo y bang đốc chấp "
    "hòa quốc ước biển xã phố đối sư máy trị nghị thư ngữ gỡ biểu"
)
_PHRASES = (
    "nhân dân, vận tải, các hội, tỉnh, thành phố, huyện, quận, các tổ chức hữu nghị, hữu nghị, "
    "các quốc gia, các hội khoa học và kỹ thuật, các nước, thế giới, quốc tế, quốc gia, nước, "
    "nước ngoài, châu, khu vực, hòa bình, hoà bình, kinh tế, tự do, cổ phần, trách nhiệm hữu "
    "hạn, một thành viên, chủ nhà, thành viên, quản trị, toàn quốc, xã hội, điện tử, doanh "
    "nghiệp, doanh nghiệp nhỏ và vừa, khoa học, công nghệ, kỹ thuật, văn hóa, nghệ thuật, hàng "
    "không, dầu khí, thường trực, về người Việt Nam ở nước ngoài, người Việt Nam ở nước ngoài, "
    "đại diện, đại diện thường trực, chất độc da cam, tối cao, liên bang, vũ trang, hợp tác, "
    "phát triển, mậu dịch tự do, đối ngoại, quân sự, chính trị, tư tưởng, lý luận, di sản, "
    "thiên nhiên, trung ương, tiếng Pháp, và kỹ thuật, kiều bào, thanh niên, phụ nữ, thiếu "
    "niên, nhi đồng, báo chí, đào tạo, nghiên cứu"
)
_GOES_ON = (
    "họp nói đến dự về đi gặp thăm tiếp là có được bị do với cho từ trong ngày vào ra lên xuống "
    "sẽ đã đang cũng còn vừa mới như khi nếu thì mà nhưng hay hoặc để theo qua sau trước này đó "
    "kia tổ cùng tại ở của và các những mời ký kêu đòi cần phải muốn mong xin gửi trao nhận mở "
    "bàn báo"
)
_CONNECTIVES = "và các của cho về với ở tại"

_ENGLISH_FIRST = (
    "Ministry, Embassy, Department, Association, Union, Committee, Council, Institute, Academy, "
    "University, Office, Bank, Organisation, Organization, Federation, Chamber, Consulate, "
    "Consulate General, Government, House, Federation, Communist Party, Party, Mission, Centre, "
    "Center, College, Court, Board, School, Secretariat, Bureau, Confederation, League, "
    "Community"
)
_ENGLISH_LAST = (
    "Agency, Ministry, Embassy, Department, Association, Union, Committee, Council, Institute, "
    "Academy, University, Office, Bank, Organisation, Organization, Federation, Airlines, "
    "Airways, Group, Corporation, Company, Holdings, Foundation, Fund, Centre, Center, "
    "Assembly, Parliament, Commission, Party, Forces, Front, Hospital, Television, Radio, "
    "Newspaper, Society, Alliance, Secretariat, Authority, Forum, Nations, Bureau, Court, "
    "Government, House, Board, College"
)
_ENGLISH_INSIDE = "of for the and on in &"
_FIELDS = (
    "Foreign Affairs, Foreign, Public Security, National Defence, National Defense, Defence, "
    "Defense, Trade, Industry and Trade, Commerce, Finance, Planning and Investment, Health, "
    "Education and Training, Science and Technology, Information and Communications, Justice, "
    "Transport, Construction, Home Affairs, Agriculture and Rural Development, Culture, Natural "
    "Resources and Environment, Labour, State, Energy, Economy, Interior, Investment, Economic "
    "Affairs, External Relations, Foreign Trade, Economy and Trade"
)


def _table(listed: str) -> Phrases:
    return phrases(listed.split(","))


HEADS = _table(_VIETNAMESE)
"""What a Vietnamese organisation's name begins with."""

GENERIC = _table(_GENERIC)
"""What may begin one in lower case, behind a post: "giám đốc công ty …"."""

NO_ORGANISATION = _table(_NO_ORGANISATION)
"""Phrases that begin like an organisation and are none."""

SECOND = frozenset(compare_key(word).casefold() for word in _SECOND.split())
"""Syllables in lower case that stand behind a capitalised one in names of organisations."""

GOES_ON = frozenset(compare_key(word).casefold() for word in _GOES_ON.split())
"""Syllables in lower case that stand behind such names, and in none."""

INSIDE = _table(_PHRASES)
"""Phrases in lower case that stand within such names."""

CONNECTIVES = frozenset(_CONNECTIVES.split())
"""Those of them that join, so that none ends a name and no person's name follows."""

COMPANIES = frozenset({"công ty", "tập đoàn", "hãng", "ngân hàng", "quỹ", "trường", "tổng công ty"})
"""Heads before foreign words that are the firm's own name and not a person's."""

FORMS = frozenset({"tnhh", "tmcp", "cp", "mtv"})
"""Legal forms of firms, before the firm's own name."""

NAMESAKES = frozenset(
    {"trường", "trường đại học", "đại học", "học viện", "bệnh viện", "quỹ", "nhà hát", "bảo tàng"}
)
"""Heads that may be followed by the name of whom the institution is named after."""

ENGLISH_FIRST = frozenset(word.strip().casefold() for word in _ENGLISH_FIRST.split(","))
"""Words with which an English organisation's name begins, before "of" or "for"."""

ENGLISH_LAST = frozenset(word.strip().casefold() for word in _ENGLISH_LAST.split(","))
"""Words with which one ends."""

ENGLISH_INSIDE = frozenset(_ENGLISH_INSIDE.split())
"""Words in lower case that stand within one."""

FIELDS = _table(_FIELDS)
"""What ministers are ministers of."""


def is_english(word: str) -> bool:
    """Whether a word in lower case tells an English organisation, also in the plural."""
    return word in ENGLISH_FIRST or word in ENGLISH_LAST or word.removesuffix("s") in ENGLISH_LAST


def names_english(words: list[str]) -> bool:
    """Whether words in lower case, none missing, name an organisation in English."""
    if len(words) > 1 and is_english(words[-1]):
        return True
    return any(word in ENGLISH_FIRST and after in {"of", "for"} for word, after in pairwise(words))
