"""The table of findings: what each code means, in both languages.

A code is permanent: scripts and editors' notes refer to it. Add codes freely; never rename one or
give it another meaning.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.model import Severity


@dataclass(frozen=True, slots=True)
class FindingType:
    """What a code means.

    Attributes:
        severity: How bad it is.
        what_vi: What happened, in Vietnamese; `{name}` are facts given to `finding`.
        what_en: The same in English.
        do_vi: What to do, in Vietnamese.
        do_en: The same in English.
    """

    severity: Severity
    what_vi: str
    what_en: str
    do_vi: str
    do_en: str


_E, _W, _N = Severity.ERROR, Severity.WARNING, Severity.NOTICE

FINDINGS: dict[str, FindingType] = {
    # captures
    "capture-unreadable": FindingType(
        _E,
        "Không đọc được bản chụp: {reason}.",
        "The capture cannot be read: {reason}.",
        "Kiểm tra quyền đọc và chép lại tệp từ nguồn.",
        "Check its permissions, or copy the file again from where it came.",
    ),
    "capture-empty": FindingType(
        _E,
        "Bản chụp rỗng.",
        "The capture is empty.",
        "Chụp lại trang, hoặc xoá tệp.",
        "Scrape the page again, or delete the file.",
    ),
    "capture-no-story": FindingType(
        _E,
        "Không còn lại bài viết nào sau khi làm sạch.",
        "Nothing that reads like a story is left after cleaning.",
        "Chạy `archive explain` để xem từng dòng; nếu đây là bài thật, hãy báo lỗi kèm tệp này.",
        "Run `archive explain` to see each line; if it is a story, report it with this file.",
    ),
    "capture-too-large": FindingType(
        _E,
        "Bản chụp lớn {size} byte; giới hạn là {limit}.",
        "The capture has {size} bytes; the limit is {limit}.",
        "Kiểm tra xem đây có đúng là một trang báo không.",
        "See whether this really is one news page.",
    ),
    "capture-encoding-unknown": FindingType(
        _E,
        "Không nhận ra bảng mã của bản chụp.",
        "The capture is in no code page that we know.",
        "Chuyển tệp sang UTF-8 rồi chạy lại.",
        "Convert the file to UTF-8 and run again.",
    ),
    "capture-encoding-legacy": FindingType(
        _E,
        "Bản chụp dùng bảng mã cũ {encoding}, chưa được hỗ trợ.",
        "The capture is in the legacy code page {encoding}, which is not converted yet.",
        "Chuyển tệp sang Unicode (UTF-8) rồi chạy lại.",
        "Convert the file to Unicode (UTF-8) and run again.",
    ),
    "capture-link": FindingType(
        _E,
        "Đây là liên kết (symlink) nên không được đọc.",
        "This is a link (symlink), which is never followed.",
        "Thay liên kết bằng chính tệp đó.",
        "Put the file itself in its place.",
    ),
    "capture-folder": FindingType(
        _W,
        "Đây là thư mục nhưng mang tên như một trang.",
        "This is a folder, but it is named like a page.",
        "Nếu là thư mục thì đổi tên; nếu là trang thì chép lại tệp từ nguồn.",
        "If a folder is meant, rename it; if a page is meant, copy it again from its source.",
    ),
    "capture-format-unknown": FindingType(
        _N,
        "Bỏ qua: không biết định dạng `{suffix}`.",
        "Passed over: `{suffix}` is not a format of captures.",
        "Dùng .txt, .html hoặc .htm; hoặc chuyển tệp ra khỏi thư mục này.",
        "Use .txt, .html or .htm, or move the file elsewhere.",
    ),
    "capture-title-derived": FindingType(
        _N,
        "Bản chụp không có tít; tít được rút từ câu đầu.",
        "The capture has no headline; one was derived from its first sentence.",
        "Nếu biết tít gốc, hãy sửa `title` trong {path}.",
        "If you know the original headline, mend `title` in {path}.",
    ),
    "capture-date-unknown": FindingType(
        _N,
        "Không tìm thấy ngày đăng.",
        "No date of publication was found.",
        "Nếu biết, hãy ghi vào `date` trong {path}.",
        "If you know it, write it as `date` in {path}.",
    ),
    "capture-date-conflict": FindingType(
        _W,
        "Trang nêu hai ngày đăng khác nhau: {first} và {second}.",
        "The page states two dates of publication: {first} and {second}.",
        "Xem trang gốc rồi sửa `date` nếu cần.",
        "Look at the original and mend `date` if it is wrong.",
    ),
    "capture-outlet-unknown": FindingType(
        _N,
        "Không nhận ra báo đã đăng bài này.",
        "The outlet that published this is not known.",
        "Nếu biết, hãy ghi vào `source.outlet` trong {path}.",
        "If you know it, write it as `source.outlet` in {path}.",
    ),
    "capture-language-unknown": FindingType(
        _W,
        "Bài không phải tiếng Việt hay tiếng Anh, hoặc quá ngắn để biết; tạm coi là `{lang}`.",
        "The text is neither Vietnamese nor English, or too short to tell; taken as `{lang}`.",
        "Nếu sai, hãy đổi tên {path} thành vi.md hoặc en.md.",
        "If that is wrong, rename {path} to vi.md or en.md.",
    ),
    "capture-repaired": FindingType(
        _N,
        "Đã sửa «{was}» thành «{now}».",
        "“{was}” was mended to “{now}”.",
        "Nếu sửa sai, hãy sửa lại trong {path}.",
        "If that is wrong, change it back in {path}.",
    ),
    "convert-kept-edited": FindingType(
        _N,
        "Tệp đã có người sửa nên được giữ nguyên.",
        "A person has edited this file, so it was left as it is.",
        "Để làm lại từ bản chụp, hãy xoá tệp rồi chạy `archive convert`.",
        "To make it anew from the capture, delete it and run `archive convert`.",
    ),
    "convert-clash": FindingType(
        _E,
        "Bài này và {other} có cùng mã `{id}`.",
        "This capture and {other} get the same id `{id}`.",
        "Nếu là cùng một bản chụp, hãy xoá một tệp.",
        "If they are one capture, delete one of the files.",
    ),
    "convert-same-bytes": FindingType(
        _N,
        "Giống hệt {other}; chỉ tệp kia được dùng.",
        "The same bytes as {other}; only that one is used.",
        "Có thể xoá một trong hai tệp.",
        "One of the two can be deleted.",
    ),
    # content
    "file-unreadable": FindingType(
        _E,
        "Không đọc được tệp: {reason}.",
        "The file cannot be read: {reason}.",
        "Lưu lại tệp dạng UTF-8.",
        "Save the file as UTF-8.",
    ),
    "file-link": FindingType(
        _E,
        "Đây là liên kết (symlink) nên không được đọc.",
        "This is a link (symlink), which is never followed.",
        "Thay liên kết bằng chính tệp đó.",
        "Put the file itself in its place.",
    ),
    "file-unexpected": FindingType(
        _W,
        "Không biết tệp này để làm gì.",
        "This file has no place here and is not used.",
        "Một bài gồm vi.md, en.md và các ảnh; hãy đổi tên hoặc chuyển tệp đi.",
        "An article is vi.md, en.md and its pictures; rename the file or move it away.",
    ),
    "front-matter-missing": FindingType(
        _E,
        "Tệp không bắt đầu bằng phần thông tin giữa hai dòng `---`.",
        "The file does not start with its facts between two lines of `---`.",
        "Chép phần đầu từ một bài khác, hoặc dùng `archive new`.",
        "Copy the head of another article, or use `archive new`.",
    ),
    "front-matter-syntax": FindingType(
        _E,
        "Phần thông tin đầu tệp viết sai: {reason}.",
        "The facts at the head of the file are not valid YAML: {reason}.",
        "Sửa dòng này; chữ có dấu `:` hay `#` cần đặt trong ngoặc kép.",
        "Mend this line; text with `:` or `#` in it belongs in quotation marks.",
    ),
    "field-unknown": FindingType(
        _W,
        "Không có trường nào tên `{field}`.",
        "There is no field named `{field}`.",
        "Xem bảng các trường trong README; {hint}",
        "See the table of fields in the README; {hint}",
    ),
    "field-missing": FindingType(
        _E,
        "Thiếu trường bắt buộc `{field}`.",
        "The required field `{field}` is missing.",
        "Thêm dòng `{field}: …`; {hint}",
        "Add a line `{field}: …`; {hint}",
    ),
    "field-invalid": FindingType(
        _E,
        "Giá trị của `{field}` không hợp lệ: {value}.",
        "The value of `{field}` is not valid: {value}.",
        "Cần: {hint}",
        "Expected: {hint}",
    ),
    "field-shared": FindingType(
        _W,
        "`{field}` thuộc về bản gốc; trong bản dịch nó bị bỏ qua.",
        "`{field}` belongs to the original; in a translation it is ignored.",
        "Xoá trường này khỏi bản dịch; nếu cần đổi, hãy sửa ở bản gốc.",
        "Take it out of the translation; to change it, change it in the original.",
    ),
    "field-long": FindingType(
        _W,
        "`{field}` dài {count} ký tự; nên giữ trong {limit}.",
        "`{field}` has {count} characters; it should have {limit} at most.",
        "Viết ngắn lại.",
        "Make it shorter.",
    ),
    "record-syntax": FindingType(
        _E,
        "Bản ghi viết sai YAML: {reason}.",
        "The record is not valid YAML: {reason}.",
        "Sửa dòng này; chữ có dấu `:` hay `#` cần đặt trong ngoặc kép.",
        "Mend this line; text with `:` or `#` in it belongs in quotation marks.",
    ),
    "removed-broken": FindingType(
        _E,
        "Không đọc được danh sách dòng đã bỏ: {reason}.",
        "The list of removed lines cannot be read: {reason}.",
        "Xoá removed.yml rồi chạy `archive convert`; tệp này do công cụ ghi.",
        "Delete removed.yml and run `archive convert`; the tool writes that file.",
    ),
    "removed-line-unknown": FindingType(
        _E,
        "Không có dòng số {n} trong danh sách dòng đã bỏ.",
        "There is no line {n} in the list of removed lines.",
        "Xem các số dòng trong removed.yml, hoặc chạy `archive explain`.",
        "See the numbers in removed.yml, or run `archive explain`.",
    ),
    "file-exists": FindingType(
        _E,
        "Tệp này đã có; không ghi đè.",
        "This file exists already; nothing was written over it.",
        "Mở tệp đó để sửa, hoặc xoá nó trước.",
        "Open that file and edit it, or delete it first.",
    ),
    "file-unwritable": FindingType(
        _E,
        "Không ghi được tệp: {reason}.",
        "The file cannot be written: {reason}.",
        "Kiểm tra quyền ghi và chỗ trống trên đĩa.",
        "Check the permissions and the space left on the disk.",
    ),
    "translation-empty": FindingType(
        _N,
        "Bản dịch chưa có nội dung nên được coi là bản nháp.",
        "The translation has no text yet, so it counts as a draft.",
        "Viết bản dịch dưới dòng `---` thứ hai.",
        "Write the translation below the second `---`.",
    ),
    "article-no-original": FindingType(
        _E,
        "Thư mục chỉ có bản dịch, không có bản gốc.",
        "The folder has only translations and no original.",
        "Thêm bản gốc, hoặc bỏ `translation:` khỏi tệp vốn là bản gốc.",
        "Add the original, or take `translation:` out of the file that is one.",
    ),
    "article-two-originals": FindingType(
        _E,
        "Cả {first} và {second} đều là bản gốc.",
        "Both {first} and {second} are originals.",
        "Thêm `translation:` vào bản dịch, hoặc tách thành hai thư mục.",
        "Add `translation:` to the translation, or give each a folder of its own.",
    ),
    "article-empty": FindingType(
        _E,
        "Bài không có nội dung.",
        "The article has no text.",
        "Viết nội dung dưới dòng `---` thứ hai, hoặc đặt `status: draft`.",
        "Write the text below the second `---`, or set `status: draft`.",
    ),
    "article-too-long": FindingType(
        _E,
        "Bài dài {count} ký tự; giới hạn là {limit}.",
        "The text has {count} characters; the limit is {limit}.",
        "Chia thành nhiều bài, hoặc chỉ giữ bản tóm tắt và liên kết đến toàn văn.",
        "Make several articles of it, or keep a summary and a link to the whole.",
    ),
    "article-image-missing": FindingType(
        _E,
        "Không có ảnh `{name}` trong thư mục của bài.",
        "There is no picture `{name}` in the article's folder.",
        "Thêm tệp ảnh, hoặc xoá `file` và để `url`.",
        "Add the file, or take `file` out and leave `url`.",
    ),
    "id-duplicate": FindingType(
        _E,
        "Mã `{id}` cũng được dùng trong {other}.",
        "The id `{id}` is also used in {other}.",
        "Mỗi bài, mỗi bản ghi cần một mã riêng; tệp này tạm không được đăng.",
        "Each article and record needs an id of its own; this file is left out for now.",
    ),
    "reference-unknown": FindingType(
        _E,
        "`{field}` nêu `{id}`, nhưng không có mã đó.",
        "`{field}` names `{id}`, which does not exist.",
        "Sửa mã, hoặc tạo bản ghi {path}; {hint}",
        "Mend the id, or add the record {path}; {hint}",
    ),
    "record-alias-clash": FindingType(
        _W,
        "Tên «{name}» cũng thuộc về {other}.",
        "The name “{name}” also belongs to {other}.",
        "Tên dùng chung không được liên kết tự động; hãy ghi mã vào từng bài.",
        "A shared name is not linked by itself; name the id in the articles that mean it.",
    ),
    "link-dead": FindingType(
        _W,
        "Liên kết tới {url}, nhưng không có trang nào ở đó.",
        "There is a link to {url}, where there is no page.",
        "Sửa địa chỉ; trước đó, trang chỉ hiện phần chữ.",
        "Mend the address; until then only its words are shown.",
    ),
    "translation-stale": FindingType(
        _W,
        "Bản gốc đã thay đổi sau khi dịch.",
        "The original has changed since this was translated.",
        "Xem lại bản dịch, rồi đặt `translation.of: {digest}`.",
        "Look the translation through, then set `translation.of: {digest}`.",
    ),
    # the archive
    "permalink-clash": FindingType(
        _E,
        "{url} cũng là địa chỉ của {other}.",
        "{url} is also the address of {other}.",
        "Đổi `slug` của bài đăng sau; trước đó, bài này không được đăng.",
        "Change the `slug` of the later one; until then this one is left out.",
    ),
    "alias-clash": FindingType(
        _W,
        "Địa chỉ cũ {url} cũng thuộc về {other}.",
        "The former address {url} also belongs to {other}.",
        "Xoá địa chỉ đó khỏi `aliases` của bài không phải chủ cũ của nó.",
        "Take it out of the `aliases` of the article that did not have it.",
    ),
    "reprint-cycle": FindingType(
        _E,
        "`reprint_of` đi vòng tròn: {ids}.",
        "`reprint_of` goes round in a circle: {ids}.",
        "Xoá `reprint_of` khỏi bài được đăng đầu tiên.",
        "Take `reprint_of` out of the article that came first.",
    ),
    "permalink-lost": FindingType(
        _E,
        "{url} đã từng được đăng (`{id}`) nhưng nay không còn.",
        "{url} was published once (`{id}`) and would be lost now.",
        "Sửa hoặc khôi phục tệp có mã đó; để gỡ bài, đặt `status: removed`; bản ghi đã gộp hoặc "
        "đổi mã thì ghi mã cũ vào `replaces:` của bản ghi còn lại.",
        "Mend or restore the file with that id; to take an article down, set `status: removed`; "
        "if a record was merged or has a new id, put the old id into its `replaces:`.",
    ),
    "permalink-taken": FindingType(
        _E,
        "{url} đã được đăng cho `{id}` nhưng nay lại hiện `{other}`.",
        "{url} was published as `{id}` and now shows `{other}`.",
        "Đặt `slug` khác cho bài mới; nếu vẫn là bài cũ, trả lại mã cũ.",
        "Give the new one another `slug`; if it is still the same one, put the old id back.",
    ),
    "permalink-unregistered": FindingType(
        _N,
        "{count} địa chỉ mới chưa có trong sổ, ví dụ {url}.",
        "{count} new addresses are not in the register yet, for example {url}.",
        "Chạy `archive build` và commit content/permalinks.csv.",
        "Run `archive build` and commit content/permalinks.csv.",
    ),
    "permalinks-broken": FindingType(
        _E,
        "Sổ địa chỉ hỏng: {reason}.",
        "The register of addresses is broken: {reason}.",
        "Khôi phục content/permalinks.csv từ lịch sử git; chỉ được thêm dòng.",
        "Restore content/permalinks.csv from git; lines are only ever added to it.",
    ),
    "fixity-missing": FindingType(
        _E,
        "Không còn bản chụp {raw}.",
        "The capture {raw} is gone.",
        "Khôi phục tệp từ bản sao lưu.",
        "Restore the file from a backup.",
    ),
    "fixity-changed": FindingType(
        _E,
        "Bản chụp {raw} đã thay đổi: sha256 là {found}, không phải {expected}.",
        "The capture {raw} has changed: its sha256 is {found}, not {expected}.",
        "Khôi phục tệp từ bản sao lưu.",
        "Restore the file from a backup.",
    ),
    # the site
    "site-unsafe": FindingType(
        _E,
        "Trang có {thing}, không được phép.",
        "The page has {thing}, which is not allowed.",
        "Trang không được đăng; hãy báo lỗi kèm tệp này.",
        "The site was not published; report this with the file.",
    ),
    "site-broken": FindingType(
        _E,
        "MkDocs không dựng được trang: {reason}.",
        "MkDocs could not build the site: {reason}.",
        "Sửa tệp được nêu; trang cũ vẫn được giữ nguyên.",
        "Mend the file it names; the last good site was left as it is.",
    ),
    "site-warning": FindingType(
        _W,
        "MkDocs cảnh báo: {reason}.",
        "MkDocs warns: {reason}.",
        "Trang vẫn được đăng; hãy xem tệp được nêu. `mkdocs build --strict` sẽ dừng ở đây.",
        "The site was published; see what it names. `mkdocs build --strict` would stop here.",
    ),
}
"""Code → what it means."""
