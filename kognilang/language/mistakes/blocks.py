"""Mistakes of a sentence and the lines below it."""

from __future__ import annotations

import re

from kognilang.language.mistakes.case import Case, ended
from kognilang.language.mistakes.sentences import other_words
from kognilang.language.rewording import reworded
from kognilang.language.trial import works
from kognilang.problems.problem import Problem


def under_finished(case: Case) -> Problem:
    return Problem(
        "lines-under-finished-sentence",
        "Lines are indented under this sentence, but it is complete",
        span=case.sentence,
        detail=["Move them to the left, or end the sentence in a colon if they belong to it."],
    )


def empty_block(case: Case) -> Problem:
    """Nothing is indented below a sentence that ends in a colon: the next line may be meant."""
    text = case.source.text
    following = text[case.sentence[1] :].split("\n", 2)
    line = following[1].strip() if len(following) > 1 else ""
    one = re.split(r"(?<=\.)\s", line)[0]
    # What is offered is done: no title, note or branch.
    meant = f"{case.text}\n    {one}" if one and works(one) and not _APART.match(one) else ""
    return Problem(
        "empty-block",
        "This sentence needs steps below it, and nothing is indented there",
        span=case.sentence,
        candidates=[meant] if meant else [],
        detail=["What is to be done then stands below it, four spaces to the right."],
    )


_APART = re.compile(r"[#(|]|note:|otherwise|else\b|to |if that fails|if nobody", re.IGNORECASE)


def missing_body(case: Case) -> Problem:
    if case.text.endswith(":"):
        return empty_block(case)
    found = reworded(case.text)
    if found is not None and found.name == "must-be":
        return other_words(case, found)
    return Problem(
        "missing-body",
        "The sentence says when, but not what to do",
        span=case.sentence,
        candidates=[*_with_then(case), f"{case.text}, stop."],
        detail=["Something to do follows after a comma, or is indented below."],
    )


def _with_then(case: Case) -> list[str]:
    """Return `If C` and the line `Then S` below it as one sentence."""
    following = case.source.text[case.sentence[1] :].lstrip(" .").split("\n", 2)
    hit = re.match(r"\s*then,? (.*)", following[1], re.IGNORECASE) if len(following) > 1 else None
    return [f"{case.text}, {hit[1].rstrip()}"] if hit is not None else []


def two_ifs(case: Case) -> Problem:
    """Otherwise could be the opposite of the last If, or of both."""
    second = case.failure.data.get("second")
    if second is not None:
        start = int(second)
        text = case.source.text
        line = text[start:].split("\n", 1)[0].strip()
        number = case.source.line_of(start)
        summary = (
            "Otherwise could mean neither of the two Ifs above, or only not the last one: both"
            " look at the same value"
        )
        detail = [
            f"If it means neither, line {number} begins with Otherwise:",
            f"  Otherwise, {line[:1].lower()}{line[1:]}",
            "If it means only not the last one, put a sentence between the two Ifs, or write the"
            " opposite out: If … is not …",
        ]
    else:
        summary = "Otherwise could belong to either If of the sentence above"
        detail = _laid_out(case) or [
            "Put the inner If into a block of its own, indented below the outer one."
        ]
    return Problem("ambiguous-otherwise", summary, span=case.at, detail=detail)


_INNER = re.compile(
    r"(?P<outer>(?:if|unless) .*?)(?:,|:| then,?) (?P<inner>(?:if|unless) .*)$", re.IGNORECASE
)


def _laid_out(case: Case) -> list[str]:
    """Return both readings of `If A, if B, S. Otherwise, T.` as blocks."""
    text = case.source.text
    line = case.source.line_of(case.at[0])
    before = text[: case.at[0]].rstrip().rsplit("\n", 1)[-1].strip()
    other = text[case.at[0] : case.at[1]].strip()
    hit = _INNER.match(before)
    if hit is None or "\n" in other or line < 1:
        return []
    inner = hit["inner"].rstrip(" ,")
    inner = ended(f"{inner[:1].upper()}{inner[1:]}")
    other = ended(f"{other[:1].upper()}{other[1:]}")
    ways = (
        ("the inner If", f"{hit['outer']}:", f"    {inner}", f"    {other}"),
        ("the outer If", f"{hit['outer']}:", f"    {inner}", other),
    )
    found: list[str] = []
    for which, *lines in ways:
        if not works("\n".join(lines)):
            return []
        found += [f"If it belongs to {which}, write", *(f"  {one}" for one in lines)]
    return found


def no_if(case: Case) -> Problem:
    """Otherwise stands alone, or after an If that has its Otherwise."""
    if case.failure.data.get("closed"):
        return Problem(
            "otherwise-without-if",
            'The "If" above already has its "Otherwise": nothing is left for this one',
            detail=["What has a condition stands before the Otherwise that has none."],
        )
    return Problem(
        "otherwise-without-if",
        '"Otherwise" follows no "If": it belongs to the one directly before it',
        detail=["Join it to its If, or begin it with a condition of its own: If …, …"],
    )


def detail_line(case: Case) -> Problem:
    return Problem(
        "unread-sentence",
        "The lines below are not all details: each says what one thing is",
        span=case.sentence,
        detail=["A detail is written as   the subject is …   or as   the subject: …"],
    )
