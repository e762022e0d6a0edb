"""Bad input and tables in which there is nothing to see: an answer in words, or one clear error."""

import math

import pytest

import waterpas
from tests.statistics.agreement.tables import codes, measured, pairs, table
from waterpas.errors import CallError, LevelError, WaterpasError
from waterpas.explain.plain import plain_text
from waterpas.measure.against import largest
from waterpas.tallies.unordered import with_forgotten_order

BOTH = [*pairs("A", 120, 40, 30, 110), *pairs("B", 300, 20, 20, 260)]


def said(result):
    for figure in result.figures:
        between = figure.interval
        numbers = [figure.value, *((between.low, between.high) if between else ())]
        assert not any(each is not None and not math.isfinite(each) for each in numbers)
    text = plain_text(result)
    assert "nan" not in text.casefold()
    assert "%(" not in text + plain_text(result, "en")
    return text


def test_a_group_on_which_two_agree_less_often_is_found_and_the_rest_stands_beside_it():
    result = measured(table(BOTH))

    assert codes(result) == ["alike", "beyond-chance"]
    assert codes(result, "A") == ["group-less"]
    text = said(result)
    assert "komen zij er bij 767 op hetzelfde uit, tegen 933" in text


def test_who_of_the_two_said_what_changes_nothing():
    turned = [(g, two, one, n) for g, one, two, n in BOTH]

    assert measured(table(BOTH)).figures == measured(table(turned)).figures
    assert measured(table(BOTH), raters=("twee", "een")).figures == measured(table(BOTH)).figures


def test_the_columns_are_called_after_nobody():
    result = measured(table(BOTH))

    assert result.asked == {"judgements": 2, "scale": "kinds"}
    assert "een" not in {str(each) for figure in result.figures for each in figure.of}


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        (pairs("B", 5, 4, 5, 5), ["cannot-too-few"]),
        (pairs("B", 60, 0, 0, 0), ["cannot-all-alike"]),
        (pairs("B", 60, 0, 0, 40), ["always-alike", "beyond-chance"]),
        (pairs("B", 25, 25, 25, 25), ["alike", "not-shown"]),
        (pairs("B", 5, 45, 45, 5), ["alike", "below-chance"]),
        (pairs("B", 18, 11, 11, 18), ["alike", "not-shown"]),
    ],
)
def test_of_all_files_each_outcome_has_its_words(rows, code):
    result = measured(table(rows))

    assert codes(result) == code
    said(result)


@pytest.mark.parametrize(
    ("mine", "code"),
    [
        ((150, 10, 10, 130), "group-not-shown"),
        ((150, 3, 2, 145), "group-more"),
        ((100, 60, 60, 100), "group-less"),
        ((5, 5, 4, 5), "group-too-few"),
    ],
)
def test_of_a_group_each_outcome_has_its_words(mine, code):
    result = measured(table([*pairs("A", *mine), *pairs("B", 300, 24, 24, 260)]))

    assert codes(result, "A") == [code]
    said(result)


def test_one_of_two_signs_is_called_an_indication():
    rows = [*pairs("A", 150, 20, 20, 130), *pairs("B", 300, 24, 24, 260)]
    for name in "CDEFG":
        rows += pairs(name, 150, 12, 12, 130)
    result = measured(table(rows))

    assert codes(result, "A") == ["perhaps-group-less"]
    said(result)


def test_judgements_that_differ_in_capitals_only_are_the_same():
    rows = [("B", "Ja", "ja", 40), ("B", "nee", "Nee ", 30), ("B", "ja", "nee", 30)]

    assert measured(table(rows)).figure("agreed").value == pytest.approx(0.7)


def test_a_file_that_one_person_judged_does_not_count():
    rows = [*pairs("B", 40, 10, 10, 40), ("B", "ja", "onbekend", 7)]
    result = measured(table(rows))

    assert [note.fields for note in result.notes if note.code == "judged-once"] == [{"people": 7}]
    assert result.figure("agreed").people[0].n.value == 100
    assert "Over 7 dossiers zijn geen twee oordelen bekend." in said(result)


@pytest.mark.parametrize("rows", [[("B", "ja", "ja", None), *pairs("B", 50, 20, 20, 50)]])
def test_hidden_counts_are_refused_in_words(rows):
    assert codes(measured(table(rows))) == ["cannot-rounded"]


def test_rounded_counts_are_refused_in_words():
    result = measured(table(pairs("B", 50, 20, 20, 50), rounded_to=5))

    assert codes(result) == ["cannot-rounded"]
    assert "afgerond" in said(result)


