"""Every method, found by its name and loaded when it is asked for."""

from importlib import import_module

from waterpas.explain.methods.model import Ask, Method

__all__ = ["METHODS", "Ask", "Method", "method_of"]

# In the order in which the platform offers the questions.
METHODS: dict[str, str] = {
    "adjusted": "waterpas.explain.methods.adjusted",
    "intersections": "waterpas.explain.methods.intersections",
    "deciders": "waterpas.explain.methods.deciders",
    "risk_profile": "waterpas.explain.methods.risk_profile",
    "change": "waterpas.explain.methods.change",
    "area": "waterpas.explain.methods.area",
}


def method_of(name: str) -> Method:
    """The method of this name; KeyError: there is none."""
    found: Method = import_module(METHODS[name]).METHOD
    return found
