"""One HTML file that needs nothing else: no scripts, no addresses."""

from html import escape

from waterpas.explain.style import stylesheet
from waterpas.texts import Language

# Nothing is loaded from anywhere, and nothing runs.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def page(
    heading: str, inner: str, lang: Language, publication_mark: str | None = None, *also: str
) -> str:
    """A whole page around HTML that is already escaped.

    `publication_mark` stands visibly on top and on every printed page. `also` are more style
    sheets of ours, by name.
    """
    stamp, style = _stamp(publication_mark), stylesheet(*also) + _on_every_page(publication_mark)
    return (
        f'<!doctype html>\n<html lang="{lang}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        f"<title>{escape(heading)} · Waterpas</title>\n<style>{style}</style>\n</head>\n"
        f'<body class="wp-body">\n{stamp}<main class="wp-page">\n'
        f'<h1 class="nl-heading nl-heading--level-1">{escape(heading)}</h1>\n'
        f"{inner}\n</main>\n</body>\n</html>\n"
    )


def _stamp(publication_mark: str | None) -> str:
    if not publication_mark:
        return ""
    return f'<header><p class="wp-stamp">{escape(publication_mark)}</p></header>\n'


def _on_every_page(publication_mark: str | None) -> str:
    """The mark in the margin of every printed page, as CSS."""
    if not publication_mark:
        return ""
    safe = "".join(sign if sign.isalnum() or sign in " .,:;-" else " " for sign in publication_mark)
    return f'@page{{@top-right{{content:"{safe}"}}}}'
