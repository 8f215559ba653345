"""Steps with steps below them: choices, loops, lanes, guards and waits."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from kognilang.language import tree
from kognilang.language.words import plural
from kognilang.meaning import plan as p
from kognilang.meaning.branches import Branches
from kognilang.meaning.builder import Loop
from kognilang.meaning.conditions import Resolved
from kognilang.meaning.kinds import ANY, NUMBER, Kind, collection_of
from kognilang.meaning.matcher import CHUNK
from kognilang.meaning.needed import length_of, needs
from kognilang.meaning.scopes import Known, Scope
from kognilang.meaning.state import State, Value
from kognilang.values.nouns import with_article

if TYPE_CHECKING:
    from kognilang.meaning.expressions import Expressions
    from kognilang.meaning.steps import Steps


class Blocks:
    """Plans the steps that hold others."""

    def __init__(self, state: State, expressions: Expressions, steps: Steps) -> None:
        self.state = state
        self.expressions = expressions
        self.steps = steps
        self.branches = Branches(state, steps)

    # -- choosing -------------------------------------------------------------------

    def choose(self, step: tree.If) -> None:
        """`If C: … Otherwise, if C: … Otherwise: …`"""
        builder = self.state.builder
        ends: list[p.Jump] = []
        last = len(step.branches) - 1
        for at, (condition, body) in enumerate(step.branches):
            branch = builder.add(p.Branch(self.expressions.conditions.resolve(condition), 0))
            self._below(body)
            if at < last or step.otherwise is not None:
                ends.append(builder.add(p.Jump(0)))
            branch.otherwise = builder.here
        if step.otherwise is not None:
            self._below(step.otherwise)
        for jump in ends:
            jump.to = builder.here

    def depending(self, step: tree.DependingOn) -> None:
        """`Depending on V:` with cases about the value."""
        builder = self.state.builder
        value = self.expressions.resolve(step.value)
        name = builder.temporary()
        builder.add(p.Set(name, value.x))
        ends: list[p.Jump] = []
        for condition, body in step.cases:
            with self.state.looking_at(value.kind, p.NameRead(name)):
                test = self.expressions.conditions.resolve(condition)
            branch = builder.add(p.Branch(test, 0))
            self._below(body)
            ends.append(builder.add(p.Jump(0)))
            branch.otherwise = builder.here
        if step.otherwise is not None:
            self._below(step.otherwise)
        for jump in ends:
            jump.to = builder.here

    def _below(self, body: tree.Body) -> None:
        """Plan a block; its first sentence may speak of what the head named."""
        state = self.state
        state.produced = None
        head = state.mentions
        self.steps.body(body)
        state.mentions = head
        state.produced = None

    # -- loops ----------------------------------------------------------------------

    def for_each(self, step: tree.ForEach) -> None:
        """`For each order in the orders:`"""
        builder = self.state.builder
        collection = self._collection(step.item, step.collection)
        noun = self._noun(step.item)
        loop = Loop("for", builder.number(), noun)
        builder.add(p.LoopBegin(loop.number, collection.x))
        loop.again = builder.here
        scope = Scope("loop", self.state.scope, noun=noun)
        item = self._item(scope, noun, step, collection)
        following = builder.add(p.LoopNext(loop.number, item, 0))
        self._round(loop, scope, step.body)
        builder.add(p.Jump(loop.again))
        following.end = builder.here
        self._close(loop)

    def _noun(self, item: str) -> str:
        """Return what one of the things is called: `each overdue order` is an order."""
        scope = self.state.scope
        words = item.split()
        if scope.find(plural(item)) is not None:
            return item
        for cut in range(1, len(words)):
            noun = " ".join(words[cut:])
            if " ".join(words[:cut]) in self.state.adjectives and scope.collection(noun):
                return noun
        return item

    def _item(self, scope: Scope, name: str, step: tree.ForEach, collection: Value) -> str:
        """Name a loop's item in the plan: apart from any name that it hides."""
        hidden = self.state.scope.find(name) is not None or self.state.scope.find_later(name)
        plan_name = f"{name}~{self.state.builder.number()}" if hidden else name
        kind = _called(collection.kind.item, name)
        scope.names[name] = Known(
            name, plan_name, kind, self.state.line(step.span), "the loop's item"
        )
        self.state.mention(name, p.NameRead(plan_name), kind)
        return plan_name

    def _collection(self, item: str, node: tree.Expr) -> Value:
        """Return what is walked: without `in`, the collection that the item's noun is one of."""
        state = self.state
        if isinstance(node, tree.Name):
            single = tree.Name(node.name, node.determiner, node.quoted, span=node.span)
            value = self.expressions.collections.walked(single)
        else:
            value = self.expressions.resolve(node)
        if value.kind.word == "folder":
            value = self._in_folder(item, value, node)
        if value.kind.word not in ("any", "list", "table", "record", "nothing"):
            state.problem(
                "not-a-collection",
                "Only a list or a table can be gone through, and this is"
                f" {with_article(value.kind.word)}.",
                node.span,
                candidates=[f"For each {item} in the {plural(item)}:"],
            )
        if not value.kind.many:
            return Value(value.x, collection_of(item))
        return value

    def _in_folder(self, item: str, folder: Value, node: tree.Expr) -> Value:
        """Return what of a folder is walked: `each PDF in the folder "in"` is each of the PDFs
        in it; the folder itself where a folder holds no such things."""
        span = node.span
        words = [tree.Token("word", one, span, one) for one in ("the", *plural(item).split(), "in")]
        chunk = tree.Token(CHUNK, "", span, "", Resolved(folder))
        return self.expressions.calls.noun([*words, chunk]) or folder

    def process_each(self, step: tree.ProcessEach) -> None:
        """`Process each order as follows:`: a lane for each."""
        state, builder = self.state, self.state.builder
        collection = self._collection(step.item, step.collection)
        noun = self._noun(step.item)
        number = builder.number()
        lanes = builder.add(p.Lanes(number, noun, collection.x, 0, noun, step.at_once))
        scope = Scope("lane", state.scope, noun=noun, parallel=step.at_once is not None)
        kind = _called(collection.kind.item, noun)
        scope.names[noun] = Known(noun, noun, kind, state.line(step.span), "the loop's item")
        state.mention(noun, p.NameRead(noun), kind)
        outer, builder.open = builder.open, [Loop("lane", number, noun)]
        self._inside(scope, step.body)
        builder.open = outer
        builder.add(p.LaneEnd())
        lanes.end = builder.here

    def _inside(self, scope: Scope, body: tree.Body) -> None:
        state = self.state
        outer = state.scope
        state.scope = scope
        if scope.form == "lane":
            from kognilang.meaning.prescan import names_set

            scope.later = names_set(body, state)
            scope.later.pop(scope.noun, None)
        self._below(body)
        state.scope = outer

    def _round(self, loop: Loop, scope: Scope, body: tree.Body) -> None:
        builder = self.state.builder
        builder.open.append(loop)
        self._inside(scope, body)
        builder.open.pop()

    def _close(self, loop: Loop) -> None:
        """Fill in the loop's end, now that it is known."""
        here = self.state.builder.here
        for instruction in loop.leaving:
            if isinstance(instruction, p.Jump):
                instruction.to = here
            else:
                instruction.end = here

    def repeat(self, step: tree.Repeat) -> None:
        """`Repeat 3 times:`"""
        builder = self.state.builder
        times = self.expressions.resolve(step.times)
        needs(self.state, step.times, times, "a number")
        loop = Loop("for", builder.number())
        known = isinstance(times.x, p.Const) and str(times.x.value).isdigit()
        rounds = times.x if known else p.Operation("rounds", (times.x,))
        numbers = p.Operation("range", (p.Const(Decimal(1)), rounds))
        builder.add(p.LoopBegin(loop.number, numbers))
        loop.again = builder.here
        following = builder.add(p.LoopNext(loop.number, "", 0))
        self._round(loop, Scope("loop", self.state.scope), step.body)
        builder.add(p.Jump(loop.again))
        following.end = builder.here
        self._close(loop)

    def while_(self, step: tree.While) -> None:
        """`While C:` and `Until C:`; what the condition reads is read afresh each round."""
        builder = self.state.builder
        loop = Loop("while", builder.number(), again=builder.here)
        builder.add(p.LoopCheck(loop.number))
        test = self.expressions.conditions.resolve(step.condition)
        branch = builder.add(p.Branch(p.Logic("not", (test,)) if step.until else test, 0))
        self._round(loop, Scope("loop", self.state.scope), step.body)
        builder.add(p.Jump(loop.again))
        branch.otherwise = builder.here
        self._close(loop)

    def skip(self, step: tree.SkipItem) -> None:
        """`Skip this order.`: the rest of its round is left out."""
        state, builder = self.state, self.state.builder
        wanted = step.noun
        if state.in_answer and wanted == "step":
            builder.add(p.Resume("skip-step"))
            return
        for at in range(len(builder.open) - 1, -1, -1):
            loop = builder.open[at]
            if loop.form == "branch":
                self._leave(builder.open[at + 1 :])
                self.branches.leave(loop, lambda: self.skip(step))
                return
            if loop.form == "guard" or not (
                wanted in ("", "item", "one", loop.noun) or loop.noun.endswith(" " + wanted)
            ):
                continue
            self._leave(builder.open[at + 1 :])
            if loop.form == "lane":
                builder.add(p.LaneEnd(True))
            else:
                builder.add(p.Jump(loop.again))
            return
        if state.in_answer:
            # The item is that of the step that asked.
            builder.add(p.Resume("skip-item"))
            return
        loops = [loop.noun for loop in builder.open if loop.noun]
        inside = state.scope.frame.form == "procedure"
        state.problem(
            "skip-outside",
            f"There is no {wanted or 'item'} to skip here: nothing is repeated for each one",
            step.span,
            understood=[f"the loops around it: each {noun}" for noun in loops],
            candidates=[f"Skip this {noun}." for noun in reversed(loops)]
            or (["Return."] if inside else ["Stop."]),
            detail=[_GOING_BACK.format(wanted or "order")] if inside and not loops else [],
        )

    def _leave(self, inner: list[Loop]) -> None:
        """Leave the loops and guards inside the one that is gone on with."""
        builder = self.state.builder
        for loop in reversed(inner):
            if loop.form == "guard":
                builder.add(p.GuardEnd(loop.number))
            elif loop.form == "for":
                leaving = builder.add(p.LoopLeave(loop.number, 0))
                leaving.end = builder.here

    def stop_repeating(self, step: tree.StopRepeating) -> None:
        """`Stop repeating.`: leave the innermost loop."""
        builder = self.state.builder
        for at in range(len(builder.open) - 1, -1, -1):
            loop = builder.open[at]
            if loop.form == "guard":
                continue
            self._leave(builder.open[at + 1 :])
            if loop.form == "branch":
                self.branches.leave(loop, lambda: self.stop_repeating(step))
                return
            if loop.form == "lane":
                builder.add(p.LaneStop())
            elif loop.form == "while":
                loop.leaving.append(builder.add(p.Jump(0)))
            else:
                loop.leaving.append(builder.add(p.LoopLeave(loop.number, 0)))
            return
        self.state.problem(
            "stop-repeating-outside",
            "Nothing is repeated here that could be stopped.",
            step.span,
            candidates=["Stop."],
        )

    def unread(self, step: tree.Unread) -> None:
        """The steps of a head that did not parse: nothing of them runs, since the text is
        refused, but what is wrong in them is told with the rest."""
        from kognilang.meaning.meant import note_meant

        note_meant(self.state, step.span)
        if step.text[:4].lower() == "ask ":
            # What is done with the answer is no second problem.
            self.state.asked = self.state.asked or ANY
        if not step.loops:
            self._below(step.steps)
            return
        scope = Scope("loop", self.state.scope, noun=step.item)
        if step.item:
            scope.names[step.item] = Known(
                step.item, step.item, ANY, self.state.line(step.span), "the loop's item"
            )
        loop = Loop("while", self.state.builder.number(), step.item)
        self._round(loop, scope, step.steps)

    # -- guards ---------------------------------------------------------------------

    def guarded(self, step: tree.Guarded) -> None:
        """Steps followed by `If that fails, S.`"""
        builder = self.state.builder
        guard = Loop("guard", builder.number())
        begin = builder.add(p.GuardBegin(guard.number, ()))
        builder.open.append(guard)
        self.steps.body(step.body)
        builder.open.pop()
        builder.add(p.GuardEnd(guard.number))
        self._below(step.otherwise or ())
        ends = [builder.add(p.Jump(0))]
        reasons: list[tuple[str | None, int]] = []
        scope = self.state.scope
        for because, body in step.handlers:
            reasons.append((because, builder.here))
            inner = Scope("loop", scope)
            inner.names["problem"] = Known(
                "problem", "~problem", Kind("record", "problem"), 0, "what failed"
            )
            self._inside(inner, body)
            ends.append(builder.add(p.Jump(0)))
        begin.reasons = tuple(reasons)
        for jump in ends:
            jump.to = builder.here

    def try_up_to(self, step: tree.TryUpTo) -> None:
        """`Try up to 3 times, waiting 10 seconds in between:`"""
        builder = self.state.builder
        times = self.expressions.resolve(step.times)
        needs(self.state, step.times, times, "a number")
        known = isinstance(times.x, p.Const) and str(times.x.value).isdigit() and times.x.value
        tries = times.x if known else p.Operation("tries", (times.x,))
        waiting = self.expressions.resolve(step.waiting).x if step.waiting is not None else None
        guard = Loop("guard", builder.number())
        builder.add(p.TryBegin(guard.number, tries, waiting))
        builder.open.append(guard)
        self._below(step.body)
        builder.open.pop()
        builder.add(p.GuardEnd(guard.number))

    # -- waits ----------------------------------------------------------------------

    def wait(self, step: tree.Wait) -> None:
        """`Wait 2 days.`, `Wait until 9:00.`, `Wait until C, checking every D:`"""
        builder = self.state.builder
        if step.condition is None:
            self._wait_for(step)
            return
        number = builder.number()
        again = builder.here
        self._below(step.body)
        before = builder.here
        condition = self.expressions.conditions.resolve(step.condition)
        if not step.body and builder.here == before:
            self.state.problem(
                "wait-never-changes",
                "This can never come true while waiting: nothing looks it up again",
                step.span,
                detail=["End the line in a colon and put a step below it that reads the value"
                        " afresh before each check."],
            )  # fmt: skip
        checking = (
            self.expressions.resolve(step.checking)
            if step.checking is not None
            else Value(p.Const(_minutes(10)), NUMBER)
        )
        up_to = self.expressions.resolve(step.up_to).x if step.up_to is not None else None
        builder.add(p.WaitUntil(condition, checking.x, up_to, again, number))

    def _wait_for(self, step: tree.Wait) -> None:
        length = length_of(self.state, self.expressions, step.duration)
        moment: p.X | None = None
        if step.moment is not None:
            value = self.expressions.resolve(step.moment)
            needs(self.state, step.moment, value, "a time or a date")
            moment = value.x
        self.state.builder.add(p.WaitFor(length, moment))


def _minutes(count: int) -> object:
    from kognilang.values.kinds import Duration

    return Duration(seconds=Decimal(60 * count))


def _called(kind: Kind, name: str) -> Kind:
    """Return the kind of a loop's item: a thing keeps its own noun under another name."""
    if kind.noun or kind.word not in ("any", "record"):
        return kind
    return Kind(kind.word, name, kind.of)


_GOING_BACK = (
    "Return goes back to where the definition was called, and on from there. To pass over the rest"
    " there, make it a decision: To decide whether …; and call it: If …, skip this {}."
)
