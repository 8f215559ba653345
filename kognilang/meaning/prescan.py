"""A first look over a block: which names it sets anywhere, and on which line first."""

from __future__ import annotations

from kognilang.language import tree
from kognilang.meaning.state import State

_WITH_BODY = tree.ForEach | tree.Repeat | tree.While | tree.TryUpTo | tree.AtOnce | tree.Wait


def names_set(body: tree.Body, state: State) -> dict[str, int]:
    """Return the names that the steps of one frame set, with the line of the first; what lanes
    below them set is their own."""
    found: dict[str, int] = {}
    for step in body:
        _step(step, found, state)
    return found


def _step(step: tree.Step, found: dict[str, int], state: State) -> None:
    if isinstance(step, tree.Setting | tree.Create | tree.Ask):
        target = step.name if isinstance(step, tree.Create) else step.target
        _name(target, found, state)
        if isinstance(step, tree.Ask):
            _name(step.name, found, state)
            _body(step.nobody, found, state)
            _body(step.otherwise, found, state)
    elif isinstance(step, tree.Action):
        _name(step.result, found, state)
        _reads_a_kind(step, found, state)
        _body(step.steps, found, state)
    elif isinstance(step, tree.If | tree.DependingOn):
        for _, body in step.branches if isinstance(step, tree.If) else step.cases:
            _body(body, found, state)
        _body(step.otherwise, found, state)
    elif isinstance(step, _WITH_BODY):
        _body(step.body, found, state)
    elif isinstance(step, tree.MakeSure):
        _body(step.otherwise, found, state)
    elif isinstance(step, tree.Guarded):
        _body(step.body, found, state)
        for _, body in step.handlers:
            _body(body, found, state)
        _body(step.otherwise, found, state)


def _body(body: tree.Body | None, found: dict[str, int], state: State) -> None:
    for step in body or ():
        _step(step, found, state)


def _name(target: tree.Expr | None, found: dict[str, int], state: State) -> None:
    if isinstance(target, tree.Name) and target.determiner != "shared":
        found.setdefault(target.name.lower(), max(1, state.line(target.span)))


def _reads_a_kind(step: tree.Action, found: dict[str, int], state: State) -> None:
    """Note `Read the invoice from the document.`: a phrase with a place for a declared kind sets
    the name that stands there."""
    words = [token.text for token in step.tokens]
    if not state.plan.kinds or not words:
        return
    from kognilang.language.words import lemma

    node = state.library.phrases.actions.words.get(lemma(words[0]))
    if node is None or not ("kind" in node.places or "name" in node.places):
        return
    at = 1
    while at < len(words) and words[at] in ("the", "a", "an"):
        at += 1
    name: list[str] = []
    following = {**(node.places["kind"].words if "kind" in node.places else {}),
                 **(node.places["name"].words if "name" in node.places else {})}  # fmt: skip
    while at < len(words) and step.tokens[at].kind == "word" and lemma(words[at]) not in following:
        name.append(words[at])
        at += 1
    if name and at < len(words):
        found.setdefault(" ".join(name), max(1, state.line(step.span)))
