"""Triggers: when a block of its own begins a run, and with which settings it starts."""

from __future__ import annotations

from copy import copy
from typing import Any

from kognilang.language import tree
from kognilang.language.words import NUMBER_WORDS
from kognilang.meaning import plan as p
from kognilang.meaning.state import Defined, State
from kognilang.meaning.walking import parts

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
)  # fmt: skip
_PLACES = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": -1}
_UNITS = {
    "second": 1, "minute": 60, "hour": 3600, "day": 86_400, "week": 7 * 86_400,
}  # fmt: skip
_TARGETS = ("to", "otherwise", "end", "again", "nobody")
_EXAMPLES = (
    "Every weekday at 9:00:",
    "Every 15 minutes:",
    "On the first business day of each month at 9:00:",
    'When a file arrives in the folder "inbox":',
    'When a request arrives at "/leave":',
)

Tokens = tuple[tree.Token, ...]


def read_trigger(node: tree.Trigger, state: State) -> p.TriggerInfo | None:
    """Return what sets a trigger off; None, with a problem, where that is not understood."""
    tokens = node.words
    title = " ".join(token.written or token.text for token in tokens)
    line = state.line(node.span)
    made = p.TriggerInfo(-1, "", title, line)
    words = [token.text for token in tokens]
    understood = _arrival(tokens, made) if words[0] in ("when", "whenever") else _time(tokens, made)
    if understood:
        return made
    state.problem(
        "trigger-not-understood",
        f'I cannot tell when "{title}" is',
        state.line_span(line),
        understood=["a block at the top level that begins a run of its own"],
        candidates=list(_EXAMPLES),
    )
    return None


# -- what arrives ------------------------------------------------------------------------


def _arrival(tokens: Tokens, made: p.TriggerInfo) -> bool:
    words = [token.text for token in tokens]
    at = 1
    if at < len(words) and words[at] in ("a", "an"):
        at += 1
    if at < len(words) and words[at] == "new":
        at += 1
    if at + 1 >= len(words) or words[at + 1] not in ("arrives", "comes", "appears"):
        return False
    noun = {"mail": "email"}.get(words[at], words[at])
    rest = tokens[at + 2 :]
    if rest and rest[0].text == "in" and words[at + 1] == "comes" and len(rest) > 1:
        rest = rest[1:] if rest[1].text == "in" else rest
    if noun == "file":
        place = [t for t in rest if t.text not in ("in", "the", "folder", "into")]
        if len(place) != 1 or place[0].kind != "text":
            return False
        made.form, made.parameter, made.place = "file", "file", place[0].text
        return True
    if noun == "request":
        place = [t for t in rest if t.text not in ("at", "the", "address")]
        if len(place) != 1 or place[0].kind != "text" or not place[0].text.startswith("/"):
            return False
        made.form, made.parameter, made.place = "request", "request", place[0].text
        return True
    return noun == "email" and _email(rest, made)


def _email(rest: Tokens, made: p.TriggerInfo) -> bool:
    made.form, made.parameter = "email", "email"
    while rest:
        if rest[0].text == "from" and len(rest) > 1 and rest[1].kind == "text":
            made.place, rest = rest[1].text, rest[2:]
            continue
        plain = [t.text for t in rest]
        for skip in (
            ["with", "the", "subject"], ["whose", "subject", "contains"],
            ["whose", "subject", "is"], ["about"],
        ):  # fmt: skip
            count = len(skip)
            if plain[:count] == skip and len(rest) > count and rest[count].kind == "text":
                made.subject, rest = rest[count].text, rest[count + 1 :]
                break
        else:
            return False
    return True


# -- when it is time ---------------------------------------------------------------------


def _time(tokens: Tokens, made: p.TriggerInfo) -> bool:
    made.form = "schedule"
    tokens = tuple(t for t in tokens if t.text != ",")
    at = next((n for n, t in enumerate(tokens) if t.text == "at"), len(tokens))
    head, clock = tokens[:at], tokens[at + 1 :]
    if at < len(tokens):
        times = tuple(t.text for t in clock if t.kind == "time")
        if not times or any(t.kind != "time" and t.text not in ("and", "or") for t in clock):
            return False
        made.times = times
    words = [t.text for t in head]
    if words[0] in ("every", "each"):
        return _every(head[1:], made)
    return words[:1] == ["on"] and _on(head[1:], made)


def _every(tokens: Tokens, made: p.TriggerInfo) -> bool:
    words = [t.text for t in tokens if t.text != "and"]
    if not words:
        return False
    if len(tokens) == 1 and tokens[0].kind == "duration":
        count, _, unit = tokens[0].text.partition(" ")
        return _interval(count, unit, made)
    if len(words) == 2 and words[0] in ("other", "second") and words[1] == "day":
        return _interval("2", "day", made)
    if len(words) == 2 and words[0] in NUMBER_WORDS:
        return _interval(str(NUMBER_WORDS[words[0]]), words[1], made)
    if len(words) == 1 and words[0] in ("hour", "minute", "second"):
        return _interval("1", words[0], made)
    if words == ["month"] or words == ["year"]:
        made.days = ("1",)
        made.months = (1,) if words == ["year"] else ()
        return True
    if words == ["week"]:
        made.days = ("monday",)
        return True
    named = {
        "day": WEEKDAYS, "weekday": WEEKDAYS[:5], "weekend": WEEKDAYS[5:],
        "morning": WEEKDAYS, "night": WEEKDAYS,
    }  # fmt: skip
    if words == ["business", "day"] or words == ["working", "day"]:
        made.days = ("business day",)
        return True
    found: list[str] = []
    for word in words:
        day = word.removesuffix("s")
        if word in named:
            if word in ("morning", "night") and not made.times:
                return False
            found += named[word]
        elif day in WEEKDAYS:
            found.append(day)
        else:
            return False
    made.days = tuple(dict.fromkeys(found))
    return True


