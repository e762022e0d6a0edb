"""A scan in the shape in which pages show it: the criteria, and the result as a list in words."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from waterpas.handbook import Item as HandbookItem
from waterpas.web.findings.models import Finding
from waterpas.web.findings.selectors import findings_of
from waterpas.web.findings.suggestions import suggestions
from waterpas.web.references.urns import urn
from waterpas.web.scans import rules
from waterpas.web.scans.criteria import changes, criteria, is_effect
from waterpas.web.scans.models import Answer
from waterpas.web.scans.rules import Mark, Value
from waterpas.web.scans.selectors import Standing, undecided_criteria
from waterpas.web.scans.words import MARKS, VALUES
from waterpas.web.ui.languages import language_of_page

Text = str | Promise
DILUTED = "diluted"


@dataclass(frozen=True, slots=True)
class Offered:
    """What the handbook offers to change, for one finding; `taken`: the action it became."""

    finding: int
    change: str
    title: str
    taken: int | None


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the result: what it is about, what it says, and what can follow."""

    criterion: str
    title: str
    text: Text
    finding_url: str = ""
    question: str = ""
    findings: list[Finding] = field(default_factory=list)
    offered: list[Offered] = field(default_factory=list)
    is_opening: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """The lines of the result that say the same kind of thing."""

    code: str
    head: Text
    explanation: Text
    lines: list[Line]


@dataclass(frozen=True, slots=True)
class Row:
    """One criterion in the list: its answer now and before, and how the two relate."""

    id: str
    title: str
    is_do: bool
    answer: Answer | None
    value: Text
    before: Text
    mark: Text
    is_legal_open: bool


HEADS: tuple[tuple[str, Text, Text], ...] = (
    (
        "harm",
        gettext_lazy("Hier kan het misgaan"),
        gettext_lazy("Geen ander antwoord maakt dit goed: hierover is een besluit nodig."),
    ),
    (
        "missing",
        gettext_lazy("Dit doet het beleid nog niet, of nog niet helemaal"),
        gettext_lazy("Kijk wat er kan veranderen."),
    ),
    (
        "contradiction",
        gettext_lazy("Twee antwoorden spreken elkaar tegen"),
        gettext_lazy("Kijk opnieuw naar allebei."),
    ),
    (
        "unknown",
        gettext_lazy("Dit weten we nog niet"),
        gettext_lazy("Maak er een onderzoeksvraag van, of vraag het na."),
    ),
    (
        "legal",
        gettext_lazy("Hier keek nog geen jurist mee"),
        gettext_lazy("Deze criteria blijven open. De toets kan verder."),
    ),
    (
        "effect",
        gettext_lazy("Dit gevolg is nog niet gemeten"),
        gettext_lazy("Wat u verwacht, is geen meting. Meet als het beleid werkt."),
    ),
    (
        "source",
        gettext_lazy("Een antwoord zonder bron"),
        gettext_lazy("Schrijf op waar het staat, of wie het weet."),
    ),
    (
        "todo",
        gettext_lazy("Nog niet beantwoord, of nog niet opnieuw bekeken"),
        gettext_lazy("“Dat weten we nog niet” is ook een antwoord."),
    ),
)


def rows(standing: Standing) -> list[Row]:
    """The criteria that apply, with their answers."""
    found = []
    for criterion, item in criteria().items():
        if not rules.applies(criterion, _opening(standing)):
            continue
        answer, before = standing.answers.get(criterion), standing.before.get(criterion)
        mark = _mark(answer, before) if standing.is_after else None
        found.append(
            Row(
                id=criterion,
                title=_asked(item),
                is_do=item.direction == "do",
                answer=answer,
                value=VALUES[answer.value] if answer else "",
                before=VALUES[before.value] if before else "",
                mark=MARKS[mark] if mark else "",
                is_legal_open=bool(answer and _lacks_adviser(answer)),
            )
        )
    return found


def result(standing: Standing) -> list[Group]:
    """The result in words: what stands out, what is open, and what can follow from it."""
    there = list(findings_of(standing.scan.item).prefetch_related("actions"))
    groups = [
        Group(code, head, explanation, list(_lines(code, standing, there)))
        for code, head, explanation in HEADS
    ]
    return [group for group in groups if group.lines]


