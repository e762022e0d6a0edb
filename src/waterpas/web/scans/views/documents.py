"""Reading the text of a policy: hand it in, see what was found, and take it off the scan again."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from waterpas.web.people.access import AsPerson, Stamp, needs
from waterpas.web.people.messages import say
from waterpas.web.people.once import once
from waterpas.web.people.permissions import Permission
from waterpas.web.people.selectors import names_of
from waterpas.web.scans import selectors, selectors_documents, services
from waterpas.web.scans.forms.document import AbsenceForm, DocumentForm
from waterpas.web.scans.models import ReadDocument
from waterpas.web.scans.selectors_documents import Missed, Read

GET_POST = ["GET", "HEAD", "POST"]
HINTS = ("plainer-word", "name-of-group", "long-sentence", "passive", "long-word")


def read_first(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """Read what was handed in before `once` begins a transaction: nobody else waits for it."""

    @wraps(view)
    def handled(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        again = None
        if "document" in kwargs:
            again = _document(kwargs["pk"], kwargs["document"])
        is_sent = request.method == "POST"
        form = DocumentForm(
            request.POST if is_sent else None, request.FILES if is_sent else None, document=again
        )
        if is_sent:
            form.is_valid()
        return view(request, *args, form=form, **kwargs)

    return handled


@needs(Permission.SCAN_CHANGE)
@read_first
@once
@require_http_methods(GET_POST)
def document_add(request: AsPerson, pk: int, form: DocumentForm) -> HttpResponse:
    scan = get_object_or_404(selectors.scans(), pk=pk)
    if form.is_bound and form.brought:
        stamp: Stamp = {"by": request.user, "now": timezone.now()}
        try:
            reading = services.read_document(
                scan=scan, name=form.called(), brought=form.brought, **stamp
            )
        except services.ReadBefore as before:
            _say_read_before(form, before.document)
        else:
            say(request, _("De tekst is gelezen. Het bestand zelf bewaren wij niet."))
            return redirect("scans:document", pk, reading.document_id)
    page = {"form": form, "scan": scan, "document": None}
    return render(request, "scans/document_add.html", page, status=422 if form.is_bound else 200)


@needs(Permission.SCAN_CHANGE)
@read_first
@once
@require_http_methods(GET_POST)
def document_again(request: AsPerson, pk: int, document: int, form: DocumentForm) -> HttpResponse:
    there = _document(pk, document)
    if form.is_bound and form.brought:
        stamp: Stamp = {"by": request.user, "now": timezone.now()}
        try:
            services.read_again(document=there, brought=form.brought, **stamp)
        except services.ReadBefore as before:
            _say_read_before(form, before.document)
        else:
            say(request, _("De nieuwe versie is gelezen. Een zin die nieuw is, staat bovenaan."))
            return redirect("scans:document", pk, document)
    page = {"form": form, "scan": there.scan, "document": there}
    return render(request, "scans/document_add.html", page, status=422 if form.is_bound else 200)


def _say_read_before(form: DocumentForm, document: ReadDocument) -> None:
    if document.removed_at:
        words = _("Deze tekst is al gelezen: “%(name)s”. Zet dat document terug op de toets.")
    else:
        words = _("Deze tekst is al gelezen: “%(name)s”. Kies een andere versie.")
    form.add_error(None, words % {"name": document.name})


@needs(Permission.SCAN_VIEW)
@require_safe
def document(request: AsPerson, pk: int, document: int) -> HttpResponse:
    there = _document(pk, document)
    read = selectors_documents.read_of(there)
    scan = selectors.scans().get(pk=pk)
    answered = selectors.standing_of(scan).answers
    can = selectors.applicable(scan)
    readings = list(there.readings.all())
    page = {
        "scan": scan,
        "read": read,
        "readings": readings,
        "names": names_of([*(one.read_by for one in readings), there.removed_by]),
        "notes": selectors_documents.in_words(read.last.notes),
        "missed": selectors_documents.missed(scan, [read], answered),
        "hints": _hints(read),
        "titles": {one: words for one, words in selectors_documents.titles().items() if one in can},
    }
    return render(request, "scans/document.html", page)


def _hints(read: Read) -> list[tuple[str, list[dict[str, str]]]]:
    """The help for the writer by kind; what has a plainer word first."""
    found = []
    for kind in HINTS:
        of_kind = [one for one in read.last.hints if one["kind"] == kind]
        lines = [{"words": one["words"], **selectors_documents.in_words(one)} for one in of_kind]
        if lines:
            found.append((kind, lines))
    return found


@needs(Permission.SCAN_CHANGE)
@once
@require_http_methods(GET_POST)
def document_remove(request: AsPerson, pk: int, document: int) -> HttpResponse:
    there = _document(pk, document)
    if request.method == "POST":
        services.remove_document(document=there, by=request.user, now=timezone.now())
        say(request, _("Het document telt niet meer mee. U kunt het hier terugzetten."))
    return redirect("scans:document", pk, document)


@needs(Permission.SCAN_CHANGE)
@once
@require_http_methods(GET_POST)
def document_back(request: AsPerson, pk: int, document: int) -> HttpResponse:
    there = _document(pk, document)
    if request.method == "POST":
        services.put_document_back(document=there, by=request.user, now=timezone.now())
        say(request, _("Het document telt weer mee."))
    return redirect("scans:document", pk, document)


@needs(Permission.SCAN_CHANGE)
@once
@require_http_methods(GET_POST)
def absence(request: AsPerson, pk: int, question: str) -> HttpResponse:
    scan = get_object_or_404(selectors.scans(), pk=pk)
    asked = _missed(scan.pk, question)
    form = AbsenceForm(request.POST or None)
    if form.is_valid():
        stamp: Stamp = {"by": request.user, "now": timezone.now()}
        text: str = form.cleaned_data["text"]
        services.note_absence(scan=scan, question=question, text=text, **stamp)
        say(request, _("Uw antwoord is bewaard."))
        return redirect("scans:detail", pk)
    page = {
        "form": form,
        "scan": scan,
        "asked": asked,
        "names": names_of(one.noted_by for one in asked.notes),
    }
    return render(request, "scans/absence.html", page, status=422 if form.is_bound else 200)


def _missed(pk: int, question: str) -> Missed:
    """The question, out of any document of the scan: who answers may be behind the times."""
    scan = selectors.scans().get(pk=pk)
    answered = selectors.standing_of(scan).answers
    for read in selectors_documents.documents_of(scan):
        for one in selectors_documents.missed(scan, [read], answered):
            if one.id == question:
                return one
    raise Http404


def _document(pk: int, document: int) -> ReadDocument:
    return get_object_or_404(selectors_documents.documents(), pk=document, scan_id=pk)
