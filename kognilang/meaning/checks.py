"""Checks of a whole text that is understood: what can never run, and what a lane may not do."""

from __future__ import annotations

from kognilang.language import tree
from kognilang.meaning import plan as p
from kognilang.meaning.state import State
from kognilang.meaning.walking import names_read

_FINAL = (tree.Stop, tree.Fail, tree.SkipItem, tree.StopRepeating)


def check(items: tree.Body, state: State) -> None:
    """Report what is wrong with a text as a whole."""
    main = tuple(item for item in items if not isinstance(item, tree.Definition))
    _unreachable(main, state)
    for item in items:
        if isinstance(item, tree.Procedure):
            _unreachable(item.body, state)
            _last_words(item.body, state, last=True)
            _without_result(item, state)


def _unreachable(body: tree.Body, state: State) -> None:
    steps = [step for step in body if not isinstance(step, tree.Title | tree.Note)]
    for at, step in enumerate(steps[:-1]):
        if _ends(step):
            following = steps[at + 1]
            state.problem(
                "unreachable",
                "This step is never reached: the one above always ends here.",
                following.span,
                understood=[f"line {state.line(step.span)} ends the steps of this block"],
                detail=[f"Put it above line {state.line(step.span)}, or take it away."],
                warning=True,
            )
            break
    for step in steps:
        if isinstance(step, tree.DependingOn):
            _case_twice(step, state)
        for inner in bodies(step):
            _unreachable(inner, state)


def _case_twice(step: tree.DependingOn, state: State) -> None:
    """Warn of a case whose every value an earlier case has: the first that fits is done."""
    seen: list[tuple[object, tree.Cond]] = []
    for condition, _ in step.cases:
        own = _fits(condition)
        earlier = [next((node for other, node in seen if other == one), None) for one in own]
        first = earlier[0]
        if first is not None and None not in earlier:
            line = state.line(first.span)
            state.problem(
                "case-twice",
                f"This case is never done: line {line} has the same case.",
                condition.span,
                understood=["the first case that fits is done, and no other"],
                detail=[f"Put these steps below line {line}, or write what is meant instead."],
                warning=True,
            )
        seen += [(one, condition) for one in own]


def _fits(condition: tree.Cond) -> list[object]:
    """Return what a case fits, comparable with that of another case: its values, or itself.
    Texts are compared as the language does, in any case."""
    if isinstance(condition, tree.Compare) and isinstance(condition.left, tree.Item):
        right = condition.right
        if condition.op == "=":
            return [_value(right)]
        if condition.op == "in" and isinstance(right, tree.ListValue) and right.items:
            return [_value(one) for one in right.items]
    return [condition]


def _value(node: tree.Expr) -> object:
    if isinstance(node, tree.Text) and all(isinstance(part, str) for part in node.parts):
        return " ".join("".join(str(part) for part in node.parts).casefold().split())
    return node


def _ends(step: tree.Step) -> bool:
    if isinstance(step, _FINAL) or (isinstance(step, tree.Return) and step.form == "return"):
        return True
    if isinstance(step, tree.If) and step.otherwise is not None:
        branches = [*(body for _, body in step.branches), step.otherwise]
        return all(body and _ends(body[-1]) for body in branches)
    return False


def bodies(step: tree.Step) -> list[tree.Body]:
    """Return the blocks below a step."""
    if isinstance(step, tree.If):
        return [*(body for _, body in step.branches), step.otherwise or ()]
    if isinstance(step, tree.DependingOn):
        return [*(body for _, body in step.cases), step.otherwise or ()]
    if isinstance(step, tree.Guarded):
        return [step.body, *(body for _, body in step.handlers), step.otherwise or ()]
    if isinstance(step, tree.Ask):
        return [step.nobody or (), step.otherwise or ()]
    if isinstance(step, tree.MakeSure):
        return [step.otherwise or ()]
    body = getattr(step, "body", None)
    return [body] if isinstance(body, tuple) else []


