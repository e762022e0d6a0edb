"""The page of a result on pay: what stands first, what is folded, and what the picture says."""

import re
from dataclasses import replace

import pytest

import waterpas
from tests.statistics.pay.tables import counted, lower_scales, measured, steps
from tests.statistics.pay.test_alike import OTHERS
from waterpas.disclosure.figures import shown_figures
from waterpas.explain.html import result_fragment
from waterpas.explain.measured.sentences import remarks
from waterpas.results import Interval

UNSURE = "wp-bubble-unsure"
LETTERS = 45  # so many signs of a caption fit at 360 pixels


def one_gap(low, high, result=None):
    """Only the gap is drawn, with these ends: as they may be after rounding outwards."""
    found = result or measured(lower_scales(), scale=None)
    gap = replace(found.figure("gap", {"groep": "A"}), interval=Interval(low, high, 0.95))
    return replace(found, figures=(gap,))


def test_a_difference_whose_rounded_interval_touches_nothing_is_not_drawn_as_none():
    assert UNSURE not in waterpas.picture(one_gap(-1000.0, 0.0), "nl")


def test_no_difference_is_drawn_dashed_whatever_its_interval():
    found = measured(counted(steps("A", "5", 20) | steps("B", "5", 20) | {("A", "5", "2600"): 21}))

    assert found.answers[0].code == "not-shown"
    assert UNSURE in waterpas.picture(one_gap(-20.0, -10.0, found), "nl")


def test_without_spread_the_picture_says_what_the_sentence_says():
    found = measured(counted({("A", "5", "2500"): 40, ("B", "5", "2600"): 60}), scale=None)

    assert found.answers[0].code == "less"
    assert UNSURE not in waterpas.picture(found, "nl")


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_no_line_of_the_caption_is_wider_than_a_narrow_screen(lang):
    drawn = waterpas.picture(measured(lower_scales()), lang)
    narrow = re.sub(r'<g [^>]*display="none".*?</g>', "", drawn, flags=re.S)  # for a wide screen
    lines = re.findall(r'font-size="12.5" fill="[^"]*">([^<]*)<', narrow)

    assert len(lines) > 3
    assert max(map(len, lines)) <= LETTERS


def test_the_ends_of_the_scale_stand_within_the_drawing():
    drawn = waterpas.picture(measured(lower_scales()), "nl")
    anchors = re.findall(r'text-anchor="(\w+)" font-size="12.5"[^>]*>[^<]*€', drawn)

    assert set(anchors) == {"start", "end"}


def test_what_matters_stands_first_and_the_rest_is_folded():
    found = result_fragment(measured(lower_scales()), "nl")
    first, _, folded = found.partition("<details")

    assert "gemiddeld loon" in first
    assert "bij wie gelijk is in de kolommen die u koos" in first
    assert "de helft verdient minder dan" not in first
    assert "de helft verdient minder dan" in folded
    assert found.index("Wat dit niet zegt") < found.index("Bij deze cijfers")


def test_the_note_on_steps_says_the_largest_that_is_used():
    small = {("A", "5", "2500"): 6, ("B", "5", "2400"): 3}
    result = shown_figures(measured(counted(OTHERS | small)), minimum=10)[0]
    (said,) = (note.fields["to"] for note in result.notes if note.code == "amounts-in-steps")
    shown = [f.value for f in result.figures if f.unit == "amount" and f.value is not None]

    assert shown
    assert any(each % said == 0 for each in shown)
    assert f"op hoogstens €\N{NO-BREAK SPACE}{said}." in " ".join(remarks(result, "nl"))
    assert "honderdste" not in " ".join(remarks(result, "nl"))


def test_of_words_only_no_step_is_told():
    cells = {("A", "5", "2500"): 4} | steps("A", "5", 9, 2550) | steps("B", "5", 20)
    result = shown_figures(measured(counted(cells)), minimum=10)[0]

    assert "amounts-in-steps" not in {note.code for note in result.notes}
