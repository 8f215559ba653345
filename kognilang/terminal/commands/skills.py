"""`kog skills`: finds phrases by words, and shows what each takes and does."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING, Any

from kognilang.terminal import exits
from kognilang.terminal.opening import workspace_of
from kognilang.terminal.screen import Screen
from kognilang.terminal.words import counted
from kognilang.terminal.wrapping import wrapped

if TYPE_CHECKING:
    from kognilang.meaning.books import Library
    from kognilang.meaning.skill import SkillInfo

SHOWN_IN_FULL = 3
"""With no more hits than this, each is shown with its slots and an example."""

EFFECTS = {
    "none": "changes nothing",
    "read": "reads, changes nothing",
    "write": "changes something outside",
}


def describe(parser: ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument("words", nargs="*", metavar="WORD", help="words of the phrase you look for")
    parser.epilog = "  kog skills\n  kog skills send email"


def run(options: Namespace, screen: Screen) -> int:
    """List the phrases that have all of the words (or, failing that, any)."""
    from kognilang.meaning.books import Library

    library = Library.load(workspace_of(options))
    if screen.json:
        screen.document([_as_data(skill) for skill in find(library, options.words)])
        return exits.FINISHED
    return exits.FINISHED if show_hits(library, options.words, screen) else exits.FAILED


def show_hits(library: Library, words: list[str], screen: Screen) -> bool:
    """Show the phrases found, in full where they are few; False where there are none."""
    for fault in library.faults:
        screen.tell(screen.paint("yellow", fault))
    hits = find(library, words)
    if not hits:
        screen.tell(f'No phrase has the words "{" ".join(words)}".')
        screen.note("kog skills   lists them all")
        return False
    if words and len(hits) <= SHOWN_IN_FULL:
        for skill in hits:
            _show(skill, screen)
        return True
    for book in dict.fromkeys(skill.book for skill in hits):
        screen.put(f"{book}:")
        for skill in hits:
            if skill.book == book:
                for line in _wrapped(skill.phrases[0], screen.text_width, "  "):
                    screen.put(line)
    screen.note(f"{counted(len(hits), 'phrase')}. kog skills WORDS shows one in full.")
    return True


def find(library: Library, words: list[str]) -> list[SkillInfo]:
    """Return the skills with all words in their phrases or summary, the best first.

    Where none has all, those that have the most of them.
    """
    skills = list(library.skills.values())
    if not words:
        return sorted(skills, key=lambda skill: (skill.book, skill.phrases[0]))
    wanted = [_stem(word) for word in " ".join(words).lower().split()]
    scored: list[tuple[int, int, str, SkillInfo]] = []
    for skill in skills:
        phrases = " ".join(skill.phrases).lower()
        everything = f"{phrases} {skill.summary} {skill.book}".lower()
        found = sum(word in everything for word in wanted)
        if found:
            in_phrase = sum(word in phrases for word in wanted)
            scored.append((-found, -in_phrase, skill.phrases[0], skill))
    scored.sort(key=lambda row: row[:3])
    best = -scored[0][0] if scored else 0
    return [skill for found, _, _, skill in scored if -found == best]


def _stem(word: str) -> str:
    """Cut common endings, so that `sending` finds `send`."""
    for ending in ("ing", "es", "ed", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word


def _show(skill: SkillInfo, screen: Screen) -> None:
    width = screen.text_width
    for line in _wrapped(skill.phrases[0], width, ""):
        screen.put(line)
    if skill.summary:
        for line in _wrapped(skill.summary, width, "  "):
            screen.put(line)
    for other in skill.phrases[1:]:
        for line in _wrapped(f"also: {other}", width, "  "):
            screen.put(line)
    for slot in skill.slots:
        kind = {"block": "an indented block", "name": "a name to set"}.get(slot.role, slot.kind)
        left = "" if not slot.optional else ", may be left out"
        screen.put(f"  {{{slot.name}}}  {kind}{left}")
    if skill.yields:
        screen.put(f"  gives: {skill.yields}")
    for name, kind in skill.properties.items():
        screen.put(f"    its {name}  {kind}")
    screen.put(f"  effect: {skill.effect} ({EFFECTS[skill.effect]})")
    if skill.example:
        screen.put("  example:")
        for line in skill.example.strip("\n").splitlines():
            screen.put(f"    {line}")
    screen.put("")


def _wrapped(text: str, width: int, lead: str) -> list[str]:
    return wrapped(text, width, lead, lead + "    ")


def _as_data(skill: SkillInfo) -> dict[str, Any]:
    return {
        "id": skill.id,
        "book": skill.book,
        "phrases": list(skill.phrases),
        "form": skill.form,
        "effect": skill.effect,
        "idempotent": skill.idempotent,
        "checkable": skill.checkable,
        "slots": [
            {"name": s.name, "kind": s.kind, "role": s.role, "optional": s.optional}
            for s in skill.slots
        ],
        "yields": skill.yields,
        "properties": dict(skill.properties),
        "summary": skill.summary,
        "example": skill.example,
    }
