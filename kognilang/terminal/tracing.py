"""A run's trace as a tree: the sentences, what came of each, item by item."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from kognilang.terminal.listing import moment
from kognilang.terminal.wrapping import wrapped

MARGIN = 6
LONGEST_VALUE = 300
"""Characters of a value; what is longer is cut, since a trace is read, not copied from."""

HIDDEN = ("now",)
"""Names that the machine journals for replay and that nobody needs to read."""


def lines(trace: dict[str, Any], width: int, moments: bool = False) -> list[str]:
    """Lay the trace out. The steps of an item stand together, in the order of the first one;
    `moments` adds when each was done."""
    head = f"{trace['title']} ({trace['run']}), {trace['file']}"
    out = wrapped(head, width)
    out.append(f"started {moment(trace['started_at'])}")
    out.append("")
    names = {step["lane"]: step["item"] for step in trace["steps"] if step["what"] == "lane"}
    for lane, steps in _by_lane(trace["steps"]):
        lead = "  " if lane else ""
        if lane:
            title = names.get(lane) or _about(steps) or f"item {lane}"
            out += wrapped(title, width, "  ── ", "     ")
        before = None
        for step in steps:
            told = list(_told(step))
            if not told:
                continue
            place = (step["line"], step["sentence"])
            if place != before and step["sentence"] and step["what"] != "lane":
                number = f"{lead}{step['line']:>{MARGIN - 2}}  "
                out += wrapped(step["sentence"], width, number)
                before = place
            for text in told:
                when = f"{moment(step['at'])}  " if moments else ""
                out += wrapped(when + text, width, f"{lead}{'':{MARGIN}}  ")
    if trace["ended_at"]:
        out += ["", f"{trace['status']} {moment(trace['ended_at'])}"]
    return out


def _by_lane(steps: list[dict[str, Any]]) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """Yield stretches of the main lane, and between them the items' steps, each item's together."""
    order: list[tuple[str, list[dict[str, Any]]]] = []
    lanes: dict[str, list[dict[str, Any]]] = {}
    for step in steps:
        lane = step["lane"]
        if lane:
            if lane not in lanes:
                order.append((lane, lanes.setdefault(lane, [])))
            lanes[lane].append(step)
        elif order and not order[-1][0]:
            order[-1][1].append(step)
        else:
            order.append(("", [step]))
    yield from order


def _about(steps: list[dict[str, Any]]) -> str:
    """Name an item that has not ended by what was asked about it."""
    asked = next((step for step in steps if step["what"] == "asked"), None)
    return f"waits: {asked['question']}" if asked is not None else ""


def _told(step: dict[str, Any]) -> Iterator[str]:
    """Yield in words what came of a step; nothing for what is only kept for replay."""
    what = step["what"]
    if what == "step":
        if step["name"] in HIDDEN or step["name"].startswith("~"):
            return
        value = _shown(step["value"])
        yield f"the {step['name']}: {value}" if step["name"] else value
    elif what == "skill":
        args = ", ".join(f"{name} {_shown(value)}" for name, value in step["args"].items())
        effect = " (changes something outside)" if step.get("effect") == "write" else ""
        yield f"{step['skill']}{effect}" + (f": {args}" if args else "")
        result = step.get("result")
        if result is not None and not _is_thing(result):
            yield f"gave {_shown(result)}"
    elif what == "said":
        yield f'said "{_cut(step["text"])}"'
    elif what == "told":
        yield f'told {step["to"]} "{_cut(step["text"])}"'
    elif what == "asked":
        yield f"asked {step['question']} of {step['to'] or 'whoever runs it'}: {_cut(step['text'])}"
    elif what == "answered":
        by = f" by {step['by']}" if step.get("by") else ""
        yield f"{step.get('question', '')} answered{by}: {_cut(str(step.get('text', '')))}"
    elif what == "lane":
        yield str(step["how"])
    elif what == "began":
        for name, value in (step.get("inputs") or {}).items():
            yield f"set from outside: the {name} = {_shown(value)}"
        if step.get("instead_of"):
            yield f"begun instead of {step['instead_of']}"
    else:
        rest = {
            name: value
            for name, value in step.items()
            if name not in ("lane", "line", "section", "sentence", "what", "at")
            and isinstance(value, (str, int))
            and value != ""
        }
        words = ", ".join(f"{name} {value}" for name, value in rest.items())
        yield f"{what}: {_cut(words)}" if words else what


def _is_thing(data: Any) -> bool:
    return isinstance(data, dict) and "ref" in data


def _shown(data: Any) -> str:
    """Show a value of the trace."""
    from kognilang.values.coding import BadData, decode
    from kognilang.values.shown import shown

    if isinstance(data, dict):
        if "new" in data:
            return str(data["new"])
        if "ref" in data:
            return "set"
        if "schema" in data:
            return str(data["schema"].get("noun", ""))
    if isinstance(data, bool):
        return "yes" if data else "no"
    try:
        value = decode(data)
    except BadData:
        return _cut(json.dumps(data, ensure_ascii=False))
    return "nothing" if value is None else _cut(shown(value))


def _cut(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= LONGEST_VALUE else text[: LONGEST_VALUE - 1] + "…"
