"""The numbers of a plan as people type them. They stand in the address, and say nobody's name."""

from collections.abc import Callable, Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from waterpas.explain.numbers import localised, whole
from waterpas.measure.plans.asked import DESIGNS
from waterpas.measure.plans.solving import MOST_PEOPLE
from waterpas.web.studies.plans.asked import NEED, Planned, asked_by
from waterpas.web.studies.plans.numbers import Asking
from waterpas.web.ui.languages import language_of_page

MISSING = _("Vul een getal in.")
NO_NUMBER = _("Vul een getal in, zoals 700 of 12,5.")
MOST_NUMBERS = 30


class NumberField(forms.CharField):
    """A number with a Dutch comma and point; its value is what the measuring side takes."""

    def __init__(self, *, lowest: float, highest: float, scale: float = 1, **more: Any) -> None:
        super().__init__(
            max_length=20,
            widget=forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"}),
            error_messages={"required": MISSING},
            **more,
        )
        self.lowest, self.highest, self.scale = lowest, highest, scale

    def clean(self, value: Any) -> float | None:
        text = super().clean(value)
        return self.number(text) * self.scale if text else None

    def number(self, text: str) -> float:
        """The number that is written here, between its bounds."""
        found = written_number(text)
        if not self.lowest <= found <= self.highest:
            raise ValidationError(
                _("Vul een getal in van %(lowest)s tot en met %(highest)s."),
                params={"lowest": _shown(self.lowest), "highest": _shown(self.highest)},
            )
        return found


class WholeField(NumberField):
    """The same without anything behind the comma."""

    def clean(self, value: Any) -> int | None:
        found = super().clean(value)
        if found is not None and found != int(found):
            raise ValidationError(_("Vul een heel getal in."))
        return None if found is None else int(found)


class NumbersField(forms.CharField):
    """Some numbers with a space between them."""

    def __init__(self, *, of: NumberField, **more: Any) -> None:
        super().__init__(
            max_length=200,
            widget=forms.TextInput(attrs={"autocomplete": "off"}),
            error_messages={"required": _("Vul getallen in, met een spatie ertussen.")},
            **more,
        )
        self.of = of

    def clean(self, value: Any) -> tuple[float, ...]:
        words = super().clean(value).replace(";", " ").split()
        if len(words) > MOST_NUMBERS:
            raise ValidationError(_("Dit zijn te veel getallen."))
        return tuple(each for word in words if (each := self.of.clean(word)) is not None)


def written_number(text: str) -> float:
    """A number as it is typed: 1.500 and 12,5 as the Dutch write, and 0.5; refused: words, NaN."""
    plain = text.strip().removesuffix("%").removeprefix("€").replace(" ", "")
    whole, comma, rest = plain.partition(",")
    if comma:
        plain = f"{whole.replace('.', '')}.{rest}"
    elif len(parts := plain.split(".")) > 1 and all(len(each) == 3 for each in parts[1:]):
        plain = "".join(parts)
    if not plain.isascii() or not plain.replace(".", "", 1).removeprefix("-").isdecimal():
        raise ValidationError(NO_NUMBER)
    return float(plain)


def _shown(value: float) -> str:
    lang = language_of_page()
    return whole(value, lang) if value == int(value) else localised(f"{value:g}", lang)


def _field(asking: Asking) -> forms.Field:
    said = {
        "label": asking.label,
        "help_text": asking.help,
        "initial": asking.initial,
        "required": asking.required,
    }
    if asking.kind == "choice":
        return forms.ChoiceField(choices=asking.choices, widget=forms.RadioSelect, **said)
    if asking.kind in {"percents", "wholes"}:
        lowest, highest = BOUNDS.get(asking.name, PART)
        one = NumberField(lowest=lowest, highest=highest, scale=0.01)
        return NumbersField(
            of=WholeField(lowest=2, highest=100) if asking.kind == "wholes" else one, **said
        )
    return NUMBERS[asking.kind](asking, said)


def _percent(asking: Asking, said: dict[str, Any]) -> forms.Field:
    lowest, highest = BOUNDS.get(asking.name, PART)
    return NumberField(lowest=lowest, highest=highest, scale=0.01, **said)


# Between what a percentage of this name lies; others are a part that is not nothing or everything.
PART = (0.01, 99.99)
BOUNDS: Mapping[str, tuple[float, float]] = {
    "rate": (0, 100),
    "gap": (-99, 99),
    "decided": (1, 100),
    "power": (50, 99),
    "group_parts": (0, 100),
    "reference_parts": (0, 100),
}
WHOLES = {"questions": (1, 4), "groups": (2, 100), "deciders": (2, 10_000), "depth": (1, 6)}
NUMBERS: Mapping[str, Callable[[Asking, dict[str, Any]], forms.Field]] = {
    "people": lambda _asking, said: WholeField(lowest=1, highest=MOST_PEOPLE, **said),
    "whole": lambda asking, said: WholeField(
        lowest=WHOLES.get(asking.name, (1, 200))[0],
        highest=WHOLES.get(asking.name, (1, 200))[1],
        **said,
    ),
    "euro": lambda _asking, said: NumberField(lowest=1, highest=1_000_000, **said),
    "days": lambda _asking, said: NumberField(lowest=0.5, highest=10_000, **said),
    "percent": _percent,
}


class PlanForm(forms.Form):
    """The numbers of one plan. What a link does not say has its default."""

    ask = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, plan: Planned, way: str, said: Mapping[str, str]) -> None:
        self.first_asked, self.later_asked = asked_by(plan, way)
        every = (*self.first_asked, *self.later_asked)
        start = {each.name: each.initial for each in every} | {"ask": way}
        is_asked = (plan.difference if way == NEED else plan.people).name in said
        given = {name: said[name] for name in start if name in said}
        super().__init__(start | given | {"ask": way} if is_asked else None, initial=start | given)
        for each in every:
            self.fields[each.name] = _field(each)

    def clean(self) -> dict[str, Any]:
        """Parts of a whole are together everybody."""
        found = super().clean() or {}
        for name in ("group_parts", "reference_parts"):
            parts = found.get(name)
            if parts and not 0.98 <= sum(parts) <= 1.02:
                self.add_error(name, _("Samen is dit geen 100. Iedereen hoort ergens bij."))
        both = [found[name] for name in ("group_parts", "reference_parts") if name in found]
        if len({len(each) for each in both}) > 1:
            self.add_error(None, _("Geef voor beide groepen evenveel getallen."))
        return found

    @property
    def first(self) -> list[forms.BoundField]:
        """What is asked first."""
        return [self["ask"], *(self[each.name] for each in self.first_asked)]

    @property
    def more(self) -> list[forms.BoundField]:
        """What stands under "meer instellingen"."""
        return [self[each.name] for each in self.later_asked]

    @property
    def open_more(self) -> bool:
        """Whether something is wrong there."""
        return any(self.errors.get(each.name) for each in self.later_asked)

    def said(self) -> list[tuple[str, str]]:
        """What was filled in, with what was asked: for who keeps the plan."""
        asked = [field for field in (*self.first, *self.more) if not field.is_hidden]
        return [(str(field.label), self._typed(field)) for field in asked if field.data]

    def _typed(self, field: forms.BoundField) -> str:
        choices = getattr(field.field, "choices", ())
        return str(dict(choices).get(field.data, field.data))

    def numbers(self, design: str) -> dict[str, Any]:
        """What the measuring side takes."""
        names = {"people", "difference", "power", *DESIGNS[design]}
        found = {name: value for name, value in self.cleaned_data.items() if name in names}
        return {name: value for name, value in found.items() if value not in (None, "")}
