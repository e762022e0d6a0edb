"""The form of every method asks at most three things; the rest has a default and can be changed."""

import re
from html import unescape
from itertools import product

import pytest
from django.urls import reverse

from tests.web.studies.factories import designed, token_of, upload
from tests.web.world import logged_in
from waterpas.explain.methods import METHODS, method_of
from waterpas.web.studies.forms.first import MOST, REASON
from waterpas.web.studies.rules import AUDIT

pytestmark = pytest.mark.django_db
ON_A_TABLE = [AUDIT, *(name for name in METHODS if not method_of(name).typed)]
SHARE = "percentage_met_herkomstland_buiten_europa"
HEAD = (
    "buurt",
    "groep",
    "jaar",
    "loon",
    "dagen",
    "besliser",
    SHARE,
    "aantal",
    "beboet",
    "inwoners",
)
# Nothing here says what it is: nothing can be guessed.
MUTE = tuple(f"k{at}" for at in range(len(HEAD)))


@pytest.fixture
def me(client):
    return logged_in(client, "researcher")


def counts(head):
    """A table of counts with a column for everything that a method asks."""
    lines = [
        (f"BU{area:08d}", group, year, 2000 + area, 7 * area, f"z{area}", area, 100 + area, 30, 999)
        for area in range(1, 31)
        for group in ("a", "b")
        for year in (2023, 2024)
    ]
    return "\n".join(";".join(map(str, line)) for line in (head, *lines)).encode()


def people():
    """A row per person, with one column that says yes or no."""
    lines = [
        f"{'ab'[at % 2]};{2023 + at // 2 % 2};{'ja' if at % 3 else 'nee'};w{at % 4};{2000 + at}"
        for at in range(400)
    ]
    return "\n".join(["groep;jaar;toegekend;wijk;loon", *lines]).encode()


def form_of(client, me, kind, content, holds):
    study = designed(me, kind=kind, did_before="gaf", did_after="een boete", effect="harm")
    page = upload(client, study, content, holds=holds)
    return study, page, page.context["form"]


def choices(form):
    return [field for field in form.first() if field.name != REASON]


TABLES = {
    "counts": (counts(HEAD), "aantallen"),
    "counts that say nothing": (counts(MUTE), "aantallen"),
    "people": (people(), "rijen"),
}


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("kind", ON_A_TABLE)
def test_at_most_three_things_are_chosen(client, me, kind, table):
    _study, page, form = form_of(client, me, kind, *TABLES[table])

    assert 1 <= len(choices(form)) <= MOST
    assert all(field.help_text for field in form.first()), "what we chose beforehand, and why"
    shown = {field.name for field in (*form.first(), *form.more())}
    asked = set(form.fields) - shown
    assert asked <= {"by", "person"}, "every question is somewhere"
    open_now = [f for f in form.more() if f.field.required and not f.value()]
    assert bool(open_now) is form.is_open_in_more, "what must be chosen still is not folded away"
    assert ('<details class="wp-details" open>' in page.text) is form.is_open_in_more


@pytest.mark.parametrize("kind", [kind for kind in ON_A_TABLE if kind != AUDIT])
def test_what_a_method_cannot_do_without_is_asked_or_chosen(client, me, kind):
    _study, _page, form = form_of(client, me, kind, *TABLES["counts"])
    first = {field.name for field in form.first()}

    needed = {f"ask_{ask.name}" for ask in method_of(kind).asks if ask.required}
    assert all(name in first or form[name].value() for name in needed)


ADMISSIONS = b"rij;Admit;Gender;Dept;Freq\n" + b"".join(
    b"%d;%s;%s;%s;%d\n" % (3 * at, admitted, gender, dept, 50 + at)
    for at, (admitted, gender, dept) in enumerate(
        product((b"Admitted", b"Rejected"), (b"Male", b"Female"), (b"A", b"B", b"C"))
    )
)
CORES = {"adjusted": "given", "intersections": "columns", "risk_profile": "variables"}


@pytest.mark.parametrize("kind", CORES)
def test_what_a_question_is_about_comes_first_where_no_column_says_what_it_is(client, me, kind):
    study, page, form = form_of(client, me, kind, ADMISSIONS, "aantallen")

    first = [field.name for field in choices(form)]
    assert first == ["outcome", "reference", f"ask_{CORES[kind]}"]
    assert not form.is_open_in_more
    gender, _female = next(
        found[0]
        for found in (options for _name, options in form.fields["reference"].choices)
        if isinstance(found, list) and found[0][1] == "Female"
    )
    sent = {"carried": token_of(page), "holds": "aantallen", "sheet": "", "across": ""}
    sent |= {"outcome": "1:0", "count": "4", "reference": gender, "level": "0.95"}
    sent |= {first[-1]: ["3"], "ask_depth": "2"}
    address = reverse("studies:read", args=[study.pk])
    wrong = client.post(address, sent | {"reference": "everybody-else"}).context["form"]
    done = client.post(address, sent, follow=True)

    assert "across" in wrong.errors
    assert wrong.is_open_in_more
    assert done.redirect_chain[-1][0] == reverse("studies:result", args=[study.pk])
    study.refresh_from_db()
    assert study.across == "Gender"


def test_with_whom_is_compared_is_always_asked_and_never_chosen_beforehand(client, me):
    for kind in ON_A_TABLE:
        if kind == AUDIT or method_of(kind).references:
            _study, _page, form = form_of(client, me, kind, *TABLES["counts"])
            assert "reference" in [field.name for field in form.first()], kind
            assert not form["reference"].value()


def test_what_was_chosen_beforehand_is_said_in_words(client, me):
    _study, page, form = form_of(client, me, "change", *TABLES["counts"])
    said = unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page.text)))

    assert "Dit kozen wij alvast." in said
    assert ("In welke kolom staat de periode?", "jaar") in form.taken()
    assert "In welke kolom staat de periode? jaar" in said


def test_nothing_is_said_of_what_could_not_be_chosen(client, me):
    _study, page, form = form_of(client, me, AUDIT, *TABLES["people"])

    assert form.taken() == []
    assert "Dit kozen wij alvast" not in page.text


def test_a_wrong_guess_opens_the_part_that_was_folded_away(client, me):
    study, page, form = form_of(client, me, AUDIT, *TABLES["counts"])
    assert not form.is_open_in_more
    data = {"carried": token_of(page), "holds": "aantallen", "sheet": "", "across": "1"}
    data |= {"outcome": "8", "reference": "largest", "level": "0.95", "count": "8"}
    page = client.post(reverse("studies:read", args=[study.pk]), data)

    assert page.status_code == 422
    assert "dezelfde kolom" in page.text
