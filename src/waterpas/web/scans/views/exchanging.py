"""A scan as a file, and a file as a scan."""

from collections.abc import Callable, Mapping
from typing import Any

from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from waterpas.documents import Document
from waterpas.documents.errors import WriterMissing
from waterpas.documents.opendocument import odt
from waterpas.documents.pdf import pdf
from waterpas.documents.word import docx
from waterpas.web.actions.exports import as_csv
from waterpas.web.actions.selectors import with_gaps
from waterpas.web.findings.selectors import findings_of
from waterpas.web.people.access import AsPerson, needs
from waterpas.web.people.messages import say
from waterpas.web.people.once import once
from waterpas.web.people.permissions import Permission
from waterpas.web.register.services import add_item
from waterpas.web.scans import selectors, services
from waterpas.web.scans.exchange.record import actions_about, record_of, text_of
from waterpas.web.scans.exchange.text import document_of
from waterpas.web.scans.forms.exchange import ImportForm
from waterpas.web.scans.models import ImportedScan, Scan
from waterpas.web.scans.starting import ListUnsuitable
from waterpas.web.ui.languages import language_of_page

GET_POST = ["GET", "HEAD", "POST"]
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
WRITERS: Mapping[str, tuple[Callable[[Document], bytes], str]] = {
    "pdf": (pdf, "application/pdf"),
    "docx": (docx, WORD),
    "odt": (odt, "application/vnd.oasis.opendocument.text"),
}


@needs(Permission.SCAN_VIEW)
@require_safe
def export(request: AsPerson, pk: int, kind: str) -> HttpResponse:
    scan = get_object_or_404(selectors.scans(), pk=pk)
    if kind == "json":
        text = text_of(record_of(scan, now=timezone.now()))
        return _file(text, "application/json", scan, kind)
    found = actions_about(list(findings_of(scan.item)))
    if kind == "csv":
        text = as_csv(with_gaps(found, today=timezone.localdate()))
        return _file(text, "text/csv; charset=utf-8", scan, kind)
    if kind not in WRITERS:
        raise Http404
    write, media_type = WRITERS[kind]
    written = document_of(selectors.standing_of(scan), found, lang=language_of_page())
    try:
        return _file(write(written), media_type, scan, kind)
    except WriterMissing as missing:
        page = {"scan": scan, "missing": missing}
        return render(request, "scans/no_writer.html", page, status=503)


def _file(content: str | bytes, media_type: str, scan: Scan, kind: str) -> HttpResponse:
    what = _("maatregelen") if kind == "csv" else _("beleidstoets")
    name = f"{what}-{slugify(scan.item.title)[:60] or scan.pk}.{kind}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, content_type=media_type, headers=headers)


@needs(Permission.SCAN_CHANGE)
@once
@require_http_methods(GET_POST)
def scan_import(request: AsPerson) -> HttpResponse:
    may_add = request.user.may(Permission.REGISTER_CHANGE)
    form = ImportForm(request.POST or None, request.FILES or None, may_add=may_add)
    if form.is_valid():
        try:
            scan = _take_in(request, form)
        except services.AlreadyThere as there:
            form.add_error("file", _already(there.scan))
        except ListUnsuitable:
            form.add_error("item", _("Met deze lijst met vragen begint niets nieuws meer."))
        else:
            say(request, _taken_in(len(form.record["answers"])))
            return redirect("scans:detail", scan.pk)
    return render(
        request, "scans/import.html", {"form": form}, status=422 if form.is_bound else 200
    )


def _take_in(request: AsPerson, form: ImportForm) -> Scan:
    now, by, record = timezone.now(), request.user, form.record
    with transaction.atomic():
        item = form.cleaned_data["item"] or add_item(**record["item"], by=by, now=now)
        return services.import_scan(
            item=item,
            record=record,
            sha256=form.sha256,
            recheck_on=form.cleaned_data["recheck_on"],
            by=by,
            now=now,
        )


def _taken_in(count: int) -> str:
    words = ngettext(
        "De toets is ingelezen, met %(count)d antwoord.",
        "De toets is ingelezen, met %(count)d antwoorden.",
        count,
    )
    return words % {"count": count}


def _already(scan: Scan) -> str:
    return _("Van deze versie is er al een toets: %(scan)s. Er is niets ingelezen.") % {
        "scan": scan
    }


@needs(Permission.SCAN_VIEW)
@require_safe
def imported(request: AsPerson, pk: int) -> HttpResponse:
    found = get_object_or_404(ImportedScan.objects.select_related("scan__item"), scan_id=pk)
    page: dict[str, Any] = {"scan": found.scan, "imported": found, **_there(found)}
    return render(request, "scans/imported.html", page)


def _there(found: ImportedScan) -> dict[str, Any]:
    """What was decided, seen and done where the file comes from, in words."""
    from waterpas.web.actions.models import Status
    from waterpas.web.scans.models import Choice

    record = found.record
    return {
        "decisions": [
            (Choice(one["choice"]).label, one["decided_at"][:10], one["reason"])
            for one in record["decisions"]
        ],
        "findings": record["findings"],
        "actions": [(one["title"], Status(one["status"]).label) for one in record["actions"]],
    }


# Under /beleidstoets/
paths = [
    path("inlezen/", scan_import, name="import"),
    path("<int:pk>/vandaan/", imported, name="imported"),
    path("<int:pk>/bestand.<str:kind>", export, name="export"),
]
