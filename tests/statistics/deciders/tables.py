"""Tallies of deciders for the tests, drawn from a stored seed or written by hand."""

import numpy as np

from waterpas.measure.deciders import deciders
from waterpas.tallies.build import tally

GROUPS = {"Nederland": 0.0, "Buiten Europa": 0.4}


def drawn(*, count=30, each=80, sd=0.6, middle=-1.4, seed=1, given=(), name="beslisser"):
    """A tally over herkomst, decider and the columns given (two levels each)."""
    rng = np.random.default_rng(seed)
    rows = []
    for at in range(count):
        own = rng.normal(0, sd)
        for group, effect in GROUPS.items():
            for level in ("A", "B") if given else ("",):
                n = each // (4 if given else 2)
                cases = rng.binomial(n, 1 / (1 + np.exp(-(middle + own + effect))))
                row = {"herkomst": group, name: f"Beslisser {at}", "n": n, "ja": int(cases)}
                rows.append(row | dict.fromkeys(given, level))
    return counted(rows, given=given, name=name)


def counted(rows, *, given=(), name="beslisser", **options):
    return tally(rows, by=["herkomst", name, *given], outcome="ja", count="n", **options)


def by_hand(pairs, *, group="Nederland"):
    """One group; per decider (cases, people)."""
    return [
        {"herkomst": group, "beslisser": f"b{at}", "n": n, "ja": x}
        for at, (x, n) in enumerate(pairs)
    ]


def measured(counts, **options):
    call = {"across": "herkomst", "reference": "Nederland", "decider": "beslisser"} | options
    return deciders(counts, **call)


def code(result):
    return result.answers[0].code


def notes(result):
    return {note.code: dict(note.fields) for note in result.notes}
