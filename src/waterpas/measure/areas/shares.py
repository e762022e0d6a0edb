"""The group's share of each area: out of a percentage, with what rounding hides."""

from collections.abc import Iterable, Mapping

from waterpas.codebooks.neighbourhoods import is_secret
from waterpas.errors import CallError
from waterpas.measure.areas.bounds import Share
from waterpas.texts import mark

HIDDEN = Share(None)
_HALF = 0.5
_WHOLE = 100


def share_of(text: str, *, column: str) -> Share:
    """A percentage as a share: 23 lies from 22.5 to 23.5 percent, 23,4 from 23.35 to 23.45.

    What CBS left empty or secret lies from 0 to 100 percent.

    Raises
    ------
    CallError
        If it is no percentage.
    """
    if is_secret(text):
        return HIDDEN
    plain = text.strip().removesuffix("%").strip().replace(",", ".")
    try:
        percent = float(plain)
    except ValueError:
        percent = -1.0
    if not 0 <= percent <= _WHOLE:
        raise CallError(
            mark(
                "In kolom '%(column)s' staat '%(value)s'. Dat is geen percentage van 0 tot en met "
                "100. Kies de kolom met het percentage van het CBS."
            ),
            column=column,
            value=text,
        )
    half = _HALF / 10 ** _decimals(plain)
    low, high = max(percent - half, 0.0), min(percent + half, float(_WHOLE))
    return Share(percent / _WHOLE, low / _WHOLE, high / _WHOLE)


def _decimals(plain: str) -> int:
    """How many decimals were written; a zero behind the point is how programs write 23."""
    return len(plain.partition(".")[2].rstrip("0"))


def share_of_numbers(own: int | None, residents: int | None, *, rounded_to: int) -> Share:
    """A share out of two numbers of people that were both rounded."""
    if own is None or not residents:
        return HIDDEN
    half = rounded_to / 2
    low = max(own - half, 0.0) / (residents + half)
    high = min((own + half) / max(residents - half, half), 1.0)
    return Share(min(own / residents, 1.0), min(low, 1.0), high)


def shares_by_area(pairs: Iterable[tuple[str, str]], *, column: str) -> Mapping[str, Share]:
    """The share of each area, from what the table says of it (area, percentage).

    Raises
    ------
    CallError
        If one area has two percentages, or all of them look like parts of one.
    """
    said = once_each(pairs, column=column)
    shares = {area: share_of(text, column=column) for area, text in said.items()}
    _refuse_parts_of_one(shares, said, column=column)
    return shares


def once_each(pairs: Iterable[tuple[str, str]], *, column: str) -> Mapping[str, str]:
    """What the table says of each area, where it says one thing of each."""
    said: dict[str, str] = {}
    for area, text in pairs:
        if said.setdefault(area, text) != text:
            raise CallError(
                mark(
                    "Bij '%(area)s' staan twee percentages in kolom '%(column)s': %(one)s en "
                    "%(other)s. Elk gebied heeft er één."
                ),
                area=area,
                column=column,
                one=said[area],
                other=text,
            )
    return said


def _refuse_parts_of_one(
    shares: Mapping[str, Share], said: Mapping[str, str], *, column: str
) -> None:
    known = [area for area, share in shares.items() if share.value is not None]
    broken = any(_decimals(said[area].replace(",", ".")) for area in known)
    if broken and all((shares[area].value or 0) * _WHOLE <= 1 for area in known):
        raise CallError(
            mark(
                "De getallen in kolom '%(column)s' lopen van 0 tot 1. Geef percentages, van 0 tot "
                "en met 100."
            ),
            column=column,
        )
