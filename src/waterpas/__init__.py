"""waterpas: measure differences between groups, and say how certain they are.

The public names are loaded when they are first used, so that importing the package is light.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from waterpas.version import __version__

if TYPE_CHECKING:
    from waterpas import handbook
    from waterpas.disclosure import Released, release
    from waterpas.explain.results import picture, sentence
    from waterpas.measure.adjusted import adjusted
    from waterpas.measure.against import EVERYBODY, EVERYBODY_ELSE
    from waterpas.measure.agreement import agreement
    from waterpas.measure.area import area
    from waterpas.measure.barometer import barometer
    from waterpas.measure.chain import chain
    from waterpas.measure.change import change
    from waterpas.measure.deciders import deciders
    from waterpas.measure.duration import duration
    from waterpas.measure.groups import compare_groups
    from waterpas.measure.intersections import intersections
    from waterpas.measure.matrices import from_matrices
    from waterpas.measure.outcomes import compare_outcomes
    from waterpas.measure.pay import pay
    from waterpas.measure.planning import power
    from waterpas.measure.risk_profile import risk_profile
    from waterpas.results import Question, Reference
    from waterpas.tallies.build import tally
    from waterpas.tallies.neighbourhoods import read_neighbourhoods
    from waterpas.tallies.tally import Tally
    from waterpas.tallies.throwaway import with_throwaway_keys

_HOMES = {
    "EVERYBODY": "waterpas.measure.against",
    "EVERYBODY_ELSE": "waterpas.measure.against",
    "Question": "waterpas.results",
    "Reference": "waterpas.results",
    "Released": "waterpas.disclosure",
    "Tally": "waterpas.tallies.tally",
    "adjusted": "waterpas.measure.adjusted",
    "agreement": "waterpas.measure.agreement",
    "area": "waterpas.measure.area",
    "barometer": "waterpas.measure.barometer",
    "chain": "waterpas.measure.chain",
    "change": "waterpas.measure.change",
    "compare_groups": "waterpas.measure.groups",
    "compare_outcomes": "waterpas.measure.outcomes",
    "deciders": "waterpas.measure.deciders",
    "duration": "waterpas.measure.duration",
    "from_matrices": "waterpas.measure.matrices",
    "intersections": "waterpas.measure.intersections",
    "pay": "waterpas.measure.pay",
    "picture": "waterpas.explain.results",
    "power": "waterpas.measure.planning",
    "read_neighbourhoods": "waterpas.tallies.neighbourhoods",
    "release": "waterpas.disclosure",
    "risk_profile": "waterpas.measure.risk_profile",
    "sentence": "waterpas.explain.results",
    "tally": "waterpas.tallies.build",
    "with_throwaway_keys": "waterpas.tallies.throwaway",
}

__all__ = [
    "EVERYBODY",
    "EVERYBODY_ELSE",
    "Question",
    "Reference",
    "Released",
    "Tally",
    "__version__",
    "adjusted",
    "agreement",
    "area",
    "barometer",
    "chain",
    "change",
    "compare_groups",
    "compare_outcomes",
    "deciders",
    "duration",
    "from_matrices",
    "handbook",
    "intersections",
    "pay",
    "picture",
    "power",
    "read_neighbourhoods",
    "release",
    "risk_profile",
    "sentence",
    "tally",
    "with_throwaway_keys",
]


def __getattr__(name: str) -> object:
    if name == "handbook":
        return import_module("waterpas.handbook")
    if name not in _HOMES:
        raise AttributeError(f"module 'waterpas' has no attribute '{name}'")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return __all__
