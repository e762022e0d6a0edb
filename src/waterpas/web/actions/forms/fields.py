"""Fields for amounts, hours, functions and days."""

from decimal import Decimal
from typing import Any

from django import forms
from django.utils.functional import lazystr
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from waterpas.web.actions import rules, words
from waterpas.web.actions.errors import EuroOutOfRange, FteOutOfRange
from waterpas.web.people.models import Position


class EuroField(forms.Field):
    """Whole euros, typed as people type them: 12500, 12.500 or € 12.500,-."""

    widget = forms.TextInput(attrs={"inputmode": "numeric", "maxlength": 24})
    default_error_messages = {
        "invalid": _("Vul hele euro's in, bijvoorbeeld 12500. Geen geld nodig? Vul dan 0 in."),
        "range": lazystr(words.REFUSALS[EuroOutOfRange]),
    }

    def to_python(self, value: Any) -> int | None:
        if value in self.empty_values:
            return None
        try:
            euro = rules.read_euro(str(value))
        except ValueError:
            raise forms.ValidationError(self.error_messages["invalid"], "invalid") from None
        if not rules.is_sane_euro(euro):
            raise forms.ValidationError(self.error_messages["range"], "range")
        return euro


class FteField(forms.Field):
    """A number of fte with a comma or a point."""

    widget = forms.TextInput(attrs={"inputmode": "decimal", "maxlength": 12})
    default_error_messages = {
        "invalid": _("Vul een getal in met hooguit twee cijfers achter de komma: 0,5 of 1,25."),
        "range": lazystr(words.REFUSALS[FteOutOfRange]),
    }

    def prepare_value(self, value: Any) -> Any:
        return words.number(value) if isinstance(value, Decimal) else value

    def to_python(self, value: Any) -> Decimal | None:
        if value in self.empty_values:
            return None
        if isinstance(value, Decimal):
            return value
        try:
            fte = rules.read_fte(str(value))
        except ValueError:
            raise forms.ValidationError(self.error_messages["invalid"], "invalid") from None
        if not rules.is_sane_fte(fte):
            raise forms.ValidationError(self.error_messages["range"], "range")
        return fte


class PositionField(forms.ModelChoiceField):  # type: ignore[type-arg] # Django's class takes no type when it runs
    """A function, shown with who holds it now."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            queryset=Position.objects.none(), required=False, empty_label=_("Nog niemand"), **kwargs
        )

    def label_from_instance(self, obj: Any) -> str:
        holder = obj.present_holder
        who = holder.name if holder else gettext("niemand heeft deze functie nu")
        return f"{obj.title} ({who})"


def day_field(**kwargs: Any) -> forms.DateField:
    """A date, chosen from a calendar where the browser has one."""
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    wrong = _("Vul een datum in: dag, maand en jaar.")
    return forms.DateField(widget=widget, error_messages={"invalid": wrong}, **kwargs)
