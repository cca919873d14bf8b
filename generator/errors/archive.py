"""Findings about what the archive says as a whole: links, names, reprints, URLs, fixity."""

from __future__ import annotations

from generator.errors.kinds import FindingType
from generator.model import Severity

FINDINGS: dict[str, FindingType] = {
    "permalink-clash": FindingType(
        Severity.ERROR,
        "{url} cũng là địa chỉ của {other}.",
        "{url} is also the address of {other}.",
        "Đổi `slug` của bài đăng sau; trước đó, bài này không được đăng.",
        "Change the `slug` of the later one; until then this one is left out.",
    ),
    "alias-clash": FindingType(
        Severity.WARNING,
        "Địa chỉ cũ {url} cũng thuộc về {other}.",
        "The former address {url} also belongs to {other}.",
        "Xoá địa chỉ đó khỏi `aliases` của bài không phải chủ cũ của nó.",
        "Take it out of the `aliases` of the article that did not have it.",
    ),
    "mention-ambiguous": FindingType(
        Severity.NOTICE,
        "“{name}” có thể là {candidates}; không rõ là ai nên không tính cho ai.",
        "“{name}” may be {candidates}; nobody can tell, so it counts for none of them.",
        "Ghi mã của người hay nơi được nói đến vào phần đầu bài, ví dụ `{example}`.",
        "Name the one that is meant at the head of the article, as in `{example}`.",
    ),
    "reprint-cycle": FindingType(
        Severity.ERROR,
        "`reprint_of` đi vòng tròn: {ids}.",
        "`reprint_of` goes round in a circle: {ids}.",
        "Xoá `reprint_of` khỏi bài được đăng đầu tiên.",
        "Take `reprint_of` out of the article that came first.",
    ),
    "reprint-unlike": FindingType(
        Severity.NOTICE,
        "`reprint_of` nối bài này với {other}, nhưng hai văn bản chỉ trùng {share} %.",
        "`reprint_of` joins this article with {other}, but their texts share {share} % only.",
        "Xem lại mã trong `reprint_of`; nếu đúng là một bài đăng lại thì cứ để nguyên.",
        "See whether `reprint_of` has the right id; if it is a reprint all the same, leave it.",
    ),
    "permalink-lost": FindingType(
        Severity.ERROR,
        "{url} đã từng được đăng (`{id}`) nhưng nay không còn.",
        "{url} was published once (`{id}`) and would be lost now.",
        "Sửa hoặc khôi phục tệp có mã đó; để gỡ bài, đặt `status: removed`; bản ghi đã gộp hoặc "
        "đổi mã thì ghi mã cũ vào `replaces:` của bản ghi còn lại.",
        "Mend or restore the file with that id; to take an article down, set `status: removed`; "
        "if a record was merged or has a new id, put the old id into its `replaces:`.",
    ),
    "permalink-taken": FindingType(
        Severity.ERROR,
        "{url} đã được đăng cho `{id}` nhưng nay lại hiện `{other}`.",
        "{url} was published as `{id}` and now shows `{other}`.",
        "Đặt `slug` khác cho bài mới; nếu vẫn là bài cũ, trả lại mã cũ.",
        "Give the new one another `slug`; if it is still the same one, put the old id back.",
    ),
    "permalink-unregistered": FindingType(
        Severity.NOTICE,
        "{count} địa chỉ mới chưa có trong sổ, ví dụ {url}.",
        "{count} new addresses are not in the register yet, for example {url}.",
        "Chạy `archive build` và commit content/permalinks.csv.",
        "Run `archive build` and commit content/permalinks.csv.",
    ),
    "permalinks-broken": FindingType(
        Severity.ERROR,
        "Sổ địa chỉ hỏng: {reason}.",
        "The register of addresses is broken: {reason}.",
        "Khôi phục content/permalinks.csv từ lịch sử git; chỉ được thêm dòng.",
        "Restore content/permalinks.csv from git; lines are only ever added to it.",
    ),
    "fixity-missing": FindingType(
        Severity.ERROR,
        "Không còn bản chụp {raw}.",
        "The capture {raw} is gone.",
        "Khôi phục tệp từ bản sao lưu.",
        "Restore the file from a backup.",
    ),
    "fixity-changed": FindingType(
        Severity.ERROR,
        "Bản chụp {raw} đã thay đổi: sha256 là {found}, không phải {expected}.",
        "The capture {raw} has changed: its sha256 is {found}, not {expected}.",
        "Khôi phục tệp từ bản sao lưu.",
        "Restore the file from a backup.",
    ),
}
