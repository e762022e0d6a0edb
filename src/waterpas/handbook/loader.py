"""From the data files to typed items."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from waterpas.handbook.errors import ItemUnknown
from waterpas.handbook.model import (
    Check,
    Day,
    Document,
    Item,
    Pair,
    Passage,
    Quote,
    Register,
    Remark,
    Section,
    Source,
    Statement,
    Words,
)

Raw = Mapping[str, Any]
OURS = Source("waterpas", "Waterpas", Words("van ons", "ours"), ())
OWN_PLACE = Words("eigen onderdeel van de gemeente", "the municipality's own item")


def load(extra: Path | None = None) -> tuple[Item, ...]:
    """Give the items of the handbook, in reading order.

    Parameters
    ----------
    extra
        A YAML file with items of the municipality itself. They come after ours. They can only
        add: an id that we have already is refused.

    Raises
    ------
    ItemIdTaken
        An id in `extra` exists already.
    ExtraFileUnusable
        `extra` cannot be read, or does not follow the schema.
    """
    ours = _our_items()
    if extra is None:
        return ours
    from waterpas.handbook.extra import (
        read_extra,
    )  # jsonschema only when there is something to check

    return ours + tuple(build_item(raw) for raw in read_extra(extra, ours))


def changes_for(item_id: str, extra: Path | None = None) -> tuple[Item, ...]:
    """Give the items that can be a change for a pattern or a criterion, in the order we name them.

    Each of them has a title that can serve as the title of an action. What the handbook offers
    has origin `handreiking`, what we offer has `van-ons`; that they belong together is ours.

    Raises
    ------
    ItemUnknown
        There is no item with this id.
    """
    items = {item.id: item for item in load(extra)}
    if item_id not in items:
        raise ItemUnknown(item=item_id)
    return tuple(items[one] for one in items[item_id].changes)


@cache
def register() -> Register:
    """Give every statement of the source, in the order of the source."""
    from waterpas.handbook.files import read_data

    raw = read_data("source.yaml")
    sections = [(_section(part), part["statements"]) for part in raw["sections"]]
    return Register(
        document=Document(**raw["document"] | {"terms": Words(**raw["document"]["terms"])}),
        sections=tuple(section for section, _ in sections),
        statements=tuple(
            _statement(one, section) for section, statements in sections for one in statements
        ),
    )


@cache
def _our_items() -> tuple[Item, ...]:
    from waterpas.handbook.files import ITEM_FILES, read_data

    return tuple(build_item(raw) for name in ITEM_FILES for raw in read_data(name)["items"])


@cache
def _statements() -> dict[str, Statement]:
    return {statement.id: statement for statement in register().statements}


def _section(raw: Raw) -> Section:
    return Section(id=raw["id"], title=Words(**raw["title"]), step=raw.get("step"))


def _statement(raw: Raw, section: Section) -> Statement:
    return Statement(
        id=raw["id"],
        section=section,
        locate=raw["locate"],
        about=raw["about"],
        reports_research=raw.get("reports_research", False),
    )


def build_item(raw: Raw) -> Item:
    """Make one item of what stands in a file that follows the schema."""
    parts = {
        "source": _source(raw),
        "title": Words(**raw["title"]),
        "role": tuple(raw["role"]),
        "see": tuple(raw.get("see", ())),
        "changes": tuple(raw.get("changes", ())),
        "yes_means": raw.get("yes_means") or _yes_means(raw),
        "quote": _maybe(Quote, raw.get("quote")),
        "condition": _maybe(Words, raw.get("condition")),
        "footnote": _maybe(Words, raw.get("footnote")),
        "question": _maybe(Remark, raw.get("question")),
        "prompts": _maybe(Remark, raw.get("prompts")),
        "evidence": _maybe(Remark, raw.get("evidence")),
        "pairs": tuple(Pair(**pair) for pair in raw.get("pairs", ())),
        "checks": tuple(_check(check) for check in raw.get("checks", ())),
        "dates": tuple(Day(**day) for day in raw.get("dates", ())),
    }
    plain = {key: value for key, value in raw.items() if key not in {*parts, "source_note"}}
    return Item(**plain, **parts)


def _yes_means(raw: Raw) -> str | None:
    """What a yes says where a municipality did not say it: a do-not criterion asks for the harm."""
    return {"do": "meets", "do-not": "breaches"}.get(raw.get("direction", ""))


def _maybe(kind: type[Any], raw: Raw | None) -> Any:
    return None if raw is None else kind(**raw)


def _check(raw: Raw) -> Check:
    return Check(**{**raw, "refers_to": tuple(raw.get("refers_to", ()))})


def _source(raw: Raw) -> Source:
    if raw["origin"] == "van-ons":
        return OURS
    if raw["origin"] == "gemeente":
        return Source("gemeente", raw.get("source_note", ""), OWN_PLACE, ())
    document = register().document
    sections = dict.fromkeys(_statements()[one].section for one in raw["source"])
    place = Words(
        nl="; ".join(section.title.nl for section in sections),
        en="; ".join(section.title.en for section in sections),
    )
    passages = tuple(_passage(_statements()[one]) for one in raw["source"])
    return Source(document.id, document.citation, place, tuple(raw["source"]), passages)


def _passage(statement: Statement) -> Passage:
    return Passage(statement.id, statement.locate, statement.about)
