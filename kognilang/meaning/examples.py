"""Examples: what an `Example:` block gives, does and expects, as a plan and claims about it.

The lines Given and When become the first steps of a plan that has all of the file's definitions.
What a Then line compares comes after them, behind a stop: it is worked out when the run is over.
"""

from __future__ import annotations

from collections.abc import Sequence

from kognilang.dataclass import dataclass, field, replace
from kognilang.language import tree
from kognilang.language.reading import Reading
from kognilang.language.scanning import is_word
from kognilang.language.slots import steps_of
from kognilang.language.words import canonical, lemma
from kognilang.meaning import plan as p
from kognilang.meaning.books import Library
from kognilang.meaning.claims import Claim
from kognilang.meaning.examplewords import not_understood, only_steps, steps_said, without_end
from kognilang.meaning.givenfiles import GivenFile
from kognilang.meaning.givenlines import LIKE_GIVEN, NOT_GIVEN, GivenAnswer, GivenLines
from kognilang.meaning.thenlines import ThenLines
from kognilang.meaning.understanding import understand
from kognilang.problems.problem import Problem
from kognilang.settings import Settings
from kognilang.text.source import Source

_OUTSIDE = frozenset(
    ("outer-name-in-lane", "outer-name-in-procedure", "lane-reads-changed", "unreachable")
)
"""Problems that a given name may cause in the file's own sentences, where it is another name."""

_FILE = ("procedure", "file", "run", "runbook", "everything", "all", "it", "main steps")


@dataclass(slots=True)
class Script:
    """An example, understood: the plan to run, then the claims to hold against what came of it.

    `end` is the place of the first instruction that only claims need. `moment` is the value
    that says what day or moment it is.
    """

    title: str
    line: int
    source: Source
    plan: p.Plan
    end: int
    claims: list[Claim]
    answers: list[GivenAnswer]
    given: frozenset[str]
    moment: tree.Expr | None = None
    problems: list[Problem] = field(default_factory=list)
    files: list[GivenFile] = field(default_factory=list)


def examples_of(reading: Reading) -> list[tree.Example]:
    """Return the examples of a text in their order."""
    return [item for item in reading.file.items if isinstance(item, tree.Example)]


def understand_example(
    example: tree.Example,
    reading: Reading,
    source: Source,
    library: Library,
    settings: Settings,
    plan: p.Plan,
) -> Script:
    """Understand one example of a text, whose own plan is `plan`. What is wrong with the example
    is in `problems`."""
    return _Example(example, reading, source, library, settings, plan).script()


