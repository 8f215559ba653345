"""Understanding a text: from its tree to a plan, or to all that is wrong with it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Protocol

from kognilang.collecting import uncollected
from kognilang.dataclass import dataclass, field
from kognilang.language import tree
from kognilang.language.adjectives import defined_in
from kognilang.language.printing.marks import capitals_of, spelled_as, spelled_words
from kognilang.meaning import plan as p
from kognilang.meaning.books import Library
from kognilang.meaning.builder import Builder
from kognilang.meaning.checks import check, check_lanes
from kognilang.meaning.definitions import Definitions
from kognilang.meaning.handlers import check_handlers
from kognilang.meaning.hazards import check_retries, look_for
from kognilang.meaning.kinds import ANY, Kind
from kognilang.meaning.phrases import Phrases
from kognilang.meaning.prescan import names_set
from kognilang.meaning.runbooks import check_prose
from kognilang.meaning.scopes import Known as KnownName
from kognilang.meaning.scopes import Scope
from kognilang.meaning.sharing import check_sharing
from kognilang.meaning.state import Defined, Explanation, Parameter, State
from kognilang.meaning.steps import Steps
from kognilang.meaning.stepvalues import told_of_steps
from kognilang.meaning.together import Part, used
from kognilang.meaning.wording import Place, patterns
from kognilang.problems.problem import Problem
from kognilang.settings import Settings
from kognilang.text.source import Source


class Reading(Protocol):
    """What reading a text came to (`kognilang.language.reading.read`)."""

    @property
    def file(self) -> tree.File:
        """The text's tree."""
        ...

    @property
    def problems(self) -> list[Problem]:
        """What could not be read."""
        ...


@dataclass(slots=True)
class Understood:
    """What a text means. `plan` is there even where problems are: it must not be run then.

    `problems` are those of reading and of understanding, in the order of the text, warnings
    included. `inputs` maps each name that nothing sets to the line that first needs it.
    `names` are the names known at the end of the top level, with what is known of each.
    """

    plan: p.Plan
    problems: list[Problem] = field(default_factory=list)
    explanations: list[Explanation] = field(default_factory=list)
    inputs: dict[str, int] = field(default_factory=dict)
    names: dict[str, Kind] = field(default_factory=dict)
    seen: dict[int, dict[str, KnownName]] = field(default_factory=dict)
    """The names known where each of the watched sentences begins."""

    @property
    def errors(self) -> list[Problem]:
        """The problems that stop the text from running."""
        return [one for one in self.problems if not one.warning]


@dataclass(slots=True)
class Known:
    """What is known before a text begins: for sentences at a prompt, and for answers.

    `names` maps each name in scope to its kind. The procedures and kinds are those of a
    plan that was understood before: in the new plan they keep their numbers, the new
    ones come after them.
    """

    names: dict[str, Kind] = field(default_factory=dict)
    procedures: list[p.ProcedureInfo] = field(default_factory=list)
    kinds: dict[str, p.KindInfo] = field(default_factory=dict)
    derived: dict[str, dict[str, int]] = field(default_factory=dict)
    currencies: dict[str, dict[str, str]] = field(default_factory=dict)
    constants: tuple[str, ...] = ()
    singulars: dict[str, str] = field(default_factory=dict)
    base: str = ""
    in_answer: bool = False
    """Whether `Try again.` and the like are steps."""
    answered: bool = False
    """Whether `the answer` stands for a reply given before."""

    @classmethod
    def of(
        cls,
        plan: p.Plan | None,
        names: Mapping[str, Kind | str] | Iterable[str] = (),
        *,
        base: str = "",
        in_answer: bool = False,
    ) -> Known:
        """Return what a plan defines, and the names with what is known of each: a Kind, or a
        kind's name (`number`, `list`); a plan's own collections are known by their nouns.
        `base` is the plan's content hash, by which a machine finds its steps."""
        pairs: Iterable[tuple[str, Kind | str]]
        pairs = names.items() if isinstance(names, Mapping) else ((name, ANY) for name in names)
        singulars = plan.singulars if plan is not None else {}
        kinds = plan.kinds if plan is not None else {}
        known = {}
        for name, kind in pairs:
            visible, _, number = name.partition("~")
            if not visible or (number and visible in known):
                continue
            known[visible] = _kind(visible, kind, singulars, kinds)
        if plan is None:
            return cls(known, in_answer=in_answer)
        procedures = [_at_home(one, base) for one in plan.procedures]
        return cls(
            known,
            procedures,
            dict(plan.kinds),
            {noun: dict(found) for noun, found in plan.derived.items()},
            {noun: dict(found) for noun, found in plan.currencies.items()},
            tuple(name for name, _ in plan.constants),
            dict(plan.singulars),
            base,
            in_answer,
        )


def _at_home(info: p.ProcedureInfo, base: str) -> p.ProcedureInfo:
    from kognilang.dataclass import replace

    return replace(info, home=info.home or base)


def _kind(
    name: str, kind: Kind | str, singulars: Mapping[str, str], kinds: Mapping[str, p.KindInfo]
) -> Kind:
    if isinstance(kind, Kind):
        return kind
    noun = singulars.get(name, "")
    if noun or kind in ("list", "table"):
        from kognilang.language.words import singular

        noun = noun or singular(name)
        word = "record" if noun in kinds or kind == "table" else "any"
        return Kind(kind if kind in ("list", "table") else "list", noun, Kind(word, noun))
    if kind in kinds:
        return Kind("record", kind)
    return Kind(kind or "any", name if kind in ("", "any", "record") else "")


