"""On the page of a criterion: a passage as source, or looked at and set aside.

The buttons are part of the form of the answer, so that what was typed there stays.
"""

from typing import Any

from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _

from waterpas.web.findings.forms import refuse_personal
from waterpas.web.people.access import AsPerson
from waterpas.web.scans import services
from waterpas.web.scans.forms.answer import AnswerForm
from waterpas.web.scans.identifying import pointing_in
from waterpas.web.scans.models import Passage, Scan, SetAside
from waterpas.web.scans.nameless import warning
from waterpas.web.scans.selectors_documents import in_words

USE, ASIDE, BACK = "use", "aside", "back"
REASON, LOOKED = "aside-reason-", "aside-checked-"
LONGEST_REASON, LONGEST_QUOTE = 500, 200


def is_asked(request: AsPerson) -> bool:
    """Whether a button of a passage was pressed, and not that of the answer."""
    return any(name in request.POST for name in (USE, ASIDE, BACK))


def act(request: AsPerson, scan: Scan, criterion: str, form: AnswerForm) -> dict[str, Any]:
    """Do what the button says; gives what the page says about it, and its status.

    `form` is the form that has not been sent: it gets what was typed.
    """
    sent = request.POST
    form.initial.update({name: sent[name] for name in form.fields if name in sent})
    if USE in sent:
        _use(_passage(scan, sent[USE]), form)
        said = _("De vindplaats staat nu bij de bron. Bewaar uw antwoord nog.")
        return {"passage_said": said, "status": 200}
    if ASIDE in sent:
        problem = _set_aside(request, _passage(scan, sent[ASIDE]), criterion)
        said = "" if problem else _("De passage is bekeken, met uw reden. Zij blijft hier staan.")
        return {
            "passage_problem": problem,
            "passage_said": said,
            "status": 422 if problem else 200,
        }
    aside = get_object_or_404(
        SetAside, pk=_number(sent[BACK]), passage__document__scan=scan, criterion=criterion
    )
    services.take_passage_back(aside=aside, by=request.user, now=timezone.now())
    return {"passage_said": _("De passage vraagt weer om een blik."), "status": 200}


def keep_typed(request: AsPerson, scan: Scan, criterion: str) -> str:
    """Set aside the passages for which a reason was typed; what is wrong with one, or nothing."""
    keys = [name.removeprefix(REASON) for name in request.POST if name.startswith(REASON)]
    for key in keys:
        typed = request.POST[REASON + key].strip()
        if typed and (problem := _set_aside(request, _passage(scan, key), criterion)):
            return problem
    return ""


def _set_aside(request: AsPerson, passage: Passage, criterion: str) -> str:
    reason = request.POST.get(f"{REASON}{passage.pk}", "").strip()
    if not reason:
        return _("Schrijf op waarom de passage hier niet bij hoort.")
    if len(reason) > LONGEST_REASON:
        return _("De reden bij een passage mag hoogstens 500 tekens lang zijn.")
    try:
        refuse_personal(reason)
    except ValidationError as error:
        return str(error.messages[0])
    if f"{LOOKED}{passage.pk}" not in request.POST and (words := pointing_in(reason)):
        return warning(words)
    try:
        services.set_passage_aside(
            passage=passage,
            criterion=criterion,
            reason=reason,
            by=request.user,
            now=timezone.now(),
        )
    except services.NotOfThisCriterion:
        return _("Deze passage hoort niet meer bij dit criterium.")
    return ""


def _use(passage: Passage, form: AnswerForm) -> None:
    quote = passage.sentence
    if len(quote) > LONGEST_QUOTE:
        quote = quote[:LONGEST_QUOTE].rstrip() + "…"
    place = in_words(passage.says)["place"]
    source = f"{passage.document.name}, {place}: “{quote}”"
    there = str(form.initial.get("sources") or "").strip()
    if source not in there:
        form.initial["sources"] = f"{there}\n{source}" if there else source


def _passage(scan: Scan, key: str) -> Passage:
    return get_object_or_404(Passage, pk=_number(key), document__scan=scan)


def _number(key: str) -> int:
    return int(key) if key.isascii() and key.isdigit() and len(key) < 19 else 0
