"""What does one text hold, before its units are known?"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from asn_restruktur.loaders.encoding import Text
from asn_restruktur.loaders.preflight import Nature
from asn_restruktur.loaders.problems import refusal
from asn_restruktur.loaders.regulation.annexed import Document, set_apart
from asn_restruktur.loaders.regulation.articles import Article, articles
from asn_restruktur.loaders.regulation.cleaning import cleaned
from asn_restruktur.loaders.regulation.identity import Identity, identity
from asn_restruktur.loaders.regulation.lines import Line
from asn_restruktur.loaders.tables.mapping import FileSaid
from asn_restruktur.loaders.understood import FileReading


@dataclass(slots=True)
class RegulationText:
    """One file, its lines cleaned and its articles told apart.

    Args:
        file: path as typed, in POSIX form.
        lines: its lines.
        identity: what its head says.
        articles: its articles; those of an amending text stand in its instructions instead.
        furniture: how many lines belonged to the printed pages.
        encoding: of a plain text, as it was read.
        annexed: what the tables that stand in it gave; None where it has none.
    """

    file: str
    lines: tuple[Line, ...]
    identity: Identity
    articles: list[Article]
    furniture: int
    encoding: str = ""
    annexed: FileReading | None = None


REGULATION_FORMS = frozenset({Nature.REGULATION, Nature.REGULATION_PAGE, Nature.WORD, Nature.PDF})
"""Forms of file that are read as a regulation text."""

MAX_BYTES = 64 * 1024 * 1024
_MEGABYTE = 1024 * 1024


def read_text(
    content: bytes, text: Text | None, nature: Nature, file: str, said: FileSaid | None = None
) -> RegulationText:
    """Read the lines of a file and find its articles.

    Args:
        content: bytes of the file.
        text: the decoded text of a text file or page.
        nature: one of `REGULATION_FORMS`.
        file: path as typed, in POSIX form.
        said: what a mapping says of its tables.

    Raises:
        UnusableInput: the file is too large, damaged or locked, or has no text layer.
    """
    if len(content) > MAX_BYTES:
        raise refusal("too_large", file, limit_mb=MAX_BYTES // _MEGABYTE)
    encoding = text.encoding if text else ""
    document = _document(content, text, nature, file)
    lines, annexed = set_apart(document, said, file)
    return replace(regulation_text(lines, file, encoding), annexed=annexed)


def regulation_text(lines: Sequence[Line], file: str, encoding: str = "") -> RegulationText:
    """Clean the lines of a file and find its articles.

    Args:
        lines: as its reader gave them.
        file: path as typed, in POSIX form.
        encoding: of a plain text, as it was read.
    """
    clean = cleaned(lines)
    return RegulationText(
        file=file,
        lines=clean.lines,
        identity=identity(clean.lines),
        articles=articles(clean.lines),
        furniture=clean.furniture,
        encoding=encoding,
    )


def _document(content: bytes, text: Text | None, nature: Nature, file: str) -> Document:
    if nature is Nature.PDF:
        from asn_restruktur.loaders.regulation.pdf import pdf_lines

        return Document(list(pdf_lines(content, file)), [])
    if nature is Nature.WORD:
        from asn_restruktur.loaders.regulation.docx import read_docx

        return read_docx(content, file)
    decoded = text.content if text else ""
    if nature is Nature.REGULATION_PAGE:
        from asn_restruktur.loaders.regulation.html import read_html

        return read_html(decoded, file)
    from asn_restruktur.loaders.regulation.plain_text import text_lines

    return Document(list(text_lines(decoded, file)), [])
