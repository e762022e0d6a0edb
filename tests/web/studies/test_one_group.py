"""A table in which nothing can be compared: the page says so, and what to do."""

import pytest
from django.urls import reverse

from tests.web.studies.factories import designed, token_of, upload
from tests.web.studies.test_flow import words
from tests.web.world import logged_in
from waterpas.errors import InputError
from waterpas.web.studies import transit

pytestmark = pytest.mark.django_db
ONE_COUNTED = b"groep;mensen;afgewezen\nNoord;200;40\n"
ONE_OF_PEOPLE = ("wijk;afgewezen\n" + "Noord;ja\nNoord;nee\n" * 20).encode()
TWO_COUNTED = b"groep;mensen;afgewezen\nNoord;200;40\nZuid;300;30\n"
TWO_OF_PEOPLE = ("wijk;afgewezen\n" + "Noord;ja\nZuid;nee\nNoord;nee\n" * 20).encode()


@pytest.fixture
def me(client):
    return logged_in(client, "researcher")


@pytest.mark.parametrize(
    ("content", "holds", "said"),
    [
        (ONE_COUNTED, "aantallen", "Met één groep is er niets te vergelijken."),
        (ONE_OF_PEOPLE, "rijen", "Deze tabel heeft er niet twee."),
    ],
)
def test_with_one_group_the_page_says_what_to_add_and_leads_back(client, me, content, holds, said):
    study = designed(me)
    page = upload(client, study, content, holds=holds)

    assert said in words(page)
    assert "Lees het dan opnieuw in." in words(page)
    assert "Laat het resultaat zien" not in words(page)
    back = client.post(reverse("studies:drop", args=[study.pk]), {"carried": token_of(page)})
    assert back.url == reverse("studies:table", args=[study.pk])
    with pytest.raises(InputError):
        transit.take(token_of(page))


@pytest.mark.parametrize(
    ("content", "holds"), [(TWO_COUNTED, "aantallen"), (TWO_OF_PEOPLE, "rijen")]
)
def test_with_two_groups_it_asks_what_to_compare(client, me, content, holds):
    page = upload(client, designed(me), content, holds=holds)

    assert "Laat het resultaat zien" in words(page)
    assert "Lees het dan opnieuw in." not in words(page)


def test_a_column_that_says_the_same_everywhere_is_named_as_no_choice(client, me):
    same = TWO_OF_PEOPLE.replace(b"\n", b";2024\n").replace(b"afgewezen;2024", b"afgewezen;jaar")
    said = words(upload(client, designed(me), same, holds="rijen"))

    assert said.count("Hier staat in elke rij hetzelfde. Deze kolom kunt u niet kiezen.") == 1


def test_of_a_table_of_counts_no_number_of_rows_is_told(client, me):
    page = upload(client, designed(me), TWO_COUNTED, holds="aantallen")

    assert "minder dan 10" not in words(page)
    assert "Noord, Zuid" in words(page)
    assert "Noord (40), Zuid (20)" in words(upload(client, designed(me), TWO_OF_PEOPLE))


WAITED = ("loket;dagen;afloop\n" + "Noord;8;besluit\nNoord;12;open\n" * 20).encode()
EARNED = ("contract;schaal;loon;weg\n" + "vast;6;3000;ja\nvast;7;3200;nee\n" * 20).encode()


def test_what_a_method_asks_for_itself_is_not_taken_for_groups(client, me):
    page = upload(client, designed(me, kind="duration"), WAITED, holds="rijen")

    assert "Deze vraag gebruikt zelf al: dagen, afloop." in words(page)
    assert "Laat het resultaat zien" not in words(page)


def test_where_one_group_is_left_no_other_column_takes_its_place_unasked(client, me):
    study = designed(me, kind="pay")
    page = upload(client, study, EARNED, holds="rijen")
    form = page.context["form"]

    assert "across" in [field.name for field in form.first()]
    assert form["across"].help_text.startswith("In kolom 'contract' staat maar één groep.")
    assert form["ask_scale"].value() == "1"
    assert not form["across"].value()
    sent = client.post(
        reverse("studies:read", args=[study.pk]),
        {"carried": token_of(page), "holds": "rijen", "across": "", "reference": "largest"},
    )
    assert sent.context["form"].errors["across"] == ["Kies de kolom met de groepen."]


def test_with_two_groups_they_are_chosen_beside_what_a_method_asks_for(client, me):
    two = WAITED.replace(b"Noord;12", b"Zuid;12")
    form = upload(client, designed(me, kind="duration"), two, holds="rijen").context["form"]

    assert form["across"].value() == "0"
    labels = [name for name, _found in form.fields["reference"].choices]
    assert "loket" in labels
    assert "afloop" not in labels
