"""What the register says about the ten steps, and what waits for somebody."""

from collections.abc import Iterable, Iterator
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from waterpas import handbook
from waterpas.web.people.permissions import Permission
from waterpas.web.references.checks import Saying, Task, register_check, register_tasks
from waterpas.web.register import selectors
from waterpas.web.register.listing import count_in_register, never_in_words
from waterpas.web.register.models import Item, Role
from waterpas.web.register.related import examinations
from waterpas.web.register.starters import starters
from waterpas.web.ui.languages import language_of_page

FIRST, MISSING, REST, ROLE, NEXT = 100, 80, 25, 15, 10
EXAMINING = (Permission.STUDY_CHANGE, Permission.FINDING_CHANGE)
AS_EMPLOYER = (Role.EMPLOYER,)
FOR_RESIDENTS = (Role.POLICY_MAKER, Role.SERVICE_PROVIDER)


def check() -> Iterator[Saying]:
    """Steps 1, 6, 7 and 8, out of the register."""
    examined, items = examinations(), list(selectors.items())
    yield from _register(items)
    yield from _processes(items, examined)
    yield from _services(items, examined)
    yield from _owners(items)


def _register(items: list[Item]) -> Iterator[Saying]:
    if not items:
        yield _tick(1, _("Het register is nog leeg."), FIRST, is_empty=True)
        return
    for role, count in selectors.count_by_role().items():
        if not count:
            sentence = _("De rol %(role)s ontbreekt in het register.") % {"role": role.label}
            yield _tick(1, sentence, ROLE, role=role)
    never = selectors.never_examined().exists()
    yield Saying(
        step=1,
        text=f"{count_in_register(len(items))} {never_in_words()}",
        next_label=_("Onderwerp kiezen") if never else "",
        next_url=_listed(toon="nooit-onderzocht") if never else "",
        needs=EXAMINING,
        minutes=5,
        weight=NEXT,
    )


def _processes(items: list[Item], examined: dict[int, date]) -> Iterator[Saying]:
    """The four questions of step 6: is their process in the register, and was it examined."""
    questions = {item.id: item for item in handbook.load() if item.kind == "process-question"}
    process = {starter.id: starter.process for starter in starters() if starter.process}
    there: dict[str, bool] = {}
    for item in items:
        if question := process.get(item.starter):
            was = selectors.later(item, examined) is not None
            there[question] = there.get(question, False) or was
    names = {
        key: question.title.text(language_of_page()).lower() for key, question in questions.items()
    }
    missing = [name for key, name in names.items() if key not in there]
    never = [name for key, name in names.items() if there.get(key) is False]
    done = [name for key, name in names.items() if there.get(key)]
    if missing:
        sentence = _("Uit de startlijst is nog niets aangevinkt over: %(names)s.")
        weight = REST if there else MISSING
        text = sentence % {"names": _row(missing)}
        yield _tick(6, text, weight, role=Role.EMPLOYER, is_empty=not done)
    if never:
        yield Saying(
            step=6,
            text=_("Nog nooit onderzocht: %(names)s.") % {"names": _row(never)},
            next_label=_("Proces kiezen"),
            next_url=_listed(rol=Role.EMPLOYER.value, toon="nooit-onderzocht"),
            needs=EXAMINING,
            minutes=5,
            is_empty=not done,
            weight=NEXT,
        )
    if done:
        yield Saying(step=6, text=_("Onderzocht: %(names)s.") % {"names": _row(done)})


def _services(items: list[Item], examined: dict[int, date]) -> Iterator[Saying]:
    mine = [item for item in items if item.role in FOR_RESIDENTS]
    if not mine:
        sentence = _("Beleid en dienstverlening staan nog niet in het register.")
        yield _tick(7, sentence, MISSING, role=Role.POLICY_MAKER, is_empty=True)
        return
    done = sum(selectors.later(item, examined) is not None for item in mine)
    sentence = ngettext(
        "Van de %(total)s onderwerpen in beleid en dienstverlening is er %(count)s onderzocht.",
        "Van de %(total)s onderwerpen in beleid en dienstverlening zijn er %(count)s onderzocht.",
        done,
    )
    if not done:
        sentence = ngettext(
            "Het onderwerp in beleid en dienstverlening is nog niet onderzocht.",
            "Van de %(total)s onderwerpen in beleid en dienstverlening is er nog geen onderzocht.",
            len(mine),
        )
    elif len(mine) == 1:
        sentence = _("Het onderwerp in beleid en dienstverlening is onderzocht.")
    is_open = done < len(mine)
    yield Saying(
        step=7,
        text=sentence % {"total": len(mine), "count": done},
        next_label=_("Onderwerp kiezen") if is_open else "",
        next_url=_listed(toon="nooit-onderzocht") if is_open else "",
        needs=EXAMINING,
        minutes=5,
        is_empty=not done,
        weight=NEXT,
    )


def _owners(items: list[Item]) -> Iterator[Saying]:
    """Step 8: whether there is somebody to give account, per item."""
    bare = sum(item.owner is None for item in items)
    if bare:
        sentence = ngettext(
            "Bij %(count)s onderwerp staat nog niet wie ervoor verantwoordelijk is.",
            "Bij %(count)s onderwerpen staat nog niet wie ervoor verantwoordelijk is.",
            bare,
        )
        yield Saying(
            step=8,
            text=sentence % {"count": bare},
            is_gap=True,
            next_label=_("Eigenaar kiezen"),
            next_url=_listed(toon="zonder-eigenaar"),
            needs=(Permission.REGISTER_CHANGE,),
            minutes=5,
            weight=REST,
        )


def _tick(
    step: int, sentence: str, weight: int, *, role: Role | None = None, is_empty: bool = False
) -> Saying:
    """A gap that is closed by ticking."""
    return Saying(
        step=step,
        text=sentence,
        is_gap=True,
        next_label=_("Onderwerpen aanvinken"),
        next_url=reverse("register:starter") + (f"#{role.value}" if role else ""),
        needs=(Permission.REGISTER_CHANGE,),
        minutes=10,
        is_empty=is_empty,
        weight=weight,
    )


def _listed(**asked: str) -> str:
    return reverse("register:list", query=asked)


def _row(names: list[str]) -> str:
    return ", ".join(names)


def tasks() -> Iterable[Task]:
    """Functions that own items while nobody holds them: one task per function."""
    waiting: dict[int, list[Item]] = {}
    for item in selectors.with_vacant_owner():
        waiting.setdefault(item.owner_id or 0, []).append(item)
    for items in waiting.values():
        sentence = ngettext(
            "Niemand heeft de functie %(position)s. Zij is eigenaar van %(count)s onderwerp.",
            "Niemand heeft de functie %(position)s. Zij is eigenaar van %(count)s onderwerpen.",
            len(items),
        )
        yield Task(
            text=sentence % {"position": items[0].owner, "count": len(items)},
            url=_listed(toon="functie-leeg"),
            person=None,
            needs=(Permission.PEOPLE_CHANGE,),
        )


register_check("register", check)
register_tasks("register", tasks)
