"""Two assessors, on the platform: who gave which judgement is gone before anything is kept."""

import json

import pytest
from django.urls import reverse

from tests.web.studies.factories import FORM, designed, upload
from tests.web.studies.test_deciders import words
from tests.web.studies.test_flow import choose
from tests.web.world import logged_in
from waterpas.tallies.unordered import has_forgotten_order
from waterpas.web.studies.models import Run, Study, StudyTally
from waterpas.web.studies.selectors import opened

pytestmark = pytest.mark.django_db
NAMES = ("door kanarie", "door geelgors")
PAIRS = {"nee": (334, 48, 39, 219), "ja": (141, 67, 58, 144)}
KINDS = (("toe", "toe"), ("toe", "af"), ("af", "toe"), ("af", "af"))
CHOSEN = {
    "holds": "aantallen",
    "count": "3",
    "reference": "0:1",
    "ask_first": "1",
    "ask_second": "2",
}


@pytest.fixture
def me(client):
    return logged_in(client, "researcher")


def table(pairs=PAIRS) -> bytes:
    lines = [f"hulp;{NAMES[0]};{NAMES[1]};aantal"]
    for group, counts in pairs.items():
        for (one, two), n in zip(KINDS, counts, strict=True):
            lines.append(f"{group};{one};{two};{n}")
    return "\n".join(lines).encode()


def handed_in(client, study, pairs=PAIRS, **chosen):
    first = upload(client, study, table(pairs), "t.csv", holds="aantallen")
    return choose(client, study, first, **{**CHOSEN, **chosen})


def test_a_study_can_begin_with_this_question(client, me):
    page = client.get(reverse("studies:add"))
    client.post(reverse("studies:add"), {**FORM, "kind": "agreement"})

    assert "Komen twee beoordelaars op hetzelfde uit?" in page.text
    assert Study.objects.get().kind == "agreement"


def test_assessing_staff_is_refused(client, me):
    given = {**FORM, "kind": "agreement", "purpose": "assessing-staff"}

    assert client.post(reverse("studies:add"), given).status_code == 422
    assert not Study.objects.exists()


def test_the_page_of_the_table_says_what_is_needed_and_what_only_the_command_can(client, me):
    page = client.get(reverse("studies:table", args=[designed(me, kind="agreement").pk]))

    assert "minstens twintig dossiers per groep" in words(page)
    assert "zou dan per beoordelaar een kolom bewaren" in words(page)


def test_the_result_speaks_of_the_rule_and_shows_its_picture(client, me):
    response = handed_in(client, designed(me, kind="agreement", unit="aanvragen"))

    said = words(response)
    assert response.status_code == 200
    assert "Bij 800 van elke 1.000 aanvragen komen twee beoordelaars op hetzelfde uit." in said
    assert "komen zij er bij 700 op hetzelfde uit, tegen 870 bij de anderen" in said
    assert "De stip is het aantal van elke 1.000 dossiers" in said


def test_who_gave_which_judgement_is_gone_before_anything_is_kept(client, me):
    assert NAMES[0] in table().decode()  # it was there
    study = designed(me, kind="agreement")
    response = handed_in(client, study)

    counts, run = opened(StudyTally.objects.get()), Run.objects.get()
    study.refresh_from_db()
    kept = json.dumps([run.released, run.parameters, study.settings, study.by])
    assert not any(name in counts.to_json() + kept + response.text for name in NAMES)
    assert has_forgotten_order(counts)
    assert {cell.n.value for cell in counts.cells.values()} == {334, 87, 219, 141, 125, 144}
    assert run.parameters["settings"] == {"first": "oordeel 1", "second": "oordeel 2"}


@pytest.mark.parametrize("form", ["csv", "json", "svg"])
def test_no_export_names_an_assessor(client, me, form):
    study = designed(me, kind="agreement")
    handed_in(client, study)

    export = client.get(reverse(f"studies:{form}", args=[study.pk, Run.objects.get().pk]))

    assert export.status_code == 200
    assert not any(name in export.content.decode() for name in NAMES)


def test_a_small_group_is_not_told_and_neither_are_all_files_together(client, me):
    few = {**PAIRS, "anders": (3, 2, 1, 3)}
    said = words(handed_in(client, designed(me, kind="agreement"), few))

    assert "tonen wij niet: hoe vaak twee beoordelaars op hetzelfde uitkomen" in said
    assert "Bij 800" not in said


def test_judgements_are_no_groups_when_another_group_is_chosen(client, me):
    study = designed(me, kind="agreement")
    handed_in(client, study)

    page = client.get(reverse("studies:again", args=[study.pk]))

    form = page.context["form"]
    assert [name for _key, name in form.fields["across"].choices] == ["hulp"]
    assert "oordeel 1" in dict(form.fields["ask_first"].choices).values()


