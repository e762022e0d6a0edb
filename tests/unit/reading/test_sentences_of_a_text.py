"""Dutch sentences: what is an end, and what only looks like one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from waterpas.reading import sentence_spans, sentences

WHOLE = [
    "Zie art. 3, lid 2, jo. art. 4 Pw over de bijstand.",
    "Dat is zo, d.w.z. De Brug kiest.",
    "Bijv. Utrecht doet dit o.a. in Overvecht i.v.m. Corona.",
    "Zie nr. 5 en blz. 12 van bijl. B.",
    "Het gesprek is met mr. dr. A. de Vries en J.P. Balkenende.",
    "Het kost € 1.000,50 per jaar.",
    "Het besluit is van 1. januari.",
    "Kijk op https://www.voorbeeldstad.nl/beleid.html?jaar=1.2 voor meer.",
    "'Mag dat?' vroeg hij.",
    "De Wmo 2015, artikel 2.1.2, eerste lid, onder a, geldt.",
    "1. Eerste punt.",
    "Het gaat om € 5 mln. in 2023 (zie ook t.a.v. Zorg).",
]


@pytest.mark.parametrize("sentence", WHOLE)
def test_it_stays_one_sentence(sentence):
    assert sentences(sentence) == [sentence]


@pytest.mark.parametrize(
    "parts",
    [
        ("Zie art. 4 Pw.", "Het college beslist."),
        ("Vastgesteld op 21 maart 2023.", "Het college."),
        ('Zij zei: "Dat mag niet."', "Toen ging zij weg."),
        ("Appels, peren, enz.", "Daarna komt het."),
        ("Is dat zo?", "Ja!", "Goed."),
        ("Wacht…", "En nu?"),
        ("'s Ochtends is het stil.", "'s Middags niet."),
        ("Het gaat om 20.", "De rest is weg."),
        ("Dat geldt in wijk A.", "De anderen wachten."),
        ("(Zie ook bijlage 2.)", "Daarna volgt de rest."),
        ("Zij wonnen.¹", "Hij niet."),
        ("€ 3 is genoeg.", "€ 5 is te veel."),
    ],
)
def test_it_ends_where_it_ends(parts):
    assert sentences(" ".join(parts)) == list(parts)


def test_items_and_paragraphs_are_sentences_of_their_own():
    text = "Wij doen:\n- eerst dit\n- dan dat\n\nen verder\nniets\n1. Een\n2. Twee"
    assert sentences(text) == [
        "Wij doen:",
        "- eerst dit",
        "- dan dat",
        "en verder\nniets",
        "1. Een",
        "2. Twee",
    ]


PIECES = st.sampled_from([*WHOLE, "\n\n", "\n- ", ". ", "? ", "art.", " ", "A", "…", "\u00a0", '"'])


@given(st.one_of(st.text(), st.lists(PIECES).map("".join)))
def test_sentences_and_the_white_space_between_them_give_the_text_back(text):
    spans = sentence_spans(text)
    at = 0
    for start, end in spans:
        assert text[at:start].strip() == ""
        assert start < end
        assert text[start:end] == text[start:end].strip()
        at = end
    assert text[at:].strip() == ""
    assert sentences(text) == [text[start:end] for start, end in spans]


def test_a_long_line_without_an_end_takes_no_time():
    assert len(sentences("a. " * 100_000)) == 1
    assert len(sentences(("x" * 10_000 + ".") * 50)) == 1
