"""Where the sentences of a text begin and end."""

import re

SHORT = frozenset(("art", "bijv", "d.w.z", "i.v.m", "jo", "nr", "o.a", "mw", "mr", "dr", "drs"))
END = re.compile(r"[.!?…]+[\"'”’)]*\s+(?=[\"'“‘(]*[A-ZÀ-Þ0-9])")
LAST_WORD = re.compile(r"[\w.]+$")


def sentences_with_places(text: str) -> list[tuple[int, int]]:
    """Give the begin and end of each sentence, in order."""
    places, begin = [], 0
    for end in END.finditer(text):
        word = LAST_WORD.search(text, begin, end.start())
        if text[end.start()] == "." and word and word.group().lower() in SHORT:
            continue
        places.append((begin, len(text[: end.end()].rstrip())))
        begin = end.end()
    if text[begin:].strip():
        places.append((begin, len(text.rstrip())))
    return places
