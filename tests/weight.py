"""How heavy a proof is: `make prove` runs it whole, every other run takes a fixed tenth."""

import os

from hypothesis import settings

PROVE = os.environ.get("WATERPAS_PROVE") == "1"
TENFOLD = 10 if PROVE else 1

# The same examples each time, so that the tenth is fixed and a red run can be repeated.
settings.register_profile(
    "everyday", deadline=None, derandomize=True, database=None, max_examples=100
)
# Ten times as many of each does not fit in the 45 minutes of make prove.
settings.register_profile("prove", settings.get_profile("everyday"), max_examples=500)
settings.load_profile("prove" if PROVE else "everyday")


def examples(everyday: int) -> settings:
    """For a property that is costly to try: so many examples every day, ten times as many whole."""
    return settings(max_examples=everyday * TENFOLD)