def _interval(count: str, unit: str, made: p.TriggerInfo) -> bool:
    seconds = _UNITS.get(unit.removesuffix("s"), 0)
    if not seconds or not count.isdigit() or not int(count):
        return False
    if seconds < 86_400 and made.times:
        return False
    made.seconds = seconds * int(count)
    return True


def _on(tokens: Tokens, made: p.TriggerInfo) -> bool:
    """Read `the first business day of each month`, `the 15th of each month`, `Mondays`."""
    words = [t.text for t in tokens if t.text not in ("the", "and")]
    if (
        words
        and words[-1].removesuffix("s") in WEEKDAYS
        and all(word.removesuffix("s") in WEEKDAYS for word in words)
    ):
        made.days = tuple(word.removesuffix("s") for word in words)
        return True
    for ending in (["of", "each", "month"], ["of", "every", "month"], ["of", "the", "month"],
                   ["of", "month"]):  # fmt: skip
        if words[-len(ending) :] == ending:
            return _of_month(words[: -len(ending)], made)
    if len(words) >= 4 and words[-2] in ("every", "each") and words[-1] in ("quarter", "year"):
        made.months = (1, 4, 7, 10) if words[-1] == "quarter" else (1,)
        return words[-3] == "of" and _of_month(words[:-3], made)
    if len(words) == 3 and words[1] == "of" and words[2] in MONTHS:
        made.months = (MONTHS.index(words[2]) + 1,)
        return _of_month(words[:1], made)
    return False


def _of_month(words: list[str], made: p.TriggerInfo) -> bool:
    found = []
    for word in words if len(words) > 1 and all(_number(word) for word in words) else ():
        found.append(str(_number(word)))
    if found:
        made.days = tuple(found)
        return True
    if len(words) == 1 and _number(words[0]):
        made.days = (str(_number(words[0])),)
        return True
    if not words or words[0] not in _PLACES:
        return False
    what = " ".join(words[1:])
    if what in ("business day", "working day", "weekday", "day", *WEEKDAYS):
        made.days = (f"{_PLACES[words[0]]} {'business day' if what == 'working day' else what}",)
        return True
    return False


def _number(word: str) -> int:
    digits = word.rstrip("stndrh")
    return int(digits) if digits.isdigit() and word != digits and 1 <= int(digits) <= 31 else 0


# -- how its run begins --------------------------------------------------------------------


class Entries:
    """Plans how the runs of the triggers begin: the settings above, then the trigger's steps."""

    def __init__(self, state: State) -> None:
        self.state = state
        self.settings: list[tuple[tree.Setting, int, int]] = []

    def note(self, item: tree.Step, begin: int) -> None:
        """Note where a main step was planned, if it is a setting."""
        if isinstance(item, tree.Setting) and isinstance(item.target, tree.Name):
            self.settings.append((item, begin, self.state.builder.here))

    def enter(self, defined: Defined, info: p.TriggerInfo, end: int) -> None:
        """Plan the beginning of a trigger's runs; its own steps end at `end`."""
        state, builder = self.state, self.state.builder
        assert defined.node is not None
        own = state.plan.instructions[state.plan.procedures[defined.number].start : end]
        info.procedure, info.start = defined.number, builder.here
        given: set[str] = set()
        for item, begin, after in self.settings:
            if item.span[0] < defined.node.span[0]:
                given |= self._again(begin, after)
        builder.sentence = len(state.plan.sentences)
        state.plan.sentences.append(
            p.Sentence(f"{info.title}:", info.title, state.source.name, info.line)
        )
        args = (p.NameRead("~event"),) if info.parameter else ()
        builder.add(p.Call(defined.number, args))
        builder.add(p.End())
        state.plan.triggers = (*state.plan.triggers, info)
        self._hold_against(own, given | {name for name, _ in state.plan.constants}, info)

    def _again(self, begin: int, after: int) -> set[str]:
        """Plan a setting once more; return the names that it sets."""
        instructions = self.state.plan.instructions
        moved = self.state.builder.here - begin
        names = set()
        for one in instructions[begin:after]:
            made = copy(one)
            for target in _TARGETS:
                place = getattr(made, target, None)
                if isinstance(place, int) and begin <= place <= after:
                    setattr(made, target, place + moved)
            instructions.append(made)
            names.add(getattr(made, "name", "") or getattr(made, "result", ""))
        return names

    def _hold_against(self, own: list[p.Instruction], given: set[str], info: p.TriggerInfo) -> None:
        """Report a name of the main steps that the trigger's run starts without."""
        state = self.state
        known = set(given) | {info.parameter}
        for one in own:
            for name in ("name", "result", "item"):
                known.add(getattr(one, name, "") or "")
        told: set[str] = set()
        for one in own:
            for x in parts(one):
                if not isinstance(x, p.NameRead) or x.name.startswith("~") or x.name in known:
                    continue
                holder: Any = state.scope.find(x.name)
                if holder is None or x.name in told:
                    continue
                told.add(x.name)
                state.problem(
                    "trigger-name-not-set",
                    f'"the {x.name}" is set by a step that the runs of this trigger do not do.',
                    state.line_span(state.plan.sentences[one.sentence].line),
                    understood=[
                        f"a run begun by a trigger starts with the settings above line {info.line}"
                    ],
                    detail=["Put that step into the trigger's own block."],
                )