class _Example:
    """Takes an example apart."""

    def __init__(
        self,
        example: tree.Example,
        reading: Reading,
        source: Source,
        library: Library,
        settings: Settings,
        plan: p.Plan,
    ) -> None:
        self.example = example
        self.plan = plan
        self.reading = reading
        self.source = source
        self.library = library
        self.settings = settings
        self.problems: list[Problem] = []
        self.main: tree.Body = tuple(
            item for item in reading.file.items if not isinstance(item, tree.Definition)
        )
        self.runs_file = False

    def script(self) -> Script:
        """Return the example as a plan with claims."""
        source, example = self.source, self.example
        given = GivenLines(source)
        for line in self._lines("given"):
            given.add(line)
        self.problems.extend(given.problems)
        names = _names(given.steps)
        done = self._when()
        known = names | _names(done) | self._main()
        claims = ThenLines(source, self.library, self.plan, known)
        expected = self._lines("then")
        for line in expected:
            claims.add(line)
        self.problems.extend(claims.problems)
        if not expected:
            self._problem(
                "example-expects-nothing",
                "This example has no “Then”, so it can show nothing.",
                example.span,
                ["Then nothing is sent", 'Then it says "Done."'],
            )
        stop = tree.Stop(span=example.span)
        then = tuple(step for claim in claims.found for step in claim.steps)
        rest = () if self.runs_file else (stop, *self.main)
        steps = (*given.steps, *done, stop, *then, *rest)
        understood = self._understood(steps, names)
        problems = [*self.problems, *self._own(understood.problems)]
        script = Script(
            example.title, source.line_of(example.span[0]), source, understood.plan, 0,
            claims.found, given.answers, frozenset(names), given.moment, problems, given.files,
        )  # fmt: skip
        if not problems:
            self._place(script)
            if self.runs_file:
                _keep_given(script)
        return script

    def _lines(self, role: str) -> list[tree.ExampleLine]:
        """Return the example's lines that are `given`, `when` or `then`."""
        return [line for line in self.example.lines if line.role == role]

    # -- when -----------------------------------------------------------------------------

    def _when(self) -> tree.Body:
        steps: list[tree.Step] = []
        for line in self._lines("when"):
            tokens = without_end(line.tokens)
            if _means_the_file(tokens):
                self.runs_file = True
                steps += self.main
                continue
            active = _without_subject(tokens)
            found = steps_said(line, active)
            turned = _turned(tokens) if not found and line.step is None else None
            if turned:
                found = only_steps(steps_of(tuple(turned)))
            if not found:
                self._problem(
                    "when-not-understood",
                    "I do not understand what is done here.",
                    line.span,
                    ["When we run this procedure", *self._calls()],
                )
                continue
            steps += found
        # What the last sentence yields is `the result` of the example.
        if steps and isinstance(steps[-1], tree.Action) and steps[-1].result is None:
            last = steps[-1]
            if self._is_own(last):
                steps[-1] = replace(last, result=tree.Name("result", span=last.span))
        return tuple(steps)

    def _calls(self) -> list[str]:
        """Return how the first procedures of the file are called, as lines of an example."""
        found = []
        for info in self.plan.procedures:
            if info.form == "procedure":
                spoken = ["the" if word in ("a", "an") else word for word in info.title.split()]
                found.append(f"When we {' '.join(spoken)}")
        return found[:2]

    def _is_own(self, step: tree.Action) -> bool:
        first = lemma(step.tokens[0].text) if step.tokens else ""
        return any(
            info.form == "procedure" and lemma(info.title.split()[0]) == first
            for info in self.plan.procedures
            if info.title
        )

    def _main(self) -> set[str]:
        return _names(self.main) if self.runs_file else set()

    # -- the plan -------------------------------------------------------------------------

    def _understood(self, steps: tree.Body, given: set[str]) -> _Understood:
        definitions = tuple(
            item
            for item in self.reading.file.items
            if isinstance(item, tree.Definition)
            and not isinstance(item, tree.Example)
            and not (isinstance(item, tree.Constant) and canonical(item.name) in given)
        )
        file = tree.File((*steps, *definitions), span=self.reading.file.span)
        made = understand(Reading(file, []), self.source, self.library, self.settings)
        return _Understood(made.plan, made.problems)

    def _own(self, problems: Sequence[Problem]) -> list[Problem]:
        """Return the problems that the example has; those of the file were told before."""
        begin, end = self.example.span
        end = max([end, *(line.span[1] for line in self.example.lines)])
        found: list[Problem] = []
        for one in problems:
            inside = one.source is self.source and begin <= one.span[0] <= end
            if one.warning or (not inside and one.name in _OUTSIDE):
                continue
            if one.name == "unknown-verb" and self._is_given(one.span):
                # A line that gives something begins with no verb: `Given invoices galore`.
                word = self.source.text[one.span[0] : one.span[1]]
                summary = f'{NOT_GIVEN}: "{word}" names nothing'
                self._problem("given-not-understood", summary, one.span, LIKE_GIVEN)
                found.append(self.problems.pop())
                continue
            if one.span == (0, 0) and one.source is self.source:
                one.span = self.example.span
            if not any((one.summary, one.line) == (other.summary, other.line) for other in found):
                found.append(one)
        return found

    def _is_given(self, span: tuple[int, int]) -> bool:
        return any(
            line.role == "given" and line.span[0] <= span[0] <= line.span[1]
            for line in self.example.lines
        )

    def _place(self, script: Script) -> None:
        """Find where the plan's instructions for each claim are."""
        plan = script.plan
        stops = [at for at, one in enumerate(plan.instructions) if isinstance(one, p.StopRun)]
        line = script.line
        own = [at for at in stops if plan.sentences[plan.instructions[at].sentence].line == line]
        script.end = own[0] + 1 if own else len(plan.instructions)
        last = own[1] if len(own) > 1 else _end_of(plan, script.end)
        number = plan.instructions[script.end - 1].sentence if own else 0
        begin = script.end
        for claim in script.claims:
            claim.starts = []
            for _ in claim.steps:
                number += 1
                end = begin
                while end < last and plan.instructions[end].sentence <= number:
                    end += 1
                claim.starts.append((begin, end))
                begin = end

    def _problem(
        self, name: str, summary: str, span: tuple[int, int], like: Sequence[str] = ()
    ) -> None:
        self.problems.append(not_understood(name, summary, self.source, span, like))


