from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from waterpas.web.people.access import needs
from waterpas.web.people.permissions import Permission
from waterpas.web.studies import exports, selectors
from waterpas.web.studies.models import Study
from waterpas.web.ui.languages import language_of_page


@needs(Permission.STUDY_VIEW)
@require_safe
def study_list(request: HttpRequest) -> HttpResponse:
    lang = language_of_page()
    rows = [(each, each.question(lang), each.title(lang)) for each in selectors.studies()]
    return render(request, "studies/list.html", {"rows": rows})


@needs(Permission.STUDY_VIEW)
@require_safe
def study_result(request: HttpRequest, slug: str) -> HttpResponse:
    study = get_object_or_404(Study, slug=slug)
    return render(request, "studies/result.html", _page_of(study))


@needs(Permission.STUDY_VIEW)
@require_safe
def study_csv(request: HttpRequest, slug: str) -> HttpResponse:
    study = get_object_or_404(Study, slug=slug)
    released = selectors.released_result(study, language_of_page())
    return _file(exports.as_csv(released), "text/csv; charset=utf-8", f"{slug}.csv")


@needs(Permission.STUDY_VIEW)
@require_safe
def study_json(request: HttpRequest, slug: str) -> HttpResponse:
    study, lang = get_object_or_404(Study, slug=slug), language_of_page()
    released = selectors.released_result(study, lang)
    return _file(exports.as_json(released, lang), "application/json", f"{slug}.json")


@needs(Permission.STUDY_VIEW)
@require_safe
def study_svg(request: HttpRequest, slug: str) -> HttpResponse:
    study, lang = get_object_or_404(Study, slug=slug), language_of_page()
    released = selectors.released_result(study, lang)
    return _file(exports.as_svg(released, lang), "image/svg+xml", f"{slug}.svg")


@needs(Permission.STUDY_VIEW)
@require_safe
def study_pdf(request: HttpRequest, slug: str) -> HttpResponse:
    study, lang = get_object_or_404(Study, slug=slug), language_of_page()
    released = selectors.released_result(study, lang)
    try:
        pdf = exports.as_pdf(released, lang, title=study.question(lang))
    except exports.PdfNotPossible:
        return render(request, "studies/no_pdf.html", _page_of(study), status=503)
    return _file(pdf, "application/pdf", f"{slug}.pdf")


def _page_of(study: Study) -> dict[str, object]:
    lang = language_of_page()
    return {
        "study": study,
        "title": study.title(lang),
        "question": study.question(lang),
        "about": study.about(lang),
        "released": selectors.released_result(study, lang),
        "others": [(other, other.title(lang)) for other in selectors.others_than(study)],
    }


def _file(content: str | bytes, kind: str, name: str) -> HttpResponse:
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, content_type=kind, headers=headers)
