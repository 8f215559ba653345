"""`kog skills`: finds phrases by words, and shows what each takes and does."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING, Any

from kognilang.terminal import exits
from kognilang.terminal.opening import workspace_of
from kognilang.terminal.screen import Screen
from kognilang.terminal.skill_search import Found, of_the_language, search
from kognilang.terminal.words import counted
from kognilang.terminal.wrapping import wrapped
from kognilang.values.naming import and_list

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
    parser.add_argument(
        "words", nargs="*", metavar="WORD", help="words of the phrase you look for, or its id"
    )
    parser.epilog = "  kog skills\n  kog skills send email\n  kog skills mail.send_email"


def run(options: Namespace, screen: Screen) -> int:
    """List the phrases that are meant: by id, by phrase, or by words."""
    from kognilang.meaning.books import Library

    library = Library.load(workspace_of(options))
    if screen.json:
        found = search(library.skills.values(), options.words)
        screen.document([_as_data(skill) for skill in found.skills])
        return exits.FINISHED
    return exits.FINISHED if show_hits(library, options.words, screen) else exits.FAILED


def show_hits(library: Library, words: list[str], screen: Screen) -> bool:
    """Show the phrases found, in full where they are few; False where there are none."""
    for fault in library.faults:
        screen.tell(screen.paint("yellow", fault))
    found = search(library.skills.values(), words)
    hits = found.skills
    if not hits:
        _missed(found, words, screen)
        return False
    if found.without:
        quoted = and_list([f'"{word}"' for word in found.without], "or")
        near = f" Perhaps: {', '.join(found.near)}." if found.near else ""
        screen.note(f"No phrase has {quoted}.{near} With the other words:")
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


def _missed(found: Found, words: list[str], screen: Screen) -> None:
    """Say that nothing was found, and what is near."""
    typed = " ".join(words)
    if "." in typed and " " not in typed:
        screen.tell(f'No skill is called "{typed}".')
    else:
        screen.tell(f'No phrase has the word{"s" if len(words) > 1 else ""} "{typed}".')
    if of_the_language(words[0]):
        screen.note(
            f'"{words[0].capitalize()} …" is a sentence of the language itself: docs/language '
            "shows its forms."
        )
    for near in found.near:
        screen.note(f"  kog skills {near}")
    screen.note("kog skills   lists them all")


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
    screen.put(f"  id: {skill.id}")
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
