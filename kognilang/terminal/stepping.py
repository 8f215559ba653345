"""The steps of a replayed run in words, and walking through them forwards and back."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from kognilang.terminal.screen import Screen
from kognilang.terminal.trace_words import cut, told
from kognilang.terminal.wrapping import wrapped

if TYPE_CHECKING:
    from kognilang.session import Session
    from kognilang.session.replaying import Replayed
    from kognilang.settings import Settings

KEYS = "Enter or → next, ← back, a number to go there, names, all, quit"

_OWN = ("began", "ended", "moved", "retried")
"""Entries of the run itself, which belong to no sentence."""


def lines_of(found: Replayed, width: int, names: Settings | None = None) -> Iterator[str]:
    """Lay all steps out; with the settings for `names` also what had a name at the end."""
    sentence = None
    for step in found.steps:
        here = (step["line"], step["sentence"], step["lane"])
        yield from _step(step, width, here != sentence)
        sentence = None if step["what"] in _OWN else here
    if names is not None:
        yield ""
        yield from _names(found.names, names, width)


def _step(step: dict[str, Any], width: int, with_sentence: bool) -> Iterator[str]:
    if with_sentence and step["line"] and step["what"] not in _OWN:
        yield from wrapped(f"line {step['line']}: {step['sentence']}", width, "", "    ")
    came = list(_words(step)) or [str(step["what"])]
    number = f"{step['number']:>6}  "
    for at, text in enumerate(came):
        yield from wrapped(text, width, number if at == 0 else " " * 8, " " * 8)


def _words(step: dict[str, Any]) -> Iterator[str]:
    what = step["what"]
    if what == "step":
        name, value = step["name"], cut(step["shown"])
        if name == "now":
            yield f"it was {value}"
        elif name == "~until":
            yield f"waits until {value}"
        elif name:
            yield f"{name.split('~')[0]} = {value}"
        else:
            yield value
    elif what == "called":
        yield f"goes into: {step['title']}"
    elif what == "returned":
        yield "comes back" + (f" with {cut(step['shown'])}" if step["value"] is not None else "")
    elif what == "lanes":
        yield "begins with the items"
    elif what == "lane":
        yield f"{step['item']}: {step['how']}"
    elif what == "ended":
        yield f"ended: {step.get('status', '')}"
    elif what == "failed":
        yield f"could not be done: {cut(str(step.get('message', step.get('fault', ''))))}"
    elif what == "moved":
        yield "goes on by the new text of the procedure"
    elif what == "retried":
        yield f"begins again here what {step['run']} did up to its step {step['from']}"
    else:
        yield from told(step)


def _names(names: dict[str, Any], settings: Settings, width: int) -> Iterator[str]:
    from kognilang.session.replaying import in_words

    if not names:
        yield "Nothing has a name here."
    for name, value in sorted(names.items()):
        yield from wrapped(f"the {name} = {cut(in_words(value, settings))}", width, "  ", "      ")


def step_through(session: Session, found: Replayed, screen: Screen) -> None:
    """Let the person walk through the steps."""
    from prompt_toolkit import PromptSession
    from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent

    keys = KeyBindings()

    @keys.add("right")
    @keys.add("down")
    def _forwards(event: KeyPressEvent) -> None:
        event.app.exit(result="next")

    @keys.add("left")
    @keys.add("up")
    def _back(event: KeyPressEvent) -> None:
        event.app.exit(result="back")

    prompt: PromptSession[str] = PromptSession(key_bindings=keys, erase_when_done=True)
    if not found.steps:
        return
    screen.put(f"{found.run}: {len(found.steps)} steps. {KEYS}.")
    at = 0
    _show(found, at, screen)
    while True:
        try:
            typed = prompt.prompt(f"[{at + 1}/{len(found.steps)}] ").strip().lower()
        except (EOFError, KeyboardInterrupt):
            return
        if typed in ("", "n", "next"):
            at = min(at + 1, len(found.steps) - 1)
        elif typed in ("b", "back", "p"):
            at = max(at - 1, 0)
        elif typed.isdigit() and 1 <= int(typed) <= len(found.steps):
            at = int(typed) - 1
        elif typed in ("names", "the names"):
            from kognilang.session.replaying import replay

            there = replay(session, found.run, at + 1)
            for line in _names(there.names, session.settings, screen.text_width):
                screen.put(line)
            continue
        elif typed == "all":
            for line in lines_of(found, screen.text_width):
                screen.put(line)
            continue
        elif typed in ("q", "quit", "exit"):
            return
        else:
            screen.put(f'"{typed}" is none of: {KEYS}. There are {len(found.steps)} steps.')
            continue
        _show(found, at, screen)


def _show(found: Replayed, at: int, screen: Screen) -> None:
    for line in _step(found.steps[at], screen.text_width, True):
        screen.put(line)
