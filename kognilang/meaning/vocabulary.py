"""What can be named where a sentence is typed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from kognilang.dataclass import dataclass, field
from kognilang.language.words import plural, singular
from kognilang.meaning.phrases import Phrases
from kognilang.meaning.runs import Runs


@dataclass(slots=True)
class Vocabulary:
    """What can be named where a sentence is typed: `names` with the kind of each; `fields`, by
    the name or the noun of what has them; the tries of phrases, the file's own first; `about`
    says what a phrase's target is."""

    names: Mapping[str, str] = field(default_factory=dict)
    fields: Mapping[str, Sequence[str]] = field(default_factory=dict)
    phrases: Sequence[Phrases] = ()
    about: Callable[[str | int], str] = lambda target: "phrase"
    adjectives: Sequence[str] = ()
    people: Sequence[str] = ()
    _runs: Runs | None = field(default=None, repr=False)

    @property
    def runs(self) -> Runs:
        """The words that phrases go on with."""
        if self._runs is None:
            self._runs = Runs(self.phrases, self.about)
        return self._runs

    def fields_of(self, owner: str) -> Sequence[str]:
        """Return the fields of what a name stands for: its own, or those of its noun."""
        for name in (owner, singular(owner), plural(owner), singular(owner.rpartition(" ")[2])):
            if name in self.fields:
                return self.fields[name]
        return ()
