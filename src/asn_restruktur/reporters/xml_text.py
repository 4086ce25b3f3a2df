"""How does a stranger's text stand in XML, so that it stays a text?"""

import re

_NO_CHARACTER = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ESCAPES = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    "\n": "&#10;",
    "\r": "&#13;",
    "\t": "&#9;",
}
_SPECIAL = re.compile('[&<>"\n\r\t]')


def escaped(text: str) -> str:
    """Escape a text for an element or an attribute; what XML cannot hold becomes �."""
    sound = _NO_CHARACTER.sub("\ufffd", text)
    return _SPECIAL.sub(lambda sign: _ESCAPES[sign[0]], sound)


def attributes(**values: str) -> str:
    """Write attributes in the order given, each with a blank before it."""
    return "".join(f' {name}="{escaped(value)}"' for name, value in values.items())
