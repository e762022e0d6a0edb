"""A scan in the shape in which pages show it: the criteria, and the result as a list in words."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from waterpas.web.findings.models import Finding
from waterpas.web.findings.selectors import findings_of
from waterpas.web.findings.suggestions import suggestions
from waterpas.web.references.urns import urn
from waterpas.web.scans import rules
from waterpas.web.scans.asked import known_question, pairs_of, questions_of, undecided_questions
from waterpas.web.scans.criteria import changes
from waterpas.web.scans.heads import HEADS
from waterpas.web.scans.lists import Question
from waterpas.web.scans.models import Answer
from waterpas.web.scans.rules import Mark, Value
from waterpas.web.scans.selectors import Standing
from waterpas.web.scans.words import MARKS, VALUES
from waterpas.web.ui.languages import language_of_page

Text = str | Promise
DILUTED = "diluted"
CAN_WAIT, FEW = frozenset({"legal", "effect", "source"}), 2


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
    is_retired: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """The lines of the result that say the same kind of thing."""

    code: str
    head: Text
    explanation: Text
    lines: list[Line]

    @property
    def is_folded(self) -> bool:
        """Whether a long page shows only the head: what can wait, and is more than a few lines."""
        return self.code in CAN_WAIT and len(self.lines) > FEW


@dataclass(frozen=True, slots=True)
class Row:
    """One criterion in the list: its answer now and before, and how the two relate."""

    id: str
    title: str
    answer: Answer | None
    value: Text
    before: Text
    mark: Text
    is_legal_open: bool


def rows(standing: Standing) -> list[Row]:
    """The questions that apply, with their answers."""
    found = []
    for criterion, question in questions_of(standing.scan).items():
        answer, before = standing.answers.get(criterion), standing.before.get(criterion)
        mark = _mark(answer, before) if standing.is_after else None
        found.append(
            Row(
                id=criterion,
                title=_asked(question),
                answer=answer,
                value=VALUES[answer.value] if answer else "",
                before=VALUES[before.value] if before else "",
                mark=MARKS[mark] if mark else "",
                is_legal_open=bool(answer and _lacks_adviser(answer, standing)),
            )
        )
    return found


def result(standing: Standing) -> list[Group]:
    """The result in words: what stands out, what is open, and what can follow from it."""
    there = list(findings_of(standing.scan.item).prefetch_related("actions", "evidence"))
    groups = [
        Group(code, _head(code, head, standing), explanation, list(_lines(code, standing, there)))
        for code, head, explanation in HEADS
    ]
    return [group for group in groups if group.lines]


def _head(code: str, head: Text, standing: Standing) -> Text:
    if code == "todo" and standing.is_after:
        return gettext_lazy("Nog niet beantwoord, of nog niet opnieuw bekeken")
    return head


def _lines(code: str, standing: Standing, there: list[Finding]) -> Iterator[Line]:
    if code == "contradiction":
        yield from _contradictions(standing, there)
    elif code == "todo":
        asked = questions_of(standing.scan)
        yield from (Line(one, _asked(asked[one]), "") for one in standing.todo)
        yield from _unsettled(standing)
    elif code == "retired":
        for answer in standing.retired.values():
            yield _line(code, answer, standing, there)
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
        return _lacks_adviser(answer, standing)
    if code == "effect":
        return _is_unmeasured(answer, standing)
    return "sources" in standing.list.asks and _lacks_source(answer)


def _lacks_source(answer: Answer) -> bool:
    return not answer.sources and not answer.study and answer.value != Value.UNKNOWN


def _is_unmeasured(answer: Answer, standing: Standing) -> bool:
    question = known_question(standing.scan, answer.criterion)
    if "study" not in standing.list.asks or question is None or not question.is_effect:
        return False
    return not (standing.is_after and answer.study)


def _lacks_adviser(answer: Answer, standing: Standing) -> bool:
    question = known_question(standing.scan, answer.criterion)
    is_asked = "adviser" in standing.list.asks and question is not None
    return bool(is_asked and question and question.is_legal and not answer.adviser)


def _line(code: str, answer: Answer, standing: Standing, there: list[Finding]) -> Line:
    question = known_question(standing.scan, answer.criterion)
    points = question.points if question else ()
    about = _about(answer, question, there)
    text = VALUES[answer.value] if code != "unknown" else answer.reason
    return Line(
        criterion=answer.criterion,
        title=_asked(question) if question else "",
        text=text,
        finding_url=_finding_url(answer, points, standing),
        question=urn("answer", answer.pk) if code == "unknown" else "",
        findings=about,
        offered=_offered(points, about) if code in {"harm", "missing"} else [],
        is_retired=code == "retired",
    )


def _about(answer: Answer, question: Question | None, there: list[Finding]) -> list[Finding]:
    """The findings about a criterion; those about another question rest on its answer."""
    if question and question.is_criterion:
        return [one for one in there if answer.criterion in one.points]
    wanted = urn("answer", answer.pk)
    return [one for one in there if any(each.urn == wanted for each in one.evidence.all())]


def _contradictions(standing: Standing, there: list[Finding]) -> Iterator[Line]:
    asked = questions_of(standing.scan)
    for do, do_not in rules.contradictions(standing.values, pairs_of(standing.scan)):
        words = _("%(do)s staat op “gebeurt”, en %(do_not)s op “%(value)s”.") % {
            "do": do,
            "do_not": do_not,
            "value": VALUES[standing.values[do_not]],
        }
        answer, question = standing.answers[do_not], asked[do_not]
        about = _about(answer, question, there)
        url = _finding_url(answer, question.points, standing)
        yield Line(do_not, _asked(question), words, url, findings=about)


def _unsettled(standing: Standing) -> Iterator[Line]:
    for criterion, question in undecided_questions(standing.scan).items():
        words = _("Nog niet bekend of dit van toepassing is.")
        yield Line(criterion, _asked(question), words, is_opening=True)


def _offered(points: tuple[str, ...], about: list[Finding]) -> list[Offered]:
    """The changes of the handbook that the findings about this question can still take over."""
    lang, ids = language_of_page(), changes(points)
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


def _finding_url(answer: Answer, points: tuple[str, ...], standing: Standing) -> str:
    query = [
        ("study", urn("answer", answer.pk)),
        *(("point", point) for point in points),
        ("item", standing.scan.item_id),
    ]
    return f"{reverse('findings:add')}?{urlencode(query)}"


def _asked(question: Question) -> str:
    """The question: an answer beside a title that says 'not' would be read the wrong way round."""
    return question.question.text(language_of_page())


def _mark(answer: Answer | None, before: Answer | None) -> Mark | None:
    if answer is None:
        return None
    if answer.carried:
        return Mark.CARRIED
    if before is None:
        return Mark.NEW
    is_same = (answer.value, answer.reason) == (before.value, before.reason)
    return Mark.SAME if is_same else Mark.CHANGED
