"""Hand in a document or paste its text; and what somebody says about what was found or was not."""

from pathlib import Path
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from waterpas.reading import DocumentError
from waterpas.reading.errors import is_bare_text
from waterpas.texts import mark
from waterpas.web.findings.forms import WordsField
from waterpas.web.scans.masking import masked
from waterpas.web.scans.models import ReadDocument
from waterpas.web.scans.nameless import NamelessForm
from waterpas.web.scans.reading import Brought, read_file, read_pasted
from waterpas.web.ui.carried import LARGEST, safe_name
from waterpas.web.ui.languages import language_of_page

KINDS = (".docx", ".docm", ".odt", ".pdf", ".html", ".htm", ".txt", ".md")
LONGEST_NAME = 120
TOO_HEAVY = mark(
    "%(source)s is groter dan 50 MB. Maak de plaatjes kleiner, of bewaar het document als .txt."
)
TOO_HEAVY_TEXT = mark("%(source)s is groter dan 50 MB. Deel de tekst in stukken.")


class DocumentForm(NamelessForm):
    """A file or a pasted text. Checking the form reads it; `brought` is what is kept of it."""

    nameless = ("name",)

    name = WordsField(
        label=_("Hoe heet dit document?"),
        help_text=_("Laat u dit leeg, dan nemen wij de naam van het bestand."),
        max_length=LONGEST_NAME,
        required=False,
    )
    file = forms.FileField(
        label=_("Kies een bestand"),
        help_text=_("Hoogstens 50 MB: .docx, .odt, .pdf, .html of .txt."),
        widget=forms.FileInput(attrs={"accept": ",".join(KINDS)}),
        allow_empty_file=True,
        max_length=None,
        required=False,
    )
    text = forms.CharField(
        label=_("Of plak de tekst"),
        widget=forms.Textarea(attrs={"rows": 8}),
        required=False,
    )

    def __init__(self, *args: Any, document: ReadDocument | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.brought: Brought | None = None
        if document is not None:
            del self.fields["name"]
            self.ask_to_look()

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or self.cleaned_data
        file, text = data.get("file"), data.get("text")
        if self.errors:
            return data
        if file is not None and text:
            self.add_error(
                "text", _("U koos een bestand en plakte ook tekst. Kies één van de twee.")
            )
        elif file is None and not text:
            self.add_error("file", _("Kies een bestand, of plak de tekst hieronder."))
        else:
            self._read("file" if file is not None else "text", file, text or "")
        return data

    def _read(self, field: str, file: "UploadedFile[bytes] | None", text: str) -> None:
        try:
            self.brought = _of_file(file) if file is not None else read_pasted(text)
        except DocumentError as error:
            self.add_error(field, error.text(language_of_page()))

    def called(self) -> str:
        """The name that was typed, or that of the file without its ending."""
        typed: str = self.cleaned_data.get("name") or ""
        file = self.cleaned_data.get("file")
        own = (
            masked(Path(safe_name(file.name)).stem, most=LONGEST_NAME)
            if file
            else gettext("Geplakte tekst")
        )
        return (typed or own)[:LONGEST_NAME] or gettext("Document zonder naam")


def _of_file(file: "UploadedFile[bytes]") -> Brought:
    name = safe_name(file.name or "")
    if (file.size or 0) > LARGEST:
        raise DocumentError(TOO_HEAVY_TEXT if is_bare_text(name) else TOO_HEAVY, source=name)
    return read_file(file.read(), name)


class AbsenceForm(NamelessForm):
    """An answer to a question about what was not found in the text."""

    nameless = ("text",)

    text = WordsField(
        label=_("Wat is hierop het antwoord?"),
        help_text=_(
            "Zeg waar het wel staat, of wat er nog moet komen. “Dat weten we nog niet” mag ook."
        ),
        rows=4,
        max_length=1000,
    )
