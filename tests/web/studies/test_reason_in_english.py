"""A reason that is ours speaks the language of the page; one that somebody wrote stays as it is."""

from dataclasses import replace

import pytest

from tests.web.studies.factories import counted, designed
from tests.web.world import NOON, person
from waterpas.web.studies import counting, services
from waterpas.web.studies.selectors import opened, released_result

pytestmark = pytest.mark.django_db


def reasons(because, kind):
    """The reason in Dutch and in English, of a result compared in this way."""
    by = person("researcher")
    study = designed(by)
    stored, choice = counted(study, by)
    wanted = counting.settled(opened(stored), replace(choice, reference_kind=kind, because=because))
    run = services.measure_study(study=study, tally=stored, choice=wanted, by=by, now=NOON)
    return [released_result(run, lang).result.reference.reason for lang in ("nl", "en")]


def test_that_it_is_the_largest_group_is_said_in_english_too():
    nl, en = reasons("", "largest")

    assert nl == "het is de grootste groep. Het is geen norm."
    assert en == "it is the largest group. It is not a standard to live up to."


@pytest.mark.parametrize("kind", ["level", "largest"])
def test_what_somebody_wrote_is_not_translated(kind):
    assert reasons("de meeste mensen", kind) == ["de meeste mensen"] * 2
