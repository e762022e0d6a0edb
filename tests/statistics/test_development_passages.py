"""The sentences the lexicon was tuned with: a guard against getting worse, no proof of quality."""

from collections import Counter

from tests.reading_texts import development, document
from waterpas.reading import cards

PASSAGES = development()


def criteria_asked(passage):
    asked = cards(document(passage["text"])).asked
    return {one for card in asked for one in card.criteria if one.startswith("N")}


def test_there_are_at_least_200_and_each_has_its_own_id():
    assert len({passage["id"] for passage in PASSAGES}) == len(PASSAGES) >= 200


def test_every_do_not_criterion_has_at_least_ten_sentences():
    asks = Counter(one for passage in PASSAGES for one in passage["asks"])

    assert all(asks[f"N0{number}"] >= 10 for number in range(1, 10))


def test_innocent_sentences_raise_no_card():
    innocent = [passage for passage in PASSAGES if not passage["asks"]]

    assert len(innocent) >= 60
    assert [passage["text"] for passage in innocent if criteria_asked(passage)] == []


def test_nearly_every_sentence_that_should_be_asked_about_is():
    asked = [passage for passage in PASSAGES if passage["asks"]]
    missed = [one["text"] for one in asked if not criteria_asked(one) & set(one["asks"])]

    assert len(missed) <= len(asked) // 20, missed
