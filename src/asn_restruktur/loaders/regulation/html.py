"""Which lines and tables does a web page show?"""

import re
from html.parser import HTMLParser

from asn_restruktur.loaders.regulation.annexed import Document, TextTable
from asn_restruktur.loaders.regulation.lines import Line
from asn_restruktur.loaders.regulation.marks import LETTERS, Mark, mark_of
from asn_restruktur.loaders.sheets.htmlpage import read_html_tables

_UNSEEN = frozenset({"script", "style", "noscript", "template", "svg", "select", "nav", "button"})
_BLOCKS = re.compile(
    r"address|article|aside|blockquote|body|center|dd|details|div|dl|dt|fieldset|figure|footer"
    r"|form|h[1-6r]|header|html|legend|li|main|ol|p|pre|section|summary|table|tbody|td|tfoot|th"
    r"|thead|title|tr|ul"
)
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "title", "summary", "th"})
_LIST_STYLE = re.compile(r"list-style(?:-type)?:\s*(?:lower-|upper-)?(\w+)", re.IGNORECASE)
_COUNT = re.compile(r"[0-9]{1,3}")
_LISTS = frozenset({"ol", "ul"})


def read_html(content: str, file: str) -> Document:
    """Read the lines of a page, one a block and one a forced break, and its tables.

    Items of an ordered list get the mark that a browser would show. Closing tags may be missing.

    Args:
        content: the decoded page.
        file: path as typed, in POSIX form.
    """
    page = _Page(file)
    page.feed(_without_comments(content))
    page.close()
    page.end_line()
    if not page.inside:
        return Document(page.lines, [])
    sheets = read_html_tables(content, file).sheets
    numbers = [int(sheet.origin.sheet.split()[1]) for sheet in sheets]  # `table 2 Title`
    return Document(
        page.lines,
        [
            TextTable(sheet, frozenset(page.inside.get(number, ())))
            for sheet, number in zip(sheets, numbers, strict=True)
        ],
    )


def _without_comments(content: str) -> str:
    """Leave away comments; one that is not closed hides the rest, as in a browser."""
    kept = []
    start = 0
    while (begin := content.find("<!--", start)) >= 0:
        end = content.find("-->", begin + 4)
        # The lines of a comment still count.
        kept += [content[start:begin], "\n" * content.count("\n", begin, end + 3)]
        if end < 0:
            return "".join(kept)
        start = end + 3
    return "".join([*kept, content[start:]])


class _Page(HTMLParser):
    """Gathers text until a block begins or ends.

    Attributes:
        lines: what was gathered.
        inside: which of them stand in each table, by its number.
    """

    def __init__(self, file: str) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[Line] = []
        self.inside: dict[int, list[int]] = {}
        self._file = file
        self._text: list[str] = []
        self._started = 0
        self._unseen = ""
        self._depth = 0
        self._is_heading = False
        self._lists: list[tuple[str, int]] = []
        self._mark = ""
        self._tables = 0
        self._open_tables: list[int] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._tables += tag == "table"
        if self._unseen:
            self._depth += tag == self._unseen
            return
        if tag in _UNSEEN:
            self._unseen, self._depth = tag, 1
            return
        if tag == "br" or _BLOCKS.fullmatch(tag):
            self.end_line()
        if tag == "table":
            self._open_tables.append(self._tables)
        if tag in _HEADINGS:
            self._is_heading = True
        if tag in _LISTS:
            self._begin_list(tag, dict(attrs))
        if tag == "li":
            self._begin_item(dict(attrs))

    def handle_endtag(self, tag: str) -> None:
        if self._unseen:
            self._depth -= tag == self._unseen
            if not self._depth:
                self._unseen = ""
            return
        if _BLOCKS.fullmatch(tag):
            self.end_line()
        if tag == "table" and self._open_tables:
            self._open_tables.pop()
        if tag in _HEADINGS:
            self._is_heading = False
        if tag in _LISTS and self._lists:
            self._lists.pop()
            self._mark = ""

    def handle_data(self, data: str) -> None:
        if self._unseen or not data:
            return
        if not self._text and data.strip():
            before = data[: len(data) - len(data.lstrip())]
            self._started = self.getpos()[0] + before.count("\n")
        if self._text or data.strip():
            self._text.append(data)

    def end_line(self) -> None:
        """Take what was gathered as one line."""
        text = " ".join("".join(self._text).split())
        self._text = []
        if not text:
            return
        mark, self._mark = self._mark, ""
        if mark and mark_of(text) is None:
            text = f"{mark} {text}"
        for table in self._open_tables:
            self.inside.setdefault(table, []).append(len(self.lines))
        self.lines.append(
            Line(
                text=text,
                number=self._started,
                file=self._file,
                is_block=True,
                is_heading=self._is_heading,
            )
        )

    def _begin_list(self, tag: str, attributes: dict[str, str | None]) -> None:
        shown = _LIST_STYLE.search(attributes.get("style") or "")
        style = (attributes.get("type") or "1") if tag == "ol" else ""
        if shown:
            style = {"alpha": "a", "latin": "a", "decimal": "1"}.get(shown[1].lower(), style)
        start = attributes.get("start") or ""
        self._lists.append((style, int(start) - 1 if _COUNT.fullmatch(start) else 0))

    def _begin_item(self, attributes: dict[str, str | None]) -> None:
        style, number = self._lists[-1] if self._lists else ("", 0)
        value = attributes.get("value") or ""
        number = int(value) if _COUNT.fullmatch(value) else number + 1
        if self._lists:
            self._lists[-1] = (style, number)
        label = str(number)
        if style.lower() == "a" and number <= len(LETTERS):
            label = LETTERS[number - 1]
        self._mark = f"{label}." if style else Mark.BULLET