@uncollected()
def understand(
    reading: Reading,
    source: Source,
    library: Library,
    settings: Settings,
    known: Known | None = None,
    watched: Iterable[int] = (),
    served: Callable[[Source], Source] | None = None,
) -> Understood:
    """Understand a text that was read: settle every name, phrase and pronoun, and plan its steps.

    `served` returns the text of a file that it uses with what has been settled for that laid in.
    Never raises for a bad text: what is wrong is in `problems`, and one problem does not
    hide the others. The same text gives the same plan.
    """
    with spelled_as(source.text), defined_in(source):
        return _understand(reading, source, library, settings, known, frozenset(watched), served)


def _understand(
    reading: Reading,
    source: Source,
    library: Library,
    settings: Settings,
    known: Known | None,
    watched: frozenset[int],
    served: Callable[[Source], Source] | None,
) -> Understood:
    plan = p.Plan(_title(reading.file, source), spellings=capitals_of(source.text))
    state = State(source, library, settings, Builder(plan), Scope("top"))
    state.watched = watched
    state.served = served
    steps = Steps(state)
    if known is not None:
        _begin_with(known, state)
    items = reading.file.items
    definitions = Definitions(state, steps)
    main = tuple(item for item in items if not isinstance(item, tree.Definition))
    parts = [Part(items, source), *used(items, state)]
    definitions.take_in(parts)
    state.scope.later = names_set(main, state)
    for item in main:
        begin = state.builder.here
        steps.one(item)
        definitions.entries.note(item, begin)
    state.section = ""
    state.builder.add(p.End())
    definitions.plan_bodies()
    for part in parts:
        state.source = part.source
        check(part.items, state)
        look_for(part.items, state)
        check_handlers(part.items, (one.items for one in parts), state)
        check_prose(part.items, state, steps)
    state.source = source
    check_lanes(state)
    check_retries(state)
    check_sharing(state)
    plan.inputs = tuple(state.inputs)
    plan.skills = tuple(state.builder.skills)
    names = {name: one.kind for name, one in state.scope.names.items()}
    for name, kind in names.items():
        if kind.many and kind.item.noun:
            plan.singulars[name] = kind.item.noun
    for explanation in state.explanations:
        explanation.parts = [(spelled_words(words), what) for words, what in explanation.parts]
    problems = [*told_of_steps(reading.problems, state, steps.expressions), *state.problems]
    problems.sort(key=lambda one: (one.source is not source, one.span[0]))
    unknown = next((one for one in problems if one.name in _WITHOUT_A_BOOK), None)
    if unknown is not None and library.faults:
        # What is not known may be in a book that could not be taken in.
        unknown.detail = [*unknown.detail, *library.faults]
    return Understood(
        plan, problems, state.explanations, dict(state.inputs), names, seen=state.seen
    )


_WITHOUT_A_BOOK = frozenset(
    ("unknown-verb", "unknown-phrase-of-verb", "unknown-phrase", "unknown-condition")
)
"""Problems that a book which is not there may be the cause of."""


def _begin_with(known: Known, state: State) -> None:
    plan = state.plan
    plan.procedures = list(known.procedures)
    plan.kinds = dict(known.kinds)
    plan.derived = {noun: dict(found) for noun, found in known.derived.items()}
    plan.currencies = {noun: dict(found) for noun, found in known.currencies.items()}
    plan.singulars = dict(known.singulars)
    plan.base = known.base
    state.in_answer = known.in_answer
    if known.answered:
        state.asked = ANY
    for name, kind in known.names.items():
        state.scope.names[name] = KnownName(name, name, kind, 0, "known from before")
    for name in known.constants:
        state.scope.names.setdefault(name, KnownName(name, name, ANY, 0, "constant"))
    for number, info in enumerate(known.procedures):
        _inherit(number, info, state)


def _inherit(number: int, info: p.ProcedureInfo, state: State) -> None:
    """Make a definition of an earlier text callable."""
    kinds = state.plan.kinds
    parameters = tuple(
        Parameter(name, Kind("record" if name in kinds else "any", name))
        for name in info.parameters
    )
    words = info.title.rpartition(" is ")[2] if info.form == "adjective" else info.wording
    defined = Defined(number, info.form, info.title, None, parameters, 0, info.noun, words, ANY)
    state.defined[number] = defined
    if info.form == "adjective":
        state.adjectives.setdefault(words, []).append(defined)
    elif info.wording:
        state.own.add_pattern(number, info.title, _pattern(info.wording), _form(info))


def known_phrases(known: Known) -> tuple[Phrases, list[str]]:
    """Return the phrases and the adjectives that were defined before."""
    own = Phrases()
    adjectives: list[str] = []
    for number, info in enumerate(known.procedures):
        if info.form == "adjective":
            adjectives.append(info.title.rpartition(" is ")[2])
        elif info.wording:
            own.add_pattern(number, info.title, _pattern(info.wording), _form(info))
    return own, adjectives


def _form(info: p.ProcedureInfo) -> str:
    return {"decision": "adjective", "value": "noun"}.get(info.form, "action")


def _pattern(wording: str) -> tuple[str | Place, ...]:
    """Return the pattern of a stored wording: lemmas and `{parameters}`."""
    return patterns(wording)[0]


def _title(file: tree.File, source: Source) -> str:
    for item in file.items:
        if isinstance(item, tree.Title):
            return item.text
    return source.name
