"""Where the sentences come from: a person at a prompt, or a pipe."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Protocol

from kognilang.terminal.repl.blocks import indentation_after, needs_more
from kognilang.terminal.repl.highlighting import fragments
from kognilang.terminal.screen import Screen

if TYPE_CHECKING:
    from prompt_toolkit.formatted_text import StyleAndTextTuples
    from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent

    from kognilang.terminal.repl.words import Candidate

PROMPT = "kog> "
GOES_ON = "...  "


class Reader(Protocol):
    """Gives one text after the other."""

    def read(self, start: str = "") -> str | None:
        """Return the next complete text, None at the end; KeyboardInterrupt abandons a line.

        `start` stands there already, to be edited, where that can be.
        """
        ...


class PipeReader:
    """Reads texts from standard input that is no terminal."""

    def read(self, start: str = "") -> str | None:
        """Return the next text; the end of the input ends an open block."""
        lines: list[str] = []
        while line := sys.stdin.readline():
            lines.append(line.rstrip("\r\n"))
            if not "".join(lines).strip():
                lines.clear()
            elif not needs_more("\n".join(lines)):
                break
        return "\n".join(lines).rstrip() if lines else None


class LineReader:
    """Reads texts from a terminal without prompt_toolkit (`TERM=dumb`)."""

    def __init__(self, screen: Screen) -> None:
        self._screen = screen

    def read(self, start: str = "") -> str | None:
        """Return the next text."""
        from kognilang.terminal.reading import read_line

        text = read_line(self._screen, PROMPT, start)
        while text is not None and needs_more(text):
            line = read_line(self._screen, GOES_ON)
            if line is None:
                break
            text += "\n" + line
            if not line.strip():
                break
        return text


class PromptReader:
    """Reads texts with history, editing of whole blocks, and completion."""

    def __init__(self, complete: Callable[[str], Iterator[Candidate]], colour: bool) -> None:
        from prompt_toolkit import PromptSession
        from prompt_toolkit.completion import CompleteEvent, Completer, Completion
        from prompt_toolkit.document import Document
        from prompt_toolkit.history import FileHistory, History, InMemoryHistory
        from prompt_toolkit.output import ColorDepth

        from kognilang.terminal.places import state_folder

        class Words(Completer):
            """Completes phrases, names and properties."""

            def get_completions(
                self, document: Document, complete_event: CompleteEvent
            ) -> Iterator[Completion]:
                """Yield what may come next at the cursor."""
                seen: set[str] = set()
                for one in complete(document.text_before_cursor):
                    if one.text not in seen:
                        seen.add(one.text)
                        yield Completion(one.text, -one.length, display_meta=one.about)

        from prompt_toolkit.lexers import Lexer

        class AsRead(Lexer):
            """Colours what is typed as the parser reads it."""

            def lex_document(self, document: Document) -> Callable[[int], StyleAndTextTuples]:
                """Return what gives a line's pieces."""
                lines = fragments(document.text)
                return lambda number: list(lines[number]) if number < len(lines) else []

        history: History
        try:
            state_folder().mkdir(parents=True, exist_ok=True)
            (state_folder() / "history").touch()
            history = FileHistory(str(state_folder() / "history"))
        except OSError:
            history = InMemoryHistory()
        self._session: PromptSession[str] = PromptSession(
            PROMPT,
            history=history,
            completer=Words(),
            lexer=AsRead() if colour else None,
            complete_while_typing=True,
            multiline=True,
            prompt_continuation=lambda width, line, wrapped: GOES_ON.rjust(width),
            key_bindings=_bindings(),
            color_depth=None if colour else ColorDepth.DEPTH_1_BIT,
            reserve_space_for_menu=6,
        )

    def read(self, start: str = "") -> str | None:
        """Return the next text."""
        try:
            return self._session.prompt(default=start).rstrip()
        except EOFError:
            return None


def _bindings() -> KeyBindings:
    """Enter runs a finished sentence and goes on with an open block."""
    from prompt_toolkit.filters import completion_is_selected
    from prompt_toolkit.key_binding import KeyBindings

    bindings = KeyBindings()
    given = 0  # White space that was put in for the person and not typed over yet.

    @bindings.add("enter", filter=~completion_is_selected)
    def _(event: KeyPressEvent) -> None:
        nonlocal given
        buffer = event.current_buffer
        if buffer.document.is_cursor_at_the_end and needs_more(buffer.text):
            indentation = indentation_after(buffer.text)
            given = len(indentation)
            buffer.insert_text("\n" + indentation)
        elif needs_more(buffer.text) and not buffer.document.is_cursor_at_the_end:
            buffer.insert_text("\n")
        else:
            buffer.validate_and_handle()

    @bindings.add(" ")
    def _(event: KeyPressEvent) -> None:
        nonlocal given
        buffer = event.current_buffer
        if given and not buffer.document.current_line.strip():
            given -= 1  # The person types the indentation that is there already.
        else:
            given = 0
            buffer.insert_text(" ")

    @bindings.add("backspace")
    def _(event: KeyPressEvent) -> None:
        nonlocal given
        given = 0
        buffer = event.current_buffer
        before = buffer.document.current_line_before_cursor
        deep = len(before) > 1 and not before.strip(" ")
        buffer.delete_before_cursor((len(before) - 1) % 4 + 1 if deep else 1)

    @bindings.add("enter", filter=completion_is_selected)
    def _(event: KeyPressEvent) -> None:
        event.current_buffer.complete_state = None

    return bindings
