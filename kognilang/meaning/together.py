"""Files together: the definitions that `Use the procedures in "vendors.kog".` brings in."""

from __future__ import annotations

from pathlib import Path

from kognilang.dataclass import dataclass
from kognilang.language import tree
from kognilang.meaning.state import State
from kognilang.problems.textfaults import problem_of
from kognilang.text.fault import Fault
from kognilang.text.source import Source


@dataclass(slots=True)
class Part:
    """One file of several: what it holds, and its text."""

    items: tree.Body
    source: Source


def used(items: tree.Body, state: State) -> list[Part]:
    """Return the files that a text uses, and those that they use, each once, in the order in
    which they are first named. What cannot be read, and files that use each other in a
    circle, are problems of the text that names them."""
    found: list[Part] = []
    begun = [state.source.path.resolve()] if state.source.path is not None else []
    _follow(items, state, begun, found)
    return found


def _not_found(item: tree.Use, fault: Fault, source: Source, state: State) -> None:
    """Report a file whose procedures cannot be used, and the files that may be meant."""
    beside = [one for one in fault.data.get("near", "").split("\n") if one]
    beside = [one for one in beside if one != state.source.name]
    if fault.name == "file-not-found":
        summary = f'There is no file "{item.path}" beside "{state.source.name}"'
        detail = ["Check its name, or put the file there."]
    else:
        worded = problem_of(fault, source)
        summary = f'The procedures in "{item.path}" cannot be used: {worded.summary}'
        detail, beside = list(worded.detail), []
    state.problem(
        "use-not-found",
        summary,
        item.span,
        candidates=[f'Use the procedures in "{one}".' for one in beside],
        detail=detail,
    )


def _follow(items: tree.Body, state: State, begun: list[Path], found: list[Part]) -> None:
    from kognilang.language.reading import read
    from kognilang.text.reading import read_source

    folder = state.source.path.parent if state.source.path is not None else state.settings.folder
    for item in items:
        if not isinstance(item, tree.Use):
            continue
        path = (folder / item.path).resolve()
        if path in begun:
            circle = " → ".join(one.name for one in [*begun[begun.index(path) :], path])
            state.problem(
                "files-in-a-circle",
                f"These files use each other in a circle: {circle}.",
                item.span,
                detail=["Put what both need into a third file."],
            )
            continue
        if any(part.source.path == path for part in found):
            continue
        source, faults = read_source(path)
        if faults:
            for fault in faults:
                _not_found(item, fault, source, state)
            continue
        if state.served is not None:
            source = state.served(source)
        reading = read(source, markdown=path.suffix == ".md")
        part = Part(reading.file.items, source)
        found.append(part)
        state.problems.extend(reading.problems)
        outer, state.source = state.source, source
        _follow(part.items, state, [*begun, path], found)
        state.source = outer
