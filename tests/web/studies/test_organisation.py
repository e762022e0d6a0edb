"""Who decided is said in the language of the reader, whoever filled in the form."""

import pytest

from waterpas.web.studies.counting import question_of
from waterpas.web.studies.rules import MUNICIPALITY, Design


def organisation_of(text: str) -> dict[str, str]:
    design = Design(title="x", question="x", purpose="service", organisation=text)
    return dict(question_of(design).organisation)


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_the_municipality_is_said_in_both_languages_whoever_typed_it(lang):
    assert organisation_of(MUNICIPALITY[lang]) == MUNICIPALITY


def test_another_name_stays_as_it_was_typed():
    assert organisation_of("DUO") == {"nl": "DUO", "en": "DUO"}
