"""Words for which there is a plainer one, and names of groups that ask for another word."""

from functools import cache
from typing import Any

from waterpas.reading.lexicon.literals import Automaton
from waterpas.reading.lexicon.loader import read


@cache
def alternatives() -> dict[str, dict[str, Any]]:
    """Give per word or phrase what to write instead, or the advice."""
    data = read("plain.yaml")
    found: dict[str, dict[str, Any]] = {
        word: {"rather": rather} for word, rather in data["plainer"].items()
    }
    for name in data["names_of_groups"]:
        found |= {word: {"advice": name["advice"]} for word in name["words"]}
    return found


@cache
def automaton() -> Automaton:
    """Give what finds them."""
    return Automaton(alternatives())
