"""One call of every service that writes, on a small world that is ready for it.

Each entry takes a World, prepares what is needed, and returns the call itself.
"""

from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal
from functools import partial

from tests.web.findings.factories import RULE, action, finding, item
from tests.web.scans.factories import ANSWERS, OPENING, SAYS, policy, scan
from tests.web.studies import factories
from tests.web.world import NOON, begun, person, position
from waterpas.web.actions import services as actions
from waterpas.web.actions.values import Asked
from waterpas.web.findings import services as findings
from waterpas.web.findings.suggestions import suggestions
from waterpas.web.people import services as people
from waterpas.web.people.models import Organisation, Person
from waterpas.web.references.versions import mark_of
from waterpas.web.register import services as register
from waterpas.web.register import sheet
from waterpas.web.register.plan import plan_of
from waterpas.web.register.starters import starters
from waterpas.web.releases import services as releases
from waterpas.web.scans import services as scans
from waterpas.web.scans.selectors import seen_now
from waterpas.web.studies import services as studies
from waterpas.web.studies.counting import count_typed
from waterpas.web.studies.rules import Choice
from waterpas.web.ui.carried import Carried


class World:
    """A municipality with a coordinator, somebody else, and a function."""

    def __init__(self) -> None:
        self.municipality = begun()
        self.by = person("coordinator")
        self.other = person("researcher")
        self.position = position()
        self.stamp = {"by": self.by, "now": NOON}


Call = Callable[[], object]
CALLS: dict[str, Callable[[World], Call]] = {}


def calls(name: str):
    """Add the call of the service with this name."""

    def add(prepare: Callable[[World], Call]) -> Callable[[World], Call]:
        CALLS[name] = prepare
        return prepare

    return add


@calls("people.begin")
def _(world: World) -> Call:
    Organisation.objects.all().delete()
    return partial(
        people.begin,
        name="Waterstad",
        size="under-20000",
        coordinator_name="C. Jansen",
        coordinator_email="c@waterstad.example",
        password="een zin die niemand raadt",
        example_beside=True,
        now=NOON,
    )


@calls("people.change_organisation")
def _(world: World) -> Call:
    return partial(
        people.change_organisation,
        organisation=world.municipality,
        version=1,
        name="Waterstad aan Zee",
        size="under-20000",
        example_beside=False,
        **world.stamp,
    )


@calls("people.add_person")
def _(world: World) -> Call:
    return partial(
        people.add_person, name="N", email="n@x.example", roles=["manager"], **world.stamp
    )


@calls("people.change_person")
def _(world: World) -> Call:
    return partial(
        people.change_person,
        person=world.other,
        version=1,
        name="N",
        email="n@x.example",
        **world.stamp,
    )


@calls("people.change_roles")
def _(world: World) -> Call:
    return partial(people.change_roles, person=world.other, roles=["manager"], **world.stamp)


@calls("people.let_go")
def _(world: World) -> Call:
    return partial(people.let_go, person=world.other, **world.stamp)


@calls("people.take_back")
def _(world: World) -> Call:
    Person.objects.filter(pk=world.other.pk).update(is_active=False)
    return partial(people.take_back, person=world.other, **world.stamp)


@calls("people.invite")
def _(world: World) -> Call:
    return partial(people.invite, person=world.other, **world.stamp)


@calls("people.invite_from_server")
def _(world: World) -> Call:
    return partial(people.invite_from_server, person=world.other, now=NOON)


@calls("people.accept_invitation")
def _(world: World) -> Call:
    people.invite(person=world.other, **world.stamp)
    return partial(
        people.accept_invitation,
        invitation=world.other.invitation,
        password="een andere lange zin",
        now=NOON,
    )


@calls("people.add_position")
def _(world: World) -> Call:
    return partial(people.add_position, title="Hoofd Wonen", holder=world.other, **world.stamp)


@calls("people.change_position")
def _(world: World) -> Call:
    return partial(
        people.change_position,
        position=world.position,
        version=1,
        title="Hoofd Zorg",
        holder=world.other,
        **world.stamp,
    )


@calls("studies.design_study")
def _(world: World) -> Call:
    return partial(studies.design_study, design=factories.DESIGN, item=None, **world.stamp)


@calls("studies.change_study")
def _(world: World) -> Call:
    study = factories.designed(world.by)
    design = factories.designed(world.by, unit="clubs").design
    return partial(
        studies.change_study, study=study, design=design, item=None, version=1, **world.stamp
    )