@dataclass(slots=True)
class _Understood:
    plan: p.Plan
    problems: list[Problem]


def _end_of(plan: p.Plan, start: int) -> int:
    for at in range(start, len(plan.instructions)):
        if isinstance(plan.instructions[at], p.End):
            return at
    return len(plan.instructions)


def _keep_given(script: Script) -> None:
    """What is given stays: the main steps that read or set such a name are passed over."""
    plan = script.plan
    example = (script.line, max((claim.line for claim in script.claims), default=script.line))
    for at in range(script.end):
        one = plan.instructions[at]
        name = one.name if isinstance(one, p.Set) else getattr(one, "result", "")
        if name not in script.given or not isinstance(one, p.Set | p.CallSkill | p.Call):
            continue
        if isinstance(one, p.CallSkill) and one.effect == "write":
            continue
        line = plan.sentences[one.sentence].line
        if example[0] <= line <= example[1]:
            continue
        plan.instructions[at] = p.Jump(at + 1, sentence=one.sentence)


def _names(steps: Sequence[tree.Step]) -> set[str]:
    """Return the names that steps set at the top."""
    found: set[str] = set()
    for step in steps:
        target: tree.Expr | None = None
        if isinstance(step, tree.Setting):
            target = step.target
        elif isinstance(step, tree.Create):
            target = step.name
        elif isinstance(step, tree.Action):
            target = step.result
        elif isinstance(step, tree.Ask):
            target = step.name or step.target
        if isinstance(target, tree.Name):
            found.add(canonical(target.name))
    return found


def _means_the_file(tokens: Sequence[tree.Token]) -> bool:
    """Tell whether the line says `we run this procedure`, `the procedure is run`, `it runs`."""
    words = [t.text for t in tokens if t.kind == "word" and t.text not in ("the", "this", "we")]
    if len(words) != len([t for t in tokens if t.text not in ("the", "this", "we")]):
        return False
    kept = [word for word in words if word not in ("is", "i", "be")]
    if not any(lemma(word) == "run" for word in kept):
        return False
    named = " ".join(word for word in kept if lemma(word) != "run")
    return named in _FILE or (not named and any(is_word(t, "this") for t in tokens))


def _without_subject(tokens: Sequence[tree.Token]) -> Sequence[tree.Token]:
    return tokens[1:] if tokens and is_word(tokens[0], "we", "i") else tokens


def _turned(tokens: Sequence[tree.Token]) -> list[tree.Token] | None:
    """Turn `the invoice is processed for the clerk` into `process the invoice for the clerk`."""
    at = next((n for n, t in enumerate(tokens) if n and is_word(t, "is", "are", "gets")), -1)
    if at < 1 or at + 1 >= len(tokens):
        return None
    verb = tokens[at + 1]
    base = lemma(verb.text)
    if verb.kind != "word" or base == verb.text:
        return None
    active = tree.Token("word", base, verb.span, base)
    return [active, *tokens[:at], *tokens[at + 2 :]]
