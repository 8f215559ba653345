"""Claims: what the `Then` lines of an example say should have come of it."""

from __future__ import annotations

from kognilang.dataclass import dataclass, field
from kognilang.language import tree


@dataclass(slots=True)
class Claim:
    """One line. `steps` work out what is compared; `starts` are their places in the plan."""

    line: int
    written: str
    steps: tree.Body = ()
    starts: list[tuple[int, int]] = field(default_factory=list)


@dataclass(slots=True)
class Holds(Claim):
    """`Then the total is $12`: a condition."""


@dataclass(slots=True)
class Equals(Claim):
    """`Then the payments are` with a table, a record or a list below."""

    name: str = ""
    got: str = ""
    expected: str = ""


@dataclass(slots=True)
class Speech(Claim):
    """`Then it says "Done."`; `to` is the person told, empty for who runs it. Without
    `expected` it is about saying anything at all."""

    expected: str = ""
    negated: bool = False
    to: str = ""


@dataclass(slots=True)
class WasAsked(Claim):
    """`Then the manager was asked about the invoice`; `who` is empty for anybody."""

    who: str = ""
    about: str = ""
    negated: bool = False
    times: int | None = None


@dataclass(slots=True)
class WasDone(Claim):
    """`Then the invoice is paid to the supplier`: the passive of what a procedure or skill does.

    `noun` is the word for what it is done to, empty for `nothing`; `subject` the name under
    which its value is worked out, if it has one; `others` the same for what follows, with the
    word before each (`with the subject "Order 2"`).
    """

    verb: str = ""
    noun: str = ""
    subject: str = ""
    others: tuple[tuple[str, str], ...] = ()
    negated: bool = False
    times: int | None = None


@dataclass(slots=True)
class Ended(Claim):
    """`Then it fails because …`; `how` is `fails`, `finishes` or `waits`."""

    how: str = ""
    reason: str = ""
    who: str = ""
    negated: bool = False


@dataclass(slots=True)
class Did(Claim):
    """`Then it sends an email to "ann@example.com" saying "Hello."`: a sentence, done with these
    values."""

    negated: bool = False