@calls("studies.state_ground")
def _(world: World) -> Call:
    study = factories.designed(world.by)
    return partial(studies.state_ground, study=study, ground="x", decision="y", **world.stamp)


@calls("studies.add_member")
def _(world: World) -> Call:
    study = factories.designed(world.by)
    return partial(studies.add_member, study=study, person=world.other, **world.stamp)


@calls("studies.remove_member")
def _(world: World) -> Call:
    study = factories.designed(world.by)
    studies.add_member(study=study, person=world.other, **world.stamp)
    return partial(studies.remove_member, study=study, person=world.other, **world.stamp)


@calls("studies.withdraw_study")
def _(world: World) -> Call:
    study = factories.designed(world.by)
    return partial(studies.withdraw_study, study=study, because="x", **world.stamp)


@calls("studies.store_tally")
def _(world: World) -> Call:
    study = factories.designed(world.by)
    counts = count_typed("herkomst", [("NL", 100, 20), ("EU", 90, 30)], study.design)
    choice = Choice("herkomst", "level", "NL")
    return partial(
        studies.store_tally, study=study, tally=counts, choice=choice, part="", **world.stamp
    )


@calls("studies.measure_study")
def _(world: World) -> Call:
    study = factories.designed(world.by)
    stored, choice = factories.counted(study, world.by)
    return partial(studies.measure_study, study=study, tally=stored, choice=choice, **world.stamp)


@calls("studies.refuse_table")
def _(world: World) -> Call:
    study = factories.designed(world.by)
    return partial(studies.refuse_table, study=study, kinds={"origin"}, **world.stamp)


@calls("studies.destroy_tally")
def _(world: World) -> Call:
    run = factories.measured(world.by)
    return partial(studies.destroy_tally, tally=run.tally, **world.stamp)


@calls("studies.destroy_due_tallies")
def _(world: World) -> Call:
    factories.measured(world.by)
    return partial(studies.destroy_due_tallies, NOON + timedelta(days=400))


@calls("studies.release_study")
def _(world: World) -> Call:
    run = factories.measured(world.by)
    return partial(studies.release_study, run=run, audience="council", **world.stamp)


@calls("releases.release_result")
def _(world: World) -> Call:
    run = factories.measured(world.by)
    return partial(
        releases.release_result,
        subject="urn:waterpas:study:1",
        audience="public",
        released=run.released,
        people="people:x",
        columns=["herkomst"],
        version="1",
        **world.stamp,
    )


@calls("releases.withdraw_release")
def _(world: World) -> Call:
    run = factories.measured(world.by)
    release = studies.release_study(run=run, audience="council", **world.stamp)
    return partial(releases.withdraw_release, release=release, because="x", **world.stamp)


@calls("findings.add_finding")
def _(world: World) -> Call:
    says = {"title": "Een klik telt", "for_whom": "Sollicitanten", "points": ["P01"]}
    evidence = findings.NewEvidence(kind="rule", text="Artikel 3")
    return partial(findings.add_finding, **says, evidence=evidence, **world.stamp)


@calls("findings.change_finding")
def _(world: World) -> Call:
    return partial(
        findings.change_finding,
        finding=finding(),
        version=1,
        title="Een klik telt",
        for_whom="Sollicitanten",
        points=["P01"],
        item=None,
        explanation="",
        **world.stamp,
    )


@calls("findings.add_evidence")
def _(world: World) -> Call:
    evidence = {"kind": "story", "text": "Zo ging het"}
    return partial(findings.add_evidence, finding=finding(), **evidence, **world.stamp)


@calls("findings.remove_evidence")
def _(world: World) -> Call:
    evidence = finding(evidence=RULE).evidence.get()
    return partial(findings.remove_evidence, evidence=evidence, **world.stamp)


@calls("findings.decide_no_action")
def _(world: World) -> Call:
    return partial(findings.decide_no_action, finding=finding(), reason="Het stopt.", **world.stamp)


@calls("findings.reopen_finding")
def _(world: World) -> Call:
    decided = findings.decide_no_action(finding=finding(), reason="Het stopt.", **world.stamp)
    return partial(findings.reopen_finding, finding=decided, **world.stamp)


ITEM = {
    "title": "Parkeervergunning",
    "kind": "service",
    "role": "service-provider",
    "description": "",
    "owner": None,
    "delivery": "",
    "carried_out_by": "",
    "last_examined": None,
}


@calls("register.add_item")
def _(world: World) -> Call:
    return partial(register.add_item, **ITEM, **world.stamp)


@calls("register.change_item")
def _(world: World) -> Call:
    return partial(register.change_item, item=item(), version=1, **ITEM, **world.stamp)


