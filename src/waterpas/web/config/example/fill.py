"""Fill an empty database with Voorbeeldstad; what is there already is left alone."""

from datetime import datetime

from django.db import transaction

from waterpas.web.config.example.people import add_people
from waterpas.web.people.selectors import organisation
from waterpas.web.studies.example_studies import store_example
from waterpas.web.studies.examples import EXAMPLES


@transaction.atomic
def fill(now: datetime) -> None:
    """Make Voorbeeldstad, once."""
    if organisation():
        return
    coordinator = add_people(now)
    for example in EXAMPLES:
        store_example(example=example, by=coordinator, now=now)
