"""Pay and waiting of rounded counts: the page refuses, and says the true reason."""

import pytest
from django.urls import reverse

from tests.web.studies.factories import designed, token_of, upload
from tests.web.studies.test_flow import words
from tests.web.studies.test_pay_on_screen import table
from tests.web.world import logged_in

pytestmark = pytest.mark.django_db
SMALL = "In de tabel zit een klein deel"


@pytest.fixture
def me(client):
    return logged_in(client, "researcher")


def page_of(client, me, kind, rows, **chosen):
    study = designed(me, kind=kind, purpose="employer", unit="medewerkers")
    read = upload(client, study, table(rows), holds="aantallen")
    data = {"carried": token_of(read), "holds": "aantallen", "sheet": "", "because": ""}
    data |= {"across": "0", "reference": "0:1", "level": "0.95", **chosen}
    return client.post(reverse("studies:read", args=[study.pk]), data, follow=True)


def paid(rounded_to):
    rows = [
        {"herkomst": group, "loon": loon, "mensen": n}
        for group, counts in (("A", (5, 30, 25)), ("NL", (50, 100, 50)))
        for loon, n in zip(("2500", "2700", "3000"), counts, strict=True)
    ]
    return rows, {
        "count": "2",
        "rounded_to": rounded_to,
        "ask_amount": "1",
        "ask_measure": "amount",
    }


def waited(rounded_to):
    rows = [
        {"herkomst": group, "dagen": days, "mensen": n}
        for group, counts in (("A", (5, 30, 25)), ("NL", (50, 100, 50)))
        for days, n in zip((7, 14, 28), counts, strict=True)
    ]
    return rows, {"count": "2", "rounded_to": rounded_to, "ask_days": "1"}


@pytest.mark.parametrize(("kind", "made"), [("pay", paid), ("duration", waited)])
def test_of_rounded_counts_the_page_says_that_they_are_rounded(client, me, kind, made):
    rows, chosen = made("5")
    said = words(page_of(client, me, kind, rows, **chosen))

    assert "de aantallen zijn afgerond" in said
    assert SMALL not in said
    assert "te weinig mensen" not in said


@pytest.mark.parametrize(("kind", "made"), [("pay", paid), ("duration", waited)])
def test_of_the_same_counts_without_rounding_there_is_another_reason(client, me, kind, made):
    rows, chosen = made("")
    said = words(page_of(client, me, kind, rows, **chosen))

    assert "de aantallen zijn afgerond" not in said
    assert SMALL in said
