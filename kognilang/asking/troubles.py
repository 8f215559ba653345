"""The exceptions that come from running itself, worded once."""

from __future__ import annotations

from collections.abc import Sequence

from kognilang.asking.showing import named
from kognilang.journal.records import EffectRow
from kognilang.values.kinds import Exceptional


def interrupted_write(effect: EffectRow, sentence: str) -> Exceptional:
    """A write was begun, and whether it happened is not known. Needs yes (it happened) or no."""
    pairs = (("what it was called with", effect.arguments),) if effect.arguments else ()
    return Exceptional(
        "interrupted-write",
        f"I was interrupted in the middle of this step: {sentence.rstrip(' .:')}. "
        f"I cannot know whether it happened.",
        needs="yes/no",
        values=pairs,
    )


def incident(attempts: int, sentence: str) -> Exceptional:
    """A run was taken up several times and never got past a step."""
    return Exceptional(
        "incident",
        f"The program broke off {attempts} times at this step: {sentence.rstrip(' .:')}.",
    )


def denied(who: str, subject: str, reply: str = "") -> Exceptional:
    """A person did not approve."""
    said = f' and said "{reply}"' if reply and reply.casefold() not in ("no", "n", "false") else ""
    return Exceptional("denied", f"{_capital(named(who))} did not approve {subject}{said}.")


def timed_out(what: str, within: str) -> Exceptional:
    """Something that was waited for did not come in time."""
    return Exceptional("timed-out", f"{_capital(what)} did not come within {within}.")


def unanswered(who: str, question: str, within: str) -> Exceptional:
    """A question was not answered in time, and the text does not say what happens then."""
    asked = " ".join(question.split())
    in_time = f" within {within}" if within else " in time"
    return Exceptional(
        "unanswered",
        f"{_capital(named(who))} did not answer{in_time}.",
        values=(("what was asked", asked), ("of whom", named(who))),
    )


def answers_differ(given: Sequence[tuple[str, str]]) -> Exceptional:
    """Several people were asked the same and do not agree."""
    told = [f'{named(who)} said "{said}"' for who, said in given]
    message = f"{', '.join(told[:-1])} and {told[-1]}."
    return Exceptional("answers-differ", _capital(message))


def run_limit(what: str, limit: str) -> Exceptional:
    """A run as a whole went on for longer than it may."""
    return Exceptional(
        "run-limit",
        f"This run {what} {limit}, which is as far as it may go unasked. If it does what it "
        "should, try again: it may then go as far once more.",
        values=(("the limit", limit.removeprefix("for ")),),
    )


def limit_reached(what: str, limit: int) -> Exceptional:
    """A loop or a procedure went on for longer than it may: `this loop`, `this procedure`."""
    return Exceptional(
        "limit-reached",
        f"{_capital(what)} has gone on {limit:,} times, which is as far as it may go unasked.",
        values=(("the limit", f"{limit:,}"),),
    )


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
