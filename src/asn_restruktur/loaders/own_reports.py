"""Is this file a report of ours, which says nothing new of an organisation?"""

import re

from asn_restruktur.loaders.sheets.archive import Archive, BrokenPartError
from asn_restruktur.vocabulary import REPORT_MARK

_PROPERTIES = "docProps/custom.xml"
_SAMPLE = 4096
_TEXT = re.compile(
    rf'"urn:{REPORT_MARK}:schema:findings:'
    rf'|<meta name="generator" content="{REPORT_MARK}\b'
    rf"|<!-- {REPORT_MARK} -->".encode()
)


def is_own_report(content: bytes, file: str) -> bool:
    """Tell whether a file carries the mark of our reports, whatever its name.

    An organisation that we wrote (`org.yaml`, the tables as csv) is data and carries none.

    Args:
        content: its bytes.
        file: path as typed, in POSIX form.

    Raises:
        UnusableInput: a zip that is damaged or built to harm.
    """
    if not content.startswith(b"PK\x03\x04"):
        return any(_TEXT.search(part) for part in (content[:_SAMPLE], content[-_SAMPLE:]))
    try:
        properties = Archive(content, file).read(_PROPERTIES)
    except BrokenPartError:
        return False
    return f'name="{REPORT_MARK}"'.encode() in properties
