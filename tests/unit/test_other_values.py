"""Which values counted as 'not the outcome' is said, with counts only where they may be told."""

import pytest

import waterpas
from waterpas.disclosure import release
from waterpas.disclosure.rules import MINIMUM
from waterpas.explain.notes import note_text
from waterpas.explain.plain import plain_text
from waterpas.tallies.other_values import CODE, FEWEST


def rows(**people):
    return [
        {"g": group, "u": value}
        for value, many in people.items()
        for group in ("a", "b")
        for _ in range(many)
    ]


def note_of(source):
    found = [note for note in source.notes if note.code == CODE]
    return found[0] if found else None


def counted(**people):
    return waterpas.tally(rows(**people), by="g", outcome="u=ja")


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("nl", "Niet geteld als 'u=ja': 'nee' (1.200), 'ingetrokken' (40)."),
        ("en", "Not counted as 'u=ja': 'nee' (1,200), 'ingetrokken' (40)."),
    ],
)
def test_the_other_values_are_named_with_their_counts(lang, said):
    result = waterpas.compare_groups(
        counted(ja=300, nee=600, ingetrokken=20), across="g", reference="a"
    )

    assert said in plain_text(result, lang)


def test_one_count_below_the_minimum_hides_all_of_them():
    """Else it could be worked out from the others and the total."""
    note = note_of(counted(ja=300, nee=600, ingetrokken=4))

    assert note.fields["counts"] == ()
    assert "'nee', 'ingetrokken'." in note_text(note)
    assert FEWEST == MINIMUM


def test_a_hidden_group_hides_the_counts_of_the_values_too():
    small = [{"g": "c", "u": "ja"}, {"g": "c", "u": "nee"}]
    source = waterpas.tally(rows(ja=300, nee=600, ingetrokken=20) + small, by="g", outcome="u=ja")
    result = waterpas.compare_groups(source, across="g", reference="a")

    assert note_of(result).fields["counts"] == (1201, 40)
    assert note_of(release(result, audience="internal").result).fields["counts"] == ()


def test_a_higher_minimum_holds_for_them_too():
    result = waterpas.compare_groups(
        counted(ja=300, nee=600, ingetrokken=20), across="g", reference="a"
    )

    assert note_of(release(result, audience="internal").result).fields["counts"] == (1200, 40)
    shown = release(result, audience="internal", minimum=50).result
    assert note_of(shown).fields["counts"] == ()


def test_nothing_is_said_of_yes_and_no_and_the_unknown_is_no_value():
    assert note_of(counted(ja=30, nee=60)) is None
    assert note_of(counted(ja=30, ingetrokken=60, onbekend=20)).fields["values"] == ("ingetrokken",)


def test_rounded_counts_and_totals_give_no_counts():
    table = [{"g": g, "u": u, "n": 100} for g in ("a", "b") for u in ("ja", "weg")]
    ask = {"by": "g", "outcome": "u=ja", "count": "n"}

    assert note_of(waterpas.tally(table, **ask)).fields["counts"] == (200,)
    assert note_of(waterpas.tally(table, **ask, rounded_to=10)).fields["counts"] == ()
    assert note_of(waterpas.tally(table, **ask, totals="drop")).fields["counts"] == ()


def test_of_tallies_that_are_added_the_counts_are_added():
    both = counted(ja=30, nee=60, weg=20) + counted(ja=30, nee=60, ingetrokken=30)
    note = note_of(both)

    assert dict(zip(note.fields["values"], note.fields["counts"], strict=True)) == {
        "nee": 240,
        "weg": 40,
        "ingetrokken": 60,
    }
    assert [each.code for each in both.notes].count(CODE) == 1
