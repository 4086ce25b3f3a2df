"""What does every page of ours stand on: templates, style, typeface, and a policy that shuts it?"""

import base64
import hashlib
import re
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from asn_restruktur.reporters.foreign_text import visible

_FOLDER = Path(__file__).parent
_FONT = _FOLDER / "plus-jakarta-sans-latin.woff2"
_INDENT = re.compile(r"\n\s+")
_UNSAFE_IN_CSS = re.compile(r"[^A-Za-z0-9 ]")


@cache
def environment() -> Environment:
    """Return the templates; what they put out is escaped."""
    return Environment(
        loader=FileSystemLoader(_FOLDER / "templates", encoding="utf-8"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_finalized,
    )


def _finalized(value: object) -> object:
    """Show what a template puts out; bare text has no hidden character left."""
    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value


@cache
def asset(name: str) -> str:
    """Return a style or script of ours."""
    return (_FOLDER / name).read_text(encoding="utf-8")


@cache
def _font() -> str:
    return base64.b64encode(_FONT.read_bytes()).decode("ascii")


def style(title: str, *sheets: str) -> str:
    """Return style sheets with its typeface and, for the foot of a printed page, the title."""
    css = _INDENT.sub("\n", "".join(map(asset, sheets))).replace("FONT_AS_BASE64", _font())
    return css.replace("PAGE_TITLE", _UNSAFE_IN_CSS.sub(_css_escape, visible(title)))


def _css_escape(found: re.Match[str]) -> str:
    return f"\\{ord(found.group()):x} "


def policy(css: str, script: str = "") -> str:
    """Return the policy by which a page runs nothing but this style and script."""
    scripts = _hashed(script) if script else "'none'"
    return (
        f"default-src 'none'; script-src {scripts}; style-src {_hashed(css)}; "
        "font-src data:; base-uri 'none'; form-action 'none'"
    )


def _hashed(text: str) -> str:
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"
