"""The exceptions that come from running itself, worded once."""

from __future__ import annotations

from collections.abc import Sequence

from kognilang.asking.showing import named
from kognilang.journal.records import EffectRow
from kognilang.values.kinds import Exceptional
from kognilang.values.naming import and_list
from kognilang.values.nouns import capital


def interrupted_write(effect: EffectRow, sentence: str) -> Exceptional:
    """A write was begun, and whether it happened is not known. Needs yes (it happened) or no."""
    pairs = (("what it was called with", effect.arguments),) if effect.arguments else ()
    return Exceptional(
        "interrupted-write",
        f"I was interrupted in the middle of this step: {_step(sentence)} "
        f"I cannot know whether it happened.",
        needs="yes/no",
        values=pairs,
    )


def incident(attempts: int, sentence: str) -> Exceptional:
    """A run was taken up several times and never got past a step."""
    return Exceptional(
        "incident",
        f"The program broke off {attempts} times at this step: {_step(sentence)}",
    )


def denied(who: str, subject: str, reply: str = "") -> Exceptional:
    """A person did not approve."""
    said = f' and said "{reply}"' if reply and reply.casefold() not in ("no", "n", "false") else ""
    return Exceptional("denied", f"{capital(named(who))} did not approve {subject}{said}.")


def timed_out(what: str, within: str) -> Exceptional:
    """Something that was waited for did not come in time."""
    return Exceptional("timed-out", f"{capital(what)} did not come within {within}.")


def unanswered(who: str, question: str, within: str) -> Exceptional:
    """A question was not answered in time, and the text does not say what happens then."""
    asked = " ".join(question.split())
    in_time = f" within {within}" if within else " in time"
    return Exceptional(
        "unanswered",
        f"{capital(named(who))} did not answer{in_time}.",
        values=(("what was asked", asked), ("of whom", named(who))),
    )


def answers_differ(given: Sequence[tuple[str, str]]) -> Exceptional:
    """Several people were asked the same and do not agree."""
    told = [f'{named(who)} said "{said}"' for who, said in given]
    message = f"{', '.join(told[:-1])} and {told[-1]}."
    return Exceptional("answers-differ", capital(message))


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
        f"{capital(what)} has gone on {limit:,} times, which is as far as it may go unasked.",
        values=(("the limit", f"{limit:,}"),),
    )


def changed_differently(
    found: Sequence[tuple[str, str, str, Sequence[tuple[str, str]]]], noun: str
) -> Exceptional:
    """Items that ran at the same time have changed the same things in different ways: what, what it
    was and is now, and what each item made of it."""
    what, was, now, given = found[0]
    made = [f"{item} made it {value}" for item, value in given[:3]]
    if len(given) > 3:
        made.append(f"{len(given) - 3} more made it something else again")
    more = f" The same goes for {_things(len(found) - 1)}." if len(found) > 1 else ""
    each = noun or "item"
    alone = "neither knew of the other" if len(given) == 2 else "none knew of the others"
    message = (
        f"{capital(what)} was {was}; at the same time {and_list(made)}, and {alone}. "
        f"It is left at {now}; all else that was done stands.{more} In the text, "
        f'"Process each {each} as follows:" would take one after the other.'
    )
    pairs = [
        (what, f"{was} before; {', '.join(f'{value} by {item}' for item, value in given[:8])}")
        for what, was, _, given in found[:8]
    ]
    return Exceptional("changed-differently", message, values=tuple(pairs))


def apart_from_the_rest(found: Sequence[tuple[str, str]]) -> Exceptional:
    """What some items have done to a name around their loop does not go with what others did: the
    items, and why not."""
    item, why = found[0]
    more = f" The same goes for {_things(len(found) - 1)}." if len(found) > 1 else ""
    message = f"What {item} has changed could not be taken over: {why}{more} All else stands."
    return Exceptional("changed-differently", message, values=tuple(found[:8]))


def _step(sentence: str) -> str:
    """A sentence within another; what goes on below it is left out."""
    text = sentence.rstrip(" .:")
    return f"{text} …" if text.endswith(" with") else f"{text}."


def _things(count: int) -> str:
    return "one more thing" if count == 1 else f"{count} more things"
