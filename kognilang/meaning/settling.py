"""Settling: a text understood with the readings that people and models have settled for it.

A sentence that is understood as it stands needs no reading. For the others the meaning is laid
in where the sentence stands and the text is understood again; a reading whose names or phrases
have changed since is open again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from kognilang.dataclass import dataclass, field
from kognilang.language import tree
from kognilang.language.printer import print_file
from kognilang.language.printing.marks import spelled_as
from kognilang.language.reading import Reading, read
from kognilang.meaning import plan as p
from kognilang.meaning.books import Library
from kognilang.meaning.kinds import Kind
from kognilang.meaning.readings import Entry, Readings, key_of
from kognilang.meaning.scopes import Known
from kognilang.meaning.understanding import Understood
from kognilang.meaning.units import Unit, clause_of, unit_of, units_of
from kognilang.meaning.walking import names_read, parts
from kognilang.meaning.wording import ARTICLES
from kognilang.problems.problem import Problem
from kognilang.text.laying import LaidSource, Piece
from kognilang.text.source import Source, Span

Once = Callable[[Source, Iterable[int]], tuple[Reading, Understood]]
"""Reads and understands a text once; the numbers are where sentences begin of which it is asked
what is known there."""

_ROUNDS = 50


@dataclass(slots=True)
class Open:
    """A sentence that is not understood. `reopened` is the reading that it had, where what that
    relied on has changed, and `why` says in words what has; without a `why`, a person looks at it
    once more."""

    unit: Unit
    line: int
    problems: list[Problem] = field(default_factory=list)
    reopened: Entry | None = None
    why: str = ""

    @property
    def key(self) -> tuple[str, str]:
        """By what it is known again once the text has been understood anew."""
        return self.unit.definition, self.sentence

    @property
    def sentence(self) -> str:
        """The sentence as written, without its last period."""
        return self.unit.text

    @property
    def candidates(self) -> list[str]:
        """What it could mean and what would work, by the problems themselves."""
        found = [one for problem in self.problems for one in problem.readings]
        found += [one for problem in self.problems for one in problem.candidates]
        return list(dict.fromkeys(found))


@dataclass(slots=True)
class Trial:
    """What came of laying a meaning in: `problems` are what is wrong with it, `inputs` the names
    that it speaks of and nothing sets."""

    meaning: str
    problems: list[Problem] = field(default_factory=list)
    inputs: list[str] = field(default_factory=list)
    effects: tuple[str, ...] = ()
    actions: int = 0
    """How many phrases it has done, and how often it tells or asks somebody."""
    names: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()

    @property
    def fine(self) -> bool:
        """Whether it can be taken."""
        return not self.problems and not self.inputs


class Settling:
    """A text on its way to being understood."""

    def __init__(
        self,
        source: Source,
        markdown: bool,
        library: Library,
        once: Once,
        readings: Readings | None = None,
    ) -> None:
        self.source = source
        self.markdown = markdown
        self.library = library
        self._once = once
        self.readings = readings if readings is not None else Readings()
        self.used: dict[Span, Entry] = {}
        """The readings that the text needs, by the place of their sentences."""
        self._units: dict[Span, Unit] = {}
        self._dropped: dict[Span, tuple[Entry, str]] = {}
        self._current: Source = source
        self.reading, self.understood = once(source, ())
        if self.readings.entries and self.understood.errors:
            self._lay_in()

    @property
    def current(self) -> Source:
        """The text with what is settled laid in."""
        return self._current

    # -- what there is ------------------------------------------------------------------

    def open(self) -> list[Open]:
        """Return the sentences that are not understood, in the order of the text."""
        found: dict[Span, Open] = {}
        wrong = [one for one in self.understood.errors if one.source is self._current]
        if not wrong:
            return []
        units = units_of(self._current, self.markdown, self.reading.file)
        for problem in wrong:
            unit = unit_of(problem, units)
            if unit is None:
                continue
            unit = clause_of(problem, unit, self.reading.file, self._current) or unit
            if unit.span not in found:
                line = self._current.line_of(unit.span[0])
                entry, why = self._dropped.get(self.original(unit.span), (None, ""))
                found[unit.span] = Open(unit, line, [], entry, why)
            found[unit.span].problems.append(problem)
        return [found[span] for span in sorted(found)]

    def order(self) -> list[tuple[str, str]]:
        """Return the keys of all sentences in their order, for a readings file."""
        reading = self.reading if self._current is self.source else read(self.source, self.markdown)
        units = units_of(self.source, self.markdown, reading.file)
        return [(key_of(one.definition), key_of(one.text)) for one in units]

    def unneeded(self) -> list[Entry]:
        """Return the readings of sentences that are gone, or understood as they stand."""
        used = {one.key for one in self.used.values()}
        used |= {entry.key for entry, _ in self._dropped.values()}
        return [one for one in self.readings.entries if one.key not in used]

    def names_at(self, place: Open) -> dict[str, Known]:
        """Return the names known where an open sentence stands."""
        # What is read of a sentence may begin after its first words: kindly, now.
        within = range(*place.unit.span)
        _, understood = self._once(self._current, within)
        found = next((understood.seen[at] for at in within if at in understood.seen), None)
        if found is None:
            found = {name: Known(name, name, kind) for name, kind in understood.names.items()}
        return {name: one for name, one in found.items() if "~" not in name}

    # -- trying a meaning -----------------------------------------------------------------

    def try_out(self, place: Open, meaning: str, below: str = "") -> Trial:
        """Understand the text with a meaning in the place of an open sentence.

        `below` is text that would be added to the file with it: a new definition.
        """
        meaning = self._canonical(meaning)
        base = self._current
        text = base.text
        source = base
        if below:
            source = Source(base.name, text.rstrip("\n") + "\n\n" + below, base.path)
        laid = LaidSource(source, {place.unit.span: place.unit.words_for(meaning)})
        piece = laid.pieces[0]
        _, understood = self._once(laid, (piece.start,))
        found = Trial(meaning)
        known = {_mark(one, base, None) for one in self.understood.errors}
        for problem in understood.errors:
            if problem.source is laid and laid.piece_at(problem.span[0]) is not piece:
                added = laid.back(problem.span[0]) >= len(text.rstrip("\n")) + 2
                if not (below and added) and _mark(problem, laid, laid) in known:
                    continue
            found.problems.append(problem)
        if found.problems and any(laid.piece_at(o.span[0]) is piece for o in found.problems):
            found.problems.sort(key=lambda one: laid.piece_at(one.span[0]) is not piece)
        before = set(self.understood.inputs)
        found.inputs = [name for name in understood.inputs if name not in before]
        found.inputs += [
            name for name in _inputs_of(understood, laid, piece) if name not in found.inputs
            and name not in before
        ]  # fmt: skip
        found.effects = effects_of(understood, laid, piece, self.library)
        found.actions = sum(
            isinstance(one, p.Call | p.TellPerson | p.AskPerson)
            or (isinstance(one, p.CallSkill) and self.library.skills[one.skill].form == "action")
            for one in _instructions(understood, laid, piece)
        )
        found.names, found.phrases = relied_on(understood, laid, piece, self.library)
        return found

    def _canonical(self, meaning: str) -> str:
        """Return a meaning as the printer writes it, where it can be read by itself."""
        meaning = "\n".join(line.rstrip() for line in meaning.strip("\n").split("\n"))
        alone = read(Source("", meaning))
        if alone.problems or any(isinstance(one, tree.Unread) for one in alone.file.items):
            return meaning
        with spelled_as(self.source.text):
            return print_file(alone.file).strip("\n")

    # -- readings -------------------------------------------------------------------------

    def original(self, span: Span) -> Span:
        """Return where a sentence of the current text stands in the text as written."""
        current = self._current
        if isinstance(current, LaidSource):
            return current.back(span[0]), current.back(span[1] - 1) + 1
        return span

    def _lay_in(self) -> None:
        for _ in range(_ROUNDS):
            if self._find_more():
                self._again()
                continue
            changed = self._changed()
            if not changed:
                return
            for span, entry, why in changed:
                del self.used[span]
                self._dropped[span] = (entry, why)
            self._again()

    def _again(self) -> None:
        words = {
            span: self._units[span].words_for(entry.meaning) for span, entry in self.used.items()
        }
        self._current = LaidSource(self.source, words) if words else self.source
        starts: list[int] = []
        if isinstance(self._current, LaidSource):
            starts = [piece.start for piece in self._current.pieces]
        self.reading, self.understood = self._once(self._current, starts)
        if isinstance(self._current, LaidSource):
            as_written(self.understood, self._current)

    def _find_more(self) -> bool:
        """Take readings for further sentences that are not understood."""
        found = False
        units = units_of(self._current, self.markdown, self.reading.file)
        for problem in self.understood.errors:
            if problem.source is not self._current or self._in_piece(problem):
                continue
            unit = unit_of(problem, units)
            if unit is None:
                continue
            clause = clause_of(problem, unit, self.reading.file, self._current)
            for one in (unit, *([clause] if clause is not None else [])):
                span = self.original(one.span)
                if any(a[0] < span[1] and span[0] < a[1] for a in self.used):
                    break
                entry = self.readings.find(one.text, one.definition)
                if entry is not None and span not in self._dropped:
                    self.used[span] = entry
                    self._units[span] = one
                    found = True
                    break
        return found

    def _in_piece(self, problem: Problem) -> bool:
        current = self._current
        return isinstance(current, LaidSource) and current.piece_at(problem.span[0]) is not None

    def _changed(self) -> list[tuple[Span, Entry, str]]:
        """Return the readings in use that do not hold any more, each with why."""
        current = self._current
        if not isinstance(current, LaidSource):
            return []
        outside = any(not self._in_piece(one) for one in self.understood.errors)
        found = []
        for piece in current.pieces:
            span = piece.begun, piece.stopped
            entry = self.used[span]
            wrong = [
                one
                for one in self.understood.errors
                if one.source is current and current.piece_at(one.span[0]) is piece
            ]
            if wrong and not outside:
                found.append((span, entry, f"its meaning is not understood any more: "
                              f"{wrong[0].summary}"))  # fmt: skip
                continue
            if wrong:
                continue
            names, phrases = relied_on(self.understood, current, piece, self.library)
            why = _difference(entry.names, names, "name") or _difference(
                entry.phrases, phrases, "phrase"
            )
            if why:
                found.append((span, entry, why))
        return found


def _mark(problem: Problem, source: Source, laid: LaidSource | None) -> tuple[str, int]:
    """Return what a problem is known by in two versions of a text."""
    start = problem.span[0]
    return problem.name, laid.back(start) if laid is not None else start


def _difference(before: Sequence[str], now: Sequence[str], what: str) -> str:
    """Say in words which name or phrase is not as it was; nothing where an entry lists none."""
    if not before:
        return ""
    same = {_bare(one) for one in now}
    gone = [one for one in before if _bare(one) not in same]
    if not gone:
        return ""
    about = gone[0].split(": ")[0]
    other = next((one for one in now if one.split(": ")[0] == about), "")
    if other:
        return f"the {what} it relied on has changed: {gone[0]} is now {other}"
    return f"the {what} it relied on is not what it was: {gone[0]}"


def _bare(words: str) -> str:
    """Return words without what does not count in a name or a phrase."""
    return " ".join(one for one in words.lower().split() if one not in ARTICLES)


# -- what a piece of the text means ---------------------------------------------------------


def _sentences(understood: Understood, laid: LaidSource, piece: Piece) -> set[int]:
    """Return the places, among the plan's sentences, of those in a piece."""
    return {
        one.sentence
        for one in understood.explanations
        if one.sentence >= 0
        and piece.start <= one.span[0] < piece.end
        and understood.plan.sentences[one.sentence].file == laid.name
    }


