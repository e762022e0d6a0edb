"""Questions about the register. Reads only."""

from collections.abc import Mapping
from datetime import date

from django.db.models import Count, Q, QuerySet
from django.urls import reverse

from waterpas.web.references.urns import Reference, urn
from waterpas.web.register.models import Item, Role
from waterpas.web.register.related import examinations
from waterpas.web.register.rules import folded


def all_items() -> QuerySet[Item]:
    """Every item, also those taken out of the register, with its owner."""
    return Item.objects.select_related("owner__holder")


def items() -> QuerySet[Item]:
    """The items of the register, with their owners."""
    return all_items().filter(retired_at=None)


def retired_items() -> QuerySet[Item]:
    """The items that were taken out of the register."""
    return all_items().exclude(retired_at=None)


def count_by_role() -> dict[Role, int]:
    """How many items there are per role; also the roles without any."""
    counted = dict(items().order_by().values_list("role").annotate(Count("pk")))
    return {role: counted.get(role, 0) for role in Role}


def never_examined() -> QuerySet[Item]:
    """Items that nobody has ever examined, as far as the register and the studies know."""
    return items().filter(last_examined=None).exclude(pk__in=list(examinations()))


def without_owner() -> QuerySet[Item]:
    """Items that no function owns."""
    return items().filter(owner=None)


def with_vacant_owner() -> QuerySet[Item]:
    """Items whose owner is a function that nobody holds now."""
    return items().exclude(owner=None).exclude(owner__holder__is_active=True)


def last_examined(item: Item) -> date | None:
    """When an item was last examined: by what the register says, or by a later study."""
    return later(item, examinations())


def later(item: Item, examined: Mapping[int, date]) -> date | None:
    """The same as `last_examined`, when the studies were asked already: for many items."""
    days = [day for day in (item.last_examined, examined.get(item.pk)) if day]
    return max(days, default=None)


def searched(found: QuerySet[Item], text: str) -> QuerySet[Item]:
    """Those in which every word of the text occurs, in the name or what is told about it."""
    for word in text.split():
        found = found.filter(
            Q(title__icontains=word)
            | Q(description__icontains=word)
            | Q(carried_out_by__icontains=word)
            | Q(owner__title__icontains=word)
        )
    return found


def by_name() -> dict[str, list[Item]]:
    """Every item under its folded name; more than one when two have the same name."""
    found: dict[str, list[Item]] = {}
    for item in all_items():
        found.setdefault(folded(item.title), []).append(item)
    return found


def by_starter() -> dict[str, Item]:
    """The items of the starter list that were ever in the register, by their id in that list."""
    return {item.starter: item for item in all_items().exclude(starter="")}


def reference_of(key: str) -> Reference | None:
    """What `urn:waterpas:item:<key>` stands for."""
    item = Item.objects.filter(pk=int(key)).first() if _is_number(key) else None
    if item is None:
        return None
    return Reference(urn("item", item.pk), item.title, reverse("register:item", args=[item.pk]))


def _is_number(key: str) -> bool:
    return key.isascii() and key.isdigit() and len(key) < 19
