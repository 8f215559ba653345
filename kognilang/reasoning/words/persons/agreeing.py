"""Agreeing: what is done only after somebody has agreed to it, or has said yes; and what is done
where nobody answers."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from kognilang.reasoning.situations import Situation
from kognilang.reasoning.words.naming.mentions import MARK, Marked, subject_of
from kognilang.reasoning.words.persons.agreeing_ways import COURSES, DO_IT, NOBODY, THEN, THEN_LAST
from kognilang.reasoning.words.persons.asking import Asked
from kognilang.reasoning.words.persons.parties import person

Steps = Callable[[str], list[tuple[str, float]]]
"""Returns the readings of a part as steps, with their scores, the likeliest first."""
Asking = Callable[[str], list[Asked]]


def courses(
    text: str, sentence: Marked, situation: Situation, steps: Steps, asking: Asking
) -> Iterator[Asked]:
    """Yield the readings of a marked text as an asking step and what is done after it, the
    likeliest first."""
    text = text.strip(" .!")
    then = THEN.match(text) or THEN_LAST.match(text)
    if then is not None and _ends_asking(then["ask"], sentence):
        yield from _then(then, steps, asking)
    nobody = NOBODY.match(text)
    if nobody is not None:
        for first in asking(nobody["ask"])[:1]:
            if first.whole and " within " in first.meaning and "\n" not in first.meaning:
                for step, _ in steps(nobody["do"])[:2]:
                    if "\n" not in step:
                        meaning = f"{first.meaning}\nIf nobody answers, {_small(step)}"
                        yield Asked(meaning, first.score, True)
    for kind, pattern in COURSES:
        found = re.match(rf"(?i){pattern}", text)
        if found is not None:
            yield from _agreed(kind, found, sentence, situation, steps)


def _ends_asking(text: str, sentence: Marked) -> bool:
    mark = re.search(r"⟦(\d+)⟧$", text.strip())
    one = sentence.mentions[int(mark[1])] if mark is not None else None
    return one is not None and (one.kind == "question" or one.words.endswith('?"'))


def _then(then: re.Match[str], steps: Steps, asking: Asking) -> Iterator[Asked]:
    for first in asking(then["ask"])[:1]:
        whether = re.search(r" whether to (.+)\.$", first.meaning)
        if DO_IT.match(then["do"]):
            done = [whether[1]] if whether is not None else []
        else:
            done = [one.rstrip(".") for one, _ in steps(then["do"])[:2] if "\n" not in one]
        lead = "If so" if then["yes"] else "If not"
        if '?"' in first.meaning:
            lead = f"If the answer is {'yes' if then['yes'] else 'no'}"
        for one in done:
            yield Asked(f"{first.meaning}\n{lead}, {_small(one)}.", first.score + 0.2, True)


def _agreed(
    kind: str, found: re.Match[str], sentence: Marked, situation: Situation, steps: Steps
) -> Iterator[Asked]:
    groups = found.groupdict()
    said = next((groups[f"p{one}"] for one in range(1, 10) if groups.get(f"p{one}")), "")
    who = next(person(said, sentence, situation), "") if said else ""
    if not who:
        return
    main = groups["main"]
    if groups.get("thing") or (groups.get("x") or "").startswith("⟦"):
        main = f"{main} {groups.get('thing') or groups['x']}".strip()
    subject = subject_of(situation)
    named = [sentence.mentions[int(one)] for one in MARK.findall(main)]
    things = [one.words for one in named
              if one.words and not one.literal
              and one.kind not in ("person", "question", "new")]  # fmt: skip
    about = things[0].partition("'s ")[0] if things else f"the {subject}" if subject else ""
    for number, (step, score) in enumerate(steps(main)[:2]):
        if "\n" in step or step.startswith(("Ask ", "Get approval", "If ")) or score < 1.0:
            continue
        asks = [f"Ask {who} whether to {_small(step)}\nIf so, {_small(step)}"]
        gets = [f"Get approval from {who} for {about}.\n{step}"] if about else []
        for less, meaning in enumerate([*gets, *asks] if kind == "approval" else [*asks, *gets]):
            yield Asked(meaning, 4.8 - 0.4 * number - 0.5 * less, not less and not number)


def _small(step: str) -> str:
    return step[:1].lower() + step[1:]
