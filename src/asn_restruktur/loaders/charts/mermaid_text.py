"""What does a label of a Mermaid chart show?"""

import html
import re

from asn_restruktur.loaders.charts.markup import html_lines

_EMPHASIS = re.compile(r"(\*{1,3}|(?<!\w)_{1,3})(\S[^*\n]*?)\1")
_NAMED_CHARACTER = re.compile(r"#(\d{1,7}|[a-zA-Z]\w{1,30});")


def unquoted(label: str) -> str:
    """Return a label without the quotation marks around it."""
    return label.strip().strip('"').strip()


def decoded(text: str) -> str:
    """Undo Mermaid's own spelling of characters: `#quot;`, `#35;`."""

    def character(name: re.Match[str]) -> str:
        return html.unescape(f"&#{name[1]};" if name[1].isdigit() else f"&{name[1]};")

    return _NAMED_CHARACTER.sub(character, text)


def shown(label: str) -> tuple[str, ...]:
    """Return the lines that a label shows, in Markdown or not."""
    label = label.strip()
    if label.startswith("`"):  # a string in Markdown
        label = _EMPHASIS.sub(r"\2", label.strip("`"))
    lines = html_lines(label.replace("\\n", "\n"))
    return tuple(decoded(line) for line in lines)
