"""Take in a scan out of a file."""

from hashlib import sha256
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from waterpas.web.register.models import Item
from waterpas.web.scans.exchange.reading import MOST_BYTES, NotThisFile, record_in
from waterpas.web.scans.exchange.record import Record
from waterpas.web.scans.forms.opening import recheck
from waterpas.web.scans.lists import find
from waterpas.web.scans.selectors import items_for


class ImportForm(forms.Form):
    """A file, and to which item of the register it belongs; nothing chosen: a new one."""

    file = forms.FileField(
        label=_("Kies een bestand"),
        help_text=_("Een beleidstoets die iemand als JSON heeft opgehaald."),
        widget=forms.FileInput(attrs={"accept": ".json"}),
        error_messages={"required": _("Kies een bestand.")},
    )
    item = forms.ModelChoiceField(
        label=_("Bij welk onderwerp uit het register?"),
        queryset=Item.objects.none(),
        required=False,
        empty_label=_("zoals het in het bestand heet, als nieuw onderwerp"),
    )

    def __init__(self, *args: Any, may_add: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["recheck_on"] = recheck()
        self.record: Record = {}
        self.sha256 = ""
        item: Any = self.fields["item"]
        item.queryset = Item.objects.filter(retired_at=None).order_by("title")
        if not may_add:
            item.required, item.empty_label = True, gettext("Kies een onderwerp")
            item.error_messages["required"] = gettext("Kies een onderwerp.")

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        # One byte more than we take tells that it is too large.
        content = file.read(MOST_BYTES + 1)
        try:
            self.record = record_in(content)
        except NotThisFile as refused:
            raise forms.ValidationError(str(refused)) from None
        self.sha256 = sha256(content).hexdigest()
        return file

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        chosen = data.get("item")
        asked = find(self.record["scan"]["question_list"]) if self.record else None
        role = chosen.role if chosen else self.record.get("item", {}).get("role")
        if asked and role not in asked.roles:
            self.add_error(
                "item", gettext("Deze lijst met vragen past niet bij dit soort onderwerp.")
            )
        elif asked and chosen and not items_for(asked).filter(pk=chosen.pk).exists():
            self.add_error("item", gettext("Dit onderwerp kunt u hier niet kiezen."))
        return data
