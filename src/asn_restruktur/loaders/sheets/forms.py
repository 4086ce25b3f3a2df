"""Which reader gives the sheets of a file of this nature?"""

from asn_restruktur.loaders.encoding import Text
from asn_restruktur.loaders.preflight import Nature
from asn_restruktur.loaders.sheets.sheet import SheetsRead


def sheets_in(content: bytes, nature: Nature, text: Text | None, file: str) -> SheetsRead | None:
    """Read the sheets of a file.

    Args:
        content: its bytes.
        nature: what it is.
        text: its decoded text, of what is text.
        file: path as typed, in POSIX form.

    Returns:
        Its sheets; None for what has none.

    Raises:
        UnusableInput: the file is damaged, built to harm, or locked with a password.
    """
    if text and nature is Nature.HTML_TABLE:
        from asn_restruktur.loaders.sheets.htmlpage import read_html_tables

        return read_html_tables(text.content, file)
    if text and nature is Nature.TABLE_TEXT:
        from asn_restruktur.loaders.sheets.csvs import read_csv

        return read_csv(text, file)
    return _in_workbook(content, nature, file)


def _in_workbook(content: bytes, nature: Nature, file: str) -> SheetsRead | None:
    match nature:
        case Nature.WORKBOOK:
            from asn_restruktur.loaders.sheets.workbook import read_workbook

            return read_workbook(content, file)
        case Nature.OLD_WORKBOOK:
            from asn_restruktur.loaders.sheets.oldbook import read_old_workbook

            return read_old_workbook(content, file)
        case Nature.OPEN_WORKBOOK:
            from asn_restruktur.loaders.sheets.opendocument import read_open_workbook

            return read_open_workbook(content, file)
        case Nature.FLAT_WORKBOOK:
            from asn_restruktur.loaders.sheets.opendocument import read_open_xml

            return read_open_xml(content, file)
        case Nature.XML_WORKBOOK:
            from asn_restruktur.loaders.sheets.xmlbook import read_xml_workbook

            return read_xml_workbook(content, file)
        case _:
            return None
