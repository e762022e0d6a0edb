"""Fill an empty database with Voorbeeldstad; what is there already is left alone."""

from datetime import datetime

from django.db import transaction

from waterpas.web.config.example import (
    actions,
    findings,
    people,
    register,
    scan_documents,
    scan_maps,
    scan_talks,
    scans,
    studies,
)
from waterpas.web.config.example.timeline import Moment, World, play
from waterpas.web.people.selectors import organisation
from waterpas.web.studies.example_studies import store_example
from waterpas.web.studies.examples import EXAMPLES

DUO_STORED = 292


@transaction.atomic
def fill(now: datetime) -> None:
    """Make Voorbeeldstad, once: ten months of work that ended a few weeks before `now`."""
    if organisation():
        return
    world = World(now)
    play(
        [
            *people.moments(),
            *register.moments(),
            *findings.moments(),
            *actions.moments(),
            *scans.moments(),
            *scan_maps.moments(),
            *scan_documents.moments(),
            *scan_talks.moments(),
            *studies.moments(),
            Moment(DUO_STORED, _store_examples),
        ],
        world=world,
    )


def _store_examples(world: World, at: datetime) -> None:
    for example in EXAMPLES:
        store_example(example=example, by=world.people["coordinator"], now=at)
