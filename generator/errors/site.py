"""Findings about the site."""

from __future__ import annotations

from generator.errors.kinds import FindingType
from generator.model import Severity

FINDINGS: dict[str, FindingType] = {
    "site-unsafe": FindingType(
        Severity.ERROR,
        "Trang có {thing}, không được phép.",
        "The page has {thing}, which is not allowed.",
        "Trang không được đăng; hãy báo lỗi kèm tệp này.",
        "The site was not published; report this with the file.",
    ),
    "page-failed": FindingType(
        Severity.ERROR,
        "Không in được trang này: {reason}. Trang mạng mới không có nó.",
        "This page could not be printed: {reason}. It is not on the new site.",
        "Sửa bài hay bản ghi mà trang này lấy dữ liệu, hoặc mẫu trang trong overrides/.",
        "Mend the article or record that it shows, or its template in overrides/.",
    ),
    "site-broken": FindingType(
        Severity.ERROR,
        "MkDocs không dựng được trang: {reason}.",
        "MkDocs could not build the site: {reason}.",
        "Sửa tệp được nêu; trang cũ vẫn được giữ nguyên.",
        "Mend the file it names; the last good site was left as it is.",
    ),
    "site-half-published": FindingType(
        Severity.ERROR,
        "Trang mạng chỉ mới được thay một phần: {reason}.",
        "The site was changed only in part: {reason}.",
        "Sửa nguyên nhân (quyền ghi, chỗ trống trên đĩa) rồi dựng lại: lần dựng sau sẽ làm nốt.",
        "Mend the cause (permissions, room on the disk) and build again, which does the rest.",
    ),
    "site-incomplete": FindingType(
        Severity.ERROR,
        "Trang do công cụ khác dựng thiếu {count} tệp, đầu tiên là tệp này.",
        "The site that another engine built lacks {count} files, this one first.",
        "Chạy `archive stage`, rồi dựng lại với `.archive/mkdocs.yml`; không đăng trang này.",
        "Run `archive stage`, build anew with `.archive/mkdocs.yml`; do not publish this site.",
    ),
    "site-warning": FindingType(
        Severity.WARNING,
        "MkDocs cảnh báo: {reason}.",
        "MkDocs warns: {reason}.",
        "Trang vẫn được đăng; hãy xem tệp được nêu. `mkdocs build --strict` sẽ dừng ở đây.",
        "The site was published; see what it names. `mkdocs build --strict` would stop here.",
    ),
}
