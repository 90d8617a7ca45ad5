"""Fills the templates. Everything that comes from a document is escaped; the page's own rules forbid all the rest.

The content security policy allows no network and no script or style but the two blocks whose digests it names: even
a text that slipped through escaping could not run.
"""

import base64
import hashlib
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from reports.html.words import words
from reports.words import Lang


def render(name: str, view: Any, lang: Lang) -> str:
    """The page ``name`` ("document" or "recap") with the values of ``view``."""
    environment = _environment()
    style, script = _block("style.css"), _block(f"{name}.js")
    policy = (
        f"default-src 'none'; img-src data:; style-src {_digest(style)}; script-src {_digest(script)}; "
        "base-uri 'none'; form-action 'none'"
    )
    return environment.get_template(f"{name}.html").render(
        v=view, w=words(lang), lang=lang, style=Markup(style), script=Markup(script), policy=policy
    )


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("reports", "templates/html"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _block(name: str) -> str:
    """A file of ours as it stands between its tags; it must not end them."""
    loader = _environment().loader
    assert loader is not None
    text = loader.get_source(_environment(), name)[0]
    assert "</" not in text, name
    return text


def _digest(block: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(block.encode()).digest()).decode()}'"
