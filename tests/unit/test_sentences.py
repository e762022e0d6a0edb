"""From a result to sentences: who is the subject, what is said, and what never."""

from dataclasses import replace

import pytest

from tests.tallies import duo_2014, tally_of
from waterpas.explain.certainty import certainty_of, certainty_word, sure_line
from waterpas.explain.notes import NOTES, ONE, note_text
from waterpas.explain.plain import plain_text
from waterpas.explain.sentences import paragraphs, sentence
from waterpas.explain.wording import Wording
from waterpas.measure.against import EVERYBODY, EVERYBODY_ELSE
from waterpas.measure.chain import chain
from waterpas.measure.groups import compare_groups
from waterpas.results import Certainty, Decided, Estimate, Interval, Note, Question
from waterpas.tallies.build import tally


def compared(a, b, *, reference="ref", **question):
    counts = tally_of(
        {("ref",): a, ("g",): b}, by=("groep",), question=Question(row="person", **question)
    )
    return compare_groups(counts, across="groep", reference=reference)


def stand_in(certainty, *, outer=None):
    """A group with a ratio of 1.5 and an interval of 1.1 to 2.0."""
    (group,) = [g for g in compared((100, 1000), (150, 1000)).groups if not g.is_reference]
    ratio = Estimate(1.5, Interval(1.1, 2.0), "katz", outer=outer)
    difference = group.difference.interval
    decided = Decided(difference, ratio.interval, outer is not None and outer.holds(1.0))
    return replace(group, ratio=ratio, certainty=certainty, decided=decided)


@pytest.fixture(scope="module")
def duo():
    return chain(duo_2014(), across="herkomst", reference="NL")


def test_the_organisation_is_the_subject_and_rates_are_per_thousand(duo):
    first = paragraphs(duo)[0]

    assert first.startswith(
        "DUO koos 36,7 van elke 1.000 studenten met herkomst buiten Europa uit voor controle. "
        "Van elke 1.000 studenten met herkomst Nederland koos DUO er 5,9 uit voor controle. "
        "DUO koos studenten met herkomst buiten Europa 6,2 keer zo vaak uit voor controle als "
        "studenten met herkomst Nederland."
    )


def test_it_speaks_english(duo):
    assert paragraphs(duo, "en")[0].startswith(
        "DUO selected 36.7 of every 1,000 students with origin outside Europe for a check. "
        "Of every 1,000 students with origin the Netherlands, DUO selected 5.9 for a check. "
        "DUO selected students with origin outside Europe for a check 6.2 times as often as "
        "students with origin the Netherlands."
    )


def test_a_hit_rate_gets_no_sentence(duo):
    text = sentence(duo)

    assert "527" not in text
    assert "onterecht" not in text.casefold()


def test_a_step_that_not_everybody_came_through_is_said_to_be_read_apart(duo):
    assert (
        "Niet iedereen in een latere stap zat ook in de stap 'Hoog risico'. "
        "Lees de cijfers van die stap daarom apart."
    ) in sentence(duo)
    assert "Deze stap staat dus naast de keten" in plain_text(duo)


def test_nowhere_is_6_22_printed_as_a_product(duo):
    text = plain_text(duo)

    assert "3,14" not in text
    assert "×" not in text


def test_without_a_verb_the_outcome_is_named_as_the_table_calls_it():
    text = sentence(compared((20, 100), (40, 100)))

    assert text.startswith(
        "De organisatie gaf 400 van elke 1.000 mensen met groep g de uitkomst 'uitkomst'."
    )


def test_size_and_certainty_are_separate_sentences():
    text = sentence(compared((100, 1000), (200, 1000)))

    assert (
        "De organisatie gaf mensen met groep g 2,0 keer zo vaak de uitkomst 'uitkomst' als mensen "
        "met groep ref. Dit is een verschil: toeval alleen geeft zoiets zelden. "
        "Het echte getal ligt waarschijnlijk tussen 1,6 en 2,5 keer."
    ) in text


def test_who_is_treated_alike_is_said_to_be_so_beside_whom():
    text = sentence(compared((100, 1000), (100, 1000)))

    assert "met groep g (bijna) even vaak de uitkomst 'uitkomst' als mensen met groep ref." in text


def test_an_indication_says_that_chance_is_not_ruled_out():
    sure = sure_line(stand_in(Certainty.INDICATION), Wording(compared((1, 9), (2, 9)), "nl"))

    assert sure.startswith("Dit is een aanwijzing, nog geen vastgesteld verschil: toeval alleen")
    assert sure.endswith("Het echte getal ligt waarschijnlijk tussen 1,10 en 2,00 keer.")


@pytest.mark.parametrize("certainty", [Certainty.DIFFERENCE, Certainty.INDICATION])
def test_a_difference_that_rounding_may_make_says_so_in_the_same_sentence(certainty):
    group = stand_in(certainty, outer=Interval(0.9, 2.2))

    assert certainty_of(group) == f"{certainty_word(certainty)}, tenzij de afronding het maakt"
    assert "tenzij de afronding het maakt:" in sure_line(
        group, Wording(compared((1, 9), (2, 9)), "nl")
    )


@pytest.mark.parametrize(
    ("certainty", "outer"),
    [
        (Certainty.DIFFERENCE, Interval(1.05, 2.2)),
        (Certainty.DIFFERENCE, None),
        (Certainty.NOT_SHOWN, Interval(0.9, 2.2)),
        (None, Interval(0.9, 2.2)),
    ],
)
def test_where_rounding_changes_nothing_the_word_stays_as_it_is(certainty, outer):
    assert certainty_of(stand_in(certainty, outer=outer)) == certainty_word(certainty)


