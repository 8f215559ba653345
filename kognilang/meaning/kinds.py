"""Kinds, as far as the text alone tells them: of names, of what expressions yield, of slots."""

from __future__ import annotations

from kognilang.dataclass import dataclass
from kognilang.language import tree
from kognilang.language.words import singular


@dataclass(frozen=True, slots=True)
class Kind:
    """What is known of a value before the run.

    `word` is a kind's name, `any` if nothing is known. `noun` is what a thing is called
    (`invoice`). For `list` and `table`, `of` is the kind of one of them.
    """

    word: str = "any"
    noun: str = ""
    of: Kind | None = None

    @property
    def many(self) -> bool:
        """Say whether it is a collection."""
        return self.word in ("list", "table")

    @property
    def item(self) -> Kind:
        """Return the kind of one of a collection."""
        if self.of is not None:
            return self.of
        if self.word == "table":
            return Kind("record", self.noun)
        return Kind("any", self.noun)


ANY = Kind()
TEXT = Kind("text")
NUMBER = Kind("number")
MONEY = Kind("money")
YES_NO = Kind("yes/no")
DATE = Kind("date")
MOMENT = Kind("moment")
DURATION = Kind("duration")
PERSON = Kind("person")
LIST = Kind("list")

LITERALS: dict[type[tree.Expr], Kind] = {
    tree.Text: TEXT,
    tree.Number: NUMBER,
    tree.MoneyLiteral: MONEY,
    tree.PercentLiteral: Kind("percent"),
    tree.CountLiteral: Kind("count"),
    tree.DateLiteral: DATE,
    tree.TimeLiteral: Kind("time"),
    tree.MomentLiteral: MOMENT,
    tree.DurationLiteral: DURATION,
    tree.YesNo: YES_NO,
    tree.Nothing: Kind("nothing"),
    tree.NewLine: TEXT,
}

_CONVERTS: dict[str, tuple[str, ...]] = {
    # What a slot of this kind takes besides its own; what does not fit at run time asks.
    "text": ("number", "money", "count", "percent", "date", "time", "moment", "duration",
             "yes/no", "person", "file", "folder"),
    "number": ("text", "count", "percent", "money"),
    "money": ("number", "text", "count"),
    "count": ("number", "text"),
    "percent": ("number", "text"),
    "date": ("text", "moment"),
    "time": ("text", "moment"),
    "moment": ("text", "date", "time"),
    "duration": ("text",),
    "yes/no": ("text",),
    "file": ("text",),
    "folder": ("text", "file"),
    "person": ("text", "record"),
    "list": ("table", "text", "number", "money", "date", "file", "folder", "person", "record",
             "percent", "count"),
    "table": ("list", "record"),
    "record": ("person", "file"),
    "secret": ("text",),
}  # fmt: skip


def fits(slot: str, kind: Kind) -> bool:
    """Say whether a value of the kind may stand in a slot: unless it certainly cannot."""
    if kind.word in ("any", "nothing") or slot in ("any", ""):
        return True
    for wanted in slot.split("|"):
        base, _, inner = wanted.partition(" of ")
        if base in ("any", kind.word):
            if not inner or not kind.many:
                return True
            return fits(inner, kind.item)
        if kind.word in _CONVERTS.get(base, ()):
            return True
    return False


def fits_exactly(slot: str, kind: Kind) -> bool:
    """Say whether a value of the kind is known to be what the slot asks for, unconverted."""
    return any(wanted.partition(" of ")[0] == kind.word for wanted in slot.split("|"))


def yielded(kind: str, name: str = "") -> Kind:
    """Return the kind of what a skill yields (`table`, `list of file`), under a name if it gets
    one: the rows of `the receipts` are receipts."""
    base, _, inner = kind.partition(" of ")
    if "|" in kind or not kind:
        return Kind("any", name)
    if base in ("list", "table"):
        noun = singular(name) if name else ""
        item = Kind(inner, noun) if inner else None
        if base == "table" and item is None:
            item = Kind("record", noun)
        return Kind(base, noun, item or Kind("any", noun))
    return Kind(base, name)


def collection_of(noun: str, declared: bool = False) -> Kind:
    """Return the kind of a collection of things called by the noun."""
    return Kind("list", noun, Kind("record" if declared else "any", noun))


def named(kind: Kind, name: str) -> Kind:
    """Return the kind of a value that is set under a name: a thing that had no noun is called
    by it, a thing of a kind keeps its own."""
    if kind.many:
        noun = kind.noun or singular(name)
        item = kind.item
        if not item.noun:
            item = Kind(item.word, noun, item.of)
        return Kind(kind.word, noun, item)
    if kind.noun or kind.word not in ("any", "record"):
        return kind
    return Kind(kind.word, name, kind.of)


def merged(one: Kind, other: Kind) -> Kind:
    """Return what is still known of a name that is set to both."""
    if one == other:
        return one
    if one.many and other.many:
        noun = one.noun if one.noun == other.noun else one.noun or other.noun
        return Kind("list", noun, merged(one.item, other.item))
    if one.word == "nothing":
        return other
    if other.word == "nothing":
        return one
    if one.many and other.word == "any":
        return one
    return Kind("any", one.noun if one.noun == other.noun else "")
