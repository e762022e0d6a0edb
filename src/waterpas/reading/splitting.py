"""Cuts Dutch text into sentences, without stumbling over "art. 3, lid 2, jo. art. 4 Pw"."""

import re
from collections.abc import Iterator

# Abbreviations after which a sentence goes on, whatever follows.
_ALWAYS = """
a.d.h.v afd apr art artt aug b.sc bc bijl bijv blz bv burg c.q ca cf circa d.d d.m.v d.w.z dd dec
dhr dr drs ds ecli evt excl feb fig gem gew hfst hr hst i.c i.g.v i.h.b i.h.k.v i.o i.p.v i.s.m
i.t.t i.t.v i.v.m incl ing ir jan jhr jl jo jr jul juncto ktr ll.m m.a.w m.b.t m.i.v m.m.v m.n
m.sc m.u.v max mevr mr mrt mw n.a.v nov nr nrs o.a o.b.v o.g.v o.i.v o.l.v o.m o.v.v okt p.p par
paragr ph.d pp prof prov rb resp sep sept sgt sr st stb stcrt t.a.v t.b.v t.g.v t.o.v t.w t.z t/m
tab tel trb u.d v.a v.w.b vgl vlg wnd z.g zg zgn
"""
ALWAYS = frozenset(_ALWAYS.split())
# After these a sentence may end as well: only a capital or a figure says that it did.
_SOMETIMES = """
a.i a.u.b b.v c.s e.a e.d e.v enz etc ll m.m n.chr n.v n.v.t o.g p.j p.m p.u p.w v.chr v.o.f
"""
SOMETIMES = frozenset(_SOMETIMES.split())
MONTHS = "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
# A mark that can end a sentence, what closes behind it, and the space after that; or a hard end.
END = re.compile(
    r"(?:[.!?…]+[\"'”’»)\]]*(?:\[\d{1,3}\]|[¹²³⁴-⁹⁰]+)?(?=\s)|:(?=\s*\n))\s*"
    r"|\n[^\S\n]*\n\s*"
    r"|\n(?=\s*(?:[-•–*‣▪]\s|\(?(?:\d{1,3}|[a-z])[.)]\s))\s*"
)
# What can be the first sign of such an end: looking for one of these goes fast.
OTHER_MARKS = "!?…:\n"
MARK = re.compile(rf"[.{OTHER_MARKS}]")
LINE_ENDS = ":\n"
OPENS = re.compile(r"[(\[\"'“‘„/]")
INITIALS = re.compile(r"(?:[A-Z][a-z]?\.)*(?:[A-Z]|Th|Ch|Ph|IJ)")
# A surname does not begin like this, so that "gebied A. De" is an end and "A. de Vries" is not.
NO_SURNAME = re.compile(r"(?:De|Het|Een|Dit|Dat|Deze|Wij|Zij|Er|In|Als|Bij|Voor|Om|Op|Ook)\b")
LIST_MARK = re.compile(r"\s*\(?(?:\d{1,3}(?:\.\d{1,3})*|[a-zA-Z]|[ivxIVX]{1,5})\s*")
MONTH = re.compile(rf"(?:{MONTHS})\b", re.IGNORECASE)
BEGINS = re.compile(r"[\"'“‘„«(\[•–—-]*\s*(?:\d|[^\W\d_a-zß-öø-ÿ]|[€$£§#@]|['’][a-z]\s[A-Z])")
LOOK_BACK = 60
LONGEST_PART = 6  # letters in a row in an abbreviation


class Sentences:
    """Where the sentences of a text are, found once, and only when somebody asks."""

    __slots__ = ("_spans", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self._spans: list[tuple[int, int]] | None = None

    def spans(self) -> list[tuple[int, int]]:
        """As `sentence_spans`."""
        if self._spans is None:
            self._spans = sentence_spans(self.text)
        return self._spans


def sentences(text: str) -> list[str]:
    """The sentences of a text, without the space around them."""
    return [text[start:end] for start, end in sentence_spans(text)]


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """Where each sentence begins and ends. Between them there is only white space."""
    spans: list[tuple[int, int]] = []
    start = done = 0
    for at in _marks(text):
        if at >= done and _ends_plainly(text, at, start):
            spans.append((start, at + 1))
            start = done = at + 2
            continue
        # As `END.finditer` would, but without trying every letter.
        if at >= done and (found := END.match(text, at)):
            done = found.end()
            if _ends(text, found, start):
                if text[at] not in LINE_ENDS and not text[start].isspace():
                    spans.append((start, at + len(found.group().rstrip())))
                else:
                    _put(spans, text, start, done)
                start = done
    _put(spans, text, start, len(text))
    return spans


def _marks(text: str) -> Iterator[int]:
    """Give the places of all marks; a text that only has full stops goes faster."""
    if any(mark in text for mark in OTHER_MARKS):
        yield from (mark.start() for mark in MARK.finditer(text))
        return
    at = text.find(".")
    while at >= 0:
        yield at
        at = text.find(".", at + 1)


def _ends_plainly(text: str, at: int, start: int) -> bool:
    """Whether a full stop stands after a long word and before a capital: as most ends, and fast."""
    return (
        text[at : at + 2] == ". "
        and "A" <= text[at + 2 : at + 3] <= "Z"
        and at - start > LONGEST_PART
        and not text[start].isspace()
        and text[at - LONGEST_PART - 1 : at].isalpha()
    )


def _put(spans: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    part = text[start:end].rstrip()
    left, right = start, start + len(part)
    if part and part[0].isspace():
        left = right - len(part.lstrip())
    if left < right:
        spans.append((left, right))


def _ends(text: str, found: re.Match[str], start: int) -> bool:
    """Whether a sentence really ends at this mark."""
    mark, after = found.group(), found.end()
    if mark == ". ":
        return BEGINS.match(text, after) is not None and not _is_short(text, found, start)
    if mark[0] in "\n:" or after == len(text):
        return True
    new_line = mark.count("\n") > 1
    if mark[0] != "." or mark.startswith(".."):
        return new_line or _begins(text, after)
    if new_line:
        return True
    return _begins(text, after) and not _is_short(text, found, start)


def _begins(text: str, at: int) -> bool:
    """Whether a sentence can begin here: with a capital, a figure, a quote or a bullet."""
    return BEGINS.match(text, at) is not None


def _is_short(text: str, found: re.Match[str], start: int) -> bool:
    """Whether the full stop belongs to an abbreviation, an initial, or the number of an item."""
    stop = found.start()
    if stop - start > LONGEST_PART and text[stop - LONGEST_PART - 1 : stop].isalpha():
        return False
    word = _word_before(text[max(start, stop - LOOK_BACK) : stop])
    if not word:
        return False
    if LIST_MARK.fullmatch(text, start, stop):
        return True
    if found.group().rstrip() != ".":  # something closes behind the full stop
        return False
    low = word.casefold()
    if low in SOMETIMES:
        return text[found.end()].isdigit() and low not in {"etc", "enz", "e.d", "e.a", "n.v.t"}
    if low in ALWAYS:
        return True
    if INITIALS.fullmatch(word):
        return NO_SURNAME.match(text, found.end()) is None
    return word.isdigit() and MONTH.match(text, found.end()) is not None


def _word_before(text: str) -> str:
    """The word that ends where this stretch of text ends, without what opens before it."""
    text = text.removesuffix("\n")
    if not text or text[-1].isspace():
        return ""
    word = text.rsplit(None, 1)[-1]
    return word if word.isalnum() else OPENS.split(word)[-1]
