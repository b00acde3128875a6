"""The main text of an HTML page: what a reader sees of it, without what stands around it."""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

SPACE, TAB, LINE, PARAGRAPH = range(1, 5)
_WRITTEN = {0: "", SPACE: " ", TAB: "\t", LINE: "\n", PARAGRAPH: "\n\n"}
_NEVER_TEXT = frozenset(
    {
        "head", "title", "script", "style", "template", "noscript", "svg", "iframe", "object", "embed", "canvas",
        "audio", "video", "select", "datalist", "button", "input", "textarea", "map", "progress", "meter", "rp",
    }
)  # fmt: skip
_AROUND = frozenset({"nav", "aside", "footer"})
_AROUND_ROLES = frozenset({"navigation", "search", "complementary", "contentinfo", "dialog", "alertdialog", "menu"})
_MAIN = frozenset({"article", "main"})
_BLOCKS = frozenset(
    {
        "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "dir",
        "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "frameset", "h1", "h2", "h3", "h4",
        "h5", "h6", "header", "hgroup", "hr", "html", "legend", "li", "listing", "main", "menu", "nav", "ol",
        "optgroup", "option", "p", "plaintext", "pre", "search", "section", "summary", "table", "tbody", "tfoot",
        "thead", "ul", "xmp",
    }
)  # fmt: skip
_BEFORE = dict.fromkeys(_BLOCKS, PARAGRAPH) | {"tr": LINE, "td": TAB, "th": TAB}
_PREFORMATTED = frozenset({"pre", "listing", "xmp", "plaintext"})
_BLANKS = re.compile("[ \t\n\f\r]+")
_UNSEEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_MOST = 0.5


@dataclass(slots=True)
class _Part:
    """A part of the page: where it begins and ends among the pieces, and the length of its text."""

    start: int
    end: int
    length: int


@dataclass(slots=True)
class _Open:
    """An element that has not ended, and where the pieces stood when it began."""

    node: "LexborNode"
    tag: str
    is_main: bool
    preformatted: bool
    start: int
    length: int


class _Walk:
    """All that is seen of a page in its order: texts, and what parts each from the one before."""

    def __init__(self, *, strict: bool) -> None:
        self.strict = strict
        self.texts: list[str] = []
        self.separators: list[int] = []
        self.length = 0
        self.pending = 0
        self.mains: list[_Part] = []
        self.forms: list[_Part] = []

    def over(self, root: "LexborNode") -> None:
        """Take in everything below `root`; without recursion, since pages may nest without end."""
        path: list[_Open] = []
        node = root
        while True:
            opened = self._entered(node, preformatted=bool(path) and path[-1].preformatted)
            child = node.child if opened else None
            if opened and child is not None:
                path.append(opened)
                node = child
                continue
            if opened:
                self._left(opened)
            while path and (sibling := node.next) is None:
                opened = path.pop()
                self._left(opened)
                node = opened.node
            if not path or sibling is None:
                return
            node = sibling

    def text(self) -> str:
        """The text of the smallest article or main part that holds most of it, else all of it.

        A form is left out, unless the page stands in it.
        """
        left_out = [form for form in self.forms if form.length <= _MOST * self.length]
        kept = self.length - sum(form.length for form in left_out)
        large = [part for part in self.mains if part.length > _MOST * kept]
        part = min(large, key=lambda main: main.length, default=_Part(0, len(self.texts), self.length))
        return self._joined(part, left_out) or self._joined(part, [])

    def _joined(self, part: _Part, left_out: list[_Part]) -> str:
        written: list[str] = []
        place = part.start
        for form in [*left_out, _Part(part.end, part.end, 0)]:
            for index in range(place, min(form.start, part.end)):
                written += (_WRITTEN[self.separators[index]], self.texts[index])
            place = max(place, form.end)
        return "".join(written).strip(" \t\n")

    def _entered(self, node: "LexborNode", *, preformatted: bool) -> _Open | None:
        """The element, if it is one and what is in it counts; texts and line feeds are taken at once."""
        tag = node.tag or ""
        if tag == "-text":
            self._add(node.text_content or "", preformatted=preformatted)
            return None
        if tag[0:1] in ("-", "!") or tag in _NEVER_TEXT:
            return None
        if tag == "br":
            self._separate(LINE)
            return None
        attributes = node.attributes
        role = (attributes.get("role") or "").strip().lower()
        if (
            self.strict
            and tag not in ("html", "body")
            and (tag in _AROUND or role in _AROUND_ROLES or _hidden(attributes))
        ):
            self._separate(PARAGRAPH if tag in _BLOCKS else SPACE)
            return None
        self._separate(_BEFORE.get(tag, 0))
        return _Open(
            node,
            tag,
            tag in _MAIN or role == "main",
            preformatted or tag in _PREFORMATTED,
            len(self.texts),
            self.length,
        )

    def _left(self, opened: _Open) -> None:
        if opened.tag in _BLOCKS:
            self._separate(PARAGRAPH)
        if opened.is_main or opened.tag == "form":
            part = _Part(opened.start, len(self.texts), self.length - opened.length)
            (self.mains if opened.is_main else self.forms).append(part)

    def _separate(self, by: int) -> None:
        """Part what was from what comes; two line feeds make a paragraph."""
        self.pending = PARAGRAPH if by == self.pending == LINE else max(self.pending, by)

    def _add(self, text: str, *, preformatted: bool) -> None:
        if not preformatted:
            text = _BLANKS.sub(" ", text)
            if text[0:1] == " ":
                self._separate(SPACE)
            trailing = text[-1:] == " "
            text = text.strip(" ")
        if not text:
            return
        self.separators.append(self.pending)
        self.texts.append(text)
        self.length += len(text)
        self.pending = SPACE if not preformatted and trailing else 0


def main_text(root: "LexborNode") -> str:
    """The text of the article or main part if it holds most of the page's text, else of the page; "" for none.

    Blocks become paragraphs, `<br>` a line feed; cells of a table are parted by tabs and its rows by line feeds.
    Blanks are collapsed as a browser does, and no other character is changed. Where everything stands in what is
    usually left out, that is taken.
    """
    for strict in (True, False):
        walk = _Walk(strict=strict)
        walk.over(root)
        if walk.texts:
            return walk.text()
    return ""


def _hidden(attributes: dict[str, str | None]) -> bool:
    if "hidden" in attributes and (attributes["hidden"] or "").lower() != "until-found":
        return True
    return bool(_UNSEEN.search(attributes.get("style") or ""))
