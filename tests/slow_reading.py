"""The reading aid in its most obvious form: slow, one thing after the other.

What is fast in `waterpas.reading` must find the same. Only the data, the lemmas and the rules of
one pattern in one sentence are shared.
"""

import re
from functools import cache

from pyphen import Pyphen

from waterpas.reading import splitting
from waterpas.reading.lexicon import Hit, load
from waterpas.reading.lexicon.endings import endings
from waterpas.reading.lexicon.finder import TOKEN
from waterpas.reading.lexicon.holders import SET, UNLESS
from waterpas.reading.lexicon.lemmas import lemmas
from waterpas.reading.lexicon.literals import owners
from waterpas.reading.lexicon.lowered import AS_ASCII, WHITE
from waterpas.reading.nameless import KEPT, NAMES
from waterpas.reading.passages import QUOTED, WORDS_OF_A_QUOTE
from waterpas.reading.readability.pieces import LONG_WORD, PARTICIPLE, TO_BE, WORD
from waterpas.reading.readability.plainer import alternatives
from waterpas.reading.readability.syllables import FIRST_ALONE, VOWEL
from waterpas.reading.rules import NEAR
from waterpas.reading.stance import forbids

HYPHENS = Pyphen(lang="nl_NL")
HOLDERS = {one.id: one.needles for one in load().patterns} | {
    SET + name: needles for name, needles in load().sets.items()
}
ENDS = {
    name: {form for word in needles.ends for form in endings(word)}
    for name, needles in HOLDERS.items()
}
STARTS = {word for needles in HOLDERS.values() for word in needles.starts}
BEFORE = re.compile(r"[^\s(\[\"'“‘„/]+$")
LIST_MARK = re.compile(r"\(?(?:\d{1,3}(?:\.\d{1,3})*|[a-zA-Z]|[ivxIVX]{1,5})[.)]")


def lower(text):
    return "".join(AS_ASCII.get(letter, letter) for letter in text).lower()


def on_one_line(text):
    return "".join(" " if letter in WHITE else letter for letter in text)


def exact(low, words):
    """One regular expression after the other."""
    return [
        (*match.span(), word)
        for word in words
        if word in low
        for match in re.finditer(rf"\b{re.escape(word)}\b", low)
    ]


def find(text):
    low = lower(on_one_line(text))
    hits = {Hit(*span, one) for *span, word in exact(low, owners()) for one in owners()[word]}
    for token in TOKEN.finditer(low):
        hits |= {Hit(*token.span(), holder) for holder in holders_of(token.group())}
    return sorted(hits)


@cache
def holders_of(word):
    known, bare = set(lemmas(word)), word.replace("-", "")
    return {name for name, needles in HOLDERS.items() if belongs(name, needles, known, bare)}


def belongs(name, needles, known, bare):
    if known & {*needles.lemmas, *needles.ends} or longest_start(bare) in needles.starts:
        return True
    return any(len(bare) - len(form) >= 3 and bare.endswith(form) for form in ENDS[name])


@cache
def longest_start(bare):
    fit = [word for word in STARTS if re.fullmatch(rf"{re.escape(word)}\w{{3,}}", bare)]
    return max(fit, key=len, default=None)


def sentence_spans(text):
    spans, start = [], 0
    for found in splitting.END.finditer(text):
        if ends(text, found, start):
            spans.append((start, found.end()))
            start = found.end()
    return [tight for span in [*spans, (start, len(text))] if (tight := stripped(text, *span))]


def stripped(text, start, end):
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None


def ends(text, found, start):
    mark = found.group()
    begins = splitting.BEGINS.match(text, found.end()) is not None
    if mark[0] in "\n:" or found.end() == len(text) or mark.count("\n") > 1:
        return True
    return begins and (mark[0] != "." or mark.startswith("..") or not is_short(text, found, start))


def is_short(text, found, start):
    stop = found.start()
    before = BEFORE.search(text, max(start, stop - splitting.LOOK_BACK), stop)
    if before is None:
        return False
    word, low = before.group(), before.group().casefold()
    if LIST_MARK.fullmatch(text[start:stop].strip() + "."):
        return True
    if found.group().rstrip() != ".":
        return False
    if low in splitting.SOMETIMES:
        return text[found.end()].isdigit() and low not in {"etc", "enz", "e.d", "e.a", "n.v.t"}
    if low in splitting.ALWAYS:
        return True
    if splitting.INITIALS.fullmatch(word):
        return splitting.NO_SURNAME.match(text, found.end()) is None
    return word.isdigit() and splitting.MONTH.match(text, found.end()) is not None


def names_out(text):
    """The places that are left without names, and with one white character in a row."""
    hits = find(text)
    kept = [hit for hit in hits if hit.holder in KEPT]
    names = [hit for hit in hits if hit.holder == NAMES and not any(within(hit, k) for k in kept)]
    out = {place for name in names for place in range(name.start, name.end)}
    left = []
    for place, letter in enumerate(text):
        white = letter.isspace() and (not left or text[left[-1]].isspace())
        if place not in out and not white:
            left.append(place)
    return left, names


def within(hit, other):
    inside = other.start <= hit.start and hit.end <= other.end
    return inside and hit[:2] != other[:2]


def sets_in(hits):
    return {hit.holder[len(SET) :] for hit in hits if hit.holder.startswith(SET)}


