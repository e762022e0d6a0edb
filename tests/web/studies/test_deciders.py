"""Who decides, on the platform: who it was is gone before anything is kept, and never shown."""

import json
import re
from html import unescape

import pytest
from django.urls import reverse

from tests.web.studies.factories import FORM, designed, upload
from tests.web.studies.test_flow import choose
from tests.web.world import logged_in
from waterpas.tallies.throwaway import has_throwaway_keys
from waterpas.web.studies.models import Run, Study, StudyTally
from waterpas.web.studies.selectors import opened

pytestmark = pytest.mark.django_db
CODE = "kanariegeel"
HEAD = "herkomst;toegewezen aan;soort;aantal;afgewezen"
CHOSEN = {
    "holds": "aantallen",
    "outcome": "4",
    "count": "3",
    "reference": "0:0",
    "ask_decider": "1",
    "ask_given": ["2"],
}


@pytest.fixture
def me(client):
    return logged_in(client, "researcher")


def table(deciders=16) -> bytes:
    """Counts per group, decider and kind of application; deciders differ."""
    lines = [HEAD]
    for at in range(deciders):
        for group, more in (("Nederland", 0), ("buiten Europa", 2)):
            for kind in ("eerste", "herhaling"):
                lines.append(f"{group};{CODE}{at};{kind};30;{2 + at % 8 + more}")
    return "\n".join(lines).encode()


def handed_in(client, study, **chosen):
    first = upload(client, study, table(chosen.pop("deciders", 16)), "t.csv", holds="aantallen")
    return choose(client, study, first, **{**CHOSEN, **chosen})


def words(response) -> str:
    return unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", response.text)))


def test_a_study_can_begin_with_this_question(client, me):
    page = client.get(reverse("studies:add"))
    client.post(reverse("studies:add"), {**FORM, "kind": "deciders"})

    assert "Hangt het af van wie beslist?" in page.text
    assert Study.objects.get().kind == "deciders"


def test_the_page_of_the_table_says_what_is_needed(client, me):
    page = client.get(reverse("studies:table", args=[designed(me, kind="deciders").pk]))

    assert "minstens tien beslissers" in words(page)


def test_the_result_speaks_of_the_rule_and_shows_its_picture(client, me):
    response = handed_in(client, designed(me, kind="deciders"))

    said = words(response)
    assert response.status_code == 200
    assert "Het hangt af van wie beslist." in said
    assert "De regel laat hier dus ruimte." in said
    assert "Liggen beslissers verder uit elkaar dan door toeval?" in said


def test_who_decided_is_gone_before_anything_is_kept(client, me):
    assert CODE in table().decode()  # it was there
    response = handed_in(client, designed(me, kind="deciders"))

    counts, run = opened(StudyTally.objects.get()), Run.objects.get()
    assert CODE not in counts.to_json()
    assert has_throwaway_keys(counts, column="toegewezen aan")
    assert CODE not in json.dumps([run.released, run.parameters])
    assert CODE not in response.text


@pytest.mark.parametrize("form", ["csv", "json", "svg"])
def test_no_export_holds_anything_per_decider(client, me, form):
    study = designed(me, kind="deciders")
    handed_in(client, study)
    keys = opened(StudyTally.objects.get()).levels("toegewezen aan")

    export = client.get(reverse(f"studies:{form}", args=[study.pk, Run.objects.get().pk]))
    text = export.content.decode()
    assert export.status_code == 200
    assert not any(key in text for key in (CODE, *keys))
    assert "overdispersion" not in text


def test_with_too_few_deciders_it_says_what_can_be_done_instead(client, me):
    response = handed_in(client, designed(me, kind="deciders"), deciders=9)

    assert "Dit kan zo niet. Er zijn minstens 10 beslissers nodig" in words(response)


def test_choosing_again_offers_no_keys_to_compare(client, me):
    study = designed(me, kind="deciders")
    handed_in(client, study)
    keys = opened(StudyTally.objects.get()).levels("toegewezen aan")

    page = client.get(reverse("studies:again", args=[study.pk]))

    assert not any(key in page.text for key in keys)
    form = page.context["form"]
    assert [name for _key, name in form.fields["across"].choices] == ["herkomst", "soort"]
    assert "toegewezen aan" in dict(form.fields["ask_decider"].choices).values()


def test_choosing_again_with_fewer_columns_counts_with_fewer(client, me):
    study = designed(me, kind="deciders")
    handed_in(client, study)
    again = {"across": "0", "reference": "everybody", "ask_decider": "1", "level": "0.95"}

    response = client.post(reverse("studies:again", args=[study.pk]), again, follow=True)

    assert response.status_code == 200
    last = Run.objects.order_by("pk").last()
    assert last.released["nl"]["result"]["asked"]["given"] == []


def test_who_decides_is_no_group(client, me):
    study = designed(me, kind="deciders")
    handed_in(client, study)
    again = {"across": "1", "reference": "everybody", "ask_decider": "0", "level": "0.95"}

    response = client.post(reverse("studies:again", args=[study.pk]), again)

    assert response.status_code == 422
    assert Run.objects.count() == 1


@pytest.mark.parametrize(("header", "status"), [("medewerker", 422), ("team", 200)])
@pytest.mark.parametrize("kind", ["", "adjusted"])
def test_no_other_question_compares_who_decides(client, me, kind, header, status):
    lines = [f"{header};soort;afgewezen"]
    for at in range(600):
        no = "ja" if at % 7 < 1 + at % 3 else "nee"
        lines.append(f"{('Jansen', 'Yilmaz', 'Bakker')[at % 3]};{'ab'[at // 300]};{no}")
    study = designed(me, **({"kind": kind} if kind else {}))
    read = upload(client, study, "\n".join(lines).encode())

    response = choose(client, study, read, ask_given=["1"])

    assert response.status_code == status
    assert ("nooit cijfers per beslisser" in words(response)) == (status == 422)
    assert Run.objects.exists() == StudyTally.objects.exists() == (status == 200)


@pytest.mark.parametrize("kind", ["audit", "deciders", "risk_profile"])
def test_who_decides_is_no_outcome_in_any_study(client, me, kind):
    study = designed(me, kind=kind)
    lines = table().decode().replace("toegewezen aan", "behandelaar").encode()
    first = upload(client, study, lines, "t.csv", holds="aantallen")
    offered = str(first.context["form"].fields["outcome"].choices)

    assert "soort = eerste" in offered
    assert CODE not in offered
    sent = {**CHOSEN, "across": "0", "outcome": "1:0", "ask_decider": "", "ask_given": []}
    response = choose(client, study, first, **sent)
    assert response.status_code == 422
    assert "outcome" in response.context["form"].errors