def _last_words(body: tree.Body, state: State, *, last: bool) -> None:
    """Hold `The result is V.` and `The answer is yes.` against their place: the last thing done."""
    steps = [step for step in body if not isinstance(step, tree.Title | tree.Note)]
    for at, step in enumerate(steps):
        final = last and at == len(steps) - 1
        if isinstance(step, tree.Return) and step.form != "return" and not final:
            written = state.source.text[step.span[0] : step.span[1]].rstrip(".")
            value = written.split(" is ", 1)[-1]
            line = state.source.line_text(state.line(step.span)).strip()
            whole = line.replace(written, f"return {value}")
            state.problem(
                "result-not-last",
                "A step could still follow here, so it is not clear whether this ends it.",
                step.span,
                candidates=[whole[:1].upper() + whole[1:]],
                detail=['Or put what follows into "Otherwise, …".'],
            )
        looping = isinstance(step, tree.ForEach | tree.ProcessEach | tree.Repeat | tree.While)
        for inner in bodies(step):
            _last_words(inner, state, last=final and not looping)


def _without_result(node: tree.Procedure, state: State) -> None:
    """Warn of a decision or a value that can come to its end and has said nothing."""
    if node.form == "procedure" or not node.body or _settles(node.body):
        return
    if node.form == "decision" and verdict(node.body) is not None:
        return
    start = node.span[0]
    line = state.line_span(state.line(node.span))
    decision = node.form == "decision"
    state.problem(
        "ends-without-result",
        f"This {'decision' if decision else 'definition'} can come to its end without"
        f" {'saying yes or no' if decision else 'a result'}",
        (start, line[1]),
        detail=[
            "Say what holds in all other cases as its last line: "
            + ('"Return no."' if decision else '"Return 0."')
        ],
        warning=True,
    )


def verdict(body: tree.Body) -> bool | None:
    """Return what the last step of a decision says under a condition (`Return yes if C.`): where
    the condition does not hold, the decision says the opposite. None for any other last step."""
    steps = [step for step in body if not isinstance(step, tree.Title | tree.Note)]
    last = steps[-1] if steps else None
    if not isinstance(last, tree.If) or last.otherwise is not None or len(last.branches) != 1:
        return None
    inner = last.branches[0][1]
    if len(inner) != 1 or not isinstance(inner[0], tree.Return):
        return None
    value = inner[0].value
    return value.value if isinstance(value, tree.YesNo) else None


def _settles(body: tree.Body) -> bool:
    """Say whether every way through steps comes to a result, or to an end of the run."""
    steps = [step for step in body if not isinstance(step, tree.Title | tree.Note)]
    if not steps:
        return False
    last = steps[-1]
    if isinstance(last, tree.Return | tree.Stop | tree.Fail | tree.Unread):
        return True
    if isinstance(last, tree.If):
        blocks = [*(body for _, body in last.branches), last.otherwise or ()]
        return all(_settles(one) for one in blocks)
    if isinstance(last, tree.DependingOn):
        blocks = [*(body for _, body in last.cases), last.otherwise or ()]
        return all(_settles(one) for one in blocks)
    if isinstance(last, tree.Guarded):
        done = _settles(last.body) or _settles(last.otherwise or ())
        return done and all(_settles(body) for _, body in last.handlers)
    return False


def check_lanes(state: State) -> None:
    """Report an outer name that a lane both changes and reads: it takes effect only at the end."""
    plan = state.plan
    for at, instruction in enumerate(plan.instructions):
        if not isinstance(instruction, p.Lanes):
            continue
        inside = plan.instructions[at + 1 : instruction.end]
        own = {instruction.item}
        for one in inside:
            if isinstance(one, p.Set | p.CallSkill | p.Call | p.AskPerson):
                own.add(getattr(one, "name", "") or getattr(one, "result", ""))
        changed = {
            one.name: one for one in inside if isinstance(one, p.ChangeName) and one.name not in own
        }
        for one in inside:
            read = names_read(one.value if isinstance(one, p.ChangeName) else one)
            for name in sorted(read & changed.keys()):
                sentence = plan.sentences[one.sentence]
                if sentence.file != state.source.name:
                    continue
                span = state.line_span(sentence.line)
                state.problem(
                    "lane-reads-changed",
                    f"\"the {name}\" is changed in this loop, so it cannot be read in it: the"
                    " changes take effect when the loop ends.",
                    span,
                    detail=[f"Use \"For each {instruction.noun} …:\" where each must see what the"
                            " one before did."],
                )  # fmt: skip
                del changed[name]
