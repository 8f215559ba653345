"""Claims: why a condition does not hold, in words and with the values that it compares."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from kognilang.meaning import plan as p
from kognilang.meaning.walking import parts, reads_item
from kognilang.running.collections import things
from kognilang.running.labels import compared, label
from kognilang.values import explaining
from kognilang.values.kinding import article
from kognilang.values.kinds import Exceptional, Record, Thing
from kognilang.values.naming import and_list
from kognilang.values.nouns import capital
from kognilang.values.shown import told

if TYPE_CHECKING:
    from kognilang.running.code import Code
    from kognilang.running.frames import Frame

NAMED = 3
"""So many of the things for which a condition fails are named."""


class Claims:
    """The conditions of one instruction; worked out only when one has failed."""

    def __init__(self, code: Code, pc: int) -> None:
        self.code = code
        self.pc = pc

    def failing(self, condition: p.X, frame: Frame) -> str:
        """Return a sentence without its period that says why a condition does not hold; empty
        where the condition's own words say it best."""
        depth = len(frame.items)
        try:
            return self._failing(condition, frame)
        except Exceptional:
            return ""
        finally:
            del frame.items[depth:]

    def values(self, condition: p.X, frame: Frame) -> tuple[tuple[str, Any], ...]:
        """Return what a condition compares, as (label, value), with the things whose fields they
        are, where these are not told already."""
        found: dict[str, Any] = {}
        for words, side in compared(condition):
            owner = side.of if isinstance(side, p.FieldRead) else None
            if isinstance(owner, p.NameRead):
                self._note(found, label(owner), owner, frame, only_record=True)
            self._note(found, words, side, frame)
        return tuple(found.items())

    def targets(self, condition: p.X, frame: Frame) -> tuple[tuple[str, Any, str], ...]:
        """Return what a condition compares that an answer could put right, as (label, thing,
        field), or (label, None, name) for a name of the frame that holds a plain value."""
        found: list[tuple[str, Any, str]] = []
        for side in parts(condition):
            if isinstance(side, p.FieldRead) and not reads_item(side):
                depth = len(frame.items)
                try:
                    owner = self._value(side.of, frame)
                except Exceptional:
                    del frame.items[depth:]
                    continue
                one = (self.words(side), owner, side.name)
                if isinstance(owner, Record) and one not in found:
                    found.append(one)
            elif (
                isinstance(side, p.NameRead)
                and "~" not in side.name
                and side.name in frame.names
                and not isinstance(frame.names[side.name], Thing)
                and (self.words(side), None, side.name) not in found
            ):
                found.append((self.words(side), None, side.name))
        return tuple(found)

    def suggestions(self, condition: p.X, frame: Frame) -> tuple[str, ...]:
        """Return a sentence that would make an equation true, where it can be typed."""
        if not isinstance(condition, p.Comparison) or condition.op not in ("=", "exactly"):
            return ()
        left = condition.left
        if not isinstance(left, p.FieldRead) or not isinstance(left.of, p.NameRead):
            return ()
        try:
            value = self._value(condition.right, frame)
        except Exceptional:
            return ()
        if isinstance(value, Record) or value is None:
            return ()
        return (f"Set {self.words(left)} to {told(value)}. Try again.",)

    def words(self, x: p.X) -> str:
        """Return an expression in words, with the capitals of the text."""
        return self.code.expressions.spelled(label(x))

    def _note(
        self, found: dict[str, Any], words: str, x: p.X, frame: Frame, only_record: bool = False
    ) -> None:
        words = self.code.expressions.spelled(words)
        if words in found:
            return
        depth = len(frame.items)
        try:
            value = self._value(x, frame)
        except Exceptional:
            del frame.items[depth:]
            value = None
        if not only_record or isinstance(value, Record):
            found[words] = value

    def _value(self, x: p.X, frame: Frame) -> Any:
        return self.code.expressions.afresh(x, str(self.pc))(frame)

    # -- the sorts of conditions -----------------------------------------------------------

    def _failing(self, x: p.X, frame: Frame) -> str:
        work = _SORTS.get(type(x))
        return work(self, x, frame) if work is not None else ""

    def _comparison(self, x: p.Comparison, frame: Frame) -> str:
        left, right = self._value(x.left, frame), self._value(x.right, frame)
        extra = [self._value(one, frame) for one in x.extra]
        subject, other = self.words(x.left), self.words(x.right)
        if isinstance(left, Record) and isinstance(right, Record):
            one, that = explaining.told_apart(left, right)
            if not other:
                return f"{capital(one)} is not {that}"
            return f"{capital(one)} is not {other}: that is {that}"
        context = self.code.machine.world.context
        return capital(explaining.claim(context, subject, x.op, left, right, extra))

    def _operation(self, x: p.Operation, frame: Frame) -> str:
        """An adjective that does not fit: say what the thing is instead."""
        if len(x.args) != 1:
            return ""
        words = self.words(x.args[0])
        value = self._value(x.args[0], frame)
        if not words or isinstance(value, Thing):
            return ""
        return f"{capital(words)} is {told(value)}, not {x.name.removeprefix('is ')}"

    def _logic(self, x: p.Logic, frame: Frame) -> str:
        if x.op == "not":
            (part,) = x.parts
            if isinstance(part, p.IsBlank):
                words = self.words(part.of)
                return f"{capital(words)} is blank" if words else ""
            return ""
        reasons = []
        for part in x.parts:
            if x.op == "and" and self.code.expressions.afresh(part, str(self.pc))(frame):
                continue
            reason = self._failing(part, frame)
            if x.op == "and" or not reason:
                return reason
            reasons.append(reason)
        rest = [one[:1].lower() + one[1:] for one in reasons[1:]]
        return and_list([*reasons[:1], *rest])

    def _blank(self, x: p.IsBlank, frame: Frame) -> str:
        words = self.words(x.of)
        value = self._value(x.of, frame)
        return f"{capital(words)} is {told(value)}, not blank" if words else ""

    def _kind(self, x: p.KindTest, frame: Frame) -> str:
        words = self.words(x.of)
        value = self._value(x.of, frame)
        return f"{capital(words)} is {told(value)}, not {article(x.kind)}" if words else ""

    def _quantify(self, x: p.Quantify, frame: Frame) -> str:
        """Name the things that a claim about all, or about none, does not fit."""
        if x.quantifier not in ("every", "no"):
            return ""
        test = self.code.expressions.afresh(x.condition, str(self.pc))
        wanted = x.quantifier == "every"
        frame.items.append(None)
        odd = []
        for one in things(self._value(x.collection, frame)):
            frame.items[-1] = one
            if test(frame) is not wanted:
                odd.append(one)
        if not odd:
            return ""
        frame.items[-1] = odd[0]
        reason = self._failing(x.condition, frame) if wanted and len(odd) == 1 else ""
        frame.items.pop()
        named = and_list([told(one) for one in odd[:NAMED]])
        if len(odd) > NAMED:
            named += f" and {len(odd) - NAMED} more"
        if reason.startswith("Its "):
            return f"{capital(named)}: {reason[:1].lower()}{reason[1:]}"
        verb = "does" if len(odd) == 1 else "do"
        claim = "not fit" if wanted else ""
        return f"{capital(named)} {verb} {claim}".rstrip() if claim else ""


_SORTS: dict[type, Callable[[Claims, Any, Any], str]] = {
    p.Comparison: Claims._comparison,
    p.Logic: Claims._logic,
    p.IsBlank: Claims._blank,
    p.KindTest: Claims._kind,
    p.Quantify: Claims._quantify,
    p.Operation: Claims._operation,
}
