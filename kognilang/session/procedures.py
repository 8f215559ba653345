"""Procedures of a workspace: read, understood, and kept as plans by what they are made from."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kognilang.problems.problem import Problem
from kognilang.session.views import Checked
from kognilang.text.source import Source

if TYPE_CHECKING:
    from kognilang.asking.situations import Situation
    from kognilang.journal.records import RunRow
    from kognilang.meaning.plan import Plan
    from kognilang.meaning.settling import Settling
    from kognilang.meaning.understanding import Known, Understood
    from kognilang.session.session import Session


def source_of(path: Path) -> tuple[Source, list[Problem]]:
    """Read a file, with what is wrong with its characters. Raises OSError."""
    from kognilang.problems.textfaults import problem_of
    from kognilang.text.reading import read_source

    source, faults = read_source(path)
    return source, [problem_of(fault, source) for fault in faults]


def used_files(source: Source) -> list[Path]:
    """Return the files that a text brings definitions in from, and those that they bring in."""
    if source.path is None:
        return []
    found: dict[Path, None] = {}
    waiting = _named_in(source.text, source.path)
    while waiting:
        path = waiting.pop(0)
        if path in found:
            continue
        found[path] = None
        with suppress(OSError, UnicodeDecodeError):
            waiting += _named_in(path.read_text(encoding="utf-8-sig"), path)
    return list(found)


def _named_in(text: str, path: Path) -> list[Path]:
    if "use the " not in text.casefold():
        return []
    import re

    names = re.findall(r'(?i)\buse the [^"“]*["“]([^"”]+)["”]', text)
    return [(path.parent / name).resolve() for name in names]


def check(session: Session, path: Path) -> Checked:
    """Read and understand a file without running it; nothing is written.

    Raises OSError when the file cannot be opened.
    """
    return check_read(session, source_of(path))


def check_read(session: Session, read: tuple[Source, list[Problem]]) -> Checked:
    """Understand a text that was read."""
    source, faults = read
    if any(not one.warning for one in faults):
        return Checked(source, faults, [], None, [], ())
    understood = understand(session, source)
    settling = None
    if understood.errors or readings_text(source):
        settling = settled(session, source)
        understood = settling.understood
    problems = [*faults, *understood.problems, *_about_learnings(source, understood.plan)]
    errors = [one for one in problems if not one.warning]
    return Checked(
        source,
        errors,
        [one for one in problems if one.warning],
        None if errors else understood.plan,
        understood.explanations,
        tuple(understood.inputs),
        settling,
    )


def _about_learnings(source: Source, plan: Plan) -> list[Problem]:
    """Return what is wrong with the learnings that stand in a text, or in those that it uses."""
    if not plan.learnings:
        return []
    from kognilang.asking.taught import NotTaught, read_learning

    found = []
    for text, file, line in plan.learnings:
        own = file == source.name
        try:
            situation = read_learning(text).situation
            wrong = _about_doing(situation, plan, source) if own else []
        except NotTaught as fault:
            wrong = fault.problems
        for one in wrong:
            start = sum(len(each) + 1 for each in source.text.split("\n")[: line - 1])
            end = start + len(text.split("\n")[0])
            one.source, one.span = source, (start, end) if own else (0, 0)
            if not own:
                one.summary = f"{file}, line {line}: {one.summary}"
            found.append(one)
    return found


def _about_doing(situation: Situation, plan: Plan, source: Source) -> list[Problem]:
    """A learning of a text is for what is done in it: a slip there would never be met."""
    from difflib import get_close_matches

    from kognilang.asking.situations import doing_of
    from kognilang.dataclass import replace

    known = [doing_of(one.form, one.title) for one in plan.procedures if one.start >= 0]
    known.append(doing_of("", plan.title))
    if any(replace(situation, doing=one).key == situation.key for one in known):
        return []
    near = get_close_matches(situation.doing, known, n=3, cutoff=0.4) or known[:3]
    return [
        Problem(
            "learning-head",
            f'Nothing is done here that is called "{situation.doing}"',
            source,
            (0, 0),
            candidates=[f"When {replace(situation, doing=one).head}:" for one in near],
        )
    ]


def settled(
    session: Session,
    source: Source,
    but: Collection[tuple[str, str]] = (),
    within: frozenset[Path] = frozenset(),
) -> Settling:
    """Understand a text with the readings beside it, all but those of some sentences, by their
    keys; `within` are the files for which that is being done. Raises TextRefused for a bad
    readings file."""
    from collections.abc import Iterable

    from kognilang.language.reading import Reading, read
    from kognilang.meaning import understanding
    from kognilang.meaning.readings import Readings, parsed, path_of
    from kognilang.meaning.settling import Settling

    markdown = source.path is not None and source.path.suffix.lower() == ".md"

    served = _Served(session, source, within)

    def once(text: Source, watched: Iterable[int]) -> tuple[Reading, Understood]:
        reading = read(text, markdown)
        understood = understanding.understand(
            reading, text, session.library, session.settings, None, watched, served
        )
        served.as_written(understood)
        return reading, understood

    readings = Readings()
    if source.path is not None:
        readings = parsed(readings_text(source), path_of(source.path))
        readings.entries = [one for one in readings.entries if one.key not in but]
    return Settling(source, markdown, session.library, once, readings)


class _Served:
    """The files that a text uses, each with its own readings laid in."""

    def __init__(self, session: Session, source: Source, within: frozenset[Path]) -> None:
        self._session = session
        self._within = within | {source.path.resolve()} if source.path is not None else within
        self._known: dict[Path, Source] = {}

    def __call__(self, source: Source) -> Source:
        """Return the text of a file with its readings laid in. Raises TextRefused for bad ones."""
        path = source.path
        if path is None or path in self._within or not readings_text(source):
            return source
        if path not in self._known:
            self._known[path] = settled(self._session, source, (), self._within).current
        return self._known[path]

    def as_written(self, understood: Understood) -> None:
        """Show sentences that were settled as their writer wrote them."""
        if not self._known:
            return
        from kognilang.meaning.settling import as_written
        from kognilang.text.laying import LaidSource

        for one in self._known.values():
            if isinstance(one, LaidSource):
                as_written(understood, one)


def readings_text(source: Source) -> str:
    """Return the readings file beside a text as it is; empty where there is none.

    Raises TextRefused for one that cannot be read.
    """
    path = source.path
    if path is None or not path.with_name(path.stem + ".readings.toml").is_file():
        return ""
    from kognilang.meaning.readings import load, path_of

    return load(path_of(path)).text


def understand(
    session: Session, source: Source, known: Known | None = None, markdown: bool = False
) -> Understood:
    """Read and understand a text; `known` is what it may speak of from before, `markdown` says
    that it is a runbook, as the ending of a file's name does."""
    from kognilang.language.reading import read
    from kognilang.meaning import understanding

    markdown = markdown or (source.path is not None and source.path.suffix.lower() == ".md")
    reading = read(source, markdown)
    served = _Served(session, source, frozenset())
    understood = understanding.understand(
        reading, source, session.library, session.settings, known, (), served
    )
    served.as_written(understood)
    return understood


