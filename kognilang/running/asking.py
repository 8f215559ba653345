"""Asking people: the sentences that ask, and what an answer to them changes."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from kognilang.meaning import plan as p
from kognilang.running import deadlines
from kognilang.running.changing import set_field
from kognilang.running.collections import things
from kognilang.running.frames import Asking, Frame, Lane
from kognilang.running.steps import SWITCH, Step
from kognilang.values.kinds import List, Person
from kognilang.values.naming import and_list
from kognilang.values.shown import shown, told

if TYPE_CHECKING:
    from kognilang.running.code import Code
    from kognilang.running.machine import Machine

ANSWER = "~answer"
"""The name under which the last answer is kept."""


def _ask(code: Code, pc: int, one: p.AskPerson) -> Step:
    question = code.value(one.question, pc)
    person = None if one.person is None else code.value(one.person, pc)
    choices = None if one.choices is None else code.value(one.choices, pc)
    about = [(words, code.value(x, pc)) for words, x in one.about]
    within = None if one.within is None else code.value(one.within, pc)
    reminding = None if one.reminding is None else code.value(one.reminding, pc)
    place = None if one.place is None else (code.value(one.place[0], pc), one.place[1])
    machine = code.machine

    def work(lane: Lane, frame: Frame) -> int:
        from kognilang.asking.asked import Asked

        settings = machine.world.settings
        among = () if choices is None else tuple(things(choices(frame)))
        asked = Asked(
            one.form,
            shown(question(frame), settings),
            one.needs,
            among,
            prop=one.place[1] if one.place is not None else one.result,
            about=tuple((words, value(frame)) for words, value in about),
            quorum=one.quorum,
        )
        asking = Asking(
            "",
            "ask",
            one.form,
            thing=None if place is None else place[0](frame),
            prop="" if place is None else place[1],
            needs=one.needs,
            candidates=among,
        )
        deadlines.begin(
            machine,
            asking,
            None if within is None else within(frame),
            None if reminding is None else reminding(frame),
        )
        machine.ask(
            lane, asking, asked, to="" if person is None else role_of(person(frame), one.quorum)
        )
        return SWITCH

    return work


def role_of(person: Any, quorum: int = 1) -> str:
    """Return by what a question's addressee is known: the role, else the name; of several people
    `A and B` where all of them must answer, else `A or B`."""
    if isinstance(person, List):
        each = [role_of(one) for one in person.items]
        return and_list(each, "and" if quorum >= len(each) else "or")
    if isinstance(person, Person):
        return person.title or person.name
    return shown(person)


def answered(
    machine: Machine,
    lane: Lane,
    one: p.AskPerson,
    asking: Asking,
    value: Any,
    by: str,
    own: str = "",
) -> None:
    """Take the answer to an asking sentence and go on after it. `by` says who gave it, `own` by
    what they are told from others, where several must answer."""
    frame = lane.frame
    if one.form in ("approval", "confirm", "review") and value is False:
        from kognilang.asking.troubles import denied

        sentence = machine.sentence(lane)
        machine.trouble(lane, denied(by or "the person asked", _subject(sentence.canonical)))
        return
    if one.quorum > 1:
        who = by or f"person {len(asking.rest) + 1}"
        known = {mark for _, mark, _ in asking.rest}
        mark = (own or who).casefold()
        given = asking.rest if mark in known else (*asking.rest, (who, mark, value))
        if len(given) < one.quorum:
            from kognilang.asking.people import answered_by, several

            asking.rest = given
            people = machine.world.people
            row = machine.store.question(asking.question)
            to = row.to if row is not None else ""
            if mark not in known and " and " in to and len(people.each_of(to)) > 1:
                # Each of those named has a place of their own, which nobody else can take twice.
                words = answered_by([name for name, _, _ in given])
                machine.ask_further(lane, asking, words, people.without(to, own or who))
                return
            words = several([name for name, _, _ in given], one.quorum)
            machine.ask_further(lane, asking, words)
            return
        if any(said != value for _, _, said in given):
            from kognilang.asking.troubles import answers_differ

            settings = machine.world.settings
            machine.trouble(
                lane, answers_differ([(name, shown(said, settings)) for name, _, said in given])
            )
            return
    if asking.thing is not None and asking.prop:
        set_field(machine, asking.thing, asking.prop, value, exact=False)
    frame.names[ANSWER] = value
    if one.result:
        frame.names[one.result] = value
    frame.pc += 1


def _subject(sentence: str) -> str:
    words = sentence.split("\n")[0].rstrip(" .:")
    tail = words.partition(" for ")[2]
    if " to review " in words:
        return f"the sample of {words.rpartition(' of ')[2] or words.partition(' to review ')[2]}"
    return tail or f'what "{told(words)}" asks for'


COMPILERS: dict[type, Callable[[Any, int, Any], Step]] = {p.AskPerson: _ask}
