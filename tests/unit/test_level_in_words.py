"""What a result says when its intervals are not of 95%: which level, and what it decides."""

from functools import partial

import pytest

from tests.command import waterpas
from tests.statistics.test_level import NOISE, compared
from waterpas.explain.html import standalone_page
from waterpas.explain.picture import picture
from waterpas.explain.plain import plain_text
from waterpas.explain.sentences import sentence


@pytest.fixture
def call(capsys, monkeypatch):
    return partial(waterpas, capsys, monkeypatch)


def test_the_sentence_gives_what_is_not_excluded_and_then_what_was_asked():
    text = sentence(compared(*NOISE, level=0.8))

    assert (
        "Een verschil is niet aangetoond, maar ook niet uitgesloten: toeval alleen kan dit ook "
        "geven. Alles van 0,89 tot 1,80 keer zo vaak kan nog. Het interval van 80%, waar u om "
        "vroeg, loopt van 1,01 tot 1,59 keer."
    ) in text
    assert "beslissen wij altijd met 95%." in text


def test_it_says_so_in_english():
    text = sentence(compared(*NOISE, level=0.999), "en")

    assert "The interval of 99.9% that you asked for runs from 0." in text
    assert "of 1,000 such intervals about 999 lie around the true number" in text


@pytest.mark.parametrize(("lang", "level"), [("nl", "99,9%"), ("en", "99.9%")])
def test_table_page_and_picture_name_the_level(lang, level):
    result = compared(*NOISE, level=0.999)
    head = {"nl": "Onzekerheid", "en": "Uncertainty"}[lang]

    assert plain_text(result, lang).count(f"{head} ({level})") == 3
    assert f"{head} ({level})" in standalone_page(result, lang)
    assert f"({level})" in picture(result, lang)
    assert {"nl": f"een interval van {level}", "en": f"an interval of {level}"}[
        lang
    ] in standalone_page(result, lang)


def test_at_the_usual_level_nothing_is_added():
    result = compared(*NOISE, level=0.95)

    assert "waar u om vroeg" not in sentence(result)
    assert "Onzekerheid (95%)" not in plain_text(result)
    assert "Zekerheid van de intervallen: 95%." in plain_text(result)
    assert "Onzekerheid (95%)" in standalone_page(result)


def test_a_bubble_that_leaves_out_the_middle_is_still_dashed_where_nothing_is_shown():
    result = compared(*NOISE, level=0.8)

    assert "wp-bubble-unsure" in picture(result)


@pytest.mark.parametrize("level", ["0.1", "0.7", "0.9999", "1"])
def test_the_command_line_refuses_a_level_of_no_use_in_one_sentence(call, tmp_path, level):
    path = tmp_path / "t.csv"
    path.write_text("g,n,x\na,100,10\nb,100,20\n")

    done = call("audit", path, "--across", "g", "--outcome", "x", "--count", "n", "--level", level)

    assert done.code == 2
    assert "bij --level. Geef een getal van 0.8 tot en met 0.999." in done.err
