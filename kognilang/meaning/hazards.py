"""Hazards of a text that is understood: loops that never end, branches in each other's way,
definitions that no sentence can call, items that a procedure does not see, unsafe retries."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kognilang.dataclass import fields
from kognilang.language import tree
from kognilang.language.words import lemma
from kognilang.meaning import plan as p
from kognilang.meaning.barenouns import OTHER_VERBS, is_core, report_bare
from kognilang.meaning.checks import bodies
from kognilang.meaning.headers import read_header
from kognilang.meaning.state import State
from kognilang.values.nouns import with_article

_LEAVING = (tree.Stop, tree.StopRepeating, tree.Return, tree.Fail, tree.SkipItem)
_UNKNOWN = (tree.Action, tree.Ask, tree.Wait, tree.Unread)
"""Steps that may change anything that a condition reads."""
_OF_THEMSELVES = (tree.Phrase, tree.Bare, tree.Is)
"""What a condition may say that can come true without a step."""
_CLOCK = frozenset(("today", "now", "tomorrow", "yesterday"))


def look_for(items: tree.Body, state: State) -> None:
    """Report the hazards of one file's steps and definitions."""
    main = tuple(item for item in items if not isinstance(item, tree.Definition))
    _steps(main, state)
    for item in items:
        if isinstance(item, tree.Procedure):
            _core_wording(item, state)
            report_bare(item, _used(item.body), read_header(item).parameters, state)
            _steps(item.body, state)
        elif isinstance(item, tree.Trigger):
            _steps(item.body, state)
    _items_not_passed(items, main, state)


def _steps(body: tree.Body, state: State) -> None:
    for step in body:
        if isinstance(step, tree.While):
            _endless(step, state)
        elif isinstance(step, tree.AtOnce):
            _branches(step, state)
        for inner in bodies(step):
            _steps(inner, state)


# -- loops -------------------------------------------------------------------------------


def _endless(loop: tree.While, state: State) -> None:
    """Report a loop whose condition reads nothing that its block could change."""
    nodes = list(_nodes(loop.condition))
    if any(isinstance(node, _OF_THEMSELVES) for node in nodes):
        return
    if any(isinstance(node, tree.Form) and node.name in _CLOCK for node in nodes):
        return
    properties = any(isinstance(node, tree.Property | tree.Quantified) for node in nodes)
    read = {node.name.lower() for node in nodes if isinstance(node, tree.Name)}
    for step in _all_steps(loop.body):
        if isinstance(step, _LEAVING + _UNKNOWN):
            return
        if not isinstance(step, tree.Setting | tree.Change | tree.Create):
            continue
        target = step.name if isinstance(step, tree.Create) else step.target
        if target.name.lower() in read if isinstance(target, tree.Name) else properties:
            return
    names = " or ".join(f"the {name}" for name in sorted(read)) or "the condition"
    state.problem(
        "endless-loop",
        f"This would go on for ever: nothing in it changes {names}.",
        _head(loop, state),
        detail=[
            "Change what the condition looks at in the block, or leave the loop with"
            " Stop repeating."
        ],
    )


# -- branches ----------------------------------------------------------------------------


def _branches(step: tree.AtOnce, state: State) -> None:
    """Report a name that one branch sets and another sets or reads."""
    branches = [one for one in step.body if not isinstance(one, tree.Title | tree.Note)]
    sets = [_changed((one,)) for one in branches]
    uses = [_used((one,)) for one in branches]
    told: set[str] = set()
    for at, changed in enumerate(sets):
        for other, branch in enumerate(branches):
            for name in sorted(changed & uses[other]) if other != at else ():
                if name in told:
                    continue
                told.add(name)
                also = name in sets[other]
                first, second = sorted((branches[at], branch), key=lambda one: one.span)
                state.problem(
                    "branch-conflict",
                    f'"the {name}" is set by one of the steps at the same time and'
                    f" {'set' if also else 'read'} by another.",
                    second.span,
                    understood=[
                        f"line {state.line(first.span)} and line {state.line(second.span)} have no"
                        " order"
                    ],
                    detail=[
                        f"Put line {state.line(second.span)} below the block, or let it use a name"
                        " of its own."
                    ],
                )