def read(text, heading):
    """The sets, the words that explain racism, and per match what it says and where."""
    left, names = names_out(text)
    if not names and "  " not in text:
        left = list(range(len(text)))
    plain = "".join(text[place] for place in left)
    title = "".join(heading[place] for place in names_out(heading)[0])
    above = sets_in(find(title))
    asked = [
        as_written(match, text, left, names)
        for match in matches(plain, above)
        if match[0].kind == "question"
    ]
    shown = [(*match, False) for match in matches(text, above) if match[0].kind == "presence"]
    if plain == text:
        shown = [as_written(match[:-1], text, left, names) for match in shown]
    explaining = sum(hit.holder == "set:explains" for hit in find(plain))
    return sets_in(find(plain)) | sets_in(find(text)), explaining, [*asked, *shown]


def as_written(match, text, left, names):
    pattern, _, hits, rejected = match
    if len(left) == len(text):
        begin, end = match[1]
    else:
        begin, end = sentence_with(text, left, match)
    named = any(begin <= name.start and name.end <= end for name in names)
    back = [(left[hit.start], left[hit.end - 1] + 1, hit.holder) for hit in hits]
    return pattern, (begin, end), back, rejected, named


def sentence_with(text, left, match):
    place = left[match[2][0].start]
    for begin, end in sentence_spans(text):
        if begin <= place < end:
            return begin, end
    return left[match[1][0]], left[match[1][1] - 1] + 1


def matches(text, above):
    hits, low = find(text), lower(on_one_line(text))
    around = sets_in(hits) | above
    hits = sorted({*hits} | common(low))
    quotes = [
        found.span()
        for found in QUOTED.finditer(text)
        if len(found.group().split()) >= WORDS_OF_A_QUOTE
    ]
    spans = sentence_spans(text)
    sentences = [
        [
            hit
            for hit in hits
            if begin <= hit.start and hit.end <= end
            if not any(first <= hit.start and hit.end <= last for first, last in quotes)
        ]
        for begin, end in spans
    ]
    for number, (begin, end) in enumerate(spans):
        own = sentences[number]
        nearby = set().union(*map(sets_in, sentences[max(number - 1, 0) : number + 2]))
        for pattern in raised(own):
            kept = [hit for hit in raising(pattern, own) if not beside(pattern, low, hit)]
            if kept and holds(pattern, low, (begin, end), kept, own, nearby):
                rejected = forbids(
                    sets_in(own),
                    around=around,
                    criticism_counts=pattern.criticism_counts,
                    before=low[begin : kept[0].start],
                )
                yield pattern, (begin, end), kept, rejected and not pattern.ban_counts


def common(low):
    return {Hit(*at, one.id) for one in load().patterns for *at, _ in exact(low, one.common)}


def raised(hits):
    """In the order in which their words stand in the sentence, then that of the lexicon."""
    found = []
    for holder in dict.fromkeys(hit.holder for hit in hits):
        for pattern in load().patterns:
            if holder in (pattern.id, *(SET + name for name in pattern.of)):
                found.append(pattern)
    return list({pattern.id: pattern for pattern in found}.values())


def raising(pattern, hits):
    names = {pattern.id, *(SET + name for name in pattern.of)}
    return [hit for hit in hits if hit.holder in names]


def beside(pattern, low, hit):
    before = "|".join(map(re.escape, pattern.unless.before))
    after = "|".join(map(re.escape, pattern.unless.after))
    if after and re.match(rf"\W*(?:{after})\b", low[hit.end :]):
        return True
    return bool(before) and re.search(rf"\b(?:{before})\W*$", low[: hit.start]) is not None


def holds(pattern, low, place, kept, hits, nearby):
    sets = sets_in(hits)
    if sets & set(pattern.unless.sets) or UNLESS + pattern.id in {hit.holder for hit in hits}:
        return False
    if nearby & set(pattern.unless.nearby):
        return False
    if not all(nearby & set(group) for group in pattern.nearby):
        return False
    for group in pattern.near:
        others = [hit for hit in hits if hit.holder in {SET + name for name in group}]
        if not any(few_words(low, *sorted((a, b))) for a in kept for b in others):
            return False
    for group in pattern.together:
        others = [hit for hit in hits if hit.holder in {SET + name for name in group}]
        if not any(a.end <= b.start or b.end <= a.start for a in kept for b in others):
            return False
    return pattern.regex is None or re.search(pattern.regex, low[slice(*place)]) is not None


def few_words(low, first, second):
    between = low[first.end : second.start]
    return first.end <= second.start and len(between) <= NEAR and ". " not in between


def counted(text):
    """Words, sentences and syllables of a text, and its hints as (kind, words)."""
    words, hints, sentences = [], [], 0
    for begin, end in sentence_spans(text):
        own = [word.group().lower() for word in WORD.finditer(text, begin, end)]
        sentences += bool(own)
        words += own
        hints += hints_of(text[begin:end], own)
    return len(words), sentences, sum(map(syllables, words)), hints


def hints_of(sentence, words):
    if len(words) > 25:
        yield "long-sentence", sentence
    be, participle = TO_BE.search(sentence), PARTICIPLE.search(sentence)
    if be and participle and be.span() != participle.span():
        (first, _), (_, last) = sorted([be.span(), participle.span()])
        yield "passive", sentence[first:last]
    for word in WORD.findall(sentence):
        if len(word) >= LONG_WORD:
            yield "long-word", word
    for start, end, word in sorted(exact(lower(sentence), map(lower, alternatives()))):
        kind = "plainer-word" if "rather" in alternatives()[word] else "name-of-group"
        yield kind, sentence[start:end]


def syllables(word):
    parts = HYPHENS.inserted(word).split("-")
    count = sum(1 for part in parts if VOWEL.search(part))
    if FIRST_ALONE.match(word) and len(parts[0]) > 1 and VOWEL.search(parts[0][1:]):
        count += 1
    return max(1, count)
