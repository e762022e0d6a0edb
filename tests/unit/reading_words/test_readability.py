"""Help for the writer, with places; never a mark of the policy."""

import dataclasses

import pytest

from tests.reading_texts import document
from waterpas.reading import cards
from waterpas.reading.readability import Readability, flesch_douma, readability, syllables


def test_flesch_douma_is_the_formula_by_hand():
    # 206.835 - 0.93 * (20 / 2) - 77 * (30 / 20)
    assert flesch_douma(words=20, sentences=2, syllables=30) == pytest.approx(82.035)


@pytest.mark.parametrize(
    ("word", "count"),
    [("kat", 1), ("gemeente", 3), ("idee", 2), ("aanvraag", 2), ("uitkering", 3), ("brp", 1)],
)
def test_syllables_are_counted(word, count):
    assert syllables(word) == count


def hints(text, lang="nl"):
    found = readability(document(text), lang=lang).hints
    return [(hint.kind, hint.words, hint.advice) for hint in found]


def test_a_plainer_word_is_offered_at_its_place():
    assert ("plainer-word", "derhalve", "Schrijf liever: daarom.") in hints("Kom derhalve niet.")


def test_the_passive_is_seen():
    assert [kind for kind, _, _ in hints("De aanvraag wordt geweigerd.")] == ["passive"]
    assert hints("Wij weigeren de aanvraag.") == []


def test_a_long_sentence_and_a_long_word_are_seen():
    kinds = {kind for kind, _, _ in hints("woord " * 26 + "arbeidsongeschiktheidsverzekering.")}

    assert {"long-sentence", "long-word"} <= kinds


def test_a_name_of_a_group_gets_advice_and_no_card():
    text = "Allochtone ouders komen langs."

    assert [kind for kind, _, _ in hints(text)] == ["name-of-group"]
    assert cards(document(text)).cards == ()


def test_advice_is_given_in_english_as_well():
    assert hints("Kom derhalve niet.", "en")[0][2] == "Rather write: daarom."


def test_too_few_words_give_no_figure():
    assert readability(document("Kort.")).flesch_douma is None
    assert readability(document("De kat zit op de mat. " * 10)).flesch_douma > 90


def test_there_is_no_mark_and_no_percentage_of_readers():
    names = {field.name for field in dataclasses.fields(Readability)}

    assert not names & {"level", "score", "mark", "readers"}
    assert "%" not in readability(document("Kort.")).meaning
