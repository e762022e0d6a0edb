"""How long it takes and who gives up: from an upload to the answer, on the platform."""

import pytest
from django.urls import reverse

from tests.web.studies.factories import designed, token_of, upload
from tests.web.studies.test_flow import words
from tests.web.world import logged_in
from waterpas.web.studies.models import Run

pytestmark = pytest.mark.django_db
DAYS = range(7, 71, 7)


@pytest.fixture
def me(client):
    return logged_in(client, "researcher")


def counts(*, column="akte"):
    """Per group, per week and per ending how many: the second group two weeks later."""
    lines = [f"{column};dagen;afloop;aantal"]
    for group, later, decided, gone in (("hier", 0, 60, 11), ("elders", 14, 40, 14)):
        for day in DAYS:
            lines += [f"{group};{day + later};ingeschreven;{decided}"]
            lines += [f"{group};{day + later};ingetrokken;{gone}"]
    return "\n".join(lines).encode()


def rows():
    """One row per application, without an origin."""
    lines = ["soort;dagen"]
    for kind, later in (("kort", 0), ("lang", 9)):
        lines += [f"{kind};{5 + at % 40 + later}" for at in range(200)]
    return "\n".join(lines).encode()


def choose(client, study, response, **fields):
    data = {
        "carried": token_of(response),
        "sheet": "",
        "count": "3",
        "across": "0",
        "reference": "0:1",
        "because": "",
        "level": "0.95",
        "ask_days": "1",
        "ask_ended": "2",
        "ask_decided": "2:0",
        "ask_gave_up": "2:1",
        **fields,
    }
    return client.post(reverse("studies:read", args=[study.pk]), data, follow=True)


def measured(client, me, content=None, holds="aantallen", **fields):
    study = designed(me, kind="duration", unit="inwoners")
    response = upload(client, study, content or counts(), holds=holds)
    return study, choose(client, study, response, holds=holds, **fields)


def test_the_form_asks_for_days_and_how_it_ended_and_for_no_outcome(client, me):
    study = designed(me, kind="duration")
    page = upload(client, study, counts(), holds="aantallen").text

    assert "In welke kolom staat hoeveel dagen het duurde?" in page
    assert "Welke waarde betekent dat iemand afhaakte?" in page
    assert 'name="outcome"' not in page


def test_who_waits_longer_and_gives_up_more_often_is_said(client, me):
    study, page = measured(client, me, ask_term="42")

    assert page.redirect_chain[-1][0] == reverse("studies:result", args=[study.pk])
    said = words(page)
    assert "Bij inwoners met akte elders duurt het langer tot er een besluit is" in said
    assert "krijgen minder vaak binnen 42 dagen een besluit" in said
    assert "haken vaker af dan inwoners met akte hier" in said
    assert "De wachttijd gaat dus over wie bleef." in said
    assert "hoeveel er nog wachten" in page.text
    study.refresh_from_db()
    assert study.settings == {
        "days": "dagen",
        "ended": "afloop",
        "decided": "ingeschreven",
        "gave_up": "ingetrokken",
        "term": 42.0,
    }
    assert study.by == ["dagen", "afloop"]


def test_a_row_per_application_with_only_days_is_enough(client, me):
    fields = {"count": "", "ask_ended": "", "ask_decided": "", "ask_gave_up": ""}
    fields["reference"] = "0:0"
    _study, page = measured(client, me, rows(), "rijen", **fields)

    said = words(page)
    assert "Bij inwoners met soort lang duurt het langer" in said
    assert "in hele dagen" in said
    released = Run.objects.get().released["nl"]["result"]
    assert all(f["unit"] == "days" for f in released["figures"])
    assert released["sources"][0]["sha256"] is None


def test_days_that_are_no_number_cannot_be_chosen(client, me):
    _study, page = measured(client, me, ask_days="2")

    assert page.status_code == 422
    assert "ask_days" in page.context["form"].errors


def test_an_ending_without_a_decision_says_what_to_name(client, me):
    _study, page = measured(client, me, ask_decided="", ask_gave_up="")

    assert page.status_code == 422
    assert page.context["form"].errors["ask_decided"] == [
        "Kies een waarde van de kolom die u daarboven koos."
    ]


def test_a_decision_without_the_column_it_stands_in_says_what_to_choose(client, me):
    _study, page = measured(client, me, ask_ended="", ask_gave_up="")

    assert page.status_code == 422
    assert page.context["form"].errors["ask_ended"] == [
        "Kies ook de kolom waar u een waarde van koos."
    ]


def test_the_column_with_days_is_offered_first(client, me):
    study = designed(me, kind="duration")
    page = upload(client, study, counts(), holds="aantallen")

    assert page.context["form"]["ask_days"].value() == "1"


