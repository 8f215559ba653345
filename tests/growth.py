"""Whether work grows with what it is about as it should: in processor time, as a ratio.

No test asserts a time, which says more of the machine than of the program. What else the machine
does can only add to a measurement, so the least of several counts.
"""

from __future__ import annotations

import time
from collections.abc import Callable

TRIES = 5


def assert_grows(few: Callable[[], object], many: Callable[[], object], most: float) -> None:
    """Assert that `many` takes at most `most` times the processor time of `few`."""
    least_few = least_many = float("inf")
    for _ in range(TRIES):
        least_few = min(least_few, _taken(few))
        least_many = min(least_many, _taken(many))
        if least_many <= most * least_few:
            return
    raise AssertionError(f"it takes {least_many / least_few:.1f} times as long, not {most:g}")


def _taken(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began
