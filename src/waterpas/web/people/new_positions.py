"""A function that is not in the list yet, typed in the form in which it is needed."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, ClassVar

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from waterpas.web.people import services
from waterpas.web.people.models import Person, Position
from waterpas.web.people.permissions import Permission
from waterpas.web.people.selectors import positions


class NewPositionsMixin(forms.Form):
    """Beside each field with a function: a text field for one that is not there yet.

    `NEW` gives each such field the label of its text field. Only who may add functions gets them.
    What is typed goes before what is chosen; a name that is there already stands for that function.
    """

    NEW: ClassVar[Mapping[str, str | Promise]] = {}

    def __init__(self, *args: Any, by: Person | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        order = []
        for name in self.fields:
            order += [name, f"{name}_new"] if name in self.NEW else [name]
        for name in self.NEW:
            field: Any = self.fields[name]
            field.queryset = positions()
            if by and by.may(Permission.PEOPLE_CHANGE):
                self.fields[f"{name}_new"] = _new_field(self.NEW[name])
        self.order_fields(order)

    def clean(self) -> dict[str, Any]:
        values = dict(super().clean() or self.cleaned_data)
        typed: dict[str, Position] = {}
        for name in self.NEW:
            title = " ".join(values.pop(f"{name}_new", "").split())
            if title:
                values[name] = typed.setdefault(title.casefold(), _position(title))
        self.cleaned_data = values
        return values

    @property
    def asks_new(self) -> bool:
        """Whether the text fields must be in sight: one is filled in, or there is no function."""
        fields = [self[f"{name}_new"] for name in self.NEW if f"{name}_new" in self.fields]
        return any(field.value() for field in fields) or not Position.objects.exists()

    @property
    def new_fields(self) -> list[forms.BoundField]:
        """The text fields, for a page that shows them together."""
        return [self[f"{name}_new"] for name in self.NEW if f"{name}_new" in self.fields]


def with_positions(values: Mapping[str, Any], *, by: Person, now: datetime) -> dict[str, Any]:
    """The same values, with each function that was typed made. Call it inside a transaction."""
    made: dict[int, Position] = {}
    for value in values.values():
        if isinstance(value, Position) and value.pk is None and id(value) not in made:
            made[id(value)] = services.add_position(title=value.title, holder=None, by=by, now=now)
    return {name: made.get(id(value), value) for name, value in values.items()}


def _position(title: str) -> Position:
    return Position.objects.filter(title__iexact=title).first() or Position(title=title)


def _new_field(label: Any) -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=_("Staat zij niet in de lijst? Vul haar hier in, dan wordt zij toegevoegd."),
        max_length=160,
        required=False,
    )
