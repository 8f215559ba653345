"""Offers to keep an answer as a learning, and keeps it as it is wished."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from kognilang.asking.learnable import learnable
from kognilang.asking.wishes import Wish
from kognilang.terminal.reading import read_line
from kognilang.terminal.refusal import Refusal
from kognilang.terminal.screen import Screen
from kognilang.terminal.wrapping import wrapped

if TYPE_CHECKING:
    from kognilang.journal.records import QuestionRow
    from kognilang.session import Session
    from kognilang.session.remembering import Remembered


def describe(parser: ArgumentParser) -> None:
    """Add the options by which an answer is remembered."""
    group = parser.add_argument_group("remembering (see kog learnings)")
    group.add_argument(
        "--remember", action="store_true", help="keep the answer, for when the same is met again"
    )
    group.add_argument(
        "--for",
        dest="same",
        metavar="FIELD",
        action="append",
        default=[],
        help="only where this is the same as here (--for vendor); may be repeated",
    )
    group.add_argument(
        "--when",
        metavar="CONDITION",
        action="append",
        default=[],
        help="only when this holds (the invoice's total is less than $500); may be repeated",
    )
    group.add_argument("--always", action="store_true", help="whatever the item")
    group.add_argument(
        "--scope",
        choices=("file", "workspace"),
        default="file",
        help="for this procedure (the default), or for all of the workspace",
    )
    group.add_argument("--until", metavar="DATE", default="", help="the last day on which it holds")


def wish_of(options: Namespace) -> Wish | None:
    """Return what the options wish; None for nothing."""
    if not hasattr(options, "remember"):
        return None
    if not (options.remember or options.same or options.when or options.always):
        return None
    return Wish(options.always, tuple(options.same), tuple(options.when))


def after_answer(
    session: Session, answered: list[str], wish: Wish | None, options: Namespace, screen: Screen
) -> None:
    """Keep the answer that was given to questions, as the options or the words typed wish; a
    person who was asked for the answer is asked that too."""
    wish = wish_of(options) or wish
    if wish is None and getattr(options, "text", None):
        return
    keep = Remembering(session, options, screen)
    for id in answered:
        question = session.store.question(id)
        if question is None:
            continue
        if learnable(question.kind, question.problem):
            keep(question, wish)
        elif wish is not None:
            screen.tell(
                f"{id} is answered, but not remembered: such an answer is a decision each time."
            )
        if wish is None or not wish.settled:
            return


class Remembering:
    """Keeps answers as learnings. Called with a question that has just been answered and the wish
    typed with the answer, if any: without one the person here is asked whether to."""

    def __init__(self, session: Session, options: Namespace, screen: Screen) -> None:
        self._session = session
        self._options = options
        self._screen = screen
        self._told: set[str] = set()
        self._scope = getattr(options, "scope", None) or "file"
        self._until = getattr(options, "until", None) or ""

    @property
    def _asks(self) -> bool:
        return not self._options.no_input and self._screen.can_ask

    def __call__(self, question: QuestionRow, wish: Wish | None) -> None:
        """Keep the answer, or offer to. What is wrong with the wish is told, and asked again."""
        from kognilang.session.remembering import NotRemembered

        if wish is None and question.kind == "ask":
            # What the text asks for each time is not offered; it is remembered where wished.
            return
        while True:
            if wish is None or not wish.settled:
                wish = self._asked(question, wish)
            if wish is None:
                return
            try:
                self._keep(question, wish)
                return
            except NotRemembered as reason:
                for line in wrapped(str(reason), self._screen.text_width):
                    self._screen.tell(line)
                for hint in reason.hints:
                    self._screen.tell(f"  {hint}")
                if not self._asks:
                    raise Refusal(
                        "The answer counts, but it was not remembered.",
                    ) from None
                wish = None

    def _asked(self, question: QuestionRow, wish: Wish | None) -> Wish | None:
        """Ask for what the answer is to be remembered; None for not at all."""
        from kognilang.session.remembering import NotRemembered, draft

        if not self._asks:
            return wish
        try:
            made = draft(self._session, question.id)
        except NotRemembered as reason:
            if wish is not None:
                raise
            self._screen.detail(str(reason))
            return None
        screen = self._screen
        screen.tell()
        screen.tell("Remember this answer?  (Enter: no)")
        for number, offer in enumerate(made.offers, 1):
            for line in wrapped(f"only when {offer.condition}", screen.text_width, f"  {number}  "):
                screen.tell(line)
        screen.tell("  a  always")
        # Only what was met here is sure to be there: a field of another procedure may not.
        owner = f"the {question.noun}'s …" if question.noun else "the …"
        like = "one like these" if made.offers else f"such as: {owner} is …"
        screen.tell(f"  or type a condition, {like}")
        typed = (read_line(screen, "remember> ") or "").strip()
        if not typed or typed.casefold() in ("n", "no", "q", "quit", "never"):
            return None
        if typed.casefold() in ("a", "always"):
            return Wish(always=True)
        numbers = typed.replace(",", " ").replace(" and ", " ").split()
        if all(one.isdigit() for one in numbers):
            places = [int(one) - 1 for one in numbers]
            if all(0 <= at < len(made.offers) for at in places):
                return Wish(when=tuple(made.offers[at].condition for at in places))
        return Wish(when=(typed,))

    def _keep(self, question: QuestionRow, wish: Wish) -> None:
        from kognilang.session.learnings import change
        from kognilang.session.remembering import remember
        from kognilang.terminal.settling import sure
        from kognilang.terminal.teaching import last_day

        session, screen = self._session, self._screen
        until = last_day(self._until)
        found = remember(session, question.id, wish, self._scope, until)
        row = found.row
        if row is None:
            known = next(one.learnt.id for one in found.conflicts if one.alike)
            if known not in self._told:
                screen.note(f"{known} says so already.")
            return
        self._told.add(row.id)
        self._show(found)
        if row.status == "on":
            screen.note(f"Remembered as {row.id}. To take it back: kog learnings undo {row.id}")
            return
        if not wish.settled:
            screen.note(f"Kept as {row.id}, but switched off: it does not say for what it holds.")
            for offer in found.offers[:3]:
                screen.note(f"  only when {offer.condition}: --for {_word(offer.field)}")
            screen.note(f"  kog learnings edit {row.id}   adds a condition")
            screen.note(f"  kog learnings on {row.id}     switches it on as it is")
            return
        if sure("Switch it on all the same?", self._options, screen):
            change(session, row, "switched on", row.owner, status="on")
            screen.note(f"Remembered as {row.id}.")
        else:
            screen.note(
                f"Kept as {row.id}, but switched off. To have it: kog learnings on {row.id}"
            )

    def _show(self, found: Remembered) -> None:
        from kognilang.terminal.backtests import tested

        for line in found.taught.text.split("\n"):
            self._screen.note(f"  {line}")
        others = [one for one in found.back_test.past if one.question.id != found.question]
        if others or found.conflicts or found.doubtful:
            for line in tested(found.back_test, found.conflicts, self._screen.text_width):
                self._screen.note(line)


def _word(field: str) -> str:
    return f'"{field}"' if " " in field or "'" in field else field
