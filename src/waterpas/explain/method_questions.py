"""The questions that methods answer, for who does not know the names of methods."""

from collections.abc import Iterable

from waterpas.explain.methods import METHODS, PLANS, method_of
from waterpas.texts import Language, mark, translate

# Two that a comparison and a chain answer; they are older than the methods.
OWN = {
    "audit": mark("Gebeurt het bij de ene groep vaker dan bij de andere?"),
    "chain": mark("Bij welke stap ontstaat het verschil?"),
}


def questions_of(names: Iterable[str], lang: Language) -> tuple[str, ...]:
    """The question of each of these methods that is there; a method that is not, says nothing."""
    known = {*OWN, *METHODS, *PLANS}
    found = [OWN.get(name) or _question(name) for name in names if name in known]
    return tuple(translate(question, lang) for question in found)


def _question(name: str) -> str:
    return method_of(name).question
