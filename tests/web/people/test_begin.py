"""Beginning with an empty platform."""

import pytest
from django.urls import reverse

from tests.web.world import begun
from waterpas.web.audit_trail.models import Event
from waterpas.web.people.models import Organisation, Person
from waterpas.web.people.start_code import keep_start_code

pytestmark = pytest.mark.django_db
ANSWERS = {
    "name": "Waterstad",
    "size": "20000-50000",
    "coordinator_name": "C. Jansen",
    "coordinator_email": "C.Jansen@waterstad.example",
    "password": "een zin die niemand raadt",
    "example_beside": "nee",
}


@pytest.fixture(autouse=True)
def data(settings, tmp_path):
    settings.DATA = tmp_path


def test_every_address_leads_to_the_beginning(client):
    for path in ("/", "/mensen/", "/bestaat-niet/", "/aanmelden/"):
        assert client.get(path).url == reverse("people:begin")


def test_four_answers_make_a_municipality_with_a_coordinator_who_is_logged_in(client):
    response = client.post(reverse("people:begin"), ANSWERS | {"code": keep_start_code()})

    assert response.url == "/"
    assert Organisation.objects.get().name == "Waterstad"
    assert Person.objects.get().role_codes == ("coordinator",)
    assert Event.objects.get().type == "organisation.started"
    assert client.get("/").status_code == 200


def test_a_wrong_start_code_is_refused_and_nothing_typed_is_lost(client):
    keep_start_code()

    response = client.post(reverse("people:begin"), ANSWERS | {"code": "fout"})

    assert response.status_code == 422
    assert "Waterstad" in response.text
    assert not Person.objects.exists()


def test_without_a_start_code_on_the_server_nobody_can_begin(client):
    response = client.post(reverse("people:begin"), ANSWERS | {"code": ""})

    assert response.status_code == 422


def test_a_password_that_is_too_short_is_refused(client):
    answers = ANSWERS | {"code": keep_start_code(), "password": "kort"}

    response = client.post(reverse("people:begin"), answers)

    assert response.status_code == 422
    assert "12" in response.text


def test_is_done_once(client):
    begun()

    assert client.get(reverse("people:begin")).url == "/"


def test_the_code_is_in_the_link_and_readable_by_its_owner_only(client, settings):
    code = keep_start_code()

    assert code in client.get(reverse("people:begin"), {"code": code}).text
    assert (settings.DATA / "start-code").stat().st_mode & 0o777 == 0o600


def test_a_password_that_is_too_short_is_refused_in_dutch(client):
    answers = ANSWERS | {"code": keep_start_code(), "password": "kort"}

    assert (
        "Kies er een van minstens 12 tekens" in client.post(reverse("people:begin"), answers).text
    )
