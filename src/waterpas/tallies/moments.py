"""What a cell keeps of amounts, and of persons who stand in several rows."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Moments:
    """Count, mean and sum of squared deviations of an amount.

    `mean` is the mean minus the tally's origin, so that large amounts keep their digits.
    Adding: Chan, Golub and LeVeque (1979).
    """

    count: int
    mean: float
    m2: float

    def __add__(self, other: "Moments") -> "Moments":
        count = self.count + other.count
        if not self.count or not other.count:
            return other if not self.count else self
        apart = other.mean - self.mean
        mean = (self.count * self.mean + other.count * other.mean) / count
        m2 = self.m2 + other.m2 + apart * apart * self.count * other.count / count
        return Moments(count, mean, m2)

    def shifted(self, by: float) -> "Moments":
        """The same amounts, seen from an origin that lies `by` lower."""
        return Moments(self.count, self.mean + by, self.m2)


@dataclass(frozen=True, slots=True)
class Repeats:
    """Sums over persons, for the extra uncertainty when one person stands in several rows.

    With n_i rows and x_i cases for person i: the number of persons, and the sums of x_i squared,
    x_i times n_i, and n_i squared. The persons themselves are not kept.
    """

    persons: int
    cases_squared: int
    cases_by_rows: int
    rows_squared: int

    def __add__(self, other: "Repeats") -> "Repeats":
        return Repeats(
            self.persons + other.persons,
            self.cases_squared + other.cases_squared,
            self.cases_by_rows + other.cases_by_rows,
            self.rows_squared + other.rows_squared,
        )
