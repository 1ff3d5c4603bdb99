"""The three published rules: what each compares, and the classes it sorts the comparison into."""

import numpy as np

from tracker.domain.assessment.enum_codes import Codes, Flags, Floats, code
from tracker.domain.assessment.targets import TOLERANCE
from tracker.domain.statuses import Status

#: From which ratio r on a goal is in a class (95 % / 60 % / 0 %: Eurostat's SDG monitoring and Open SDG).
RATIO_CLASSES = ((1.05, Status.AHEAD), (0.95, Status.ON_TRACK), (0.60, Status.BEHIND), (0.0, Status.FAR_BEHIND))
#: Up to which share of the remaining distance may be missing at the end (5 % / 20 %: German sustainability strategy).
SHARE_CLASSES = ((0.05, Status.ON_TRACK), (0.20, Status.BEHIND))


def classes_of_ratio(ratio: Floats) -> Codes:
    """Sort ratios of reached to asked into ahead, on track, behind, far behind, moving away; NaN is not assessable."""
    status = np.full(ratio.shape, code(Status.MOVING_AWAY), dtype=np.int8)
    for least, name in reversed(RATIO_CLASSES):
        status[ratio >= least - TOLERANCE * max(least, 1.0)] = code(name)
    status[np.isnan(ratio)] = code(Status.NOT_ASSESSABLE)
    return status


def compound_ratio(value: Floats, start: Floats, end: Floats, years: Floats, span: Floats) -> Floats:
    """Divide the yearly growth reached by the one asked; NaN where start or end is 0 or the three differ in sign.

    r = ((m/y0)^(1/(t-t0)) - 1) / ((yT/y0)^(1/(T-t0)) - 1): Eurostat, SDG monitoring report, annex on the method
    for indicators with a quantified target. NaN too where the goal starts in its due year.
    """
    with np.errstate(all="ignore"):
        known = (value * start > 0) & (end * start > 0) & (span > 0)
        reached = np.exp(np.log(np.where(known, value / start, np.nan)) / years) - 1
        asked = np.exp(np.log(np.where(known, end / start, np.nan)) / span) - 1
        return np.asarray(reached / asked)


def classes_of_projection(value: Floats, end: Floats, change: Floats, years_left: Floats, upward: Codes) -> Codes:
    """Sort goals by the share of the distance that would be missing at the end if the mean change went on.

    s = missing at the end / missing now; changes that lead away are moving away, NaN is too few points.
    """
    missing, gain = (end - value) * upward, change * upward
    with np.errstate(all="ignore"):
        passed = np.where(gain > 0, 0.0, np.where(gain < 0, np.inf, 1.0))
        share = np.where((missing > 0) & np.isfinite(missing), 1 - gain * years_left / missing, passed)
    status = np.full(value.shape, code(Status.FAR_BEHIND), dtype=np.int8)
    for most, name in reversed(SHARE_CLASSES):
        status[share <= most * (1 + TOLERANCE)] = code(name)
    status[share > 1 + TOLERANCE] = code(Status.MOVING_AWAY)
    status[np.isnan(change)] = code(Status.TOO_FEW_POINTS)
    return status


def standing(value: Floats, mark: Floats, upward: Codes) -> Flags:
    """Mark values that have not fallen behind a mark; shape (n,)."""
    return (value - mark) * upward >= -TOLERANCE * np.abs(mark)
