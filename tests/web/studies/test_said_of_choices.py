"""What a form says of a wrong choice: which one it is, in words, at the choice itself."""

from dataclasses import replace

from django.http import QueryDict

from tests.web.studies.test_without_outcome import GROUPS, column
from tests.web.studies.test_without_outcome import PROFILE as A_TABLE
from waterpas.explain.methods import method_of
from waterpas.web.studies.forms.choose import ChooseForm
from waterpas.web.studies.profile import WHOLE

PROFILE = replace(
    A_TABLE,
    columns=(
        column(0, "herkomst 100%", GROUPS),
        column(1, "schaal", ("schaal 9", "schaal 10")),
        column(2, "gekozen", kind=WHOLE),
        column(3, "gevraagd", kind=WHOLE),
    ),
)
CHOSEN = {"outcome": "2", "count": "3", "across": "0", "reference": "0:1", "level": "0.95"}


def form(kind, **chosen):
    data = QueryDict(mutable=True)
    for name, value in {**CHOSEN, **chosen}.items():
        data.setlist(name, value if isinstance(value, list) else [value])
    method = method_of(kind) if kind else None
    return ChooseForm(data, profile=PROFILE, has_counts=True, method=method)


def test_a_group_of_a_column_with_another_role_is_refused_in_words():
    wrong = ["Kies een groep van de kolom 'herkomst 100%'."]

    assert form("adjusted", ask_given=["1"], reference="1:0").errors == {"reference": wrong}
    assert form(None, reference="1:0").errors == {"reference": wrong}
    assert not form("adjusted", ask_given=["1"]).errors


def test_what_somebody_chose_is_not_said_to_be_our_choice():
    chosen = form("adjusted", ask_given=["1"], outcome="3", count="2", reference="")

    said = dict(chosen.taken())
    assert "Welke uitkomst bekijkt u?" not in said
    assert "Welke kolom zegt hoeveel mensen het zijn?" not in said
    for name in ("outcome", "count"):
        assert not chosen.fields[name].help_text, name


def test_before_anything_is_sent_a_form_says_that_it_chose_nothing():
    asked = ChooseForm(None, profile=PROFILE, has_counts=True, method=method_of("adjusted"))

    assert "Daarom kozen wij niets." in str(asked.fields["count"].help_text)
    assert "Daarom kozen wij niets." in str(form("adjusted", count="").fields["count"].help_text)


def test_who_decides_cannot_also_be_what_was_fixed_before():
    both = form("deciders", ask_decider="1", ask_given=["1"])

    assert both.errors == {
        "ask_given": [
            "Deze kolom koos u ook bij 'In welke kolom staat wie besliste?'. Kies een andere."
        ]
    }
    assert not form("deciders", ask_decider="1", ask_given=[]).errors


def test_a_total_beside_a_part_is_the_count_and_the_part_the_outcome():
    known = form_of_numbers("totaal", "uitgenodigd")
    assert (known["count"].value(), known["outcome"].value()) == ("2", "3")

    assert form_of_numbers("totaal", "aantal")["count"].value() == "3"
    assert form_of_numbers("totaal", "total")["count"].value() is None


def form_of_numbers(*names):
    numbers = [column(at, name, kind=WHOLE) for at, name in enumerate(names, 2)]
    profile = replace(PROFILE, columns=(PROFILE.columns[0], *numbers))
    return ChooseForm(None, profile=profile, has_counts=True, method=method_of("adjusted"))


def test_two_judgements_cannot_be_one_column():
    wrong = form("agreement", ask_first="1", ask_second="1", across="", reference="")

    assert "ask_second" in wrong.errors
    assert "ask_first" not in wrong.errors


def test_who_is_compared_with_nobody_is_not_told_to_choose_somebody():
    chosen = form("agreement").fields["reference"].choices

    assert str(chosen[0][1]) == "met niemand"
    assert "Kies met wie u vergelijkt" not in str(chosen)


def test_above_values_it_does_not_say_to_choose_a_column():
    chosen = form("change").fields["ask_since"].choices

    assert str(chosen[0][1]) == "Kies een waarde"
