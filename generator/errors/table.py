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
    "capture-no-article": FindingType(
        _N,
        "Trang này trong tệp không có bài viết: có lẽ là trang chủ, mục lục hay trang tìm kiếm.",
        "This page of the file has no story: a front page, a list or a search page, most likely.",
        "Không cần làm gì; nếu là bài thật, chạy `archive explain` với tên này để xem từng dòng.",
        "Nothing; if it is a story, run `archive explain` with this name to see each line.",
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
    "capture-binary": FindingType(
        _E,
        "Tệp có {nuls} byte NUL nên không phải văn bản.",
        "The capture has {nuls} NUL bytes, so it is not text.",
        "Chép lại tệp từ nguồn; nếu tệp gốc cũng vậy thì chụp lại trang.",
        "Copy the file again from where it came; if that has them too, scrape the page again.",
    ),
    "capture-nul": FindingType(
        _W,
        "Đã bỏ {count} byte NUL lẫn trong văn bản.",
        "{count} NUL bytes in the text were dropped.",
        "Tệp có thể hỏng; hãy so bài với trang gốc.",
        "The file may be damaged; compare the article with the original page.",
    ),
    "capture-cut-off": FindingType(
        _W,
        "Trang bị cắt ngang: phần cuối không có trong bản chụp.",
        "The page breaks off: its end is not in the capture.",
        "Xem bài có đủ không; nếu thiếu, hãy chụp lại trang.",
        "See whether the article is whole; if it is not, scrape the page again.",
    ),
    "capture-charset": FindingType(
        _N,
        "Trang khai bảng mã {declared} nhưng dùng {encoding}; đã đọc theo {encoding}.",
        "The page says that it is in {declared}, but it is in {encoding}, and was read by that.",
        "Không cần làm gì nếu chữ trong bài đúng.",
        "Nothing, if the letters in the article are right.",
    ),
    "capture-converted": FindingType(
        _N,
        "Bản chụp dùng phông {encoding} và đã được chuyển sang Unicode.",
        "The capture is in a font of {encoding} and was converted to Unicode.",
        "Đọc lại bài, nhất là chữ hoa: phông này không phân biệt hết.",
        "Proofread the article, capitals above all: such fonts do not tell all of them apart.",
    ),
    "capture-mojibake": FindingType(
        _N,
        "Đã phục hồi {count} chữ bị lỗi do UTF-8 từng được đọc sai bảng mã.",
        "{count} letters were restored that came of reading UTF-8 by a wrong code page.",
        "Đọc lại bài; chữ nào không chắc thì được giữ nguyên.",
        "Proofread the article; what was not certain was left as it is.",
    ),
    "capture-too-deep": FindingType(
        _E,
        "Các phần tử HTML lồng nhau quá {limit} tầng.",
        "The elements of the page nest deeper than {limit}.",
        "Trang báo thật không như vậy; hãy chụp lại hoặc xoá tệp.",
        "No news page does; scrape it again, or delete the file.",
    ),
    "capture-too-many-tags": FindingType(
        _E,
        "Trang có hơn {limit} thẻ HTML.",
        "The page has more than {limit} tags.",
        "Kiểm tra xem đây có đúng là một trang báo không.",
        "See whether this really is one news page.",
    ),
    "capture-mhtml": FindingType(
        _E,
        "Tệp MHTML không đọc được: {reason}.",
        "The MHTML file cannot be read: {reason}.",
        "Lưu lại trang từ trình duyệt, dạng «một tệp» hoặc .html.",
        "Save the page again from a browser, as a single file or as .html.",
    ),
    "capture-item": FindingType(
        _E,
        "Dòng này không phải một bài đã thu thập: {reason}.",
        "This line is no scraped item: {reason}.",
        "Xuất lại dòng này từ công cụ thu thập, hoặc xoá nó.",
        "Have the scraper write it again, or delete the line.",
    ),
    "capture-record": FindingType(
        _E,
        "Bản ghi WARC thứ {number} không đọc được: {reason}.",
        "Record {number} of the WARC cannot be read: {reason}.",
        "Chép lại tệp từ nguồn; các bản ghi khác vẫn được dùng.",
        "Copy the file again from where it came; the other records are used.",
    ),
    "capture-container": FindingType(
        _E,
        "Tệp WACZ không đọc được: {reason}.",
        "The WACZ file cannot be read: {reason}.",
        "Chép lại tệp từ nguồn.",
        "Copy the file again from where it came.",
    ),
    "capture-bomb": FindingType(
        _E,
        "Dữ liệu nén bung ra quá {limit} lần nên bị dừng.",
        "Its packed bytes grow more than {limit} times, so unpacking was stopped.",
        "Trang báo thật không như vậy; hãy xoá bản ghi này hoặc lấy lại từ nguồn.",
        "No news page does; delete it, or get it again from where it came.",
    ),
    "capture-content-encoding": FindingType(
        _E,
        "Trang được nén kiểu `{encoding}`, kiểu này không được hỗ trợ.",
        "The page is packed as `{encoding}`, which is not read.",
        "Thu thập lại với `Accept-Encoding: gzip`.",
        "Crawl it again with `Accept-Encoding: gzip`.",
    ),
    "capture-passed-over": FindingType(
        _N,
        "Bỏ qua {redirects} chuyển hướng, {errors} trang lỗi, {revisits} lần ghé lại.",
        "Passed over: {redirects} redirects, {errors} error pages, {revisits} revisits.",
        "Không cần làm gì.",
        "Nothing.",
    ),
    "capture-none": FindingType(
        _W,
        "Không có trang nào trong tệp này.",
        "There is no page in this file.",
        "Kiểm tra xem có đúng tệp không, hoặc xoá nó.",
        "See whether it is the right file, or delete it.",
    ),
    "capture-no-member": FindingType(
        _E,
        "Không có bản chụp này trong tệp.",
        "There is no such capture in the file.",
        "Ghi `tệp#số`, với số là dòng của .jsonl hoặc thứ tự của phản hồi trong WARC.",
        "Write `file#number`: the line of a .jsonl, the number of the response in a WARC.",
    ),
    "capture-link-broken": FindingType(
        _E,
        "Đây là liên kết (symlink) trỏ tới nơi không có gì.",
        "This is a link (symlink) to nothing.",
        "Chép tệp gốc vào chỗ này, hoặc xoá liên kết.",
        "Copy the file that was meant to this place, or delete the link.",
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
        "Dùng .html, .txt, .mhtml, .jsonl, .warc, .warc.gz, .wacz; hoặc chuyển tệp đi nơi khác.",
        "Use .html, .txt, .mhtml, .jsonl, .warc, .warc.gz or .wacz, or move the file elsewhere.",
    ),
    "capture-login-wall": FindingType(
        _W,
        "Trang đòi đăng nhập; bản chụp không có bài, hoặc chỉ có phần đầu.",
        "The page asks readers to log in; the capture has nothing of the story but its beginning.",
        "Chụp lại trang bằng tài khoản được đọc bài, rồi so với {path}.",
        "Scrape the page again with an account that may read it, and compare with {path}.",
    ),
    "capture-two-articles": FindingType(
        _W,
        "Trang có hơn một bài; bài kia bắt đầu bằng “{other}”.",
        "The page has more than one story; the other begins with “{other}”.",
        "Xem {path} có đúng là bài chính không; lấy lại đoạn bị cắt nhầm từ removed.yml.",
        "See whether {path} is the right one; put back from removed.yml what was cut wrongly.",
    ),
    "capture-from-data": FindingType(
        _N,
        "Trang không hiện bài; chữ lấy từ dữ liệu của trang ({rule}).",
        "The page shows no story; its text comes from the page's data ({rule}).",
        "So {path} với trang gốc: dữ liệu có thể thiếu đề mục, ảnh hoặc đoạn.",
        "Compare {path} with the page: its data may lack headings, pictures or paragraphs.",
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
        "Bài không phải tiếng Việt hay Anh, hoặc quá ngắn để biết: `{found}`, coi là `{lang}`.",
        "The text is not Vietnamese or English, or too short to tell: `{found}`, read as `{lang}`.",
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
    "capture-too-slow": FindingType(
        _E,
        "Bản chụp cần hơn {limit} giây tính toán nên bị dừng.",
        "The capture took more than {limit} seconds of computing and was stopped.",
        "Mở trang bằng trình duyệt rồi lưu lại; nếu là trang thường, hãy báo lỗi kèm tệp này.",
        "Open the page in a browser and save it anew; if it looks ordinary, report it.",
    ),
    "capture-too-much-memory": FindingType(
        _E,
        "Bản chụp cần hơn {limit} MB bộ nhớ nên bị dừng.",
        "The capture took more than {limit} MB of memory and was stopped.",
        "Mở trang bằng trình duyệt rồi lưu lại; nếu là trang thường, hãy báo lỗi kèm tệp này.",
        "Open the page in a browser and save it anew; if it looks ordinary, report it.",
    ),
    "capture-crashed": FindingType(
        _E,
        "Chương trình hỏng khi xử lý bản chụp này: {reason}.",
        "The program broke down over this capture: {reason}.",
        "Chạy lại; nếu vẫn vậy, hãy báo lỗi kèm tệp này.",
        "Run again; if it happens again, report it with this file.",
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
    "convert-same-url": FindingType(
        _N,
        "Cùng một trang với {other}; bài lấy từ bản kia, vì bản kia đầy đủ hơn.",
        "The same page as {other}, which is fuller and is what the article was made from.",
        "Không cần làm gì: bản này vẫn được giữ và được ghi trong `source.captures`.",
        "Nothing: this capture is kept, and listed in `source.captures`.",
    ),
    "convert-url-twice": FindingType(
        _W,
        "Trang này đã có hai bài: bài này và {other}.",
        "This page has two articles already: this one and {other}.",
        "Nếu là một bài, hãy gỡ một trong hai (`status: removed`), hoặc ghi `reprint_of`.",
        "If they are one, take one of them down (`status: removed`) or set `reprint_of`.",
    ),
    "convert-better-capture": FindingType(
        _N,
        "Có bản chụp đầy đủ hơn của trang này: {raw}; tệp đã có người sửa nên được giữ nguyên.",
        "There is a fuller capture of this page, {raw}; the file was edited, so it was left.",
        "So hai bản bằng `archive explain`, rồi tự bổ sung; hoặc xoá tệp để làm lại.",
        "Compare them with `archive explain` and add what is missing, or delete the file.",
    ),
    # profiles
    "profile-unreadable": FindingType(
        _E,
        "Hồ sơ báo không phải YAML đúng: {reason}.",
        "The outlet profile is not valid YAML: {reason}.",
        "Sửa dòng này; đặt mẫu và bộ chọn trong dấu nháy đơn.",
        "Mend this line; put patterns and selectors into single quotes.",
    ),
    "profile-key-unknown": FindingType(
        _E,
        "`{key}` không có nghĩa ở chỗ này của hồ sơ báo.",
        "`{key}` means nothing at this place of an outlet profile.",
        "Dùng một trong: {known}.",
        "Use one of: {known}.",
    ),
    "profile-value-wrong": FindingType(
        _E,
        "`{key}` trong hồ sơ báo phải là {form}, không phải `{value}`.",
        "`{key}` of an outlet profile must be {form}, not `{value}`.",
        "Sửa theo `generator/extract/profiles/README.md`, nơi mỗi khoá có một ví dụ.",
        "Mend it after `generator/extract/profiles/README.md`, which has an example of each key.",
    ),
    "profile-selector-wrong": FindingType(
        _E,
        "`{selector}` không phải bộ chọn dùng được trong hồ sơ báo.",
        "`{selector}` is no selector that an outlet profile can use.",
        "Chỉ dùng thẻ, `.lớp`, `#id`, dấu cách (nằm trong) và dấu phẩy (hoặc).",
        "Use only tags, `.classes`, `#ids`, spaces (descendants) and commas (or).",
    ),
    "profile-pattern-wrong": FindingType(
        _E,
        "`{pattern}` không phải biểu thức chính quy đúng: {reason}.",
        "`{pattern}` is no regular expression: {reason}.",
        "Sửa mẫu; viết `\\(` và `\\.` cho dấu ngoặc và dấu chấm thật.",
        "Mend it; write `\\(` and `\\.` for real brackets and full stops.",
    ),
    "profile-pattern-slow": FindingType(
        _E,
        "`{pattern}` có thể chạy mãi không xong trên một dòng không khớp.",
        "`{pattern}` may run for ever on a line that it does not fit.",
        "Đừng lặp một nhóm kết thúc bằng phần lặp của chính các chữ mở đầu nó: "
        "`(?:\\w+ )*`, không phải `(?:\\w+ ?)*`; dùng nhiều nhất ba `.*`.",
        "Repeat no group that ends in a repetition of the letters it begins with: "
        "`(?:\\w+ )*`, not `(?:\\w+ ?)*`; use at most three `.*`.",
    ),
    "profile-pattern-wide": FindingType(
        _E,
        "`{pattern}` khớp với câu văn bất kỳ, nên sẽ cắt mất bài.",
        "`{pattern}` fits any sentence, and so would cut stories.",
        "Ghi vào mẫu những chữ chỉ có ở dòng cần tìm.",
        "Put words into it that only the lines in question have.",
    ),
    "learn-too-few": FindingType(
        _E,
        "Chỉ có {count} bản chụp của `{outlet}`; cần ít nhất {least} để biết điều gì lặp lại.",
        "There are {count} captures of `{outlet}`; it takes {least} to see what recurs.",
        "Thêm bản chụp của báo này vào raw/, hoặc chọn tệp bằng `--only`.",
        "Add captures of this outlet to raw/, or choose files with `--only`.",
    ),
    "learn-nothing": FindingType(
        _N,
        "Trong {count} bản chụp của `{outlet}` không có gì lặp lại mà chương trình chưa biết.",
        "Nothing recurs in {count} captures of `{outlet}` that is not known already.",
        "Không cần hồ sơ mới.",
        "No new profile is needed.",
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
