"""Which scan must follow a short form, and whether it came."""

from datetime import date

from waterpas.web.scans import lists
from waterpas.web.scans.asked import list_of
from waterpas.web.scans.lists import QuestionList
from waterpas.web.scans.models import Choice, Decision, Scan


def following_list(scan: Scan) -> QuestionList | None:
    """The list that must follow this scan; None when nothing has to."""
    name = list_of(scan).followed_by
    return lists.find(name) if name else None


def follower(scan: Scan) -> Scan | None:
    """The scan that followed: of the same item, with the list that had to, begun afterwards."""
    wanted = following_list(scan)
    if wanted is None:
        return None
    later = Scan.objects.filter(
        item=scan.item_id, question_list=wanted.id, begun_at__gte=scan.begun_at
    )
    return later.order_by("pk").first()


def is_owed(scan: Scan, decision: Decision | None) -> bool:
    """Whether another scan must still follow; not for what will not go on."""
    if following_list(scan) is None or (decision and decision.choice == Choice.DO_NOT):
        return False
    return follower(scan) is None


def is_owed_now(scan: Scan, decision: Decision | None, today: date) -> bool:
    """Whether that scan must begin now."""
    return scan.recheck_on <= today and is_owed(scan, decision)
