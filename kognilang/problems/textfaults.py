"""The wording of what is wrong with the writing itself: text faults become problems."""

from __future__ import annotations

from collections.abc import Callable

from kognilang.problems.problem import Problem
from kognilang.text.fault import Fault
from kognilang.text.source import Source

_Wording = Callable[[dict[str, str], str], Problem]


def problem_of(fault: Fault, source: Source) -> Problem:
    """Return the problem that words a fault of the text package."""
    wording = _WORDINGS.get(fault.name)
    if wording is None:
        problem = Problem(fault.name, fault.name.replace("-", " ").capitalize())
    else:
        start, end = fault.span
        problem = wording(fault.data, source.text[start:end])
    problem.source = source
    problem.span = fault.span
    return problem


def _files(data: dict[str, str], intro: str) -> list[str]:
    names = data.get("near", "").split("\n")
    return [intro, *(f"  {name}" for name in names)] if names != [""] else []


def _empty(data: dict[str, str], _: str) -> Problem:
    return Problem(
        "empty-file",
        f'There is nothing in "{data.get("file", "")}"',
        detail=["A procedure needs at least one sentence, such as:", '  Say "Good morning."'],
    )


def _binary(data: dict[str, str], _: str) -> Problem:
    file = data.get("file", "")
    if data.get("kind"):
        return Problem(
            "binary-file",
            f'"{file}" is {data["kind"]}, not a text that I can read',
            detail=[
                "A procedure is plain text, in a file whose name ends in .kog.",
                f'To work with this file, name it in a procedure: Read the document "{file}".',
            ],
        )
    return Problem(
        "binary-file",
        f'"{file}" is not a text: it holds bytes that no text has',
        detail=[
            f"The first is on line {data.get('line', '1')} ({data.get('byte', '')}).",
            "A procedure is plain text, in a file whose name ends in .kog.",
        ],
    )


def _not_utf8(data: dict[str, str], _: str) -> Problem:
    file = data.get("file", "")
    if data.get("encoding"):
        summary = f'"{file}" is saved as {data["encoding"]}, not as UTF-8'
        detail = ["Open it in your editor and save it with the encoding UTF-8."]
    else:
        summary = f'"{file}" is not saved as UTF-8'
        before = data.get("before", "").strip()
        place = f' after "{before}"' if before else ""
        detail = [
            f"On line {data.get('line', '1')}{place} there is a letter that I cannot read.",
            "Open the file in your editor and save it with the encoding UTF-8.",
        ]
    return Problem("not-utf8", summary, detail=detail)


def _not_found(data: dict[str, str], _: str) -> Problem:
    folder = data.get("folder", "")
    here = "this folder" if folder in ("", ".") else f'the folder "{folder}"'
    return Problem(
        "file-not-found",
        f'There is no file "{data.get("file", "")}" in {here}',
        detail=_files(data, "The procedures there are:")
        or ["Check the name and the folder: a procedure's file name ends in .kog or .md."],
    )


def _not_a_file(data: dict[str, str], _: str) -> Problem:
    return Problem(
        "not-a-file",
        f'"{data.get("file", "")}" is a folder, not a file',
        detail=_files(data, "The procedures in it are:")
        or ["A procedure is a file in it, whose name ends in .kog."],
    )


def _unreadable(data: dict[str, str], _: str) -> Problem:
    return Problem(
        "unreadable-file",
        f'I cannot read "{data.get("file", "")}": {data.get("reason", "").lower()}',
        detail=["Check the name, and that you may open the file."],
    )


def _mixed(data: dict[str, str], _: str) -> Problem:
    style = data.get("style") or "one of them"
    lines = data.get("lines", "")
    many = "lines" if "," in lines or "…" in lines else "line"
    other = "spaces" if style == "tabs" else "tabs"
    return Problem(
        "mixed-indentation",
        "Tabs and spaces are mixed in this file",
        understood=[f"the indentation is {style} (from line {data['first']} on)"]
        if style in ("tabs", "spaces")
        else [],
        detail=[
            f"With {other} it is indented on {many} {lines}.",
            f"Replace the {other} by {style} there, so that everyone sees the same blocks."
            if style in ("tabs", "spaces")
            else "Use spaces throughout, so that everyone sees the same blocks.",
        ],
    )


def _wrong_indentation(data: dict[str, str], _: str) -> Problem:
    outer, inner = data.get("outer", ""), data.get("inner", "")
    return Problem(
        "wrong-indentation",
        "This line is indented like no line above it",
        detail=[
            f"It begins at column {int(data.get('indent', '0')) + 1}; "
            f"the block above begins at column {int(inner or 0) + 1}, "
            f"and what holds that block at column {int(outer or 0) + 1}.",
            "Move the line under the sentence that it belongs with.",
        ],
    )


def _unclosed_quote(data: dict[str, str], written: str) -> Problem:
    mark = data.get("mark", '"')
    if not written.strip('"“” .,:;`'):
        return Problem(
            "unclosed-quote",
            "This quote closes a text that begins nowhere",
            candidates=_guess(data),
            detail=["A text stands between two quotes; the first one is missing."],
        )
    kind = "name in backticks" if mark == "`" else "text"
    closing = "”" if mark == "“" else mark
    return Problem(
        "unclosed-quote",
        f"A {kind} begins here and never ends",
        candidates=_guess(data),
        detail=[f"The closing {closing} is missing."],
    )


def _unclosed_brace(data: dict[str, str], _: str) -> Problem:
    return Problem(
        "unclosed-brace",
        "A value in braces begins here and never ends",
        candidates=_guess(data),
        detail=[
            "The closing } is missing.",
            "For a brace that is only a brace, write it twice: {{",
        ],
    )


def _unclosed_parenthesis(data: dict[str, str], _: str) -> Problem:
    return Problem(
        "unclosed-parenthesis",
        "A parenthesis opens here and is never closed",
        candidates=_guess(data),
    )


def _unclosed_fence(data: dict[str, str], written: str) -> Problem:
    return Problem(
        "unclosed-fence",
        f"A block of code begins here and never ends: a line with {written.strip()[:3] or '```'} is"
        " missing",
        detail=["I read it up to the end of the file."],
    )


def _guess(data: dict[str, str]) -> list[str]:
    return [data["guess"]] if data.get("guess") else []


_WORDINGS: dict[str, _Wording] = {
    "empty-file": _empty,
    "binary-file": _binary,
    "not-utf8": _not_utf8,
    "file-not-found": _not_found,
    "not-a-file": _not_a_file,
    "unreadable-file": _unreadable,
    "mixed-indentation": _mixed,
    "wrong-indentation": _wrong_indentation,
    "unclosed-quote": _unclosed_quote,
    "unclosed-brace": _unclosed_brace,
    "unclosed-parenthesis": _unclosed_parenthesis,
    "unclosed-fence": _unclosed_fence,
}
