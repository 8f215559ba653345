"""A run's trace as a tree: calls, turns of loops and items stand under their sentences."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kognilang.dataclass import dataclass, field


@dataclass(slots=True)
class Node:
    """A sentence that was carried out, or (`kind`) a `turn` of a loop or an `item`.

    `steps` are what the journal has of it, in order; `under` is what it led to.
    """

    kind: str = "sentence"
    line: int = 0
    text: str = ""
    steps: list[dict[str, Any]] = field(default_factory=list)
    under: list[Node] = field(default_factory=list)
    lane: str = ""

    def turns(self) -> bool:
        """Whether turns of a loop or items stand below it."""
        return any(one.kind != "sentence" for one in self.under)


def tree(trace: dict[str, Any]) -> Node:
    """Return the root, under which the sentences of the main lane stand."""
    lanes: dict[str, list[dict[str, Any]]] = {}
    for step in trace["steps"]:
        lanes.setdefault(step["lane"], []).append(step)
    groups: dict[str, Node] = {}
    root = Node("root")
    for lane, steps in lanes.items():
        if not lane:
            _Builder(root, groups).take(steps)
    for lane, steps in lanes.items():
        if not lane:
            continue
        group, _, place = lane.rpartition(".")
        owner = groups.get(group, root)
        item = Node("item", 0, _item_name(steps, place), lane=lane)
        item.steps = [step for step in steps if step["what"] == "lane"]
        _Builder(item, groups).take([step for step in steps if step["what"] != "lane"])
        owner.under.append(item)
    for owner in groups.values():
        owner.under.sort(key=lambda one: int(one.lane.rpartition(".")[2] or 0))
    return root


def _item_name(steps: list[dict[str, Any]], place: str) -> str:
    """Name an item as it was named at its end, or in the last question about it."""
    for step in reversed(steps):
        if step.get("item"):
            return str(step["item"])
    return f"item {int(place) + 1}" if place.isdigit() else "item"


def open_questions(node: Node) -> list[str]:
    """Return the questions asked below that were not answered."""
    found: dict[str, None] = {}
    for step in all_steps(node):
        if step["what"] == "asked":
            found[step["question"]] = None
        elif step["what"] == "answered":
            found.pop(step.get("question", ""), None)
    return list(found)


def all_steps(node: Node) -> Iterator[dict[str, Any]]:
    """Yield every step of a node and below it."""
    yield from node.steps
    for one in node.under:
        yield from all_steps(one)


class _Builder:
    """Lays the steps of one lane out below a node."""

    def __init__(self, top: Node, groups: dict[str, Node]) -> None:
        self._groups = groups
        # What is open, the outermost first: the lane, then calls and turns of loops.
        self._open: list[tuple[str, str, Node]] = [("lane", "", top)]

    def take(self, steps: list[dict[str, Any]]) -> None:
        """Add steps in order."""
        for step in steps:
            self._add(step)

    def _add(self, step: dict[str, Any]) -> None:
        what = step["what"]
        if what == "returned":
            self._close_call(step)
            return
        if what == "step" and step["name"] == "now":
            return  # The moment is kept for replay.
        if what in ("retried", "moved"):
            # It belongs to no sentence: it stands after the last.
            below = self._open[-1][2].under
            (below[-1] if below else self._open[0][2]).steps.append(step)
            return
        if what == "ended" or not step["sentence"]:
            if what in ("began", "ended"):
                self._open[0][2].steps.append(step)
            return
        self._leave_calls(step["procedure"])
        self._leave_turns(step["loops"])
        if step.get("round"):
            loop = self._node(step)
            turn = Node("turn", step["line"], steps=[step])
            loop.under.append(turn)
            self._open.append(("turn", str(step["line"]), turn))
            return
        node = self._node(step)
        node.steps.append(step)
        if what == "called":
            self._open.append(("call", step["title"], node))
        elif what == "lanes":
            self._groups[str(step["group"])] = node

    def _node(self, step: dict[str, Any]) -> Node:
        """Return the node of the step's sentence: the last one if it goes on, else a new one."""
        below = self._open[-1][2].under
        key = (step["line"], step["sentence"])
        if below and (below[-1].line, below[-1].text) == key and below[-1].kind == "sentence":
            done = any(one["what"] == "called" for one in below[-1].steps)
            if step.get("round") or not done:
                return below[-1]
        node = Node("sentence", *key)
        below.append(node)
        return node

    def _close_call(self, step: dict[str, Any]) -> None:
        calls = [at for at, one in enumerate(self._open) if one[0] == "call"]
        if not calls:
            return
        node = self._open[calls[-1]][2]
        del self._open[calls[-1] :]
        if step["value"] is not None:
            node.steps.append(step)

    def _leave_calls(self, procedure: str) -> None:
        """Close calls that were left without a return, by a problem or an answer."""
        while True:
            at = max((at for at, one in enumerate(self._open) if one[0] == "call"), default=-1)
            inside = self._open[at][1] if at >= 0 else ""
            if inside == procedure or at < 0:
                return
            if procedure and all(one[:2] != ("call", procedure) for one in self._open):
                return
            del self._open[at:]

    def _leave_turns(self, loops: list[int]) -> None:
        """Close turns of loops that the sentence does not stand in."""
        first = max((at for at, one in enumerate(self._open) if one[0] == "call"), default=0) + 1
        at = first
        for line in loops:
            if at < len(self._open) and self._open[at][1] == str(line):
                at += 1
        del self._open[at:]
