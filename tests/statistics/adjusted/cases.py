"""Published data for like with like, and tallies made by hand."""

from waterpas.measure.like_with_like.strata import Stratum
from waterpas.tallies.build import tally


def berkeley(shared_cases):
    """Admissions to Berkeley, autumn 1973, six largest departments."""
    return tally(
        shared_cases / "ucb_admissions" / "datasets_UCBAdmissions.csv",
        by=["Gender", "Dept"],
        outcome="Admit=Admitted",
        count="Freq",
    )


def strata_of(tally, *, group, reference):
    """The strata of a tally over two columns, group first."""
    levels = dict.fromkeys(key[1] for key in tally.cells)
    return [
        Stratum(*_counts(tally.cells[group, each]), *_counts(tally.cells[reference, each]))
        for each in levels
    ]


def _counts(cell):
    return cell.cases.value, cell.n.value


def table(*rows):
    """Strata from rows of four: cases and people of the group, then of the reference."""
    return [Stratum(*row) for row in rows]
