"""Findings about outlet profiles, and about learning them."""

from __future__ import annotations

from generator.errors.kinds import FindingType
from generator.model import Severity

FINDINGS: dict[str, FindingType] = {
    "profile-unreadable": FindingType(
        Severity.ERROR,
        "Hồ sơ báo không phải YAML đúng: {reason}.",
        "The outlet profile is not valid YAML: {reason}.",
        "Sửa dòng này; đặt mẫu và bộ chọn trong dấu nháy đơn.",
        "Mend this line; put patterns and selectors into single quotes.",
    ),
    "profile-key-unknown": FindingType(
        Severity.ERROR,
        "`{key}` không có nghĩa ở chỗ này của hồ sơ báo.",
        "`{key}` means nothing at this place of an outlet profile.",
        "Dùng một trong: {known}.",
        "Use one of: {known}.",
    ),
    "profile-value-wrong": FindingType(
        Severity.ERROR,
        "`{key}` trong hồ sơ báo phải là {form}, không phải `{value}`.",
        "`{key}` of an outlet profile must be {form}, not `{value}`.",
        "Sửa theo `generator/extract/profiles/README.md`, nơi mỗi khoá có một ví dụ.",
        "Mend it after `generator/extract/profiles/README.md`, which has an example of each key.",
    ),
    "profile-selector-wrong": FindingType(
        Severity.ERROR,
        "`{selector}` không phải bộ chọn dùng được trong hồ sơ báo.",
        "`{selector}` is no selector that an outlet profile can use.",
        "Chỉ dùng thẻ, `.lớp`, `#id`, dấu cách (nằm trong) và dấu phẩy (hoặc).",
        "Use only tags, `.classes`, `#ids`, spaces (descendants) and commas (or).",
    ),
    "profile-pattern-wrong": FindingType(
        Severity.ERROR,
        "`{pattern}` không phải biểu thức chính quy đúng: {reason}.",
        "`{pattern}` is no regular expression: {reason}.",
        "Sửa mẫu; viết `\\(` và `\\.` cho dấu ngoặc và dấu chấm thật.",
        "Mend it; write `\\(` and `\\.` for real brackets and full stops.",
    ),
    "profile-pattern-slow": FindingType(
        Severity.ERROR,
        "`{pattern}` có thể chạy mãi không xong trên một dòng không khớp.",
        "`{pattern}` may run for ever on a line that it does not fit.",
        "Đừng lặp một nhóm kết thúc bằng phần lặp của chính các chữ mở đầu nó: "
        "`(?:\\w+ )*`, không phải `(?:\\w+ ?)*`; dùng nhiều nhất ba `.*`.",
        "Repeat no group that ends in a repetition of the letters it begins with: "
        "`(?:\\w+ )*`, not `(?:\\w+ ?)*`; use at most three `.*`.",
    ),
    "profile-pattern-wide": FindingType(
        Severity.ERROR,
        "`{pattern}` khớp với câu văn bất kỳ, nên sẽ cắt mất bài.",
        "`{pattern}` fits any sentence, and so would cut stories.",
        "Ghi vào mẫu những chữ chỉ có ở dòng cần tìm.",
        "Put words into it that only the lines in question have.",
    ),
    "learn-too-few": FindingType(
        Severity.ERROR,
        "Chỉ có {count} bản chụp của `{outlet}`; cần ít nhất {least} để biết điều gì lặp lại.",
        "There are {count} captures of `{outlet}`; it takes {least} to see what recurs.",
        "Thêm bản chụp của báo này vào raw/, hoặc chọn tệp bằng `--only`.",
        "Add captures of this outlet to raw/, or choose files with `--only`.",
    ),
    "learn-nothing": FindingType(
        Severity.NOTICE,
        "Trong {count} bản chụp của `{outlet}` không có gì lặp lại mà chương trình chưa biết.",
        "Nothing recurs in {count} captures of `{outlet}` that is not known already.",
        "Không cần hồ sơ mới.",
        "No new profile is needed.",
    ),
}
