"""Pay on the platform: from a table with amounts to an answer that gives nobody's pay away."""

import pytest
from django.urls import reverse

from tests.web.studies.factories import designed, token_of, upload
from tests.web.studies.test_flow import words
from tests.web.world import logged_in
from waterpas.tallies.tally import Tally
from waterpas.web.config.example.methods import pay as example
from waterpas.web.studies.models import Run

pytestmark = pytest.mark.django_db


@pytest.fixture
def me(client):
    return logged_in(client, "researcher")


def table(rows):
    heads = list(rows[0])
    lines = [";".join(heads), *(";".join(str(row[head]) for head in heads) for row in rows)]
    return "\n".join(lines).encode()


def asked(client, me, rows, **fields):
    """Choose in the form: columns by their place in the file."""
    study = designed(
        me, kind="pay", purpose="employer", unit="medewerkers", route="anonymous-survey"
    )
    read = upload(client, study, table(rows), holds="aantallen")
    data = {
        "carried": token_of(read),
        "holds": "aantallen",
        "sheet": "",
        "count": "7",
        "across": "1",
        "reference": "1:0",
        "because": "",
        "level": "0.95",
        "ask_amount": "5",
        "ask_scale": "2",
        "ask_given": ["3"],
        "ask_moved_up": "6",
        "ask_step": "4",
        "ask_measure": "amount",
        **fields,
    }
    return study, read, client.post(reverse("studies:read", args=[study.pk]), data, follow=True)


def test_the_form_asks_for_pay_and_scale_and_for_no_outcome(client, me):
    _study, read, _page = asked(client, me, example.staff())

    assert "In welke kolom staat het loon?" in read.text
    assert "In welke kolom staat de schaal?" in read.text
    assert 'name="outcome"' not in read.text


def test_lower_scales_and_fewer_promotions_are_told_together(client, me):
    _study, _read, page = asked(client, me, example.staff())
    said = words(page)

    assert "met herkomst buiten Europa minder dan medewerkers met herkomst Nederland" in said
    assert "Bij gelijke schaal en dienstjaren" in said
    assert "Zonder daarnaar te kijken is het verschil € 200 (minder)." in said
    assert "De schaal kan zelf het gevolg zijn van ongelijke doorstroom." in said
    assert "krijgen minder vaak een hogere schaal" in said


def test_nobodys_exact_pay_is_kept_and_no_exact_amount_is_shown(client, me):
    _study, _read, page = asked(client, me, example.staff())
    released = Run.objects.get().released["nl"]["result"]
    amounts = [
        figure["value"]
        for figure in released["figures"]
        if figure["unit"] == "amount" and figure["value"] is not None
    ]

    assert amounts
    assert all(each % 50 == 0 for each in amounts)
    assert "De bedragen zijn bij het tellen afgerond op € 10." in words(page)


def test_amounts_of_a_single_person_are_rounded_before_they_are_kept():
    from waterpas.measure.paid.coarse import with_coarse_amounts
    from waterpas.tallies.build import tally

    counts = tally(example.staff(), by=["herkomst", "loon"], count="mensen")
    kept = with_coarse_amounts(counts, {"amount": "loon"})

    assert isinstance(kept, Tally)
    assert {float(level) % 10 for level in kept.levels("loon")} == {0}
    assert {float(level) % 10 for level in counts.levels("loon")} != {0}
    assert with_coarse_amounts(kept, {"amount": "loon"}) is kept
    assert kept.total.n.value == counts.total.n.value


def test_an_amount_is_never_taken_for_a_total(client, me):
    rows = [
        {"herkomst": group, "loon": loon, "mensen": n}
        for group, counts in (("A", (14, 30, 16)), ("NL", (48, 100, 52)))
        for loon, n in zip(("2500", "2700", "3000"), counts, strict=True)
    ]
    study = designed(
        me, kind="pay", purpose="employer", unit="medewerkers", route="anonymous-survey"
    )
    read = upload(client, study, table(rows), holds="aantallen")
    data = {"carried": token_of(read), "holds": "aantallen", "sheet": "", "count": "2"}
    data |= {"across": "0", "reference": "0:1", "because": "", "level": "0.95"}
    data |= {"ask_amount": "1", "ask_measure": "amount"}
    page = client.post(reverse("studies:read", args=[study.pk]), data, follow=True)

    assert "de som van andere" not in page.text
    assert Run.objects.count() == 1


@pytest.mark.parametrize(
    "written",
    [
        ("14,25", "15,50", "16"),
        ("14.25", "15.50", "16.00"),
        ("2000,5", "2100", "2200"),
        ("2.000,50", "2.100,00", "2.200,00"),
    ],
)
def test_amounts_with_decimals_are_offered_as_pay(client, me, written):
    rows = [{"herkomst": g, "loon": w, "mensen": 20} for g in ("A", "NL") for w in written]
    study = designed(
        me, kind="pay", purpose="employer", unit="medewerkers", route="anonymous-survey"
    )
    read = upload(client, study, table(rows), holds="aantallen")

    assert (
        '<option value="1"' in read.text.partition('name="ask_amount"')[2].partition("</select")[0]
    )


def test_words_are_not_offered_as_pay(client, me):
    words_too = ("14,25", "laag", "hoog")
    rows = [{"herkomst": g, "loon": w, "mensen": 20} for g in ("A", "NL") for w in words_too]
    study = designed(
        me, kind="pay", purpose="employer", unit="medewerkers", route="anonymous-survey"
    )
    read = upload(client, study, table(rows), holds="aantallen")

    assert 'name="ask_amount"' in read.text
    asked_for = read.text.partition('name="ask_amount"')[2].partition("</select")[0]
    assert '<option value="1"' not in asked_for
