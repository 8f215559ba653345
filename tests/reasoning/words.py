"""Scores the readings that a sentence's own words suggest, without a model.

    python -m tests.reasoning.words [worked]

Of the sentences that have a right reading: for how many it is the first that is worked out, and
for how many it is among the first four. Only sentences that are tuned on are shown one by one.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable

from kognilang.meaning.readings import Entry, Readings, with_entry
from kognilang.reasoning.words.nearest import worked_out
from tests.reasoning.corpus import FOLDER, WORKED, Everyday, everyday
from tests.reasoning.score import judged, settling_of

SHOWN = 4


def place_of_right(one: Everyday) -> int:
    """Return where the right reading stands among those worked out, from 0; -1 if it does not."""
    settling = settling_of(one)
    place = settling.open()[0]
    for number, reading in enumerate(worked_out(settling, place, SHOWN, loose=True)):
        entry = Entry(place.sentence, reading.trial.meaning, place.unit.definition)
        if judged(one, settling_of(one, with_entry(Readings(), entry)).current)[1]:
            return number
    return -1


def shares(chosen: Iterable[Everyday]) -> tuple[int, int, int]:
    """Return how many sentences have a right reading, and for how many it is the first, and among
    the first four."""
    places = [place_of_right(one) for one in chosen if one.right]
    return len(places), places.count(0), sum(place >= 0 for place in places)


def main(arguments: list[str]) -> int:
    """Print the figures of the corpus, or of the sentences besides it."""
    folder = WORKED if arguments == ["worked"] else FOLDER
    halves: dict[bool, list[Everyday]] = {}
    for one in everyday(folder):
        halves.setdefault(one.held_back, []).append(one)
    for held_back, chosen in sorted(halves.items()):
        count, first, among = shares(chosen)
        name = "held back" if held_back else "tuned on"
        print(f"{name:10} {count:4} with a right reading: the first {first}, among four {among}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
