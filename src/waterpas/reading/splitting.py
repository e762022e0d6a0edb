"""Cuts Dutch text into sentences, without stumbling over "art. 3, lid 2, jo. art. 4 Pw"."""

import re

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
BEFORE = re.compile(r"[^\s(\[\"'“‘„/]+$")
INITIALS = re.compile(r"(?:[A-Z][a-z]?\.)*(?:[A-Z]|Th|Ch|Ph|IJ)")
# A surname does not begin like this, so that "gebied A. De" is an end and "A. de Vries" is not.
NO_SURNAME = re.compile(r"(?:De|Het|Een|Dit|Dat|Deze|Wij|Zij|Er|In|Als|Bij|Voor|Om|Op|Ook)\b")
LIST_MARK = re.compile(r"\(?(?:\d{1,3}(?:\.\d{1,3})*|[a-zA-Z]|[ivxIVX]{1,5})[.)]")
MONTH = re.compile(rf"(?:{MONTHS})\b", re.IGNORECASE)
BEGINS = re.compile(r"[\"'“‘„«(\[•–—-]*\s*(?:\d|[^\W\d_a-zß-öø-ÿ]|[€$£§#@]|['’][a-z]\s[A-Z])")
LOOK_BACK = 60


def sentences(text: str) -> list[str]:
    """The sentences of a text, without the space around them."""
    return [text[start:end] for start, end in sentence_spans(text)]


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """Where each sentence begins and ends. Between them there is only white space."""
    spans: list[tuple[int, int]] = []
    start = 0
    for found in END.finditer(text):
        if _ends(text, found, start):
            _put(spans, text, start, found.end())
            start = found.end()
    _put(spans, text, start, len(text))
    return spans


def _put(spans: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    part = text[start:end]
    left = start + len(part) - len(part.lstrip())
    right = start + len(part.rstrip())
    if left < right:
        spans.append((left, right))


def _ends(text: str, found: re.Match[str], start: int) -> bool:
    """Whether a sentence really ends at this mark."""
    mark = found.group()
    if mark[0] in "\n:":
        return True
    after = found.end()
    if after == len(text):
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
    before = BEFORE.search(text, max(start, stop - LOOK_BACK), stop)
    if before is None:
        return False
    word = before.group()
    if LIST_MARK.fullmatch(text[start:stop].strip() + "."):
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
