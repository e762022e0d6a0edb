"""What a link brings along for a new finding: from a study, an item or a page of the handbook."""

from dataclasses import dataclass

from django.http import QueryDict

from waterpas.web.findings.models import Evidence
from waterpas.web.findings.points import points
from waterpas.web.findings.rules import personal_in
from waterpas.web.findings.selectors import choosable_items
from waterpas.web.references.urns import PREFIX, resolve

LONGEST = 2000
TEXTS = ("title", "for_whom", "text")
RESULTS = tuple(
    f"{PREFIX}:{kind}:" for kind in ("study", "run", "answer", "decisionpoint", "combination")
)


@dataclass(frozen=True, slots=True)
class FromLink:
    """The first content of a form, and whether a part of the link could not be used."""

    initial: dict[str, object]
    left_out: bool


def from_link(query: QueryDict) -> FromLink:
    """Read `study`, `title`, `for_whom`, `text`, `item` and `point` (more than once) of a link.

    What is not usable is left out: a study that is not there, a text with details of one human
    being, an item that left the register.
    """
    offered = [name for name in (*TEXTS, "study", "item", "point") if query.get(name)]
    usable = {name: found for name in offered if (found := _usable(name, query))}
    initial = {field: value for found in usable.values() for field, value in found.items()}
    return FromLink(initial, left_out=len(usable) < len(offered))


def _usable(name: str, query: QueryDict) -> dict[str, object]:
    text = str(query.get(name, "")).strip()
    if name == "study":
        return _result(text)
    if name == "item":
        return _item(text)
    if name == "point":
        known = [one for one in query.getlist(name) if one in points()]
        return {"points": known} if known else {}
    is_usable = len(text) <= LONGEST and "\x00" not in text and personal_in(text) is None
    return {name: text} if is_usable else {}


def _result(urn: str) -> dict[str, object]:
    """A study, one of its results, or a part of a policy scan; with what it says."""
    found = resolve(urn) if urn.startswith(RESULTS) else None
    if found is None:
        return {}
    about: dict[str, object] = {"urn": urn, "source": found.title[:300]}
    brought = {
        name: text
        for name, text in found.brings.items()
        if name in TEXTS and len(text) <= LONGEST and personal_in(text) is None
    }
    kind = found.brings.get("kind", Evidence.Kind.FIGURE)
    return about | {"kind": kind} | brought | _item(found.brings.get("item", ""))


def _item(key: str) -> dict[str, object]:
    there = key.isdecimal() and choosable_items().filter(pk=key).exists()
    return {"item": key} if there else {}
