"""Scopes: which names are known where in a text, and what each stands for in the plan."""

from __future__ import annotations

from collections.abc import Iterator

from kognilang.dataclass import dataclass, field
from kognilang.language.words import plural
from kognilang.meaning.kinds import ANY, Kind


@dataclass(slots=True)
class Known:
    """A name that is known: `plan` is its name in the plan, `line` where it is first set (0 for
    one from outside), `how` says in words what set it (`set`, `parameter`, `item`, `constant`)."""

    name: str
    plan: str
    kind: Kind = ANY
    line: int = 0
    how: str = "set"
    text: str = ""
    """The text in quotes that it is set to, where nothing else sets it so far."""

    @property
    def whence(self) -> str:
        """What set it and where, for people: `set on line 3`."""
        return f"{self.how} on line {self.line}" if self.line else self.how

    @property
    def told(self) -> str:
        """The name with what set it, for people: `the total (set on line 3)`."""
        return f"the {self.name} ({self.whence})"


@dataclass(slots=True)
class Scope:
    """The names of one frame, or the item's name of one loop.

    `form` is `top`, `procedure`, `lane` (frames of their own) or `loop` (only the
    item's name is kept here; whatever else is set goes to the frame around it). `later`
    holds the names that the frame sets anywhere, with the line.
    """

    form: str
    around: Scope | None = None
    names: dict[str, Known] = field(default_factory=dict)
    later: dict[str, int] = field(default_factory=dict)
    noun: str = ""
    """The item's word, for loops and lanes."""
    parallel: bool = False
    """Whether a lane is a run of its own, that may change nothing around it."""

    @property
    def frame(self) -> Scope:
        """Return the frame that names are set in."""
        scope = self
        while scope.form == "loop" and scope.around is not None:
            scope = scope.around
        return scope

    @property
    def top(self) -> Scope:
        """Return the outermost scope."""
        scope = self
        while scope.around is not None:
            scope = scope.around
        return scope

    def chain(self) -> Iterator[Scope]:
        """Yield this scope and those around it, the innermost first."""
        scope: Scope | None = self
        while scope is not None:
            yield scope
            scope = scope.around

    def find(self, name: str) -> Known | None:
        """Return what a name stands for here, or None."""
        for scope in self.chain():
            known = scope.names.get(name)
            if known is not None:
                return known
        return None

    def find_later(self, name: str) -> int:
        """Return the line on which a name not known yet is set further down; 0 if nowhere."""
        for scope in self.chain():
            line = scope.later.get(name)
            if line:
                return line
        return 0

    def holder(self, name: str) -> Scope | None:
        """Return the scope that holds a known name."""
        for scope in self.chain():
            if name in scope.names:
                return scope
        return None

    def collection(self, noun: str) -> Known | None:
        """Return the collection of the things that a singular noun names (`order`: `orders`)."""
        many = plural(noun)
        if many != noun:
            known = self.find(many)
            if known is not None:
                return known
        return None

    def all(self) -> dict[str, Known]:
        """Return every name known here, the inner ones hiding the outer."""
        found: dict[str, Known] = {}
        for scope in self.chain():
            for name, known in scope.names.items():
                found.setdefault(name, known)
        return found