def test_compared_again_with_the_other_group_it_says_the_other_side(client, me):
    study = designed(me, kind="agreement")
    handed_in(client, study)
    again = {"across": "0", "reference": "0:0", "level": "0.95"}
    form = client.get(reverse("studies:again", args=[study.pk])).context["form"]
    keys = {name: key for key, name in form.fields["ask_first"].choices}
    again |= {"ask_first": keys["oordeel 1"], "ask_second": keys["oordeel 2"]}

    response = client.post(reverse("studies:again", args=[study.pk]), again, follow=True)

    assert response.status_code == 200
    assert Run.objects.count() == 2


def test_the_same_column_twice_is_refused_in_words(client, me):
    response = handed_in(client, designed(me, kind="agreement"), ask_second="1")

    assert response.status_code == 422
    assert not StudyTally.objects.exists()


def test_columns_that_are_called_as_judgements_are_offered_first(client, me):
    study = designed(me, kind="agreement")
    handed_in(client, study)

    form = client.get(reverse("studies:again", args=[study.pk])).context["form"]

    columns = dict(form.fields["ask_first"].choices)
    assert columns[form.initial["ask_first"]] == "oordeel 1"
    assert columns[form.initial["ask_second"]] == "oordeel 2"


def without_groups(names=("een", "twee")) -> bytes:
    """One row per file, with nothing but a number and two judgements."""
    pairs = [*[("ja", "ja")] * 60, *[("ja", "nee")] * 20, *[("nee", "nee")] * 70]
    lines = [f"nr;{names[0]};{names[1]}"]
    lines += [f"{at};{one};{two}" for at, (one, two) in enumerate(pairs)]
    return "\n".join(lines).encode()


@pytest.mark.parametrize("names", [("een", "twee"), ("k1", "k2"), NAMES])
def test_judgements_are_found_by_their_name_or_because_they_say_the_same_words(client, me, names):
    study = designed(me, kind="agreement")
    form = upload(client, study, without_groups(names), holds="rijen").context["form"]

    chosen = [form[name].value() for name in ("ask_first", "ask_second", "across")]
    assert chosen == ["1", "2", ""]
    assert [field.name for field in form.first()][:2] == ["ask_first", "ask_second"]
    labels = [name for name, _found in form.fields["reference"].choices]
    assert not set(names) & set(labels)


def test_without_a_column_with_groups_all_files_are_told_together(client, me):
    study = designed(me, kind="agreement", unit="dossiers")
    page = upload(client, study, without_groups(), holds="rijen")
    nobody = {"across": "", "reference": "", "count": "", "holds": "rijen"}
    response = choose(client, study, page, **{**CHOSEN, **nobody})

    assert response.status_code == 200
    # 20 of 150 differ, but differences leave in steps of ten files.
    assert "Bij 830 van elke 1.000 dossiers komen twee beoordelaars" in words(response)
    assert Run.objects.get().parameters["across"] == ""
    study_page = client.get(reverse("studies:study", args=[study.pk]))
    assert "Alles samen, zonder groepen" in words(study_page)
    again = client.get(reverse("studies:again", args=[study.pk]))
    assert [key for key, _ in again.context["form"].fields["across"].choices] == [""]
    chosen = {"across": "", "level": "0.95", "ask_first": "0", "ask_second": "1"}
    sent = client.post(reverse("studies:again", args=[study.pk]), chosen, follow=True)
    assert sent.status_code == 200
    assert Run.objects.count() == 2


def test_counts_with_groups_are_not_told_together_afterwards(client, me):
    study = designed(me, kind="agreement")
    handed_in(client, study)

    form = client.get(reverse("studies:again", args=[study.pk])).context["form"]

    assert "" not in dict(form.fields["across"].choices)


def test_somebody_to_compare_with_needs_groups_and_groups_need_somebody(client, me):
    study = designed(me, kind="agreement")
    lone = handed_in(client, study, across="")
    other = handed_in(client, study, reference="")

    assert "Kies ook de kolom met de groepen" in lone.context["form"].errors["across"][0]
    assert other.context["form"].errors["reference"] == ["Kies met wie u vergelijkt."]
    assert not StudyTally.objects.exists()


def test_judgements_are_not_offered_to_compare_with(client, me):
    rows = "\n".join(
        ["hulp;een;twee", *["huis;ja;ja", "huis;nee;ja", "taal;ja;ja", "taal;nee;nee"] * 20]
    ).encode()
    form = upload(client, designed(me, kind="agreement"), rows, holds="rijen").context["form"]

    assert form["across"].value() == "0"
    labels = [name for name, _found in form.fields["reference"].choices]
    assert "hulp" in labels
    assert not {"een", "twee"} & set(labels)
