"""Which route can I take: the questions, where they end, and the files that are ready."""

from collections.abc import Callable, Mapping

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from waterpas.documents import Document
from waterpas.documents.errors import WriterMissing
from waterpas.documents.opendocument import odt
from waterpas.documents.plain_text import text
from waterpas.documents.word import docx
from waterpas.errors import CallError
from waterpas.routebook import book, letter, routes
from waterpas.routebook.letters import layout_text
from waterpas.web.people.access import AsPerson, needs
from waterpas.web.people.permissions import Permission
from waterpas.web.people.selectors import organisation
from waterpas.web.studies.routes import shown
from waterpas.web.studies.routes.forms import RouteForm
from waterpas.web.ui.languages import language_of_page

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
WRITERS: Mapping[str, tuple[Callable[[Document], bytes], str]] = {
    "docx": (docx, WORD),
    "odt": (odt, "application/vnd.oasis.opendocument.text"),
    "txt": (lambda document: text(document).encode(), "text/plain; charset=utf-8"),
}
ASKED = ("about", "trait", "people", "have")  # a form that was sent has "people", also empty


@needs(Permission.HANDBOOK_VIEW)
@require_safe
def route(request: AsPerson) -> HttpResponse:
    lang = language_of_page()
    is_asked = any(name in request.GET for name in ASKED)
    form = RouteForm(request.GET if is_asked else None)
    page: dict[str, object] = {
        "form": form,
        "why_title": book().why_title.text(lang),
        "why": shown.why(lang),
        "examples": shown.examples(lang),
    }
    if form.is_valid():
        answers = form.answers()
        page["said"] = list(shown.said_of(answers, lang))
        page["lists"] = shown.lists_for(routes(answers, lang=lang), request.user)
    return render(request, "studies/route.html", page, status=422 if form.errors else 200)


@needs(Permission.HANDBOOK_VIEW)
@require_safe
def letter_file(request: AsPerson, letter: str, kind: str) -> HttpResponse:
    if kind not in WRITERS:
        raise Http404
    write, media_type = WRITERS[kind]
    written = _written(request, letter)
    try:
        content = write(written)
    except WriterMissing as missing:
        page = {"missing": missing}
        return render(request, "studies/route_no_writer.html", page, status=503)
    return _file(content, media_type, f"{letter}.{kind}")


def _written(request: AsPerson, name: str) -> Document:
    """The letter, in the words of whom it is about; 404 for what is not there."""
    municipality, people = organisation(), request.GET.get("people", "")
    number = int(people) if people.isascii() and people.isdecimal() and len(people) < 10 else None
    try:
        return letter(
            name,
            about=request.GET.get("about", "residents"),
            people=number,
            municipality=municipality.name if municipality else "",
            lang=language_of_page(),
        )
    except CallError as error:
        raise Http404 from error


@needs(Permission.HANDBOOK_VIEW)
@require_safe
def layout_file(request: AsPerson, layout: str) -> HttpResponse:
    try:
        content = layout_text(layout)
    except CallError as error:
        raise Http404 from error
    return _file(content.encode(), "application/yaml; charset=utf-8", f"{layout}.yaml")


def _file(content: bytes, media_type: str, name: str) -> HttpResponse:
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, content_type=media_type, headers=headers)
