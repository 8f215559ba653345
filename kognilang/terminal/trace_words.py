"""Steps of a trace in words."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from kognilang.terminal.listing import moment

LONGEST_VALUE = 300
"""Characters of a value; what is longer is cut, since a trace is read, not copied from."""


def told(step: dict[str, Any]) -> Iterator[str]:
    """Yield in words what came of a step; nothing for what is only kept for replay."""
    words = _WORDS.get(step["what"])
    if words is not None:
        yield from words(step)
        return
    if step["what"] in ("called", "ended", "failed"):
        return
    rest = {
        name: value
        for name, value in step.items()
        if name not in _PLACE and isinstance(value, (str, int)) and value != ""
    }
    text = ", ".join(f"{name} {value}" for name, value in rest.items())
    yield f"{step['what']}: {cut(text)}" if text else step["what"]


_PLACE = ("lane", "line", "section", "sentence", "procedure", "loops", "what", "at")


def _skill(step: dict[str, Any]) -> Iterator[str]:
    result = step.get("result")
    gave = "" if result is None or _is_thing(result) else shown_value(result)
    if step.get("effect") == "write" or not gave:
        name = step["skill"].rpartition(".")[2].replace("_", " ")
        pairs = ((slot, shown_value(value)) for slot, value in step["args"].items())
        args = ", ".join(f"{slot.replace('_', ' ')} {value}" for slot, value in pairs if value)
        words = name + (f": {args}" if args else "")
        yield f"did {words}" if step.get("effect") == "write" else f"({words})"
    if gave:
        yield f"→ {gave}"
    for judged in step.get("judged", ()):
        yield f"judged by the model, {judged['confidence']:.0%} sure"
        for passage, where in judged["evidence"]:
            yield f'shown by ({where}) "{cut(passage)}"'


def _said(step: dict[str, Any]) -> Iterator[str]:
    yield f'said "{cut(step["text"])}"'


def _told_to(step: dict[str, Any]) -> Iterator[str]:
    yield f'told {_whom(step["to"])} "{cut(step["text"])}"'


def _asked(step: dict[str, Any]) -> Iterator[str]:
    yield f"{step['question']}, asked {_whom(step['to'])} {moment(step['at'])}: {cut(step['text'])}"


def _answered(step: dict[str, Any]) -> Iterator[str]:
    by = f" by {_whom(step['by'])}" if step.get("by") else ""
    if text := step.get("text"):
        answer = str(text)
    elif step.get("instruction"):
        answer = str(step["instruction"]).replace("-", " ")
    else:
        answer = shown_value(step.get("value"))
    yield f"{step.get('question', '')}, answered{by} {moment(step['at'])}: {cut(answer)}"


def _learnt(step: dict[str, Any]) -> Iterator[str]:
    how = _BECAME.get(step["how"], step["how"].replace("-", " "))
    if step.get("value"):
        how = f"answered {step['value']}"
    yield f"settled by {step['learning']}, {how}: {cut(step['text'])}"


_BECAME = {
    "again": "tried again",
    "skip-step": "went on without this step",
    "skip-item": "left it out",
    "stop": "stopped",
}


def _learning_failed(step: dict[str, Any]) -> Iterator[str]:
    yield f"{step['learning']} was tried and failed: {cut(step['text'])}"


def _caught(step: dict[str, Any]) -> Iterator[str]:
    yield f"went wrong, and was handled: {cut(step['text'])}"


def _began(step: dict[str, Any]) -> Iterator[str]:
    for name, value in (step.get("inputs") or {}).items():
        yield f"set from outside: the {name} = {shown_value(value)}"
    if step.get("instead_of"):
        yield f"begun instead of {step['instead_of']}"
        for one in step.get("already_done") or ():
            from kognilang.asking.notices import told_write

            yield f"{step['instead_of']} had done: {cut(told_write(one))}"


def _retried(step: dict[str, Any]) -> Iterator[str]:
    yield f"(up to here it is what {step['run']} did, up to its step {step['from']})"


def _moved(step: dict[str, Any]) -> Iterator[str]:
    yield "(from here on by the new text of the procedure)"


def _simulated(step: dict[str, Any]) -> Iterator[str]:
    yield f"would have done: {step['skill']}: {cut(step['arguments'])}"


_WORDS = {
    "skill": _skill,
    "said": _said,
    "told": _told_to,
    "asked": _asked,
    "answered": _answered,
    "caught": _caught,
    "learnt": _learnt,
    "learning-failed": _learning_failed,
    "began": _began,
    "simulated": _simulated,
    "retried": _retried,
    "moved": _moved,
}


def _whom(name: str) -> str:
    from kognilang.asking.showing import named

    return named(name) if name else "whoever runs it"


def _is_thing(data: Any) -> bool:
    return isinstance(data, dict) and "ref" in data


def shown_value(data: Any) -> str:
    """Show a value of the trace; empty for a thing, of which only the identity is kept."""
    from kognilang.values.coding import BadData, decode
    from kognilang.values.shown import shown

    if data is None:
        return ""
    if isinstance(data, dict):
        if "new" in data:
            return cut(str(data["new"]))
        if "ref" in data:
            return ""
        if "long" in data:
            return cut(str(data["long"]))
        if "schema" in data:
            return str(data["schema"].get("noun", ""))
    if isinstance(data, bool):
        return "yes" if data else "no"
    try:
        return cut(shown(decode(data)))
    except BadData:
        return cut(json.dumps(data, ensure_ascii=False))


def cut(text: str) -> str:
    """Return a text in one line, not too long."""
    text = " ".join(text.split())
    return text if len(text) <= LONGEST_VALUE else text[: LONGEST_VALUE - 1] + "…"