def content_key(session: Session, source: Source) -> str:
    """Return the hash of all that a plan is made from; empty where it cannot be told."""
    from kognilang import __version__
    from kognilang.meaning.books import standard_folder
    from kognilang.meaning.edition import edition
    from kognilang.meaning.plan import FORMAT

    digest = hashlib.sha256(f"{FORMAT}\n{__version__}\n{source.name}\n".encode())
    digest.update(edition().encode())
    digest.update(source.text.encode("utf-8", "surrogatepass"))
    digest.update(json.dumps(session.settings.raw, sort_keys=True, default=str).encode())
    for file in sorted(standard_folder().glob("*/manifest.json")):
        digest.update(file.read_bytes())
    for file in sorted((session.workspace / "skills").glob("*.py")):
        digest.update(file.read_bytes())
    if source.path is not None:
        digest.update(b"\n" + readings_text(source).encode("utf-8", "surrogatepass"))
    for used in used_files(source):
        for file in (used, used.with_name(used.stem + ".readings.toml")):
            with suppress(OSError):
                digest.update(b"\n" + file.read_bytes())
    return digest.hexdigest()


def known_plan(session: Session, key: str) -> tuple[Any, Plan | None]:
    """Return the stored plan of an unchanged file: it is neither read nor understood again."""
    from kognilang.meaning.plandata import WrongFormat, from_data

    row = session.store.procedure(key)
    if row is None:
        return None, None
    try:
        return row, from_data(row.plan)
    except WrongFormat:
        return None, None


def plan_of(session: Session, row: RunRow) -> Plan:
    """Return the plan that a run is pinned to. Raises StoreFault where it is missing."""
    from kognilang.journal.records import StoreFault
    from kognilang.meaning.plandata import from_data

    procedure = session.store.procedure(row.procedure)
    if procedure is None:
        raise StoreFault(
            f"The store {session.store.where} is damaged: the procedure of the run {row.id} is "
            "missing. It was left as it is. Put back the last good copy of it."
        )
    return from_data(procedure.plan)
