"""What a command says when it cannot do what was asked: one message and an exit code."""

from kognilang.terminal.exits import REFUSED


class Refusal(Exception):
    """Ends the command. `message` is for the person; it says what to type instead.

    `hints` are further lines below it; `code` is the exit code.
    """

    def __init__(self, message: str, hints: tuple[str, ...] = (), code: int = REFUSED) -> None:
        super().__init__(message)
        self.message = message
        self.hints = hints
        self.code = code
