"""Steps: from the tree's sentences to instructions, in the order in which they stand."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from kognilang.language import tree
from kognilang.language.retrying import retry_of
from kognilang.meaning import plan as p
from kognilang.meaning.actions import Actions
from kognilang.meaning.asks import Asks
from kognilang.meaning.blocks import Blocks
from kognilang.meaning.changes import Changes
from kognilang.meaning.expressions import Expressions
from kognilang.meaning.headlines import headline
from kognilang.meaning.names import Names
from kognilang.meaning.state import Explanation, State
from kognilang.meaning.written import plain
from kognilang.text.outline import MARKER


class Steps:
    """Plans steps."""

    def __init__(self, state: State) -> None:
        self.state = state
        self.expressions = Expressions(state)
        self.names = Names(state)
        self.changes = Changes(state, self.expressions, self.names)
        self.actions = Actions(state, self.expressions, self)
        self.blocks = blocks = Blocks(state, self.expressions, self)
        asks = Asks(state, self.expressions, self)
        self._ways: dict[type[tree.Step], Callable[[Any], None]] = {
            **self.changes.ways,
            tree.Say: lambda step: self._add(p.SayIt(self._x(step.value))),
            tree.Show: self._show,
            tree.Tell: self._tell,
            tree.If: blocks.choose,
            tree.DependingOn: blocks.depending,
            tree.ForEach: blocks.for_each,
            tree.ProcessEach: blocks.process_each,
            tree.Repeat: blocks.repeat,
            tree.While: blocks.while_,
            tree.SkipItem: blocks.skip,
            tree.StopRepeating: blocks.stop_repeating,
            tree.Guarded: blocks.guarded,
            tree.TryUpTo: blocks.try_up_to,
            tree.Wait: blocks.wait,
            tree.AtOnce: blocks.branches.at_once,
            tree.Stop: self._stop,
            tree.Fail: lambda step: self._add(p.Raise(self._x(step.message))),
            tree.Return: self._return,
            tree.Ask: asks.ask,
            tree.MakeSure: self._make_sure,
            tree.CheckAll: self._check_all,
            tree.Save: self._save,
            tree.Action: self._action,
            tree.Unread: blocks.unread,
        }

    # -- sentences ------------------------------------------------------------------

    def body(self, steps: tree.Body) -> None:
        """Plan steps one after the other."""
        for step in steps:
            self.one(step)

    def one(self, step: tree.Step) -> None:
        """Plan one step as a sentence of its own."""
        state = self.state
        if isinstance(step, tree.Title):
            state.section = step.text
            return
        way = self._ways.get(type(step))
        if way is None:
            return
        outer = state.builder.sentence
        explained = state.explaining
        state.before, state.mentions = state.mentions or state.before, []
        if not isinstance(step, tree.Action):
            produced, state.produced = state.produced, None
            self._begin(step)
            state.produced = produced if _reads_result(step) else None
        else:
            self._begin(step)
        way(step)
        state.builder.sentence = outer
        state.explaining = explained

    def _begin(self, step: tree.Step) -> None:
        state = self.state
        written = plain(state, step.span).split(" : ")[0]
        line = state.line(step.span)
        first = state.source.line_text(line).strip() if step.span != (0, 0) else ""
        canonical = headline(step) or written
        if len(written) > 200 or "\n" in state.source.text[step.span[0] : step.span[1]]:
            marker = MARKER.match(first)
            written = (first[marker.end() :] if marker is not None else first) or written
        state.builder.sentence = len(state.plan.sentences)
        state.plan.sentences.append(
            p.Sentence(canonical, written, state.source.name, line, state.section)
        )
        state.explaining = Explanation(
            line, written, canonical, state.section,
            span=step.span, file=state.source.name, sentence=state.builder.sentence,
        )  # fmt: skip
        if step.span[0] in state.watched:
            state.seen.setdefault(step.span[0], state.scope.all())
        state.explanations.append(state.explaining)

    def _add(self, instruction: p.Instruction) -> None:
        self.state.builder.add(instruction)

    def _x(self, node: tree.Expr) -> p.X:
        return self.expressions.resolve(node).x

    def _tell(self, step: tree.Tell) -> None:
        """`Tell the controller and the CFO "…".`: each hears it."""
        for one in self.expressions.people.all(step.person):
            self._add(p.TellPerson(one.x, self._x(step.value)))

    # -- showing, ending, checking ------------------------------------------------------

    def _show(self, step: tree.Show) -> None:
        value = self.expressions.resolve(step.value)
        self._add(p.ShowIt(value.x, ""))

    def _stop(self, step: tree.Stop) -> None:
        if self.state.in_answer and step.reason is None:
            self._add(p.Resume("stop"))
            return
        reason = self._x(step.reason) if step.reason is not None else None
        self._add(p.StopRun(reason))

    def _return(self, step: tree.Return) -> None:
        state = self.state
        value = None
        if isinstance(step.value, tree.Cond):
            value = self.expressions.conditions.resolve(step.value)
        elif step.value is not None:
            value = self._x(step.value)
        if state.in_answer and value is not None and step.form != "return":
            # The answer to the question in whose place these sentences run.
            self._add(p.Set("~given", value))
            self._add(p.Resume("answer"))
            return
        if state.scope.frame.form != "procedure":
            state.problem(
                "return-outside",
                "There is nothing to return from here: these are the main steps.",
                step.span,
                candidates=["Stop."],
            )
            return
        barrier = next((one for one in reversed(state.builder.open) if one.form == "branch"), None)
        if barrier is not None:
            self._return_from_branch(value)
            return
        self._add(p.ReturnValue(value))

    def _return_from_branch(self, value: p.X | None) -> None:
        """Carry the value out of the branches that are open, and return it there."""
        builder = self.state.builder
        name = f"result~{builder.number()}"
        if value is not None:
            self._add(p.Set(name, value))
        barriers = [one for one in builder.open if one.form == "branch"]

        def onward() -> None:
            if barriers:
                self.blocks.branches.leave(barriers.pop(), onward)
            else:
                self._add(p.ReturnValue(None if value is None else p.NameRead(name)))

        onward()

    def _make_sure(self, step: tree.MakeSure) -> None:
        builder = self.state.builder
        condition = self.expressions.conditions.resolve(step.condition)
        if step.otherwise is None:
            self._add(p.Check(condition))
            return
        branch = builder.add(p.Branch(condition, 0))
        jump = builder.add(p.Jump(0))
        branch.otherwise = builder.here
        self.body(step.otherwise)
        jump.to = builder.here

    def _check_all(self, step: tree.CheckAll) -> None:
        conditions = tuple(
            (plain(self.state, one.span), self.expressions.conditions.resolve(one))
            for one in step.conditions
        )
        self._add(p.CheckEach(conditions))

    def _save(self, step: tree.Save) -> None:
        words = [tree.Token("word", "save", step.span, "save")]
        words.append(tree.Token("chunk", "", step.value.span, "", step.value))
        if step.where is not None:
            words.append(tree.Token("word", "as", step.span, "as"))
            words.append(tree.Token("chunk", "", step.where.span, "", step.where))
        self._action(tree.Action(tuple(words), span=step.span))

    def _action(self, step: tree.Action) -> None:
        if self.state.in_answer and self._resume(step):
            return
        self.actions.plan(step)

    def _resume(self, step: tree.Action) -> bool:
        """Take the instructions of an answer (`Try again.`) as steps."""
        words = " ".join(token.text for token in step.tokens)
        how = _RESUMING.get(words)
        if how is None and words.startswith("skip this "):
            how = "skip-item"
        if how is None:
            retry = retry_of(words)
            if retry is not None and retry.times:
                # With a delay or a limit: the words themselves are kept.
                how = f"try again{words.partition('again')[2]}"
        if how is None:
            return False
        self._add(p.Resume(how))
        return True


_RESUMING = {
    "try again": "again",
    "try it again": "again",
    "skip this step": "skip-step",
    "stop": "stop",
    "start over": "start-over",
}


def _reads_result(step: tree.Step) -> bool:
    """Say whether a step may speak of `the result`: what the sentence before produced."""
    return not isinstance(step, tree.ForEach | tree.ProcessEach | tree.Repeat | tree.While)
