"""The page on the quality of the reading aid says what is measured now, on passages kept apart."""

import pytest

from tests.reading_texts import development, development_2, held_out
from tools import reading_quality
from tools.reading_quality import (
    MEASURED,
    PAGE,
    Count,
    is_current,
    measured,
    page,
    per_pattern,
    readings,
    too_often_wrong,
)
from waterpas.reading.lexicon import load

PASSAGES = held_out()


def test_the_page_and_the_list_of_what_is_off_are_what_is_measured_now():
    assert PAGE.read_text(encoding="utf-8") == page(PASSAGES)
    off = too_often_wrong(per_pattern(readings(PASSAGES)))
    assert MEASURED.read_text(encoding="utf-8") == measured(off)


def test_another_label_makes_the_page_out_of_date():
    innocent = next(one for one in PASSAGES if not one["asks"])
    planted = [one | {"asks": ["N01"]} if one is innocent else one for one in PASSAGES]

    assert is_current(PASSAGES)
    assert not is_current(planted)


def test_a_reading_aid_that_finds_less_makes_the_page_out_of_date(monkeypatch):
    whole = reading_quality.readings

    def poorer(passages):
        return [reading_quality.Read(one.passage, one.cards[1:]) for one in whole(passages)]

    monkeypatch.setattr(reading_quality, "readings", poorer)

    assert not is_current(PASSAGES)


@pytest.mark.parametrize(
    ("right", "total", "off"), [(2, 10, True), (3, 10, False), (0, 9, False), (29, 100, True)]
)
def test_a_pattern_is_off_below_30_percent_of_at_least_ten_cards(right, total, off):
    assert too_often_wrong({"planted": Count(right, total)}) == ["planted"] * off


def test_what_is_measured_as_wrong_too_often_is_not_in_the_default_view():
    off = set(too_often_wrong(per_pattern(readings(PASSAGES))))

    assert [one.id for one in load().patterns if one.id in off and one.in_default_view] == []


def test_under_ten_there_is_no_figure():
    assert Count(9, 9).text() == "te weinig voorbeelden om iets te zeggen"
    assert Count(5, 10).text() == "50% (24-76%)"


def test_no_passage_is_also_one_that_the_lexicon_was_tuned_with():
    tuned_with = {one["text"] for one in (*development(), *development_2())}

    assert {one["text"] for one in PASSAGES} & tuned_with == set()
    assert [sum(one["writer"] == writer for one in PASSAGES) for writer in (1, 2)] == [240, 260]