def test_how_it_ended_is_chosen_by_name_so_that_open_cases_are_no_decisions(client, me):
    study = designed(me, kind="duration")
    form = upload(client, study, counts(), holds="aantallen").context["form"]

    chosen = [form[f"ask_{name}"].value() for name in ("ended", "decided", "gave_up")]
    assert chosen == ["2", "2:0", "2:1"]
    assert ("In welke kolom staat hoe het afliep?", "afloop") in form.taken()


def test_of_two_kinds_of_decision_none_is_chosen_and_it_is_asked_first(client, me):
    two = counts().replace(b"ingetrokken", b"afgewezen")
    form = upload(client, designed(me, kind="duration"), two, holds="aantallen").context["form"]

    assert form["ask_ended"].value() == "2"
    assert not form["ask_decided"].value()
    assert "ask_decided" in [field.name for field in form.first()]


def test_without_an_ending_the_result_says_that_everybody_counted_as_decided(client, me):
    said = "Iedereen in de tabel telt dus als iemand met een besluit"
    nothing = {"ask_ended": "", "ask_decided": "", "ask_gave_up": ""}

    assert said in words(measured(client, me, **nothing)[1])
    assert said not in words(measured(client, me)[1])


WRONG = {
    "the counts as days": {"ask_days": "3"},
    "the groups as ending": {"ask_ended": "0", "ask_decided": "0:0", "ask_gave_up": ""},
    "giving up is the decision": {"ask_gave_up": "2:0"},
    "a value of another column": {"ask_decided": "0:0"},
    "no days": {"ask_term": "0"},
    "too many days": {"ask_horizon": "99999"},
    "a word as days": {"ask_term": "acht weken"},
    "days twice": {"ask_days": "1", "ask_ended": "1", "ask_decided": "1:0", "ask_gave_up": ""},
}


@pytest.mark.parametrize("name", WRONG)
def test_what_cannot_be_asked_is_said_in_plain_words(client, me, name):
    _study, page = measured(client, me, **WRONG[name])

    assert page.status_code == 422
    said = words(page)
    for puzzling in ("decided", "gave_up", "horizon", "None", "--"):
        assert puzzling not in said
    assert not Run.objects.exists()


def test_rounded_counts_say_what_it_is_at_least_and_at_most(client, me):
    whole = counts().replace(b";11\n", b";20\n").replace(b";14\n", b";25\n")
    _study, page = measured(client, me, whole, rounded_to="5", ask_term="28")

    said = words(page)
    assert "duurt het langer tot er een besluit is dan bij inwoners met akte hier, welke" in said
    assert "De aantallen zijn afgerond op 5." in said
    assert "gemiddelde wachttijd, op zijn minst" in page.text
    assert "Staan er twee stippen" in page.text
    released = Run.objects.get().released["nl"]["result"]
    shown = {each["name"] for each in released["figures"] if each["value"] is not None}
    assert {"mean-difference-least", "mean-difference-most", "within-least"} <= shown


def test_rounded_counts_that_may_be_of_few_people_are_not_shown_and_it_says_why(client, me):
    whole = counts().replace(b";11\n", b";10\n").replace(b";14\n", b";15\n")
    _study, page = measured(client, me, whole, rounded_to="5")

    said = words(page)
    assert "Over akte elders tonen wij dit niet" in said
    assert "als een afgerond aantal om minder dan tien mensen kan gaan" in said
    assert "gemiddelde wachttijd, op zijn minst" not in page.text
    assert Run.objects.get().released["nl"]["result"]["figures"] == []


def test_counts_by_origin_may_be_handed_in(client, me):
    _study, page = measured(client, me, counts(column="herkomst"))

    assert "Bij inwoners met herkomst elders duurt het langer" in words(page)


def by_day():
    """A row per origin, day and ending, with how many; also where there is nobody."""
    lines = ["herkomst;dagen;afloop;aantal"]
    for at, group in enumerate(("Nederland", "Europa", "buiten Europa")):
        for day in range(1, 121):
            decided, gone = (day * 7 + at) % 11, (day * 5 + at) % (3 + at)
            lines += [f"{group};{day};besluit;{decided}"]
            lines += [f"{group};{day};ingetrokken;{gone}"]
    return "\n".join(lines).encode()


def test_counts_by_origin_and_by_day_have_a_row_for_nobody_too(client, me):
    study = designed(me, kind="duration", unit="inwoners")
    page = upload(client, study, by_day(), holds="aantallen")
    response = choose(client, study, page, holds="aantallen")

    assert "In welke kolom staat hoeveel dagen het duurde?" in page.text
    assert "haken vaker af" in words(response) or "niet aangetoond" in words(response)


def test_another_reference_on_the_same_counts(client, me):
    study, _page = measured(client, me)
    page = client.get(reverse("studies:again", args=[study.pk]))

    assert "In welke kolom staat hoeveel dagen het duurde?" in page.text
