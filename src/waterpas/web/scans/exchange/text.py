"""A scan as a document to read: what comes out, every answer with its reason, and the decisions."""

from collections.abc import Iterator, Sequence

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from waterpas.documents import Block, Bullets, Document, Facts, Heading, Paragraph, Table
from waterpas.texts import Language
from waterpas.web.actions.models import Action
from waterpas.web.references.urns import resolve
from waterpas.web.scans import aids, shown, words
from waterpas.web.scans.models import Answer
from waterpas.web.scans.selectors import Standing
from waterpas.web.ui.languages import language_of_page

DAY = "j F Y"


def document_of(standing: Standing, actions: Sequence[Action], *, lang: Language) -> Document:
    """The scan as it stands now, in the language of the page; functions, never names."""
    scan = standing.scan
    title = _("Beleidstoets: %(item)s") % {"item": scan.item.title}
    blocks = (*_about(standing), *_result(standing), *_answers(standing), *_decisions(standing))
    return Document(title, lang, (*blocks, *_actions(actions)))


def _about(standing: Standing) -> Iterator[Block]:
    scan = standing.scan
    yield Facts(
        (
            (_("Welke toets"), standing.list.title.text(language_of_page())),
            (_("Welke versie"), scan.about),
            (_("Wat het beleid wil"), scan.aim),
            (_("Wie het uitvoert"), str(scan.get_delivery_display()) or _("nog niet bekend")),
            (_("Keer"), str(scan.get_stage_display())),
            (_("Stand"), str(words.STATES[standing.state])),
            (_("Opnieuw kijken op"), date_format(scan.recheck_on, DAY)),
        )
    )


def _result(standing: Standing) -> Iterator[Block]:
    yield Heading(_("Wat er uitkomt"))
    yield Paragraph(_("Dit is geen oordeel en geen cijfer. Het is wat een antwoord moet krijgen."))
    groups = shown.result(standing) if standing.answers else []
    if not groups:
        yield Paragraph(_("Er staat niets open."))
    for group in groups:
        yield Heading(str(group.head), 3)
        yield Paragraph(str(group.explanation))
        yield Bullets(tuple(_line(line) for line in group.lines))
    for gap in aids.gaps(standing.scan) if standing.answers else []:
        yield Heading(gap.head, 3)
        yield Paragraph(gap.explanation)
        yield Bullets(tuple(" ".join((line.title, line.text)).strip() for line in gap.lines))


def _line(line: shown.Line) -> str:
    said = f"{line.criterion} {line.title}"
    return f"{said} {line.text}" if line.text else said


def _answers(standing: Standing) -> Iterator[Block]:
    yield Heading(_("De antwoorden"))
    for row in shown.rows(standing):
        yield Heading(f"{row.id} {row.title}", 3)
        if row.answer is None:
            yield Paragraph(_("Nog niet beantwoord."))
        else:
            yield Facts(tuple(_said(row, row.answer)))


def _said(row: shown.Row, answer: Answer) -> Iterator[tuple[str, str]]:
    yield _("Antwoord"), f"{row.value} ({row.mark})" if row.mark else str(row.value)
    if row.before:
        yield _("Vooraf"), str(row.before)
    yield _("Reden"), answer.reason
    if answer.joint:
        yield _("Samen met het andere criterium"), answer.joint
    yield _("Bron"), answer.sources or _("Zonder bron")
    if answer.study and (study := resolve(answer.study)):
        yield _("Gemeten met"), study.title
    if answer.adviser:
        yield _("Juridisch advies van"), answer.adviser
    yield _("Wie is het gevraagd"), _asked(answer)
    if answer.asked == "yes":
        given = str(answer.get_given_display() or _("niet bekend"))
        yield _("Tijd of geld daarvoor"), ": ".join(filter(None, (given, answer.given_words)))


def _asked(answer: Answer) -> str:
    if answer.asked != "yes" or answer.asked_on is None:
        return _("Nog niemand: %(why)s") % {"why": answer.why_not}
    return _("%(kind)s, %(way)s, op %(day)s (%(number)d)") % {
        "kind": answer.asked_kind,
        "way": answer.asked_way,
        "day": date_format(answer.asked_on, DAY),
        "number": answer.asked_number or 0,
    }


def _decisions(standing: Standing) -> Iterator[Block]:
    made = list(standing.scan.decisions.all())
    if not made:
        return
    rows = tuple(
        (
            date_format(localtime(one.decided_at), DAY),
            str(one.get_choice_display()),
            str(one.get_stage_display()),
            one.reason,
        )
        for one in made
    )
    yield Heading(_("Besluiten"))
    yield Table(_("Wat er is besloten"), (_("Dag"), _("Besluit"), _("Keer"), _("Reden")), rows)


def _actions(found: Sequence[Action]) -> Iterator[Block]:
    if not found:
        return
    rows = tuple(
        (
            one.title,
            str(one.owner or _("nog geen eigenaar")),
            date_format(one.due, DAY) if one.due else _("nog geen datum"),
            str(one.get_status_display()),
        )
        for one in found
    )
    head = (_("Maatregel"), _("Eigenaar"), _("Ingevoerd voor"), _("Stand"))
    yield Heading(_("Maatregelen"))
    yield Table(_("Wat er verandert"), head, rows)
