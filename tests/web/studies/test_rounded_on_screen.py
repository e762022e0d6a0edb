"""Pay of rounded counts: what rounding alone leaves is said, and small cells are not."""

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


def paid(rounded_to, *, small=()):
    """Fifteen amounts, of which A has the lower ones; `small`: other numbers of A at the first."""
    places = range(15)
    counts = [("A", [*small, *(60 - 2 * at for at in places[len(small) :])])]
    counts.append(("NL", [60 + 10 * at for at in places]))
    rows = [
        {"herkomst": group, "loon": 2500 + 50 * at, "mensen": n // 5 * 5}
        for group, numbers in counts
        for at, n in enumerate(numbers)
    ]
    return rows, {
        "count": "2",
        "rounded_to": rounded_to,
        "ask_amount": "1",
        "ask_measure": "amount",
    }


def test_pay_of_rounded_counts_says_what_rounding_alone_leaves(client, me):
    rows, chosen = paid("5")
    said = words(page_of(client, me, "pay", rows, **chosen))

    assert "met herkomst A minder dan medewerkers met herkomst Nederland" in said
    assert "Alleen al door afronden of verbergen kan het tussen €" in said
    assert "De aantallen zijn door de bron afgerond op 5." in said
    assert SMALL not in said


def test_pay_of_rounded_counts_with_a_small_cell_is_said_in_words(client, me):
    rows, chosen = paid("5", small=(10, 5))
    said = words(page_of(client, me, "pay", rows, **chosen))

    assert "met herkomst A minder dan medewerkers met herkomst Nederland" in said
    assert "Het verschil is €" not in said
    assert SMALL in said


def test_pay_of_the_same_counts_without_rounding_has_no_such_bounds(client, me):
    rows, chosen = paid("")
    said = words(page_of(client, me, "pay", rows, **chosen))

    assert "Het verschil is €" in said
    assert "Alleen al door afronden" not in said
