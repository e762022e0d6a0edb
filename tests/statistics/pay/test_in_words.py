"""Every answer as a sentence in both languages, and the picture with its table."""

import re
import xml.etree.ElementTree as ET
from dataclasses import replace

import pytest

import waterpas
from tests.statistics.pay import tables
from tests.statistics.pay.rough_tables import roughly
from tests.statistics.pay.tables import counted, lower_scales, measured
from tests.statistics.pay.test_edges import spread, two_groups
from waterpas.disclosure.figures import shown_figures
from waterpas.explain.measured.html import full_table, levels
from waterpas.explain.methods import method_of
from waterpas.explain.plain import plain_text
from waterpas.measure.paid.answers import coded
from waterpas.results import Certainty

LANGUAGES = ("nl", "en")
MISSED = re.compile(r"%\(|%s|None|nan\b")
METHOD = method_of("pay")


def turned(result):
    """The same with both groups in each other's place."""
    return measured(lower_scales(), reference="A") if result == "more" else measured(lower_scales())


def higher(base):
    """A scale in which A earns more or less, beside one in which they are equal."""
    cells = spread("A", "5", 20) | spread("B", "5", 20)
    return measured(counted(cells | spread("A", "7", 30, base) | spread("B", "7", 30, 3000)))


def moving(own, other, *, n=40):
    """How many of A and of B moved up and left."""
    cells = {}
    for group, share in (("A", own), ("B", other)):
        for at in range(4):
            up = round(n * share)
            for answer, people in (("ja", up), ("nee", n - up)):
                cells[group, "5", str(2500 + 50 * at), answer] = people
    tally = counted(cells, by=("groep", "schaal", "loon", "weg"))
    return measured(tally, moved_up="weg"), measured(tally, left="weg")


