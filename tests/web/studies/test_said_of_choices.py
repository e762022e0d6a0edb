"""What a form says of a wrong choice: which one it is, in words, at the choice itself."""

from django.http import QueryDict

from waterpas.explain.methods import method_of
from waterpas.web.studies.forms.choose import ChooseForm
from waterpas.web.studies.profile import WHOLE, Column, Level, Profile


def column(place, name, *levels):
    kind = "tekst" if levels else WHOLE
    return Column(place, name, kind, tuple(Level(each, 20) for each in levels), len(levels) or 400)


PROFILE = Profile(
    "tabel.csv",
    "",
    "",
    800,
    (
        column(0, "herkomst 100%", "buiten Europa", "Nederland"),
        column(1, "schaal", "schaal 9", "schaal 10"),
        column(2, "gekozen"),
        column(3, "gevraagd"),
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
