"""Back-tests of learnings: shown, and agreed to before one is switched on."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING, Any

from kognilang.terminal import exits
from kognilang.terminal.learned import SHOWN, only
from kognilang.terminal.refusal import Refusal
from kognilang.terminal.screen import Screen
from kognilang.terminal.settling import sure
from kognilang.terminal.words import counted
from kognilang.terminal.wrapping import wrapped

if TYPE_CHECKING:
    from kognilang.asking.taught import Taught
    from kognilang.journal.learnings import LearningRow
    from kognilang.session import Session
    from kognilang.session.backtesting import BackTest, Conflict
    from kognilang.session.learnings import Listed


def test(session: Session, words: list[str], options: Namespace, screen: Screen) -> int:
    """Show what a learning would have answered, and what people really did."""
    from kognilang.session.backtesting import back_test, conflicts
    from kognilang.session.learnings import find

    one = find(session, only(words, "test"))
    taught = readable(one)
    row = one.row
    found = back_test(session, taught, row.scope, row.path)
    against = conflicts(session, taught, row.scope, row.path, row.id)
    if screen.json:
        screen.document({"id": row.id, **test_data(found, against)})
        return exits.FINISHED
    for line in tested(found, against, screen.text_width):
        screen.put(line)
    return exits.FINISHED


def tested(found: BackTest, against: list[Conflict], width: int) -> list[str]:
    """Lay a back-test out: the past questions, what people answered, and what it contradicts."""
    from kognilang.asking.showing import named

    lines: list[str] = []
    if not found.past:
        lines.append("It would have answered none of the past questions.")
    else:
        same = sum(one.same is True and not one.fault for one in found.past)
        many = len(found.past)
        how = "as people did" if same == many else f"{same} of them as people did"
        told = f"It would have answered {counted(many, 'past question')}, {how}:"
        lines += wrapped(told, width)
        ordered = sorted(found.past, key=lambda one: one.same is True)
        for one in ordered[:SHOWN]:
            question = one.question
            about = question.item or question.text.split("\n")[0]
            sign = {True: "the same", False: "it would do OTHERWISE", None: "perhaps otherwise"}
            verdict = f"it would FAIL ({one.fault.rstrip('.')})" if one.fault else sign[one.same]
            by = f" by {named(one.answer.by)}" if one.answer.by else ""
            answer = " ".join(one.answer.text.split())
            told = f"{about}, answered{by} “{answer}”: {verdict}"
            lines += wrapped(told, width, f"  {question.id:<5}", "       ")
        if len(ordered) > SHOWN:
            lines.append(f"  … and {len(ordered) - SHOWN} more")
    for conflict in against:
        other = conflict.learnt
        word = "does the same" if conflict.alike else "would do something else"
        lines += wrapped(f"{other.id} {word} in this situation:", width)
        lines += [f"      {line}" for line in other.taught.text.split("\n")]
    return lines


def test_data(found: BackTest, against: list[Conflict]) -> dict[str, Any]:
    """Return a back-test as plain data."""
    return {
        "looked_at": found.looked_at,
        "would_answer": [
            {
                "question": one.question.id,
                "item": one.question.item,
                "answered": one.answer.text,
                "by": one.answer.by,
                "same": one.same,
                "fault": one.fault or None,
            }
            for one in found.past
        ],
        "conflicts": [{"id": one.learnt.id, "same": one.alike} for one in against],
    }


def agreed(
    session: Session, taught: Taught, row: LearningRow, options: Namespace, screen: Screen
) -> bool:
    """Show a back-test; where people answered otherwise, or another learning does, ask whether
    to switch it on all the same."""
    from kognilang.session.backtesting import back_test, conflicts

    found = back_test(session, taught, row.scope, row.path)
    against = conflicts(session, taught, row.scope, row.path, row.id)
    for line in tested(found, against, screen.text_width):
        screen.note(line)
    if not found.differing and all(one.alike for one in against):
        return True
    return sure("Switch it on all the same?", options, screen)


def readable(one: Listed) -> Taught:
    """Return what a learning says. Raises Refusal where it cannot be read any more."""
    if one.taught is None:
        raise Refusal(
            f"{one.row.id} cannot be read any more, so it is not used.",
            (f"kog learnings edit {one.row.id}   mends it",),
        )
    return one.taught