def unknown_moves():
    """Nobody knows of B whether they moved up."""
    cells = {(*key, "ja"): n // 2 for key, n in two_groups().items() if key[0] == "A"}
    cells |= {(*key, "nee"): n // 2 for key, n in two_groups().items() if key[0] == "A"}
    cells |= {(*key, "onbekend"): n for key, n in two_groups().items() if key[0] == "B"}
    tally = counted(cells, by=("groep", "schaal", "loon", "weg"))
    return [measured(tally, moved_up="weg"), measured(tally, left="weg")]


def small_moves():
    cells = {(*key, "ja"): n // 2 for key, n in spread("B", "5", 40).items()}
    cells |= {(*key, "nee"): n // 2 for key, n in spread("B", "5", 40).items()}
    cells |= {("A", "5", "2500", "nee"): 4}
    tally = counted(cells, by=("groep", "schaal", "loon", "weg"))
    return [measured(tally, moved_up="weg"), measured(tally, left="weg")]


def of_rough_counts():
    """Rounded so that nothing can be said, too few to say anything, and moves that are hidden."""
    by = (*tables.COLUMNS, "weg")
    moves = {(*key, "ja"): n for key, n in spread("A", "5", 3).items()}
    moves |= {(*key, "nee"): n for group in "AB" for key, n in spread(group, "5", 40).items()}
    moves |= {("B", "5", "2500", "ja"): 30}
    hidden = roughly(counted(moves, by=by), to=1, below=10)
    yield measured(hidden, moved_up="weg")
    yield measured(hidden, left="weg")
    yield measured(roughly(counted(spread("A", "5", 20) | spread("B", "5", 20)), to=10))
    yield measured(roughly(counted(spread("A", "5", 4) | spread("B", "5", 20)), to=10))


def slightly(more):
    """A difference so small that among others it is an indication only."""
    cells = spread("B", "5", 40)
    for at in range(4):
        cells["A", "5", str(2500 + 50 * at)] = 40 + (more if at in (2, 3) else -more)
    for group in "CDEFGHIJ":
        cells |= spread(group, "5", 40)
    return measured(counted(cells))


@pytest.fixture(scope="module")
def results():
    """Tables that together give every answer."""
    made = [turned("less"), turned("more"), higher(2700), higher(3300)]
    made += [measured(counted(two_groups())), measured(counted(two_groups()), reference="A")]
    made += [slightly(9), slightly(-9), slightly(0)]
    for own, other in ((0.2, 0.7), (0.7, 0.2), (0.4, 0.5), (0.5, 0.4), (0.4, 0.4)):
        made += moving(own, other)
    made += [*unknown_moves(), *small_moves()]
    made.append(measured(counted({("A", "5", "1"): 40, ("B", "5", "1"): 60})))
    made += of_rough_counts()
    made.append(measured(counted(spread("A", "5", 20) | spread("B", "9", 20, 4000))))
    many = {("AB"[at % 2], f"s{at // 2}", str(2500 + 7 * at)): 1 for at in range(20)}
    alike = measured(counted({("A", "5", "2720"): 40} | spread("B", "5", 20)))
    made.append(shown_figures(alike, minimum=10)[0])
    made.append(measured(counted(many | {("A", "s1", "2600"): 1, ("B", "s0", "2600"): 1})))
    return made


def test_every_answer_occurs(results):
    found = {answer.code for result in results for answer in result.answers}

    assert set(METHOD.answers) - found <= RARE


# Between a difference and none: their sentences are tried by name below.
RARE = {
    f"{stem}{coded(Certainty.INDICATION, sign)}{tail}"
    for stem, tail in (("", ""), ("", "-within"), ("moved-", ""))
    for sign in (-1, 1)
} | {"left-perhaps-less", "left-perhaps-more", "cannot-many"}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_result_is_told_in_whole_sentences(results, lang):
    for result in results:
        said = plain_text(result, lang)
        assert not MISSED.search(said), said
        assert waterpas.sentence(result, lang)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("code", sorted(METHOD.answers))
def test_each_sentence_can_be_filled(code, lang, results):
    from waterpas.explain.measured.sentences import paragraphs

    like = code.removesuffix("-within").split("-")[0]
    result = next(r for r in results if any(_alike(a.code, like) for a in r.answers))
    answer = next(a for a in result.answers if _alike(a.code, like))
    (said,) = paragraphs(replace(result, answers=(replace(answer, code=code),)), lang)

    assert not MISSED.search(said)
    assert said.endswith(".")


def _alike(code, like):
    """Whether an answer is about the same people and figures as another one."""
    stems = {"moved", "left", "higher", "range", "scale"}
    own = code.split("-")[0]
    return own == like if like in stems else own not in stems


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_picture_is_drawn_and_says_what_the_table_says(results, lang):
    for result in results:
        drawn = waterpas.picture(result, lang)
        ET.fromstring(drawn)
        shown = any(figure.value is not None for figure in result.figures)
        assert ("<table" in full_table(result, lang)) == shown
        assert levels(result, lang)


def test_the_gap_without_scale_always_stands_beside_the_gap_with_it():
    said = waterpas.sentence(measured(lower_scales()), "nl")

    assert "Zonder daarnaar te kijken is het verschil €\N{NO-BREAK SPACE}510 (minder)." in said
    assert "Van het verschil gaat €\N{NO-BREAK SPACE}510 samen met schaal." in said
    assert "De schaal kan zelf het gevolg zijn van ongelijke doorstroom." in said


def test_no_part_is_called_explained():
    words = [*METHOD.answers.values(), *METHOD.figures.values(), *METHOD.notes.values()]
    words += [*METHOD.unsaid.values(), METHOD.method_note, METHOD.about]

    assert not [each for each in words if re.search("verklaar", each)]


def test_in_logarithms_nothing_is_in_euros_but_what_they_earn():
    said = waterpas.sentence(measured(tables.lower_scales(), measure="log"), "nl")

    assert "Het verschil is 15%." in said
    assert "€\N{NO-BREAK SPACE}510" not in said


def test_no_difference_at_a_place_is_said_as_people_say_it(results):
    said = " ".join(plain_text(result, lang) for lang in LANGUAGES for result in results)

    assert "almost nothing difference" not in said
    assert "bijna niets verschil" not in said
    assert "almost no difference" in said
    assert "bijna geen verschil" in said


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_sentence_gives_a_difference_with_a_sign(results, lang):
    said = " ".join(waterpas.sentence(result, lang) for result in results)

    assert not re.search(r"[+\N{MINUS SIGN}]\d", said)
    assert re.search(r"\d (minder|fewer)", said)
    assert re.search(r"\d (meer|more)", said)
