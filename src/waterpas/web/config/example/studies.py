"""The studies of Voorbeeldstad, as they were set up: the question and the rules come first."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import partial

from waterpas.web.config.example.data import (
    PERMITS_NAME,
    RECRUITMENT_NAME,
    STEPS,
    permits,
    permits_csv,
    recruitment,
    recruitment_csv,
)
from waterpas.web.config.example.designed import CBS, Designed
from waterpas.web.config.example.methods import STUDIES
from waterpas.web.config.example.study_findings import add_study_findings
from waterpas.web.config.example.timeline import Moment, World
from waterpas.web.findings.services import add_evidence
from waterpas.web.studies import services
from waterpas.web.studies.brought import brought_by
from waterpas.web.studies.counting import StepWords, count_list
from waterpas.web.studies.models import Run, Study
from waterpas.web.studies.percentages import KIND as PERCENTAGES
from waterpas.web.studies.percentages import count_percentages
from waterpas.web.studies.plans.asked import PLANS, SEE
from waterpas.web.studies.plans.forms import PlanForm
from waterpas.web.studies.plans.keeping import kept_of
from waterpas.web.studies.plans.shown import answered
from waterpas.web.studies.rules import AUDIT, Choice, Design
from waterpas.web.studies.selectors import may_be_opened, urn_of

# What the result says of each step: its name, and what the municipality did.
SAID = (
    StepWords("Alle sollicitaties"),
    StepWords("Uitgenodigd voor een gesprek", "nodigde", "uit voor een gesprek"),
    StepWords("Op gesprek geweest", "zag", "op gesprek"),
    StepWords("Aangenomen", "nam", "aan"),
)

RECRUITMENT = Designed(
    key="recruitment",
    item="selection",
    file_name=RECRUITMENT_NAME,
    text=recruitment_csv(),
    rows=recruitment(),
    design={
        "title": "Werving en selectie, van brief tot baan",
        "question": "Wie nodigt de gemeente uit voor een gesprek, en wie neemt zij aan?",
        "purpose": "employer",
        "organisation": "de gemeente",
        "did_before": "nodigde",
        "did_after": "uit voor een gesprek",
        "unit": "kandidaten",
        "row": "application",
        "once": False,
        "full_count": True,
        "effect": "benefit",
        "route": "cbs-table",
        "route_explanation": CBS,
        "privacy_officer": "answered",
        "privacy_officer_words": (
            "Akkoord. De gemeente krijgt alleen aantallen. Zij vernietigt de lijst na de telling."
        ),
        "works_council": "answered",
        "works_council_words": (
            "Stemt in. De raad hoort de uitkomst voor het college, en niemand vergelijkt teams."
        ),
    },
    choice={
        "across": "herkomst",
        "reference_kind": "level",
        "reference": "NL",
        "because": "het is de grootste groep onder de kandidaten. Het is geen norm.",
    },
    counted={"steps": dict(zip(STEPS, SAID, strict=True))},
    english={
        "title_en": "Recruitment and selection, from letter to job",
        "question_en": "Whom does the municipality invite for an interview, and whom does it hire?",
        "reason_en": "it is the largest group among the candidates. It is not a standard.",
    },
    designed_days_ago=147,
    measured_days_ago=116,
)

PERMITS = Designed(
    key="permits",
    item="small-building",
    file_name=PERMITS_NAME,
    text=permits_csv(),
    rows=permits(),
    design={
        "title": "Vergunningen voor een kleine verbouwing, per wijk",
        "question": "Wie krijgt in welke wijk een vergunning voor een kleine verbouwing?",
        "purpose": "service",
        "organisation": "de gemeente",
        "did_before": "gaf",
        "did_after": "een vergunning",
        "unit": "aanvragers",
        "row": "application",
        "once": False,
        "full_count": True,
        "effect": "benefit",
        "route": "cbs-table",
        "route_explanation": CBS,
        "privacy_officer": "answered",
        "privacy_officer_words": "Akkoord, met aantallen per wijk en niet per straat.",
        "works_council": "not-needed",
        "works_council_words": "Het gaat over aanvragen van inwoners, niet over medewerkers.",
    },
    choice={
        "across": "herkomst",
        "reference_kind": "level",
        "reference": "NL",
        "because": "het is de grootste groep onder de aanvragers. Het is geen norm.",
        "by": ("wijk",),
    },
    counted={"outcome": "verleend=ja", "count": "aantal"},
    english={
        "title_en": "Permits for a small alteration of a house, by neighbourhood",
        "question_en": "Who gets a permit for a small alteration, in which neighbourhood?",
        "reason_en": "it is the largest group among the applicants. It is not a standard.",
    },
    designed_days_ago=101,
    measured_days_ago=63,
)

DESIGNS = (RECRUITMENT, PERMITS)
RELEASED, FOUND, PLANNED = 95, 62, 100
EXPECTED = {"people": "1.500", "share": "10", "rate": "75"}
LATER = timedelta(minutes=9)
OTHER_PEOPLE = (
    "Het zijn andere mensen: deze tabel komt uit een ander werkproces. Dat sommige aantallen op "
    "elkaar lijken, is toeval."
)


def moments() -> Iterator[Moment]:
    """The studies: set up, measured, one released to the council, and what was found."""
    for designed in (*DESIGNS, *STUDIES):
        yield Moment(designed.designed_days_ago, partial(_design, designed=designed))
        yield Moment(designed.measured_days_ago, partial(_measure, designed=designed))
    yield Moment(PLANNED, _plan)
    yield Moment(RELEASED, _release)
    yield Moment(FOUND, _find)


def _plan(world: World, at: datetime) -> None:
    """Before anything was counted: how large a difference had to be to be seen."""
    form = PlanForm(PLANS[AUDIT], SEE, EXPECTED)
    form.full_clean()
    services.keep_plan(
        study=world.studies[PERMITS.key],
        design=AUDIT,
        **kept_of(form, answered(AUDIT, form.numbers(AUDIT))),
        by=world.people["onderzoeker"],
        now=at,
    )


def _design(world: World, at: datetime, *, designed: Designed) -> None:
    study = services.design_study(
        design=Design(**designed.design),
        item=world.items[designed.item] if designed.item else None,
        by=world.people["onderzoeker"],
        now=at,
    )
    services.add_member(
        study=study, person=world.people["coordinator"], by=world.people["onderzoeker"], now=at
    )
    Study.objects.filter(pk=study.pk).update(**designed.english)
    study.refresh_from_db()
    world.studies[designed.key] = study


def _measure(world: World, at: datetime, *, designed: Designed) -> None:
    study, by = world.studies[designed.key], world.people["onderzoeker"]
    choice = Choice(**designed.choice)
    if choice.kind == PERCENTAGES:
        counts = count_percentages(designed.rows, study.design, name=designed.file_name)
    else:
        counts = count_list(
            designed.rows,
            study.design,
            choice,
            name=designed.file_name,
            text=designed.text,
            **designed.counted,
        )
    stored = services.store_tally(study=study, tally=counts, choice=choice, part="", by=by, now=at)
    run = services.measure_study(study=study, tally=stored, choice=choice, by=by, now=at)
    if may_be_opened(run):
        services.open_result(
            run=run, because=OTHER_PEOPLE, by=world.people["coordinator"], now=at + LATER
        )
    if designed.finding:
        _rest_on(world, run, designed.finding, at + LATER)


def _rest_on(world: World, run: Run, finding: str, at: datetime) -> None:
    """Let a finding that is there rest on a result as well, in the words of the result."""
    add_evidence(
        finding=world.findings[finding],
        kind="figure",
        text=f"Verzonnen cijfers. {brought_by(run, 'nl')['text']}",
        source=run.study.title,
        urn=urn_of(run.study),
        by=world.people["onderzoeker"],
        now=at,
    )


def _release(world: World, at: datetime) -> None:
    run = world.studies[RECRUITMENT.key].runs.get()
    services.release_study(run=run, audience="council", by=world.people["coordinator"], now=at)


def _find(world: World, at: datetime) -> None:
    names = {key: urn_of(study) for key, study in world.studies.items()}
    add_study_findings(
        world=world,
        recruitment=names[RECRUITMENT.key],
        permits=names[PERMITS.key],
        at=at,
    )
