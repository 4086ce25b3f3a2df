"""Is this page of HTML a table, or a text that may have tables in it?"""

import re

_DROPPED = re.compile(r"<(script|style|head|title)\b", re.IGNORECASE)
_TABLE = re.compile(r"<(/?)table\b", re.IGNORECASE)
_ROW = re.compile(r"<tr\b", re.IGNORECASE)
_CELL = re.compile(r"<t[dh]\b", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]*>")
_ARTICLE = re.compile(r"^\s*Pasal\s+\d{1,3}\s*[A-Z]?\s*$", re.MULTILINE | re.IGNORECASE)
_FEWEST_ROWS = 2
_FEWEST_COLUMNS = 1.5
_MOST_OUTSIDE = 0.5
_TITLE_WORDS = 30
_FEWEST_ARTICLES = 2


def is_table_page(html: str) -> bool:
    """Tell a page that is a table from a text.

    Args:
        html: the decoded page.

    Returns:
        Whether its tables have rows of two cells and more, hold most of its words but for a title,
        and are not the articles of a regulation laid out side by side.
    """
    body = _without_dropped(html)
    inside, outside = _parted(body)
    rows, cells = len(_ROW.findall(inside)), len(_CELL.findall(inside))
    if rows < _FEWEST_ROWS or cells < _FEWEST_COLUMNS * rows:
        return False
    words = _TAG.sub("\n", inside)
    if len(_ARTICLE.findall(words)) >= _FEWEST_ARTICLES:
        return False
    most = max(_MOST_OUTSIDE * len(words.split()), _TITLE_WORDS)
    return len(_TAG.sub(" ", outside).split()) <= most


def _without_dropped(html: str) -> str:
    """Take out what is not shown."""
    kept: list[str] = []
    at = 0
    while found := _DROPPED.search(html, at):
        kept.append(html[at : found.start()])
        end = re.compile(f"</{found[1]}", re.IGNORECASE).search(html, found.end())
        if end is None:
            return "".join(kept)
        at = end.start()
    return "".join((*kept, html[at:]))


def _parted(html: str) -> tuple[str, str]:
    """Return what stands inside the tables, and what outside."""
    parts: tuple[list[str], list[str]] = ([], [])
    depth = at = 0
    for found in _TABLE.finditer(html):
        parts[depth == 0].append(html[at : found.start()])
        at = found.start()
        depth = max(depth - 1, 0) if found[1] else depth + 1
    parts[depth == 0].append(html[at:])
    return "".join(parts[0]), "".join(parts[1])
