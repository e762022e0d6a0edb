"""Which confidence levels an interval may be asked at, and at which one is decided."""

from numbers import Real

from waterpas.errors import LevelError
from waterpas.results import DECIDING_LEVEL
from waterpas.texts import mark

__all__ = ["DECIDING_LEVEL", "HIGHEST", "LOWEST", "check_asked_level"]

# Below 0.8 an interval misses more than one time in five: nobody should read that as "between
# these". Above 0.999 the ends hang on the far tails, where the closed forms were never checked.
LOWEST, HIGHEST = 0.8, 0.999


def check_asked_level(level: object) -> None:
    """Raise LevelError unless a result may be asked at this level."""
    if not isinstance(level, Real) or not LOWEST <= float(level) <= HIGHEST:
        raise LevelError(
            mark(
                "De zekerheid van de intervallen (level) moet van %(low)s tot en met %(high)s "
                "zijn, bijvoorbeeld 0.95; opgegeven is %(level)s."
            ),
            low=LOWEST,
            high=HIGHEST,
            level=level,
        )
