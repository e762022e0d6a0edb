"""The style of a page that stands alone: our theme, the components it uses, our own parts."""

from functools import cache
from pathlib import Path

STATIC = Path(__file__).parent / "static"
# Components of NL Design System that a result needs; see static/vendor/NOTICE.
COMPONENTS = ("nl-heading", "nl-paragraph", "utrecht-table", "utrecht-alert")
MAP = "/*# sourceMappingURL="


@cache
def stylesheet(*also: str) -> str:
    """Everything in one text, to stand inside a <style> element; `also` are more files of ours."""
    names = ["tokens.css", *(f"vendor/{name}.css" for name in COMPONENTS), "waterpas.css", *also]
    return "\n".join(_read(name) for name in names)


def _read(name: str) -> str:
    return (STATIC / name).read_text("utf-8").split(MAP)[0].replace("</", "<\\/")