def _lines(code: str, standing: Standing, there: list[Finding]) -> Iterator[Line]:
    if code == "contradiction":
        yield from _contradictions(standing, there)
    elif code == "todo":
        yield from (_bare(one, "") for one in standing.todo)
        yield from _unsettled(standing)
    else:
        for answer in standing.answers.values():
            if _stands_out(code, answer, standing):
                yield _line(code, answer, standing, there)


def _stands_out(code: str, answer: Answer, standing: Standing) -> bool:
    if code == "harm":
        return answer.value in rules.HARM
    if code == "missing":
        return answer.value in {Value.PARTLY, Value.NOT}
    if code == "unknown":
        return answer.value == Value.UNKNOWN
    if code == "legal":
        return _lacks_adviser(answer)
    if code == "effect":
        return is_effect(answer.criterion) and not (standing.is_after and answer.study)
    return not answer.sources and not answer.study and answer.value != Value.UNKNOWN


def _lacks_adviser(answer: Answer) -> bool:
    return answer.criterion in rules.LEGAL and not answer.adviser


def _line(code: str, answer: Answer, standing: Standing, there: list[Finding]) -> Line:
    about = [one for one in there if answer.criterion in one.points]
    text = VALUES[answer.value] if code != "unknown" else answer.reason
    return Line(
        criterion=answer.criterion,
        title=_asked(criteria()[answer.criterion]),
        text=text,
        finding_url=_finding_url(answer, standing),
        question=urn("answer", answer.pk) if code == "unknown" else "",
        findings=about,
        offered=_offered(answer.criterion, about) if code in {"harm", "missing"} else [],
    )


def _contradictions(standing: Standing, there: list[Finding]) -> Iterator[Line]:
    for do, do_not in rules.contradictions(standing.values):
        words = _("%(do)s staat op “gebeurt”, en %(do_not)s op “%(value)s”.") % {
            "do": do,
            "do_not": do_not,
            "value": VALUES[standing.values[do_not]],
        }
        about = [one for one in there if do_not in one.points]
        url = _finding_url(standing.answers[do_not], standing)
        yield Line(do_not, _asked(criteria()[do_not]), words, url, findings=about)


def _unsettled(standing: Standing) -> Iterator[Line]:
    for criterion in undecided_criteria(standing.scan):
        words = _("Nog niet bekend of dit van toepassing is.")
        yield Line(criterion, _asked(criteria()[criterion]), words, is_opening=True)


def _bare(criterion: str, text: str) -> Line:
    return Line(criterion, _asked(criteria()[criterion]), text)


def _offered(criterion: str, about: list[Finding]) -> list[Offered]:
    """The changes of the handbook that the findings about this criterion can still take over."""
    lang, ids = language_of_page(), {item.id for item in changes(criterion)}
    found = []
    for finding in (one for one in about if one.decided_at is None):
        taken = {
            action.handbook_change: action.pk
            for action in finding.actions.all()
            if action.status != DILUTED
        }
        found += [
            Offered(finding.pk, item.id, item.title.text(lang), taken.get(item.id))
            for item in suggestions(finding.points)
            if item.id in ids
        ]
    return found


def _finding_url(answer: Answer, standing: Standing) -> str:
    query = {
        "study": urn("answer", answer.pk),
        "point": answer.criterion,
        "item": standing.scan.item_id,
    }
    return f"{reverse('findings:add')}?{urlencode(query)}"


def _asked(item: HandbookItem) -> str:
    """The question: an answer beside a title that says 'not' would be read the wrong way round."""
    words = item.question or item.title
    return words.text(language_of_page())


def _mark(answer: Answer | None, before: Answer | None) -> Mark | None:
    if answer is None:
        return None
    if answer.carried:
        return Mark.CARRIED
    if before is None:
        return Mark.NEW
    is_same = (answer.value, answer.reason) == (before.value, before.reason)
    return Mark.SAME if is_same else Mark.CHANGED


def _opening(standing: Standing) -> dict[str, str]:
    scan = standing.scan
    return {"with_conditions": scan.with_conditions, "with_partners": scan.with_partners}
