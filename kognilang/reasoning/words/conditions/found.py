"""Found: what a sentence compares with what, and how the language says it."""

from __future__ import annotations

from kognilang.dataclass import dataclass, field
from kognilang.reasoning.words.conditions.comparisons import OPPOSITE


@dataclass(slots=True)
class Found:
    """What is compared with what, and where in the text that is said.

    `ways` are the values that may be meant, the likeliest first; `word` is the comparison's.
    `whole` is a test that compares nothing (`exists`), and then `word` is empty or `not`.
    `others` hold besides it, or one of them does: `joint` says which.
    """

    ways: list[str]
    word: str
    value: str
    start: int
    end: int
    whole: str = ""
    others: list[Found] = field(default_factory=list)
    joint: str = "and"

    def conditions(self, turned: bool) -> list[str]:
        """Return the conditions in the language's words, the likeliest first; `turned` those of
        the contrary, which begin with `unless` where no other word says it."""
        if not self.others:
            return [self._said(way, turned) for way in self.ways]
        besides = [one.conditions(False)[0] for one in self.others]
        joint = f" {self.joint} "
        found = [joint.join((self._said(way, False), *besides)) for way in self.ways]
        return [f"unless {one}" for one in found] if turned else found

    def _said(self, way: str, turned: bool) -> str:
        if self.whole:
            no = (self.word == "not") != turned
            lacks = self.whole.replace("exists", "does not exist")
            return f"{way} {lacks if no else self.whole}"
        if turned and self.word not in OPPOSITE:
            return f"unless {way} is {self.word} {self.value}"
        word = OPPOSITE[self.word] if turned else self.word
        return " ".join(one for one in (way, "is", word, self.value) if one)

    @property
    def values(self) -> list[str]:
        """The values that are compared with, one for each comparison."""
        return [self.value, *(one.value for one in self.others)]