def _instructions(
    understood: Understood, laid: LaidSource, piece: Piece
) -> Iterator[p.Instruction]:
    wanted = _sentences(understood, laid, piece)
    for one in understood.plan.instructions:
        if one.sentence in wanted:
            yield one


def effects_of(
    understood: Understood, laid: LaidSource, piece: Piece, library: Library
) -> tuple[str, ...]:
    """Return the effects of what a piece does, definitions that it calls included: of `none`,
    `read` and `write` those that occur. Telling and asking people counts as `write`."""
    found: set[str] = set()
    seen: set[int] = set()

    def look(instructions: Iterable[p.Instruction]) -> None:
        for one in instructions:
            if isinstance(one, p.CallSkill):
                found.add(one.effect)
            elif isinstance(one, p.TellPerson | p.AskPerson):
                found.add("write")
            elif isinstance(one, p.Call) and one.procedure not in seen:
                seen.add(one.procedure)
                look(_body(understood.plan, one.procedure))
            elif not isinstance(one, p.Call):
                found.add("none")

    look(_instructions(understood, laid, piece))
    return tuple(sorted(found, key=("none", "read", "write").index))


def _body(plan: p.Plan, number: int) -> Iterator[p.Instruction]:
    """Yield the instructions of a procedure: from its start up to the next one's."""
    info = plan.procedures[number]
    if info.home and info.home != plan.base:
        # It stands in a text understood before: what it does is not seen here.
        yield p.CallSkill("", (), "write")
        return
    if info.start < 0:
        return
    starts = sorted(one.start for one in plan.procedures if one.start > info.start)
    end = starts[0] if starts else len(plan.instructions)
    yield from plan.instructions[info.start : end]


