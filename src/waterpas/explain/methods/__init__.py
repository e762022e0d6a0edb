"""Every method, found by its name and loaded when it is asked for."""

from importlib import import_module

from waterpas.explain.methods.model import Ask, Method

__all__ = ["METHODS", "PLANS", "Ask", "Method", "method_of"]

# In the order in which the platform offers the questions.
METHODS: dict[str, str] = {
    "adjusted": "waterpas.explain.methods.adjusted",
    "intersections": "waterpas.explain.methods.intersections",
    "deciders": "waterpas.explain.methods.deciders",
    "agreement": "waterpas.explain.methods.agreement",
    "risk_profile": "waterpas.explain.methods.risk_profile",
    "duration": "waterpas.explain.methods.duration",
    "change": "waterpas.explain.methods.change",
    "pay": "waterpas.explain.methods.pay",
    "area": "waterpas.explain.methods.area",
    "barometer": "waterpas.explain.methods.barometer",
}


# What comes before a study: it starts from numbers that somebody types, never from a table.
PLANS: dict[str, str] = {"power": "waterpas.explain.methods.power"}


def method_of(name: str) -> Method:
    """The method of this name; KeyError: there is none."""
    found: Method = import_module((METHODS | PLANS)[name]).METHOD
    return found
