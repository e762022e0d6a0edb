"""The smallest difference that could have been seen."""

from math import atan2, pi, sqrt

from waterpas.errors import CallError
from waterpas.measure.normal import critical_value, quantile
from waterpas.measure.proportions import check_count
from waterpas.measure.roots import find_root
from waterpas.results import Detectable
from waterpas.texts import mark


def detectable_difference(
    *,
    group_total: float,
    reference_total: float,
    reference_rate: float,
    power: float = 0.8,
    level: float = 0.95,
) -> Detectable:
    """Smallest difference that would have been seen with groups of this size.

    Answers: "how large must a difference be, to be seen?"
    It belongs beside every comparison, because "not shown" is not "not there". It is about the
    size of the groups and the rate of the reference; the difference found plays no part, so it
    is no power computed afterwards. It does not say that a smaller difference does not matter.

    Parameters
    ----------
    group_total, reference_total : float
        People in each group. Unit: persons. Above 0; may be broken.
    reference_rate : float
        Rate of the reference, in [0, 1].
    power : float, default 0.8
        How often such a difference must be seen: at least 0.5, below 1.
    level : float, default 0.95
        Confidence level of the two-sided comparison, strictly between 0 and 1.

    Returns
    -------
    Detectable
        ``higher`` and ``lower``: how far the rate of the group must lie above and below that of
        the reference. Both are sizes, so above 0, as proportions (0.08 is eight percentage
        points). None where even a rate of 1 (or 0) would be seen less often than ``power``.

    Raises
    ------
    CountError
        If a total is not above 0.
    CallError
        If the rate, ``power`` or ``level`` lies outside its bounds.

    Notes
    -----
    The difference that equals z(level) standard errors without a difference (pooled rate) plus
    z(power) standard errors with it: Fleiss, Levin and Paik (2003), section 4.2. With two equal
    groups it is the formula of R's ``power.prop.test``.

    References
    ----------
    Fleiss JL, Levin B, Paik MC (2003). Statistical methods for rates and proportions, 3rd ed.
    Wiley, chapter 4.

    Examples
    --------
    With 294 people in each group, and a rate of 20%, a rate of 30% is seen four times out of five.

    >>> found = detectable_difference(group_total=294, reference_total=294, reference_rate=0.2)
    >>> round(found.higher, 3), round(found.lower, 3)
    (0.1, 0.084)
    """
    check_count(0, group_total)
    check_count(0, reference_total)
    _check_rate(reference_rate)
    _check_power(power)
    sizes, z = (group_total, reference_total), (critical_value(level), quantile(power))
    higher = _smallest_rise(reference_rate, sizes, z)
    lower = _smallest_rise(1 - reference_rate, sizes, z)
    return Detectable(higher=higher, lower=lower, power=power)


def _smallest_rise(
    start: float, sizes: tuple[float, float], z: tuple[float, float]
) -> float | None:
    """The smallest rise above `start` that would be seen; a fall is a rise of the opposite."""
    (n, m), (z_level, z_power) = sizes, z

    def seen(rise: float) -> float:
        # The rise minus what is needed is convex: it crosses once, or nowhere up to a rate of 1.
        rate = min(start + rise, 1.0)
        pooled = (n * rate + m * start) / (n + m)
        without = sqrt(max(pooled * (1 - pooled), 0.0) * (1 / n + 1 / m))
        present = sqrt(rate * (1 - rate) / n + start * (1 - start) / m)
        return atan2(rise, z_level * without + z_power * present) - pi / 4

    most = 1 - start
    if seen(most) < 0:
        return None
    return find_root(seen, inside=0.0, outside=most)


def _check_rate(rate: float) -> None:
    if not 0 <= rate <= 1:
        message = mark(
            "Het aandeel van de referentiegroep moet tussen 0 en 1 liggen; opgegeven is %(rate)s."
            " Deel een percentage door 100."
        )
        raise CallError(message, rate=rate)


def _check_power(power: float) -> None:
    if not 0.5 <= power < 1:
        message = mark(
            "De kans om een verschil te zien (power) moet minstens 0.5 zijn en kleiner dan 1,"
            " bijvoorbeeld 0.8; opgegeven is %(power)s."
        )
        raise CallError(message, power=power)
