"""Scores a model over the corpus: right, asked and wrong first proposals, and what would have run.

    OPENAI_BASE_URL=http://127.0.0.1:18080/v1 python -m tests.reasoning.score --all --window 90

`asked` is right where the corpus says so, and else a reading that was missed. `wrong and run`
counts wrong proposals that nobody would have seen first: it has to be 0.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import textwrap
import time
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from kognilang.language.reading import Reading, read
from kognilang.meaning.readings import Entry, Readings, with_entry
from kognilang.meaning.settling import Settling
from kognilang.meaning.understanding import Understood, understand
from kognilang.reasoning.config import model_settings
from kognilang.reasoning.model import WorkspaceModel
from kognilang.reasoning.port import Model, ModelFault
from kognilang.reasoning.translating import Translator
from kognilang.settings import Settings
from kognilang.text.source import Source
from tests.reasoning.corpus import FOLDER, PLACE, Everyday, everyday, library_of, printed


@dataclass
class Scored:
    """What came of one sentence. `result` is right, asked, missed or wrong."""

    one: Everyday
    result: str
    proposed: str
    run: bool
    why: list[str]


def settling_of(one: Everyday, readings: Readings | None = None) -> Settling:
    """Return the sentence's procedure on its way to being understood."""
    library = library_of(one.books)

    def once(text: Source, watched: Iterable[int]) -> tuple[Reading, Understood]:
        reading = read(text)
        settings = Settings(FOLDER, currency="USD")
        return reading, understand(reading, text, library, settings, None, watched)

    return Settling(one.procedure(), False, library, once, readings)


def judged(one: Everyday, text: Source) -> tuple[str, bool]:
    """Return what stands in the sentence's place, as it is printed, and whether it is right."""
    before, _, after = one.text.partition(PLACE)
    inside = before[before.rfind("\n") + 1 :] + text.text[len(before) : len(text.text) - len(after)]
    proposed = printed(one, textwrap.dedent(inside))
    right = {printed(one, sentences).casefold() for sentences in one.right}
    return proposed, proposed.casefold() in right


def score(one: Everyday, translator: Translator) -> Scored:
    """Let the model propose for one sentence, and judge the proposal."""
    readings = Readings()
    run = True
    why: list[str] = []
    for _ in range(4):
        settling = settling_of(one, readings)
        places = settling.open()
        if not places:
            break
        found = translator.propose(settling, places[0])
        why += found.doubts
        if found.trial is None:
            why.append(found.question or found.failed)
            return Scored(one, "missed" if one.right else "asked", "", False, why)
        run = run and found.accepted
        entry = Entry(places[0].sentence, found.meaning, places[0].unit.definition)
        readings = with_entry(readings, entry)
    proposed, right = judged(one, settling.current)
    return Scored(one, "right" if right else "wrong", proposed, run, why)


def score_all(model: Model, translator: Translator, chosen: list[Everyday]) -> list[Scored]:
    """Score sentences one after the other, saying each on standard error."""
    found = []
    for number, one in enumerate(chosen, 1):
        began = time.monotonic()
        scored = score(one, translator)
        found.append(scored)
        print(
            f"{number:3} {scored.result:6} {'RUN ' if scored.run else ''}"
            f"{time.monotonic() - began:5.1f} s  {one.written}\n"
            f"           {scored.proposed.replace(chr(10), ' / ') or '-'}   {scored.why}",
            file=sys.stderr,
            flush=True,
        )
    return found


def report(found: list[Scored]) -> str:
    """Return the figures as lines."""
    lines = []
    parts = {
        "tuned on": [s for s in found if not s.one.held_back],
        "held back": [s for s in found if s.one.held_back],
        "all": found,
    }
    for name, part in parts.items():
        if not part:
            continue
        counts = Counter(one.result for one in part)
        readable = [one for one in part if one.one.right]
        right = sum(one.result == "right" for one in readable)
        share = f"{right / len(readable):.0%}" if readable else "-"
        run = sum(one.run and one.result == "wrong" for one in part)
        lines.append(
            f"{name:10} {len(part):4} sentences: {counts['right']} right, "
            f"{counts['asked']} rightly asked, {counts['missed']} missed, "
            f"{counts['wrong']} wrong · first proposal right {share} of {len(readable)} · "
            f"wrong and run: {run}"
        )
    return "\n".join(lines)


def main() -> int:
    """Score the sentences that the options choose."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--held-back", action="store_true", help="those held back from tuning")
    parser.add_argument("--all", action="store_true", help="those and the others")
    parser.add_argument("--file", default="", help="one file of the corpus")
    parser.add_argument("--every", type=int, default=1, help="each so-manieth sentence alone")
    parser.add_argument("--with-right", action="store_true", help="only those with a reading")
    parser.add_argument("--window", type=int, default=150, help="tokens for the phrases")
    parser.add_argument("--keep", default="", help="a folder that keeps replies for another time")
    options = parser.parse_args()
    settings = model_settings(
        {"model": {"seconds": 600, "per day": {"calls": 100000}, "window": options.window}}
    )
    if not settings.configured:
        print("Set OPENAI_BASE_URL or OPENAI_API_KEY.", file=sys.stderr)
        return 2
    chosen = [
        one
        for one in everyday()
        if (options.all or one.held_back == options.held_back)
        and options.file in ("", one.file)
        and (one.right or not options.with_right)
    ][:: options.every]
    with tempfile.TemporaryDirectory() as folder:
        model = WorkspaceModel(Path(options.keep or folder), settings)
        translator = Translator(model, settings)
        try:
            found = score_all(model, translator, chosen)
        except ModelFault as fault:
            print(fault.message, file=sys.stderr)
            return 1
    print(report(found))
    return 1 if any(one.run and one.result == "wrong" for one in found) else 0


if __name__ == "__main__":
    sys.exit(main())
