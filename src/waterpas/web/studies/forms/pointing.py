"""Point out where a table keeps its counts, and say it in words."""

from collections.abc import Iterator

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from waterpas.web.studies.pointing import Pointed, Table, label_of, names_of_groups

ROUNDINGS = [
    ("0", _("niet afgerond")),
    ("5", _("op vijftallen")),
    ("10", _("op tientallen")),
    ("100", _("op honderdtallen")),
]


class WordsForm(forms.Form):
    """The words that go with what was pointed at."""

    column = forms.CharField(label=_("Waarnaar zijn de groepen ingedeeld?"), initial="herkomst")
    rounded = forms.ChoiceField(label=_("Zijn de aantallen afgerond?"), choices=ROUNDINGS)
    hidden = forms.CharField(
        label=_("Hoe staat een verborgen aantal in de tabel?"),
        help_text=_("Bijvoorbeeld: x. Wij rekenen dan met alles van 0 tot en met 9."),
        required=False,
    )
    organisation = forms.CharField(
        label=_("Wie besliste?"), help_text=_("Bijvoorbeeld: de gemeente."), required=False
    )
    unit = forms.CharField(
        label=_("Wie zijn er geteld?"), help_text=_("Bijvoorbeeld: aanvragers."), required=False
    )
    verb = forms.CharField(
        label=_("Wat deed de organisatie? (werkwoord)"),
        help_text=_("Bijvoorbeeld: koos, of: wees."),
        required=False,
    )
    thing = forms.CharField(
        label=_("En de rest van die zin"),
        help_text=_("Bijvoorbeeld: uit voor controle, of: af."),
        required=False,
    )
    source = forms.CharField(label=_("Wie publiceerde de tabel?"))
    date = forms.CharField(label=_("Wanneer?"))
    licence = forms.CharField(label=_("Onder welke voorwaarden?"), initial="CC BY 4.0")

    def __init__(self, data: QueryDict | None = None, *, table: Table, pointed: Pointed) -> None:
        super().__init__(data)
        self.table, self.pointed = table, pointed
        for at, rows in enumerate(pointed.steps, 1):
            self._add_step(at, label_of(table, pointed, rows))
        names = names_of_groups(table, pointed)
        for at, name in enumerate(names, 1):
            self.fields[f"group-{at}"] = forms.CharField(
                label=_("Naam van groep %(at)s") % {"at": at}, initial=name
            )
        self.fields["reference"] = forms.ChoiceField(
            label=_("Met welke groep vergelijkt u de andere?"),
            choices=[(str(at), name) for at, name in enumerate(names, 1)],
            widget=forms.RadioSelect,
        )
        self.fields["reason"] = forms.CharField(label=_("Waarom met die groep?"), required=False)

    def _add_step(self, at: int, label: str) -> None:
        name = _("Naam van stap %(at)s") % {"at": at}
        self.fields[f"step-{at}"] = forms.CharField(label=name, initial=label)
        if at == 1:
            return
        earlier = [
            (str(number), f"{number}. {label_of(self.table, self.pointed, rows)}")
            for number, rows in enumerate(self.pointed.steps[: at - 1], 1)
        ]
        self.fields[f"of-{at}"] = forms.ChoiceField(
            label=_("Stap %(at)s is een deel van stap") % {"at": at},
            choices=earlier,
            initial="1",
        )
        self.fields[f"hit-{at}"] = forms.BooleanField(
            label=_("Stap %(at)s gaat alleen over wie al gekozen was (een trefkans)") % {"at": at},
            required=False,
        )

    def of_steps(self) -> Iterator[forms.BoundField]:
        """The fields of the steps, in order."""
        for at in range(1, len(self.pointed.steps) + 1):
            yield from (
                self[f"{kind}-{at}"] for kind in ("step", "of", "hit") if at > 1 or kind == "step"
            )

    def of_groups(self) -> Iterator[forms.BoundField]:
        """The fields of the groups, then whom they are compared with."""
        yield self["column"]
        yield from (self[f"group-{at}"] for at in range(1, len(self.pointed.groups) + 1))
        yield from (self["reference"], self["reason"])

    def of_words(self) -> Iterator[forms.BoundField]:
        """The fields of the sentence and the source."""
        names = ("organisation", "unit", "verb", "thing", "source", "date", "licence")
        yield from (self[name] for name in (*names, "rounded", "hidden"))

    def said(self) -> dict[str, str]:
        """What was filled in, as texts; a box that was not ticked is empty."""
        return {key: str(value or "") for key, value in self.cleaned_data.items()}


def pointed_at(data: QueryDict) -> Pointed:
    """What was pointed at in the table, from the fields of its form."""
    numbered: dict[int, list[int]] = {}
    for name, value in data.items():
        if name.startswith("row-") and str(value).strip().isdigit():
            numbered.setdefault(int(str(value)), []).append(_number(name.removeprefix("row-")))
    return Pointed(
        header_row=_number(data.get("header", "")),
        label_column=_number(data.get("label", "")),
        groups=tuple(sorted(_number(each) for each in data.getlist("group"))),
        steps=tuple(tuple(sorted(numbered[step])) for step in sorted(numbered)),
    )


def _number(text: str | None) -> int:
    return int(text) if text and text.isdigit() and len(text) < 7 else 0
