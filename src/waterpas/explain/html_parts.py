"""Small pieces of HTML that every part of a result uses."""

from collections.abc import Iterable
from html import escape


def paragraph(inner: str, *, kind: str = "") -> str:
    """A paragraph around HTML that is already escaped."""
    return f'<p class="{_classes("nl-paragraph", kind)}">{inner}</p>'


def heading(words: str, *, level: int, name: str = "") -> str:
    """A heading of plain words."""
    own = f' id="{escape(name)}"' if name else ""
    return f'<h{level}{own} class="nl-heading nl-heading--level-{level}">{escape(words)}</h{level}>'


def bullets(lines: Iterable[str]) -> str:
    """A list of plain sentences; nothing without sentences."""
    items = "".join(f"<li>{escape(line)}</li>" for line in lines)
    return f'<ul class="wp-bullets">{items}</ul>' if items else ""


def section(title: str, inner: str, *, kind: str = "") -> str:
    """A part of the page under its own heading; nothing when it would be empty."""
    if not inner:
        return ""
    classes = _classes("wp-section", kind)
    return f'<section class="{classes}">{heading(title, level=2)}{inner}</section>'


def folded(title: str, inner: str) -> str:
    """A part that is closed until somebody opens it; on paper it is open."""
    if not inner:
        return ""
    summary = f"<summary>{escape(title)}</summary>"
    return f'<details class="wp-details wp-fold">{summary}{inner}</details>'


def alert(strong: str, words: str, *, kind: str) -> str:
    """A remark that must not be missed. `kind`: warning or info."""
    return (
        f'<div class="utrecht-alert utrecht-alert--{kind} wp-alert">'
        '<div class="utrecht-alert__content"><div class="utrecht-alert__message">'
        f'<p class="nl-paragraph"><strong>{escape(strong)}</strong> {escape(words)}</p>'
        "</div></div></div>"
    )


def _classes(*names: str) -> str:
    return " ".join(name for name in names if name)
