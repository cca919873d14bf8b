"""Pictures of an article: those in its text with their captions below them, and all others.

A picture that is a paragraph of its own gets caption and credit as Markdown's title, of which
`safe_markdown` makes a figure. One that cannot be shown leaves the same words, with a link to
the original, where it stood. What `images` describes and the text does not hold stands below it.
"""

from __future__ import annotations

from collections.abc import Mapping

from generator.content.pictures import Picture, find
from generator.extract.markdown import escape
from generator.model import Article, Entry, Image
from generator.pages import addresses, prose
from generator.pages.view import Item, View

NOWHERE = "about:blank"
"""The address of a picture of which not even the original's address is known."""

_TELLING = ("src", "caption", "credit", "url")
"""Of a picture that has none of these there is nothing to show."""

Sizes = Mapping[str, tuple[int, int]]
"""Name of a held picture → width and height in pixels, zeros where they are not known."""


def held(view: View, article: Article) -> Sizes:
    """The pictures that can be shown: those that are described, and those that the body names."""
    names = [image.file for image in article.images]
    names += [picture.file for picture in find(article.body)]
    sizes = {name: view.size(article, name) for name in dict.fromkeys(names) if name}
    return {name: size for name, size in sizes.items() if size is not None}


def placed(view: View, entry: Entry, article: Article, markdown: str, sizes: Sizes) -> str:
    """The text with its pictures as `safe_markdown` wants them, and so that nothing shifts.

    Args:
        view: The edition.
        entry: Of the article.
        article: Whose text it is.
        markdown: The text.
        sizes: As `held` gives them.
    """
    described = {key: image for image in article.images for key in (image.file, image.url) if key}
    made, done = [], 0
    for picture in find(markdown):
        image = described.get(picture.src, Image())
        if picture.file in sizes:
            told = _shown(view, entry, picture, image, sizes[picture.file])
        elif picture.file or picture.alone:
            told = _absent(view, entry, picture, image)
        else:
            continue
        made += [markdown[done : picture.start], told]
        done = picture.end
    return "".join(made) + markdown[done:]


def _shown(view: View, entry: Entry, picture: Picture, image: Image, size: tuple[int, int]) -> str:
    width, height = size
    caption = (picture.title or _caption(image)) if picture.alone else picture.title
    mark = f"{width}x{height}" if all(size) else ""
    mark += _lang(view, entry, picture, image) if caption else ""
    address = f"{picture.src}#{mark}" if mark else picture.src
    return f"![{picture.alt}]({address}{_titled(caption)})"


def _absent(view: View, entry: Entry, picture: Picture, image: Image) -> str:
    """What stands where a picture cannot: its caption and the way to the original."""
    if not picture.alone:
        return picture.alt
    url = prose.web(image.url) or prose.web(picture.src)
    # A bracket of the address would end the picture.
    address = url.partition("#")[0].replace("(", "%28").replace(")", "%29") or NOWHERE
    caption = picture.title or _caption(image) or picture.alt.replace('"', "&quot;")
    mark = _lang(view, entry, picture, image) if caption else ""
    said = [view.edition.say("article.not_held")]
    said += [view.edition.say("article.picture_original")] if url else []
    return f"![{escape(' '.join(said))}]({address}{'#' if mark else ''}{mark}{_titled(caption)})"


def _caption(image: Image) -> str:
    """Caption and credit in one line of Markdown; empty if there is neither."""
    credit = f"({image.credit})" if image.credit else ""
    line = " ".join(part for part in (image.caption, credit) if part)
    return escape(line).replace('"', "&quot;") if line else ""


def _titled(caption: str) -> str:
    return f' "{caption}"' if caption else ""


def _lang(view: View, entry: Entry, picture: Picture, image: Image) -> str:
    """The caption's language as a mark for `safe_markdown`, where it is not the page's."""
    from_facts = not picture.title and (image.caption or image.credit)
    lang = entry.original.lang if from_facts else view.lang
    return f";{lang}" if lang != view.lang else ""


def figures(view: View, entry: Entry, article: Article, sizes: Sizes) -> list[Item]:
    """The pictures that do not stand in the text, and captions of those that stand in a line."""
    alone = {picture.src for picture in find(article.body) if picture.alone}
    inline = {picture.file for picture in find(article.body) if not picture.alone}
    made = [
        figure(view, article, image, entry, size=sizes.get(image.file), inline=image.file in inline)
        for image in article.images
        if not alone & {name for name in (image.file, image.url) if name}
    ]
    return [one for one in made if any(one[key] for key in _TELLING)]


def figure(
    view: View,
    article: Article,
    image: Image,
    entry: Entry,
    *,
    size: tuple[int, int] | None,
    inline: bool,
) -> Item:
    """A picture, or what is known of one that the archive does not hold."""
    own = entry.original.lang
    beside = addresses.link(entry.urls[article.lang])
    shown = size is not None and inline
    width, height = size or (0, 0)
    alt = view.text(image.alt)
    return {
        "src": f"{beside}{image.file}" if size is not None and not inline else "",
        "inline": shown,
        "width": width,
        "height": height,
        "alt": alt["name"],
        "alt_lang": alt["lang"] if alt["name"] else "",
        "caption": image.caption,
        "credit": image.credit,
        "rights": image.rights,
        "url": "" if shown else prose.web(image.url),
        "lang": own if own != view.lang else "",
    }
