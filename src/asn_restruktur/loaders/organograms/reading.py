"""Is this document a published organogram, and what does it say?"""

import re

from asn_restruktur.documents import read_document
from asn_restruktur.loaders.organograms.popolo import is_popolo, read_popolo
from asn_restruktur.loaders.organograms.w3c import is_w3c_org, read_w3c_org
from asn_restruktur.loaders.understood import FileReading

_LINKED_DATA = re.compile(r'"@(context|graph|type|id)"\s*:')
_POPOLO = re.compile(
    r'"(organizations|memberships|persons|people|posts|parent_id|classification)"\s*:'
)
_SAMPLE = 65_536


def read_published(text: str, file: str) -> FileReading | None:
    """Read a JSON document in the terms of W3C ORG or Popolo.

    Args:
        text: YAML or JSON.
        file: path as typed, in POSIX form.

    Returns:
        Its tables; None for any other document.

    Raises:
        UnusableInput: it is damaged, or holds no organisation.
    """
    start = text[:_SAMPLE].lstrip()
    if not start.startswith(("{", "[")):
        return None
    if _LINKED_DATA.search(start):
        root = read_document(text, file)
        if is_w3c_org(root):
            return read_w3c_org(root, file)
    elif _POPOLO.search(start):
        root = read_document(text, file)
        if is_popolo(root):
            return read_popolo(root, file)
    return None
