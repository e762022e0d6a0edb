"""The fast reading aid finds what the slow and obvious one finds, to the letter."""

import re

from hypothesis import example, given
from hypothesis import strategies as st

from benchmarks.hits import OneAfterTheOther, compare
from benchmarks.policy_text import Writer
from benchmarks.reading import everywhere
from tests import slow_reading as slow
from tests.reading_texts import development, document
from tests.weight import examples
from waterpas.reading import matching, splitting
from waterpas.reading.lexicon import find, find_literals, finder, literals
from waterpas.reading.lexicon.lowered import lowered
from waterpas.reading.matching import read
from waterpas.reading.readability import readability
from waterpas.reading.readability.syllables import parted
from waterpas.reading.splitting import Sentences, sentence_spans

SENTENCES = [passage["text"] for passage in development()]
WORDS = [*literals()[::9], *(word for text in SENTENCES[::3] for word in text.split())]
ODD = [
    "art.", "a.", "1.", "(a)", "•", "-", "etc.", "A.", "De", "İ", "ſ", "moslims", "via-via-via",
    "“", "”", '"', "'", "x.", "1.1.", "/nr.", "januari", "3", "Marokkaanse", "wordt", "geweigerd",
    "arbeidsongeschiktheidsverzekering", "derhalve",
]  # fmt: skip
BETWEEN = [
    " ",
    " ",
    " ",
    "",
    "\n",
    "\n\n",
    ". ",
    "  ",
    ", ",
    ":\n",
    "\u00a0",
    "\u2003",
    "\x85",
    "…",
]
TEXTS = st.lists(
    st.tuples(st.sampled_from([*WORDS, *SENTENCES, *ODD]), st.sampled_from(BETWEEN)), max_size=20
).map(lambda parts: "".join(word + between for word, between in parts))
PASSAGES = [block.text for one in Writer(7).documents(3) for block in one.blocks][:60]


def found(text, heading=""):
    """What the fast one finds, written as the slow one writes it."""
    (one,) = read([(Sentences(text), heading)])
    return (
        set(one.sets),
        one.explaining,
        [
            (match.pattern, (match.begin, match.end), list(match.hits), match.forbids, match.names)
            for match in one.matches
        ],
    )


def counted(text):
    result = readability(document(text))
    hints = [(hint.kind, hint.words) for hint in result.hints]
    return result.words, result.sentences, hints


def differences(texts):
    return [text for text in texts if found(text, text[:40]) != slow.read(text, text[:40])]


def test_every_development_passage_gives_the_same():
    assert differences(SENTENCES) == []


def test_policy_text_gives_the_same():
    assert differences(PASSAGES) == []
    assert sum(len(found(text)[2]) for text in PASSAGES) > 20


@given(TEXTS)
@examples(40)
@example("Wij doen  een huisbezoek.\nMarokkaanse jongens ")
def test_any_text_gives_the_same(text):
    assert find(text) == slow.find(text)
    assert found(text, text[:30]) == slow.read(text, text[:30])


@given(TEXTS)
def test_any_text_is_cut_into_the_same_sentences(text):
    assert sentence_spans(text) == slow.sentence_spans(text)


@given(TEXTS)
@examples(40)
def test_any_text_has_the_same_words_and_hints(text):
    words, sentences, _, hints = slow.counted(text)

    assert counted(text) == (words, sentences, hints)


@given(st.lists(TEXTS, min_size=2, max_size=5))
@examples(20)
def test_texts_that_are_read_together_do_not_touch_each_other(texts):
    assert [finder.hits_of(one.spots()) for one in finder.look_each(texts)] == [
        find(text) for text in texts
    ]


def test_a_word_is_broken_off_where_pyphen_breaks_it():
    words = {word for text in SENTENCES for word in re.findall(r"\S+", text)} | set(ODD)

    assert [one for one in words if parted(one) != slow.HYPHENS.inserted(one).split("-")] == []
    assert parted("lettergrepen") == ["let", "ter", "gre", "pen"]


def test_no_part_of_an_abbreviation_is_longer_than_we_look():
    every = splitting.ALWAYS | splitting.SOMETIMES
    parts = [part for one in every for part in re.findall(r"[^\W\d_]+", one)]

    assert max(map(len, parts)) == splitting.LONGEST_PART


def test_a_planted_fault_is_found(monkeypatch):
    monkeypatch.setattr(finder, "APART", " ")
    assert [one.spots() for one in finder.look_each(["naar eigen", "inzicht"])] != [
        finder.spots("naar eigen"),
        finder.spots("inzicht"),
    ]

    whole = matching.look_each

    def less(texts):
        return (looked._replace(found=looked.found[1:]) for looked in whole(texts))

    monkeypatch.setattr(matching, "look_each", less)
    assert differences(SENTENCES) != []


class TestTheComparisonOfTheBenchmark:
    def test_finds_no_difference_with_one_regex_after_the_other(self):
        regexes = OneAfterTheOther(literals())
        one = compare(find_literals, lambda t: regexes.find(lowered(t)), everywhere, PASSAGES)

        assert (one.differ, one.cut.total()) == ([], 0)
        assert one.same > 50

    def test_counts_a_planted_difference_at_either_side(self):
        texts = ["Een huis en een klik-klak."]
        klik, huis = (16, 20, "klik"), (4, 8, "huis")

        def edges(_text):
            return {4, 16}, {8, 25}  # klik-klak is one token

        one = compare(lambda _: [klik, huis], lambda _: [(0, 3, "een")], edges, texts)

        assert dict(one.cut) == {"klik-klak.": 1}
        assert one.differ == ["een: only the other finds it", "huis: only we find it"]