def test_not_shown_says_what_is_not_excluded():
    text = sentence(compared((100, 1000), (105, 1000)))

    assert "Een verschil is niet aangetoond, maar ook niet uitgesloten" in text
    assert "Alles van 0,81 tot 1,36 keer zo vaak kan nog." in text


def test_too_few_people_are_said_to_be_too_few():
    assert "te weinig mensen om iets over een verschil" in sentence(compared((50, 100), (3, 6)))


def test_without_a_ratio_the_difference_carries_the_certainty():
    text = sentence(compared((0, 100), (20, 100)))

    assert "Een verhouding is hier niet te berekenen." in text
    assert "Dit is een verschil: toeval alleen" in text
    assert "Het verschil ligt waarschijnlijk tussen 123,8 meer en 288,8 meer per 1.000." in text


def test_whether_the_outcome_is_good_or_bad_is_said_once():
    text = sentence(compared((20, 100), (40, 100), effect="harm"))

    assert text.count("Deze uitkomst is nadelig voor wie hem krijgt.") == 1


def test_a_full_count_says_that_there_is_no_sampling_error():
    text = sentence(compared((20, 100), (40, 100), full_count=True))

    assert "Er is geen steekproef, en dus geen steekproeffout" in text
    assert "De onzekerheid gaat over toeval in het proces." in text


def test_persons_who_occur_more_often_are_said_to_make_the_interval_too_narrow():
    text = sentence(compared((20, 100), (40, 100), once=False))

    assert "in werkelijkheid groter dan hier staat" in text


def test_everybody_and_everybody_else_are_named_as_such():
    whole = sentence(compared((20, 100), (40, 100), reference=EVERYBODY))
    others = sentence(compared((20, 100), (40, 100), reference=EVERYBODY_ELSE))

    assert "Van elke 1.000 mensen in de hele groep gaf de organisatie er 300" in whole
    assert "Van elke 1.000 andere mensen gaf de organisatie er 200" in others
    assert "als alle mensen samen." in whole
    assert "als alle andere mensen." in others


def test_a_hidden_group_is_said_to_be_hidden():
    text = sentence(compared((20, 100), (None, 100)))

    assert "Over groep g tonen wij hier geen cijfer: de bron verborg een aantal." in text


def test_emphasis_and_escaping_reach_every_part_that_comes_from_the_table():
    tally = tally_of({("<b>",): (20, 100), ("g&",): (40, 100)}, by=("groep",))
    result = compare_groups(tally, across="groep", reference="<b>")
    from html import escape

    text = sentence(result, strong=lambda t: f"[{t}]", plain=escape)

    assert "<b>" not in text
    assert "[g&amp;]" in text


@pytest.mark.parametrize("code", sorted(NOTES))
def test_every_note_has_its_english(code):
    from waterpas.texts import translate

    assert translate(NOTES[code], "en") != NOTES[code]


@pytest.mark.parametrize("code", sorted(ONE))
def test_a_note_about_one_row_or_person_is_said_in_the_singular(code):
    fields = {"column": "k", "level": "NA", "lowest_rate": 0.5, "highest_rate": 0.6}
    several = note_text(Note(code, {**fields, "rows": 2, "people": 2, "count": 2}))

    for lang, wrong in (("nl", ("1 rijen", "Zij tellen")), ("en", ("1 rows", "1 times", "They"))):
        one = note_text(Note(code, {**fields, "rows": 1, "people": 1, "count": 1}), lang)
        assert one != several
        assert not any(words in one for words in wrong)


def test_a_level_that_says_unknown_is_not_said_to_be_empty():
    rows = [{"g": "onbekend", "o": "ja"}, {"g": "a", "o": "nee"}]

    (note,) = (n for n in tally(rows, by="g", outcome="o").notes if n.code == "missing-level")

    assert "1 keer niets of 'onbekend' ingevuld" in note_text(note)


def test_every_code_that_measure_gives_has_a_sentence(duo):
    notes = list(duo.notes)
    for a, b in [((0, 100), (20, 100)), ((5, 20), (0, 20)), ((3, 8), (2, 9))]:
        result = compared(a, b)
        notes += [*result.notes, *(n for g in result.groups for n in g.notes)]
    notes += compare_groups(
        tally_of({("a",): (9, 90), ("b",): (9, 60)}, by=("x",), unknown={("b",): 30}),
        across="x",
        reference=replace(duo.reference, level="a", chosen="largest"),
    ).notes

    assert all(note_text(note) for note in notes)
    assert len({note.code for note in notes}) > 12


def test_herkomst_is_said_not_to_be_skin_colour_religion_or_experienced_racism(duo):
    text = plain_text(duo)

    assert "niet huidskleur, religie of ervaren racisme" in text
    assert "telt als Nederlandse herkomst" in text


def test_the_command_line_says_which_comparisons_were_made_together(duo):
    assert "Dat deden wij bij elke stap: Hoog risico; Gekozen voor controle" in plain_text(duo)


def test_the_text_of_the_command_line_prints_the_published_figures(duo):
    text = plain_text(duo)

    for figure in ("1,9802", "6,2227", "5,779 tot 6,701", "+30,77", "+29,19 tot +32,42"):
        assert figure in text
    for rate in ("123,81", "527,36"):
        assert rate in text
