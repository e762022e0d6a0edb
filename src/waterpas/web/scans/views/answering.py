"""One criterion per page, and what its answer said before."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from waterpas.web.people.access import AsPerson, needs
from waterpas.web.people.messages import say_both_kept
from waterpas.web.people.once import once
from waterpas.web.people.permissions import Permission
from waterpas.web.people.selectors import names_of
from waterpas.web.references.urns import resolve
from waterpas.web.references.versions import ChangedMeanwhile
from waterpas.web.register.related import related
from waterpas.web.scans import aids, selectors, services, words
from waterpas.web.scans.asked import (
    is_retired,
    known_question,
    list_of,
    partner_of,
    questions_of,
)
from waterpas.web.scans.comments import remarks
from waterpas.web.scans.forms.answer import AnswerForm
from waterpas.web.scans.lists import Question
from waterpas.web.scans.models import Answer, Scan, Stage
from waterpas.web.scans.past import past_of
from waterpas.web.scans.sessions import last_saved
from waterpas.web.scans.views import passages
from waterpas.web.ui.languages import language_of_page
from waterpas.web.ui.scripts import with_script

GET_POST = ["GET", "HEAD", "POST"]
TYPED = ("reason", "joint", "sources", "asked_kind", "asked_way", "why_not")


@needs(Permission.SCAN_CHANGE)
@with_script
@once
@require_http_methods(GET_POST)
def answer(request: AsPerson, pk: int, criterion: str) -> HttpResponse:
    scan = get_object_or_404(selectors.scans(), pk=pk)
    there = _answer(scan, criterion)
    if _is_no_longer_asked(request, scan, criterion, there):
        return _no_longer_asked(request, scan, criterion)
    item = _applicable(scan, criterion)
    if passages.is_asked(request):
        form = AnswerForm(**about(scan, item, there))
        return _page(request, scan, item, form, **passages.act(request, scan, criterion, form))
    form = AnswerForm(request.POST or None, **about(scan, item, there))
    if not form.is_valid():
        return _page(request, scan, item, form, status=422 if form.is_bound else 200)
    if problem := passages.keep_typed(request, scan, criterion):
        return _page(request, scan, item, form, status=422, passage_problem=problem)
    try:
        saved = save(request, scan, form)
    except ChangedMeanwhile as changed:
        now = Answer.objects.get(scan=scan, stage=scan.stage, criterion=criterion)
        again = form.again(now, changed)
        return _page(request, scan, item, again, status=409, is_changed=True)
    say_both_kept(request, version=form.cleaned_data["version"], now=saved.version)
    return _onward(selectors.scans().get(pk=pk), criterion)


def _is_no_longer_asked(
    request: AsPerson, scan: Scan, criterion: str, there: Answer | None
) -> bool:
    is_known = bool(there or known_question(scan, criterion) or request.method == "POST")
    return is_known and is_retired(scan, criterion)


def _no_longer_asked(request: AsPerson, scan: Scan, criterion: str) -> HttpResponse:
    """One sentence instead of the question; what was typed stays on the screen."""
    typed = [request.POST.get(name, "") for name in TYPED]
    page = {
        **_words(scan, criterion, known_question(scan, criterion)),
        "typed": [text for text in typed if text],
    }
    return render(request, "scans/gone.html", page, status=410)


def save(request: AsPerson, scan: Scan, form: AnswerForm) -> Answer:
    """Store what is in the form. Raises ChangedMeanwhile."""
    return services.answer_criterion(
        scan=scan,
        criterion=form.criterion.id,
        says=form.says(),
        version=form.cleaned_data["version"],
        started=form.cleaned_data["started"],
        by=request.user,
        now=timezone.now(),
    )


def form_of(scan: Scan, item: Question, data: Any = None) -> AnswerForm:
    """The form of one criterion, for a page with several: its fields have ids of their own."""
    there = _answer(scan, item.id)
    return AnswerForm(data, auto_id=f"{item.id}_%s", **about(scan, item, there))


def words_of(scan: Scan, question: str) -> dict[str, Any]:
    """A question in the language of the page; of one that is gone only its id is left."""
    return _words(scan, question, known_question(scan, question))


def _onward(scan: Scan, criterion: str) -> HttpResponse:
    """To the next criterion that is open, first those after this one; else to the result."""
    todo = selectors.standing_of(scan).todo
    order = list(questions_of(scan))
    later = [one for one in todo if order.index(one) > order.index(criterion)]
    following = next(iter([*later, *todo]), None)
    if following:
        return redirect("scans:answer", scan.pk, following)
    return redirect("scans:detail", scan.pk)


@needs(Permission.SCAN_VIEW)
@require_safe
def history(request: AsPerson, pk: int, stage: str, criterion: str) -> HttpResponse:
    scan = get_object_or_404(selectors.scans(), pk=pk)
    there = Answer.objects.filter(scan=scan, stage=stage, criterion=criterion).first()
    question = known_question(scan, criterion)
    if stage not in Stage.values or (there is None and question is None):
        raise Http404
    versions = list(there.versions.all()) if there else []
    page = {
        **_words(scan, criterion, question),
        "answer": there,
        "is_retired": is_retired(scan, criterion),
        "stage": Stage(stage).label,
        "value": words.VALUES[there.value] if there else "",
        "study": resolve(there.study) if there else None,
        "remarks": remarks(scan, stage, criterion),
        "stage_code": stage,
        "past": past_of(versions, names_of([one.saved_by for one in versions])),
        "may_answer": stage == scan.stage and criterion in selectors.applicable(scan),
    }
    return render(request, "scans/history.html", page)


def _applicable(scan: Scan, criterion: str) -> Question:
    if criterion not in selectors.applicable(scan):
        raise Http404
    return questions_of(scan)[criterion]


def _answer(scan: Scan, criterion: str) -> Answer | None:
    return Answer.objects.filter(scan=scan, stage=scan.stage, criterion=criterion).first()


def about(scan: Scan, item: Question, there: Answer | None) -> dict[str, Any]:
    """What the form of an answer needs to know."""
    together = partner_of(scan, item.id)
    studies = next((one.references for one in related(scan.item_id) if one.name == "studies"), [])
    return {
        "criterion": item,
        "asked": list_of(scan),
        "answer": there,
        "is_together": bool(together),
        "other": _answer(scan, together) if together else None,
        "studies": studies if item.is_effect else [],
    }


def _page(
    request: AsPerson, scan: Scan, item: Question, form: AnswerForm, *, status: int, **more: Any
) -> HttpResponse:
    applicable = selectors.applicable(scan)
    place = applicable.index(item.id)
    before = scan.answers.filter(stage=Stage.BEFORE, criterion=item.id).first()
    prescan = selectors.last_prescan(scan.item)
    page = {
        **_words(scan, item.id, item),
        "form": form,
        "answer": form.answer,
        "saved": last_saved(form.answer),
        "remarks": remarks(scan, scan.stage, item.id),
        "stage_code": scan.stage,
        "before": before if scan.stage == Stage.AFTER else None,
        "before_value": words.VALUES[before.value] if before else "",
        "together": _together(scan, item, form),
        "delivery": words.DELIVERY.get(scan.delivery, ""),
        "place": place + 1,
        "of": len(applicable),
        "previous": applicable[place - 1] if place else "",
        "following": applicable[place + 1] if place + 1 < len(applicable) else "",
        "aid": aids.of_criterion(scan, item.id),
        "is_area": item.id == "N06" and bool(prescan and prescan.answers.get("area") == "yes"),
        **more,
    }
    return render(request, "scans/answer.html", page, status=status)


def _together(scan: Scan, item: Question, form: AnswerForm) -> dict[str, Any] | None:
    """The question that this one is looked at together with."""
    other = questions_of(scan).get(partner_of(scan, item.id))
    if other is None:
        return None
    lang = language_of_page()
    return {
        "id": other.id,
        "title": other.title.text(lang),
        "text": other.explanation.text(lang) if other.explanation else "",
        "answer": form.other,
        "value": words.VALUES[form.other.value] if form.other else "",
    }


def _words(scan: Scan, criterion: str, item: Question | None) -> dict[str, Any]:
    """A question in the language of the page; of one that is gone only its id is left."""
    page: dict[str, Any] = {"scan": scan, "criterion": criterion, "list": list_of(scan)}
    if item is None:
        return {**page, "title": criterion}
    lang = language_of_page()
    parts = ("question", "explanation", "prompts", "evidence", "condition", "footnote")
    said = {name: getattr(item, name) for name in parts}
    return {
        **page,
        **{name: words_of.text(lang) if words_of else "" for name, words_of in said.items()},
        "title": item.title.text(lang),
        "checks": [one.text(lang) for one in item.checks],
        "is_criterion": item.is_criterion,
        "is_do": item.direction == "do",
        "place_in_source": item.place.text(lang),
    }
