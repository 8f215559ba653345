"""Skills: typed Python functions with the English they answer to, and the books they are in."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, Protocol, TypeVar

from kognilang.dataclass import dataclass, field

F = TypeVar("F", bound=Callable[..., Any])

EFFECTS = ("none", "read", "write")


@dataclass(slots=True)
class Slot:
    """A place of a phrase for a value.

    `kind` is the name of a kind (`text`, `number`, `money`, `date`, `file`, `folder`,
    `table`, `record`, `list`, `person`, `yes/no`, `any` …). `role` is `value`; `block` for an
    indented block (`{body: block}`); `name` for a name that the phrase sets
    (`{target: name}`); `kind` for the noun of a declared kind whose schema is handed over
    and whose name the result gets (`read {invoice: kind} from {document}`); `column` for a
    bare field name (`total the {column: column} of {table}`); `row` for details given as
    `name: value` lines in a record (`with` and a block).
    """

    name: str
    kind: str = "any"
    role: str = "value"
    optional: bool = False
    default: Any = None


@dataclass(slots=True)
class SkillInfo:
    """What a book's manifest says of a skill, so that its code is imported only when called.

    `id` is `book.function`. `phrases` are its wordings (`send an email to {recipient}
    [with the subject {subject}]`), the first being canonical. `form` is `action`, `noun`
    (yields a value inside a sentence) or `adjective` (a condition). `yields` is the kind of
    the result (empty for nothing). `module` and `function` say where the code is;
    `properties` are the documented properties of what it yields, name to kind.
    """

    id: str
    phrases: tuple[str, ...]
    slots: tuple[Slot, ...]
    form: str = "action"
    effect: str = "write"
    idempotent: bool = False
    checkable: bool = False
    yields: str = ""
    module: str = ""
    function: str = ""
    summary: str = ""
    example: str = ""
    properties: dict[str, str] = field(default_factory=dict)

    @property
    def book(self) -> str:
        """The book's name."""
        return self.id.partition(".")[0]


@dataclass(slots=True)
class SkillMark:
    """What the decorator leaves on a function, from which its SkillInfo is made."""

    phrases: tuple[str, ...]
    form: str
    effect: str
    idempotent: bool
    checkable: bool
    example: str
    properties: dict[str, str]
    check: str


def skill(
    *phrases: str,
    effect: str = "write",
    idempotent: bool = False,
    check: str = "",
    example: str = "",
    properties: dict[str, str] | None = None,
) -> Callable[[F], F]:
    """Mark a function as a skill that answers to the phrases.

    A phrase that begins with `the`, `a` or `an`, or with a slot followed by `is`, makes a
    noun or an adjective. Slots are named as the function's parameters and typed by their
    annotations. A parameter annotated `Here` gets the context of the call.

    `effect` is `none`, `read` or `write` (the default, because it promises least).
    `idempotent` promises that running twice with the same key equals running once;
    `check` names a function of the module, called with the same arguments, that tells
    whether the write with `here.key` has already happened (True, False, or None if it
    cannot know): the skill is then checkable.
    """
    if effect not in EFFECTS:
        raise ValueError(f"effect is one of {', '.join(EFFECTS)}, not {effect!r}")

    def mark(function: F) -> F:
        first = phrases[0]
        form = "action"
        if first.split(" ", 1)[0] in ("the", "a", "an"):
            form = "noun"
        elif first.startswith("{"):
            form = "adjective"
        function.__skill__ = SkillMark(  # type: ignore[attr-defined]
            phrases, form, effect, idempotent, bool(check), example, properties or {}, check
        )
        return function

    return mark


class Problematic(Exception):
    """Raised by a skill when it cannot do its work: becomes a question to a person.

    `message` is one sentence in a clerk's words. `problem` is a short name for the
    situation (`missing-file`, `unreadable`, `refused`, `unreachable`). `suggestions` are
    sentences that would help. `values` are (label, shown) pairs. `candidates` are texts to
    choose from that could be given instead for the parameter `slot`, nearest first; without
    a `slot`, for the one whose value the message has in quotes. With a `key` the choice is of
    something else, which `slot` names (a column), and holds for the rest of the run: the skill
    is called again and finds it by `here.chosen(key)`.
    """

    def __init__(
        self,
        message: str,
        problem: str = "refused",
        suggestions: Sequence[str] = (),
        values: Sequence[tuple[str, str]] = (),
        *,
        slot: str = "",
        candidates: Sequence[str] = (),
        key: str = "",
    ) -> None:
        super().__init__(message)
        self.message = message
        self.problem = problem
        self.suggestions = tuple(suggestions)
        self.values = tuple(values)
        self.slot = slot
        self.candidates = tuple(candidates)
        self.key = key
        self.given: Sequence[tuple[str, Any]] = ()
        """What the skill was called with, by slot; set by the machine."""
        self.place = "slot:"
        """Where in its sentence it was called: another value for a slot is kept under it."""


@dataclass(slots=True)
class Judgement:
    """What a model made of data: the answer, the passages that show it (each with the name of
    the data where it stands), and how sure it is (0 to 1)."""

    answer: Any
    evidence: tuple[tuple[str, str], ...] = ()
    confidence: float = 0.0


class Here(Protocol):
    """What a skill is handed of the place it runs in."""

    workspace: Path
    """The workspace's folder."""
    folder: Path
    """The procedure's folder: relative paths start here."""
    now: datetime
    """The moment of the step, with its time zone, as journaled."""
    key: str
    """The idempotency key of this call; the same when it is tried again."""

    def path(self, name: str, writing: bool = False) -> Path:
        """Return the path of a file below the allowed folders; for writing, its folder is made.

        Raises Problematic when it lies outside.
        """
        ...

    def chosen(self, key: str) -> str:
        """Return what a person chose in this run of a Problematic's candidates with the key;
        empty where nobody was asked."""
        ...

    def setting(self, name: str, default: Any = None) -> Any:
        """Return a setting by dotted name (`mail.server`)."""
        ...

    def secret(self, name: str) -> str:
        """Return a secret's value from the environment or the secrets file."""
        ...

    def judge(
        self,
        task: str,
        data: Mapping[str, str],
        answer: Mapping[str, Any],
        samples: int = 1,
        shown: bool = True,
    ) -> Judgement:
        """Let the workspace's model judge data, which are quoted to it and never obeyed.

        `task` says what is asked, `answer` is the JSON schema of the result; of several
        `samples` the most frequent counts. `shown` tells whether passages must show the
        result. Raises Problematic where there is no model, or none that replies.
        """
        ...

    def connection(self, name: str) -> str:
        """Return the URL of a named connection of `kognilang.toml`, secrets filled in."""
        ...