def test_everybody_else_can_be_the_reference_and_everybody_cannot():
    rows = [*BOTH, *pairs("C", 90, 12, 12, 90)]
    result = measured(table(rows), reference="everybody-else")

    assert [codes(result, name) for name in "ABC"] == [
        ["group-less"],
        ["group-more"],
        ["group-not-shown"],
    ]
    with pytest.raises(CallError, match="hoort daar zelf bij"):
        measured(table(rows), reference="everybody")


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"raters": ("een",)}, "minstens twee kolommen"),
        ({"raters": "een"}, "minstens twee kolommen"),
        ({"raters": ("een", "een")}, "twee keer"),
        ({"raters": ("een", "drie")}, "staat niet in de telling"),
        ({"raters": ("een", "groep")}, "twee keer"),
        ({"across": "x"}, "staat niet in de telling"),
        ({"reference": "Z"}, "komt niet voor"),
        ({"reference": None}, "met welke groep"),
        ({"scale": "x"}, "kinds, order of numbers"),
        ({"scale": "numbers"}, "vergelijkt Waterpas geen groepen"),
    ],
)
def test_a_wrong_call_is_refused_in_words(more, words):
    with pytest.raises(CallError, match=words):
        measured(table(BOTH), **more)


def test_a_level_that_cannot_be_is_refused():
    with pytest.raises(LevelError):
        measured(table(BOTH), level=0.5)
    assert "90%" in said(measured(table(BOTH), level=0.9))


def test_kinds_in_an_order_must_be_numbers_and_freely_written_words_are_no_kinds():
    with pytest.raises(CallError, match=r"In kolom 'een' staat '(ja|nee)'\. Bij een volgorde"):
        measured(table(BOTH), scale="order")
    rows = [("B", f"w{at}", f"w{at}", 3) for at in range(40)]
    with pytest.raises(CallError, match="40 verschillende oordelen"):
        measured(table(rows))


def test_a_column_that_waterpas_calls_by_its_own_name_is_refused():
    tally = table(pairs("B", 50, 20, 20, 50), by=("oordeel 1", "een", "twee"))

    with pytest.raises(WaterpasError, match="een andere naam"):
        with_forgotten_order(tally, columns=("een", "twee"))


def test_a_person_who_can_occur_more_often_is_no_file():
    rows = [{"wie": at // 2, "een": "ja", "twee": "nee", "x": at % 2} for at in range(40)]
    tally = waterpas.tally(rows, by=["een", "twee"], outcome="x", person="wie")

    with pytest.raises(WaterpasError, match="elke rij een dossier"):
        measured(tally)


def test_where_all_judgements_are_alike_no_groups_are_compared():
    result = measured(table([*pairs("A", 60, 0, 0, 0), *pairs("B", 80, 0, 0, 0)]))

    assert [each.code for each in result.answers] == ["cannot-all-alike"]
    assert {figure.name for figure in result.figures} == {"agreed"}
    assert "tegen 1.000" not in said(result)


def test_of_files_that_do_not_count_it_is_not_said_that_all_were_used():
    rows = pairs("B", 50, 20, 20, 50)

    assert "gebruikt" in said(measured(table(rows)))
    once = said(measured(table([*rows, ("B", "ja", "onbekend", 43)])))
    assert "gebruikt" not in once
    assert "Daarvan telt niet alles mee" in once


def test_that_the_largest_group_was_taken_is_said():
    tally = table([*pairs("A", 20, 20, 20, 20), *pairs("B", 50, 20, 20, 50)])
    result = measured(tally, reference=largest(tally, across="groep"))

    assert "De grootste groep is genomen: B." in said(result)
    assert "De grootste groep" not in said(measured(tally))


# Numbers.


def graded(rows):
    by = tuple(f"r{at}" for at in range(len(rows[0])))
    return table([(*row, 1) for row in rows], by=by), by


def numbers(rows):
    tally, by = graded(rows)
    return measured(tally, raters=by, scale="numbers")


FILES = [(at % 7 + 1, at % 7 + 2, (at + at // 7 % 2) % 7 + 1) for at in range(60)]


def test_numbers_give_the_part_that_comes_from_the_file():
    result = numbers(FILES)

    assert codes(result) == ["from-file"]
    strict, same = (
        result.figure(each).value for each in ("from-file", "from-file-same-strictness")
    )
    assert 0 < strict < same < 1
    assert "van het dossier zelf" in said(result)


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        (FILES[:19], "cannot-too-few"),
        ([row[:2] for row in FILES], "cannot-few-assessors"),
        ([(at % 7, at % 7 + 1, at % 7) for at in range(40)], "cannot-no-chance"),
        ([(5, 5, 5)] * 40, "cannot-no-chance"),
        ([(at * 3 % 7, at * 5 % 11, at * 7 % 13) for at in range(60)], "from-file-not-shown"),
    ],
)
def test_of_numbers_each_outcome_has_its_words(rows, code):
    result = numbers(rows)

    assert codes(result) == [code]
    said(result)


def test_a_file_without_a_number_from_all_does_not_count_and_a_word_is_no_number():
    result = numbers([*FILES, (4, "onbekend", 5)])

    assert [note.code for note in result.notes if note.code.startswith("judged")] == [
        "judged-by-some"
    ]
    with pytest.raises(CallError, match="'goed' is geen getal"):
        numbers([*FILES, (4, "goed", 5)])


def test_a_part_below_nothing_is_called_nothing_and_a_note_says_why():
    result = numbers([(at % 7, (at + 3) % 7, (at + 5) % 7) for at in range(60)])
    part = result.figure("from-file")

    assert part.value == 0
    assert part.interval.low == 0
    assert "less-than-chance" in [note.code for note in part.notes]
    assert "\N{MINUS SIGN}" not in said(result)