def _changed(body: tree.Body) -> set[str]:
    """Return the names that steps set or change, themselves or a property of theirs."""
    found: set[str] = set()
    for step in _all_steps(body):
        targets: list[Any] = []
        if isinstance(step, tree.Setting | tree.Change):
            targets.append(step.target)
        elif isinstance(step, tree.Create):
            targets.append(step.name)
        elif isinstance(step, tree.Ask):
            targets += [step.target, step.name]
        elif isinstance(step, tree.Action):
            targets.append(step.result)
        for target in targets:
            while isinstance(target, tree.Property):
                target = target.of
            if isinstance(target, tree.Name):
                found.add(target.name.lower())
    return found


def _used(body: tree.Body) -> set[str]:
    """Return the names that steps speak of, those they set included."""
    found = {node.name.lower() for node in _nodes(body) if isinstance(node, tree.Name)}
    for step in _all_steps(body):
        if isinstance(step, tree.Action):
            found |= {name for run in _names_of(step.tokens) for name in run}
    return found


def _names_of(tokens: tuple[tree.Token, ...]) -> Iterator[list[str]]:
    """Yield, for each `the` of a sentence that only the phrases explain, the names that may
    begin there."""
    for at, token in enumerate(tokens):
        if token.kind != "word" or token.text not in ("the", "this", "my", "our"):
            continue
        words: list[str] = []
        runs: list[str] = []
        for following in tokens[at + 1 :]:
            if following.kind != "word":
                break
            words.append(following.text)
            runs.append(" ".join(words))
        yield runs


# -- definitions -------------------------------------------------------------------------


def _core_wording(node: tree.Procedure, state: State) -> None:
    """Report a definition whose calls a form of the language would take."""
    if node.form != "procedure" or not node.header:
        return
    call = [
        tree.Token("word", "the", token.span, "the")
        if token.kind == "word" and token.text in ("a", "an", "some")
        else token
        for token in node.header
        if not (token.kind == "mark" and token.text in ("[", "]", ":"))
    ]
    if not is_core(call):
        return
    title = read_header(node).title
    verb = node.header[0].text
    state.problem(
        "core-wording",
        f'"{title}" is already a sentence of the language, so it would never call this definition.',
        _head(node, state),
        understood=[f'"{verb}" in these words is a form of the language'],
        detail=[
            "Choose another verb for the definition and its calls"
            + (f", as in: To {other}:" if (other := _with_other_verb(title)) else ".")
        ],
    )


def _with_other_verb(title: str) -> str:
    """Return the words of a header with a verb that the language leaves to phrases; empty where
    none is known."""
    verb, _, rest = title.partition(" ")
    return f"{OTHER_VERBS[verb]} {rest}" if verb in OTHER_VERBS and rest else ""


def _items_not_passed(items: tree.Body, main: tree.Body, state: State) -> None:
    """Report a loop's item that a procedure called there speaks of without a parameter."""
    procedures = [item for item in items if isinstance(item, tree.Procedure)]
    if not procedures:
        return
    headers = {id(one): read_header(one) for one in procedures}
    for loop in _all_steps(main):
        if not isinstance(loop, tree.ForEach | tree.ProcessEach):
            continue
        item = loop.item
        called = {
            lemma(step.tokens[0].text)
            for step in _all_steps(loop.body)
            if isinstance(step, tree.Action) and step.tokens
        }
        for node in procedures:
            header = headers[id(node)]
            first = next(iter(header.pattern), "")
            if not isinstance(first, str) or first not in called or item in header.parameters:
                continue
            place = _speaks_of(node, item, state)
            if place is None or item in state.scope.names:
                continue
            state.problems[:] = [
                one
                for one in state.problems
                if not (one.name == "one-of-many" and one.span == place.span)
            ]
            state.inputs.pop(item, None)
            state.problem(
                "item-not-passed",
                f'"the {item}" is known only in the loop on line {state.line(loop.span)}; this'
                " definition does not see it.",
                place.span,
                understood=[f'"{header.title}" has no parameter for it'],
                detail=[
                    "Give the definition a parameter"
                    f" (To {header.title} for {with_article(item)}:),"
                    f" and name the {item} in the call (… for the {item}.)."
                ],
            )
            return


