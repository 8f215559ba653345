"""How a file is understood, sentence by sentence, for `kog explain`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from kognilang.problems.rendering import to_json
from kognilang.terminal.wrapping import wrapped
from kognilang.text.columns import text_width

if TYPE_CHECKING:
    from kognilang.meaning.state import Explanation
    from kognilang.session import Checked

MARGIN = 6
"""Columns for line numbers."""
WORDS_WIDTH = 36
"""Words of a sentence longer than this stand above what they are, not beside it."""

EFFECTS = {
    "": "",
    "none": "changes nothing",
    "read": "reads",
    "write": "changes something outside",
}


def lines(checked: Checked, width: int) -> list[str]:
    """Lay out every sentence with its reading, its skill and where each word went."""
    return [*sentences(checked.explanations, width, checked.source.name), *_inputs(checked)]


def sentences(explanations: list[Explanation], width: int, main: str = "") -> list[str]:
    """Lay sentences out with how each is understood, those of the file `main` first."""
    main = main or (explanations[0].file if explanations else "")
    out: list[str] = []
    before = ("", main)
    for one in sorted(explanations, key=lambda one: one.file not in (main, "")):
        if (one.section, one.file) != before:
            before = (one.section, one.file)
            heading = one.section or "Definitions"
            heading += f"  ({one.file})" if one.file not in (main, "") else ""
            out += ["", heading] if out else [heading]
        out += _sentence(one, width)
    return out


def _inputs(checked: Checked) -> list[str]:
    if not checked.inputs:
        return []
    names = [f"{'':{MARGIN}}the {name}" for name in checked.inputs]
    return ["", "From outside (--set NAME=VALUE, or it asks):", *names]


def as_data(file: Path, checked: Checked) -> dict[str, Any]:
    """Return the same as plain data."""
    return {
        "file": str(file),
        "understood": checked.plan is not None,
        "sentences": [
            {
                "file": one.file,
                "line": one.line,
                "written": one.written,
                "canonical": one.canonical,
                "section": one.section,
                "skill": one.skill or None,
                "effect": one.effect or None,
                "words": [{"words": words, "is": meaning} for words, meaning in one.parts],
            }
            for one in checked.explanations
        ],
        "inputs": list(checked.inputs),
        "problems": [to_json(problem) for problem in (*checked.problems, *checked.warnings)],
    }


def _sentence(one: Explanation, width: int) -> list[str]:
    lead = " " * MARGIN
    out = wrapped(one.written, width, f"{one.line:>{MARGIN - 2}}  ", lead)
    if _plain(one.canonical) != _plain(one.written):
        out += wrapped(one.canonical, width, f"{lead}= ", f"{lead}  ")
    if one.skill:
        effect = EFFECTS.get(one.effect, one.effect)
        out += wrapped(f"{one.skill}{f', {effect}' if effect else ''}", width, f"{lead}→ ")
    room = max(
        (text_width(w) for w, _ in one.parts if text_width(w) <= min(WORDS_WIDTH, width // 2)),
        default=0,
    )
    for words, meaning in one.parts:
        if text_width(words) <= room:
            pad = " " * (room - text_width(words))
            out += wrapped(meaning, width, f"{lead}  {words}{pad}  ")
        else:
            out += wrapped(words, width, f"{lead}  ")
            out += wrapped(meaning, width, lead + " " * (room + 4))
    return out


def _plain(sentence: str) -> str:
    """A sentence without what never matters: case, spaces, its end."""
    return " ".join(sentence.lower().replace("’", "'").split()).rstrip(".:")