@calls("register.tick_items")
def _(world: World) -> Call:
    return partial(register.tick_items, starters=[starters()[0].id], **world.stamp)


@calls("register.import_items")
def _(world: World) -> Call:
    file = Carried("lijst.csv", b"naam;soort;rol\nParkeervergunning;dienst;dienstverlener\n")
    listed = sheet.read(file, today=NOON.date())
    promised = plan_of(listed).fingerprint
    return partial(
        register.import_items, listed=listed, promised=promised, new_owners=[], **world.stamp
    )


@calls("register.retire_item")
def _(world: World) -> Call:
    return partial(register.retire_item, item=item(), reason="Bestaat niet meer.", **world.stamp)


@calls("actions.take_over_change")
def _(world: World) -> Call:
    found = finding(points=["P07"])
    change = suggestions(["P07"])[0].id
    return partial(actions.take_over_change, finding=found, change=change, lang="nl", **world.stamp)


@calls("actions.undo_take_over")
def _(world: World) -> Call:
    made = action(finding())
    made.handbook_change = "W01"
    made.save()
    return partial(actions.undo_take_over, action=made, **world.stamp)


@calls("register.take_back_item")
def _(world: World) -> Call:
    made = register.retire_item(item=item(), reason="Vergissing.", **world.stamp)
    return partial(register.take_back_item, item=made, **world.stamp)


@calls("actions.add_action")
def _(world: World) -> Call:
    return partial(actions.add_action, title="Tweede lezer", points=["P07"], **world.stamp)


@calls("actions.change_action")
def _(world: World) -> Call:
    return partial(
        actions.change_action,
        action=action(finding()),
        version=1,
        title="Vaste vragen",
        **world.stamp,
    )


@calls("actions.ask_means")
def _(world: World) -> Call:
    asked = [Asked(action(finding()), 1, Decimal("0.5"), 1000, 0, "asked")]
    return partial(actions.ask_means, asked=asked, **world.stamp)


@calls("actions.link_finding")
def _(world: World) -> Call:
    return partial(actions.link_finding, action=action(finding()), finding=finding(), **world.stamp)


@calls("actions.unlink_finding")
def _(world: World) -> Call:
    found = finding()
    made = action(found, finding())
    return partial(actions.unlink_finding, action=made, finding=found, **world.stamp)


def introduced(world: World):
    made = action(finding())
    return actions.introduce_action(action=made, introduced_on=NOON.date(), **world.stamp)


@calls("actions.introduce_action")
def _(world: World) -> Call:
    return partial(
        actions.introduce_action,
        action=action(finding()),
        introduced_on=NOON.date(),
        **world.stamp,
    )


@calls("actions.conclude_works")
def _(world: World) -> Call:
    return partial(
        actions.conclude_works, action=introduced(world), effect="Gemeten.", **world.stamp
    )


@calls("actions.conclude_diluted")
def _(world: World) -> Call:
    return partial(
        actions.conclude_diluted, action=introduced(world), effect="Geschrapt.", **world.stamp
    )


@calls("actions.reopen_action")
def _(world: World) -> Call:
    return partial(
        actions.reopen_action, action=introduced(world), standing="introduced", **world.stamp
    )


@calls("scans.record_prescan")
def _(world: World) -> Call:
    return partial(scans.record_prescan, item=policy(), answers=ANSWERS, **world.stamp)


@calls("scans.begin_scan")
def _(world: World) -> Call:
    return partial(scans.begin_scan, item=policy(), **OPENING, **world.stamp)


@calls("scans.change_scan")
def _(world: World) -> Call:
    opening = OPENING | {"about": "tweede concept"}
    return partial(scans.change_scan, scan=scan(), version=1, **opening, **world.stamp)


@calls("scans.answer_criterion")
def _(world: World) -> Call:
    return partial(scans.answer_criterion, scan=scan(), criterion="W01", says=SAYS, **world.stamp)


def decided(world: World):
    made = scan()
    scans.answer_criterion(scan=made, criterion="W01", says=SAYS, **world.stamp)
    sign = partial(scans.sign_scan, scan=made, choice="adopt", reason="Het kan zo.", **world.stamp)
    return made, partial(sign, seen=mark_of(seen_now(made)))


@calls("scans.sign_scan")
def _(world: World) -> Call:
    return decided(world)[1]


@calls("scans.measure_again")
def _(world: World) -> Call:
    made, sign = decided(world)
    sign()
    day = OPENING["recheck_on"]
    return partial(scans.measure_again, scan=made, recheck_on=day, **world.stamp)
