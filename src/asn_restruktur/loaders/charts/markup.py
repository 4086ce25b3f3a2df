"""Which lines of text does a label show, without its markup?"""

import html
import re

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)[^<>]*>|<!--|-->")
_UNSEEN = re.compile(r"<(script|style)\b[^<>]*>[^<]*</\1>", re.IGNORECASE)
_BREAKS = frozenset(
    {"br", "div", "p", "li", "ul", "ol", "tr", "table", "hr", *(f"h{n}" for n in range(1, 7))}
)
_LONGEST_LABEL = 20_000


def html_lines(label: str) -> tuple[str, ...]:
    """Return the lines that an HTML label shows; `<br>` and blocks break them."""

    def shown(tag: re.Match[str]) -> str:
        return "\n" if (tag[2] or "").lower() in _BREAKS else ""

    text = _TAG.sub(shown, _UNSEEN.sub("", label[:_LONGEST_LABEL]))
    return text_lines(html.unescape(text))


def text_lines(label: str) -> tuple[str, ...]:
    """Return the lines of a plain label, without empty ones and double blanks."""
    lines = (" ".join(line.split()) for line in label[:_LONGEST_LABEL].splitlines())
    return tuple(line for line in lines if line)