def relied_on(
    understood: Understood, laid: LaidSource, piece: Piece, library: Library
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the names with their kinds, and the phrases, that the meaning of a piece uses."""
    known = {one.plan: one for one in understood.seen.get(piece.start, {}).values()}
    names: dict[str, None] = {}
    phrases: dict[str, None] = {}
    for one in _instructions(understood, laid, piece):
        for read_name in sorted(names_read(one)):
            if read_name in known:
                names[f"the {known[read_name].name}: {kind_words(known[read_name].kind)}"] = None
        if isinstance(one, p.Call):
            phrases[_title(understood.plan.procedures[one.procedure].title)] = None
        if isinstance(one, p.CallSkill):
            phrases[phrase_words(one.skill, library)] = None
        for part in parts(one):
            skill = getattr(part, "skill", "")
            if isinstance(skill, str) and skill:
                phrases[phrase_words(skill, library)] = None
    return tuple(sorted(names)), tuple(phrases)


def _title(title: str) -> str:
    return title[:1].upper() + title[1:]


def phrase_words(skill: str, library: Library) -> str:
    """Return a skill as a readings file names it: its id, its wording, its effect."""
    info = library.skills.get(skill)
    if info is None:
        return skill
    return f"{skill}: {info.phrases[0]} ({info.effect})"


def kind_words(kind: Kind) -> str:
    """Return a kind as a readings file names it: `text`, `record invoice`, `table of invoice`."""
    if kind.many:
        item = kind.item
        return f"{kind.word} of {item.noun or kind.noun or item.word}"
    return f"{kind.word} {kind.noun}".strip() if kind.word == "record" else kind.word


def _inputs_of(understood: Understood, laid: LaidSource, piece: Piece) -> list[str]:
    """Return the names from outside that a piece reads."""
    found: dict[str, None] = {}
    for one in _instructions(understood, laid, piece):
        for part in parts(one):
            if isinstance(part, p.InputRead):
                found[part.name] = None
    return list(found)


def as_written(understood: Understood, laid: LaidSource) -> None:
    """Show the sentences of pieces as their writer wrote them."""
    for one in understood.explanations:
        if one.sentence < 0 or not any(
            piece.start < one.span[1] and one.span[0] < piece.end for piece in laid.pieces
        ):
            continue
        sentence = understood.plan.sentences[one.sentence]
        if sentence.file != laid.name:
            continue
        start, end = laid.back(one.span[0]), laid.back(one.span[1])
        piece = laid.piece_at(one.span[0]) or laid.piece_at(one.span[1] - 1)
        if piece is not None:
            end = max(end, piece.stopped)
        words = laid.original.text[start:end].split("\n", 1)[0]
        one.written = sentence.written = " ".join(words.split()).rstrip(".")
