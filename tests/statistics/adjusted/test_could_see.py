"""Beside "not shown" stands what would have been seen, and it is seen about that often."""

from dataclasses import replace

import pytest

from tests.statistics.adjusted.test_adjusted import GONE, NOT_SHOWN, STAYS, found, made, value
from tests.statistics.frozen import frozen
from waterpas import adjusted, sentence
from waterpas.disclosure import release
from waterpas.explain.measured.sentences import paragraphs
from waterpas.measure.detectable import detectable_difference
from waterpas.results import Certainty
from waterpas.texts import LANGUAGES

SIZE, RATES = 300, (0.2, 0.4)


def test_in_one_stratum_it_is_nearly_what_two_groups_need():
    alone = {"x a": (59, 294), "nl a": (59, 294)}
    two = detectable_difference(group_total=294, reference_total=294, reference_rate=59 / 294)

    seen = value(found(alone), "smallest-alike")

    assert seen == pytest.approx((two.higher + two.lower) / 2, rel=0.02)


def test_such_a_difference_is_seen_in_eight_of_ten_tables():
    rng, shown = frozen([9]), 0
    still = {f"{who} {'ab'[at]}": (round(SIZE * rate), SIZE) for at, rate in enumerate(RATES)
             for who in ("x", "nl")}  # fmt: skip
    more = value(found(still), "smallest-alike")
    for _ in range(200):
        cells = {
            f"{who} {'ab'[at]}": (int(rng.binomial(SIZE, rate + extra)), SIZE)
            for at, rate in enumerate(RATES)
            for who, extra in (("x", more), ("nl", 0.0))
        }
        result = adjusted(made(cells), across="groep", reference="nl", given="wijk")
        shown += result.answers[0].certainty is Certainty.DIFFERENCE

    assert 0.72 <= shown / 200 <= 0.88


@pytest.mark.parametrize(
    ("lang", "words"),
    [("nl", "Een verschil van minstens"), ("en", "A difference of at least")],
)
@pytest.mark.parametrize("leaves", [False, True])
def test_it_is_said_where_nothing_was_shown_and_nowhere_else(lang, words, leaves):
    results = found(NOT_SHOWN), found(STAYS)
    if leaves:
        results = tuple(release(each, audience="public").result for each in results)
    not_shown, stays = (sentence(each, lang) for each in results)

    assert words in not_shown
    assert words not in stays


def test_of_rounded_counts_it_is_not_known():
    result = found({key: (10 * (x // 10), 10 * (n // 10)) for key, (x, n) in NOT_SHOWN.items()},
                   rounded_to=10)  # fmt: skip

    assert value(result, "smallest-alike") is None
    assert "%(" not in sentence(result)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_without_it_a_sentence_ends_with_its_point(lang):
    for result in (found(NOT_SHOWN), found(GONE)):
        left = tuple(each for each in result.figures if each.name != "smallest-alike")
        (said,) = paragraphs(replace(result, figures=left), lang)
        assert said.endswith(".")


def test_its_size_is_written_as_every_other_size():
    result = found(NOT_SHOWN)
    (seen,) = (each for each in result.figures if each.name == "smallest-alike")
    figures = [replace(each, value=0.3001) if each is seen else each for each in result.figures]

    said = sentence(replace(result, figures=tuple(figures)))
    assert "minstens 300 per 1.000" in said


def test_with_a_few_people_no_difference_is_large_enough():
    assert value(found({"x a": (1, 1), "nl a": (0, 1)}), "smallest-alike") is None