def _speaks_of(node: tree.Procedure, item: str, state: State) -> tree.Name | None:
    """Return where a body speaks of a name that it does not set itself."""
    if item in _changed(node.body):
        return None
    for step in _all_steps(node.body):
        if isinstance(step, tree.ForEach | tree.ProcessEach) and step.item == item:
            return None
    for found in _nodes(node.body):
        if isinstance(found, tree.Name) and found.name == item and found.determiner == "the":
            return found
    return None


# -- retries -----------------------------------------------------------------------------


def check_retries(state: State) -> None:
    """Report a block that is tried again with a write that must not be done twice and that is
    not its last step."""
    plan = state.plan
    unsafe = _unsafe_procedures(state)
    for at, begin in enumerate(plan.instructions):
        if not isinstance(begin, p.TryBegin):
            continue
        end = next(
            (
                i
                for i in range(at + 1, len(plan.instructions))
                if isinstance(plan.instructions[i], p.GuardEnd)
                and plan.instructions[i].guard == begin.guard  # type: ignore[attr-defined]
            ),
            at,
        )
        block = plan.instructions[at + 1 : end]
        for place, one in enumerate(block, at + 1):
            if not _writes(one, state, unsafe) or _is_last(block, place, at + 1):
                continue
            sentence = plan.sentences[one.sentence]
            if sentence.file != state.source.name:
                continue
            state.problem(
                "unsafe-retry",
                "This step must not be done twice, and the steps after it could make it be tried"
                " again.",
                state.line_span(sentence.line),
                detail=["Make it the last step of the block, or put it after the block."],
            )


def _is_last(block: list[p.Instruction], place: int, begin: int) -> bool:
    """Say whether nothing but jumps follows an instruction of a block, and no loop repeats it."""
    for at, one in enumerate(block, begin):
        if at > place and not isinstance(one, p.Jump | p.LoopLeave):
            return False
        if at > place and isinstance(one, p.Jump) and one.to <= place:
            return False
    return True


def _writes(one: p.Instruction, state: State, unsafe: set[int]) -> bool:
    if isinstance(one, p.CallSkill):
        info = state.library.skills.get(one.skill)
        return one.effect == "write" and not (info is not None and info.idempotent)
    return isinstance(one, p.Call) and one.procedure in unsafe


def _unsafe_procedures(state: State) -> set[int]:
    """Return the definitions that write what must not be written twice, by whatever way."""
    plan = state.plan
    starts = sorted(
        (info.start, number)
        for number, info in enumerate(plan.procedures)
        if info.start > 0 and not info.home
    )
    spans = {
        number: (start, starts[at + 1][0] if at + 1 < len(starts) else len(plan.instructions))
        for at, (start, number) in enumerate(starts)
    }
    unsafe: set[int] = set()
    changed = True
    while changed:
        changed = False
        for number, (start, end) in spans.items():
            if number not in unsafe and any(
                _writes(one, state, unsafe) for one in plan.instructions[start:end]
            ):
                unsafe.add(number)
                changed = True
    return unsafe


# -- walking -----------------------------------------------------------------------------


def _head(step: tree.Step, state: State) -> tuple[int, int]:
    """Return the span of a step's first line."""
    return state.line_span(state.line(step.span))


def _all_steps(body: tree.Body) -> Iterator[tree.Step]:
    for step in body:
        yield step
        for inner in bodies(step):
            yield from _all_steps(inner)


def _nodes(value: Any) -> Iterator[tree.Node]:
    """Yield every node of a tree, the outermost first."""
    if isinstance(value, tree.Node):
        yield value
        for member in fields(value):
            if member.name != "span":
                yield from _nodes(getattr(value, member.name))
    elif isinstance(value, tuple | list):
        for one in value:
            yield from _nodes(one)


__all__ = ["check_retries", "look_for"]
