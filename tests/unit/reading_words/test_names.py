"""A name of origin, skin colour or religion changes a question, and never makes or removes one."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.reading_texts import development, development_2, document
from waterpas.reading import cards
from waterpas.reading.lexicon import find

PLAIN = [
    "nationaliteit", "afkomst", "herkomst", "huidskleur", "etniciteit", "migratieachtergrond",
    "moslims", "islamitische", "Marokkaanse", "Turken", "Surinaamse", "Poolse",
    "joodse", "christelijke", "religie", "geloof", "allochtonen", "zwarte",
    "Antilliaanse", "hindoes", "Roma", "Afrikaanse", "geboorteland", "buitenlandse",
    "migranten", "witte",
]  # fmt: skip
NAMES = re.compile(rf"\b(?:{'|'.join(PLAIN)})\b", re.IGNORECASE)
FORMS = [
    "nationaliteiten",
    "etnische",
    "huidskleuren",
    "migratieachtergronden",
    "geboortelanden",
    "herkomstlanden",
    "buitenlanders",
    "rassen",
    "religies",
    "religieuze",
    "gelovigen",
    "godsdiensten",
    "moslima's",
    "joden",
    "katholieke",
    "hindoestanen",
    "boeddhistische",
    "protestanten",
    "protestantse",
    "marokkanen",
    "antillianen",
    "surinamers",
    "polen",
    "bulgaarse",
    "roemenen",
    "syriërs",
    "eritrese",
    "somalische",
    "afghanen",
    "iraakse",
    "oekraïense",
    "kaapverdiaanse",
    "ghanese",
    "nigeriaanse",
    "chinezen",
    "chinese",
    "indonesische",
    "molukse",
    "caribische",
    "arubaanse",
    "curaçaose",
    "iraanse",
    "koerden",
    "koerdische",
    "tunesiërs",
    "algerijnse",
    "egyptische",
    "pakistaanse",
    "indiase",
    "vietnamese",
    "surinaams-nederlandse",
]
SENTENCES = [passage["text"] for passage in (*development(), *development_2())]


def without_names(text):
    cut = {
        place
        for hit in find(text)
        if hit.holder == "set:names"
        for place in range(hit.start, hit.end)
    }
    left = "".join(letter for place, letter in enumerate(text) if place not in cut)
    return NAMES.sub("", left)


def questions(text, view="default"):
    reading = cards(document(*text.split("\n")), view=view)
    return len(reading.cards) + len(reading.absent), len(reading.asked) + len(reading.absent)


@st.composite
def texts(draw):
    """Paragraphs of sentences, with names strewn in."""
    paragraphs = []
    for _ in range(draw(st.integers(1, 3))):
        words = " ".join(draw(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=3))).split()
        for name in draw(st.lists(st.sampled_from(PLAIN), max_size=4)):
            words.insert(draw(st.integers(0, len(words))), name)
        paragraphs.append(" ".join(words))
    return "\n".join(paragraphs)


@given(texts())
def test_deleting_names_never_leaves_fewer_questions(text):
    less = without_names(text)

    for view in ("default", "all"):
        before, after = questions(text, view), questions(less, view)
        assert after[0] >= before[0], (text, less)
        assert after[1] >= before[1], (text, less)


@pytest.mark.parametrize("name", [*PLAIN, *FORMS])
def test_a_name_is_known_in_each_of_its_forms(name):
    for written in (name, name.capitalize(), name.upper()):
        (place,) = [(hit.start, hit.end) for hit in find(written) if hit.holder == "set:names"]
        assert place == (0, len(name))


def test_the_word_bicycle_is_no_name():
    assert "set:names" not in {hit.holder for hit in find("fietsen")}


@pytest.mark.parametrize("name", PLAIN)
def test_naming_alone_gives_no_card(name):
    assert cards(document(f"In onze gemeente wonen mensen, ook {name} komt voor.")).cards == ()


def test_with_selection_the_question_is_what_for():
    (card,) = cards(document("Wij screenen aanvragers op afkomst.")).cards

    assert card.names
    assert card.question.startswith("Waarvoor noemt u dit kenmerk: om mensen te selecteren, of om")
    assert "N01" in card.criteria


def test_without_a_name_the_question_is_who_is_affected():
    (card,) = cards(document("Wij screenen aanvragers.")).cards

    assert not card.names
    assert card.sentence == "Wij screenen aanvragers."
    assert card.question == "Wie wordt geraakt, en hoe weet u dat?"


def test_measuring_a_disadvantage_is_not_selecting():
    text = "Wij vergelijken per herkomst wie wordt afgewezen, om ongelijkheid te zien."

    assert cards(document(text)).asked == ()


def test_a_text_about_people_that_names_no_group_gets_the_opposite_question():
    none = cards(document("Inwoners vragen een vergoeding aan bij het loket."))
    some = cards(document("Inwoners, ook vrouwen met een migratieachtergrond, vragen iets aan."))
    things = cards(document("De brug wordt geverfd."))

    assert "no-group-named" in {one.id for one in none.absent}
    assert "no-group-named" not in {one.id for one in some.absent}
    assert "no-group-named" not in {one.id for one in things.absent}


def test_a_card_stands_where_the_sentence_stands_in_the_text_as_written():
    text = "Er wonen Turkse gezinnen.  Marokkaanse aanvragers screenen wij op hun Turkse afkomst."
    (card,) = cards(document(text)).asked

    assert card.names
    assert card.sentence == text[card.place.start : card.place.end]
    assert card.sentence == "Marokkaanse aanvragers screenen wij op hun Turkse afkomst."
    assert card.words == ("screenen",)


def test_what_a_text_shows_may_be_a_name():
    reading = cards(document("Wij keken naar vrouwen met een migratieachtergrond."))

    assert [one.pattern for one in reading.presence] == ["shows-combination"]


def test_a_name_at_the_end_belongs_to_the_sentence():
    (card,) = cards(document("Wij screenen op afkomst")).cards

    assert card.sentence == "Wij screenen op afkomst"
    assert card.names
