"""What is a line of a text, whatever file it comes from?"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of a text as its file shows it.

    Args:
        text: what stands there, with the mark of an automatic numbering written out.
        number: its number in the text as read, from 1; in a Word document that of the paragraph.
        file: path as typed, in POSIX form.
        page: page of a PDF, from 1; 0 where the file has no pages.
        is_block: whether the file says that a paragraph begins here; a line of plain text may
            continue the one before.
        is_heading: whether the file says that it is a heading.
        is_cell: whether it stands in a cell of a table.
    """

    text: str
    number: int
    file: str
    page: int = 0
    is_block: bool = False
    is_heading: bool = False
    is_cell: bool = False
