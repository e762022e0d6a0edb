"""In which encoding the bytes of a text or a web page are."""

import re

from waterpas.reading import errors

BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
DECLARED = re.compile(rb"""<meta[^>]{0,200}charset\s*=\s*["']?\s*([A-Za-z0-9_-]{2,40})""", re.I)
# Control characters that no text has; tab, line ends, form feed, escape and ^Z are not in it.
RUBBISH = re.compile("[\x00-\x08\x0e-\x19\x1c-\x1f\x7f]")
MOSTLY, SELDOM = 0.5, 0.05  # shares of zero bytes in UTF-16 of Western text


def decoded(content: bytes, name: str) -> tuple[str, str]:
    """The text, and the encoding it was in."""
    marked = next((codec for bom, codec in BOMS if content.startswith(bom)), None)
    for codec in filter(None, (marked, _utf16_without_bom(content), "utf-8", "windows-1252")):
        try:
            text = content.decode(codec, "replace" if codec == "windows-1252" else "strict")
        except UnicodeDecodeError:
            continue
        if RUBBISH.search(text):
            break
        return text, codec
    raise errors.not_text(name)


def decoded_page(content: bytes, name: str) -> tuple[str, str]:
    """The same for a web page, which may say itself in which encoding it is."""
    said = DECLARED.search(content[:4096])
    if said and not content.startswith(tuple(bom for bom, _ in BOMS)):
        codec = said.group(1).decode("ascii").lower()
        codec = "windows-1252" if codec in {"iso-8859-1", "latin1", "ascii", "us-ascii"} else codec
        try:
            return content.decode(codec), codec
        except (LookupError, UnicodeError, ValueError, TypeError, AttributeError):
            pass
    return decoded(content, name)


def _utf16_without_bom(content: bytes) -> str | None:
    start = content[:4096]
    half = len(start) // 2
    if half < 4:
        return None
    even, odd = start[0::2].count(0) / half, start[1::2].count(0) / half
    if max(even, odd) < MOSTLY or min(even, odd) > SELDOM:
        return None
    return "utf-16-be" if even > odd else "utf-16-le"
