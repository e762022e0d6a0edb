"""Hand in a table of areas, and the figures of CBS that belong to them."""

from django import forms
from django.utils.translation import gettext_lazy as _

from waterpas.errors import WaterpasError
from waterpas.measure.area import METHOD
from waterpas.tallies.neighbourhoods import Neighbourhoods, read_neighbourhoods
from waterpas.web.studies.forms.table import KINDS, UploadForm, taken_in
from waterpas.web.ui.carried import Carried, in_memory
from waterpas.web.ui.languages import language_of_page


class PlacesUploadForm(UploadForm):
    """A table of areas; the figures of CBS stand in it, or in a file beside it."""

    neighbourhoods = forms.FileField(
        label=_("Bestand van het CBS met de percentages"),
        help_text=_(
            "Niet nodig als het percentage al in uw tabel staat. Neem 'Kerncijfers wijken en "
            "buurten'. Wij nemen alleen de codes, de inwoners en de herkomst over, en gooien het "
            "bestand meteen weg."
        ),
        widget=forms.FileInput(attrs={"accept": ",".join(KINDS)}),
        allow_empty_file=True,
        required=False,
    )

    def clean_neighbourhoods(self) -> Neighbourhoods | None:
        file = self.cleaned_data["neighbourhoods"]
        if not file:
            return None
        try:
            with in_memory(Carried(*taken_in(file))) as path:
                return read_neighbourhoods(path)
        except WaterpasError as error:
            raise forms.ValidationError(error.text(language_of_page())) from error


def upload_form(kind: str) -> type[UploadForm]:
    """How the table of a study of this kind is handed in."""
    return PlacesUploadForm if kind == METHOD else UploadForm
