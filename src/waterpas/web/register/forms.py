"""What people fill in about the register."""

from pathlib import Path
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from waterpas.web.people.models import Position
from waterpas.web.people.new_positions import NewPositionsMixin
from waterpas.web.references.versions import StartedField, packed
from waterpas.web.register import selectors
from waterpas.web.register.models import Delivery, Item, Kind, Role
from waterpas.web.register.rules import LONGEST_TITLE, folded, lines, one_line
from waterpas.web.register.services import FIELDS
from waterpas.web.register.starters import by_id
from waterpas.web.ui.carried import Carried

LARGEST = 1_500_000
SUFFIXES = (".xlsx", ".ods", ".csv")
DAY = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class ItemForm(NewPositionsMixin):
    """One item of the register."""

    title = forms.CharField(
        label=_("Naam"),
        help_text=_(
            "Zo kort dat een collega weet wat u bedoelt. Bijvoorbeeld: bijzondere bijstand."
        ),
        max_length=LONGEST_TITLE,
    )
    role = forms.ChoiceField(
        label=_("In welke rol doet de gemeente dit?"),
        choices=Role.choices,
        widget=forms.RadioSelect,
    )
    kind = forms.ChoiceField(
        label=_("Wat voor soort is het?"), choices=Kind.choices, widget=forms.RadioSelect
    )
    description = forms.CharField(
        label=_("Omschrijving"),
        help_text=_("Wat gebeurt er, en voor wie? Zet hier geen namen van mensen neer."),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=2000,
        required=False,
    )
    owner = forms.ModelChoiceField(
        label=_("Welke functie is eigenaar?"),
        help_text=_("Staat de functie er niet bij? Dan voegt de coördinator die toe bij Mensen."),
        queryset=Position.objects.none(),
        required=False,
        empty_label=_("Nog geen eigenaar"),
    )
    delivery = forms.ChoiceField(
        label=_("Wie voert het uit?"),
        choices=[("", _("Nog niet bekend")), *Delivery.choices],
        required=False,
    )
    carried_out_by = forms.CharField(
        label=_("Naam van de uitvoerder"),
        help_text=_("De naam van een organisatie, geen persoon."),
        max_length=200,
        required=False,
    )
    last_examined = forms.DateField(
        label=_("Wanneer is dit voor het laatst onderzocht?"),
        help_text=_("Op verschillen tussen groepen mensen. Laat dit leeg als dat nooit is gedaan."),
        widget=DAY,
        input_formats=["%Y-%m-%d", "%d-%m-%Y"],
        required=False,
    )

    NEW = {"owner": _("Of een nieuwe functie")}

    def __init__(self, *args: Any, item: Item | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.item = item
        if self.new_fields:
            self.fields["owner"].help_text = ""
        if item:
            self.fields["version"] = forms.IntegerField(widget=forms.HiddenInput)
            self.fields["started"] = StartedField()

    def clean_title(self) -> str:
        title = one_line(self.cleaned_data["title"])
        others = selectors.by_name().get(folded(title), [])
        if any(other != self.item and not other.retired_at for other in others):
            raise forms.ValidationError(
                _("Er staat al een onderwerp met deze naam in het register. Kies een andere naam.")
            )
        return title

    def clean_description(self) -> str:
        return lines(self.cleaned_data["description"])

    def clean_last_examined(self) -> object:
        day = self.cleaned_data["last_examined"]
        if day and day > timezone.localdate():
            raise forms.ValidationError(_("Deze datum ligt in de toekomst."))
        return day


def initial_of(item: Item) -> dict[str, object]:
    """What the form shows of an item that is changed."""
    fields = ("title", "role", "kind", "description", "delivery", "carried_out_by")
    shown: dict[str, object] = {name: getattr(item, name) for name in fields}
    return shown | {
        "owner": item.owner_id,
        "last_examined": item.last_examined,
        "version": item.version,
        "started": packed({name: getattr(item, name) for name in FIELDS}),
    }


class RetireForm(forms.Form):
    """Why an item leaves the register."""

    reason = forms.CharField(
        label=_("Waarom gaat dit uit het register?"),
        help_text=_("Bijvoorbeeld: de gemeente doet dit sinds 2026 niet meer."),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=1000,
    )


class StarterForm(forms.Form):
    """Which usual items the municipality has."""

    starter = forms.MultipleChoiceField(
        label=_("Onderwerpen"),
        choices=lambda: [(each, each) for each in by_id()],
        error_messages={"required": _("Vink minstens één onderwerp aan.")},
    )


class SheetForm(forms.Form):
    """A spreadsheet with items."""

    file = forms.FileField(
        label=_("Bestand met onderwerpen"),
        help_text=_("Een werkblad van hoogstens 1,5 MB (.xlsx, .ods of .csv), met koppen erboven."),
        widget=forms.FileInput(attrs={"accept": ",".join(SUFFIXES)}),
        error_messages={
            "required": _("Kies een bestand."),
            "empty": _("Dit bestand is leeg. Kies een bestand met koppen en rijen."),
        },
    )

    def clean_file(self) -> Carried:
        file: UploadedFile[bytes] = self.cleaned_data["file"]
        name = Path(file.name or "").name
        if Path(name).suffix.lower() not in SUFFIXES:
            raise forms.ValidationError(_("Kies een bestand dat eindigt op .xlsx, .ods of .csv."))
        if (file.size or 0) > LARGEST:
            raise forms.ValidationError(
                _("Dit bestand is groter dan 1,5 MB. Bewaar alleen het blad met de onderwerpen.")
            )
        return Carried(name, file.read())


class FilterForm(forms.Form):
    """Which part of the register somebody wants to see; what it does not know is left out."""

    zoek = forms.CharField(label=_("Zoek"), required=False, max_length=100)
    rol = forms.ChoiceField(
        label=_("Rol"), choices=[("", _("Alle rollen")), *Role.choices], required=False
    )
    soort = forms.ChoiceField(
        label=_("Soort"), choices=[("", _("Alle soorten")), *Kind.choices], required=False
    )
    toon = forms.ChoiceField(
        label=_("Beperk tot"),
        choices=[
            ("", _("Niets: toon alles")),
            ("nooit-onderzocht", _("Nog nooit onderzocht")),
            ("zonder-eigenaar", _("Zonder eigenaar")),
            ("functie-leeg", _("Functie die niemand heeft")),
            ("uit-het-register", _("Uit het register gehaald")),
        ],
        required=False,
    )

    def asked(self) -> dict[str, str]:
        """What is asked for and known; the rest is empty."""
        self.is_valid()
        return {name: self.cleaned_data.get(name, "") for name in self.fields}
