"""Actions: sentences that start with a verb and are a phrase of the file or of a book."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from kognilang.language import tree
from kognilang.language.words import is_plural, plural
from kognilang.meaning import plan as p
from kognilang.meaning.byname import OPENERS, filled_by_name
from kognilang.meaning.calls import Choice
from kognilang.meaning.headlines import headline
from kognilang.meaning.joined import joined
from kognilang.meaning.kinds import ANY, Kind, named, yielded
from kognilang.meaning.matcher import BLOCK
from kognilang.meaning.rowadded import row_added
from kognilang.meaning.skill import SkillInfo
from kognilang.meaning.slotvalues import Filled
from kognilang.meaning.spreadsheets import in_full
from kognilang.meaning.state import Parameter, State, Value
from kognilang.meaning.written import dotted, plain, slot_words
from kognilang.values.nouns import with_article

if TYPE_CHECKING:
    from kognilang.meaning.expressions import Expressions
    from kognilang.meaning.steps import Steps


class Actions:
    """Plans phrases that stand as sentences."""

    def __init__(self, state: State, expressions: Expressions, steps: Steps) -> None:
        self.state = state
        self.expressions = expressions
        self.calls = expressions.calls
        self.steps = steps

    def plan(self, step: tree.Action, completed: bool = False) -> None:
        """Plan one action, or report that it is not understood. `completed` says that it is said in
        full already, so that it is not made out once more."""
        state = self.state
        choices = self._forms(step)
        unfit: Filled | None = None
        for tokens in choices:
            choice = self.calls.choose(tokens, "action")
            if choice.several:
                self.calls.two_readings(choice.several, tokens)
                return
            if choice.parsed is not None:
                self._emit(self.calls.filled(choice), step)
                return
            unfit = unfit or choice.unfit
        filled = filled_by_name(state, self.expressions, step) if step.details else None
        if filled is not None:
            if filled.unfit:
                self._report_unfit(step, filled)
            else:
                self._emit(filled, step)
            return
        added = row_added(step)
        if added is not None:
            self.steps.changes.change(added)
            return
        if joined(state, self.steps, step):
            return
        full = None if completed else in_full(step)
        if full is not None:
            if state.explaining is not None and full.tokens[0].text != "add":
                state.explaining.canonical = headline(full)
            self.plan(full, completed=True)
            return
        before = len(state.problems)
        self._report(step, unfit)
        from kognilang.meaning.meant import note_meant

        offered = [text for one in state.problems[before:] for text in one.candidates]
        note_meant(state, step.span, offered)
        if step.tokens[0].text == "ask":
            state.asked = state.asked or ANY

    def _report(self, step: tree.Action, unfit: Filled | None) -> None:
        """Report an action that is not understood."""
        if unfit is not None:
            self._report_unfit(step, unfit)
            return
        from kognilang.meaning.suggesting import report_unknown
        from kognilang.meaning.unfilled import report_details, report_missing

        state = self.state
        if state.offering:
            # Nobody reads it, and what would mend it takes long to find.
            state.problem("unknown-verb", "", step.span)
            return
        if report_details(state, step) or report_missing(state, self.expressions, step):
            return
        report_unknown(state, self.expressions, step)

    def candidates(self, step: tree.Action) -> list[Choice]:
        """Return what the sentence could be, without planning it."""
        return [self.calls.choose(tokens, "action") for tokens in self._forms(step)]

    def _forms(self, step: tree.Action) -> list[list[tree.Token]]:
        """Return the token runs by which a sentence may be looked up: with its block at the end."""
        tokens = list(step.tokens)
        if tokens and tokens[-1].kind == "mark" and tokens[-1].text == ":":
            tokens.pop()
        end = (tokens[-1].span[1], tokens[-1].span[1]) if tokens else step.span
        block: tree.Expr | None = step.block
        if block is None and step.details:
            block = tree.RecordValue(
                tuple((one.name, one.value) for one in step.details),
                span=(step.details[0].span[0], step.details[-1].span[1]),
            )
        found: list[list[tree.Token]] = []
        if block is not None:
            blocked = [*tokens, tree.Token(BLOCK, "", end, "", block)]
            found.append(blocked)
            if tokens and tokens[-1].text not in OPENERS:
                opener = tree.Token("word", "with", end, "with")
                found.append([*tokens, opener, blocked[-1]])
        else:
            found.append(tokens)
        if step.result is not None:
            # `rename it as the report`: the words after `as` may belong to the phrase
            words = step.result.name.split()
            tail = [tree.Token("word", one, step.result.span, one) for one in ("as", "the", *words)]
            found += [[*one, *tail] for one in found]
        return found

    # -- planning -------------------------------------------------------------------

    def _emit(self, filled: Filled, step: tree.Action) -> None:
        target = filled.match.entry.target
        if isinstance(target, int):
            self._call(target, filled, step)
        else:
            self._skill(self.state.library.skills[target], filled, step)

    def _result(self, step: tree.Action, filled: Filled) -> str:
        if step.result is not None and not any(
            isinstance(e, str) and e == "as" for e in filled.match.entry.pattern[-1:]
        ):
            return step.result.name
        return filled.sets

    def _call(self, number: int, filled: Filled, step: tree.Action) -> None:
        state = self.state
        defined = state.defined[number]
        args = self.calls.arguments(defined, filled)
        self._one_or_all(defined.parameters, filled, step)
        result = self._result(step, filled)
        name = result or state.builder.temporary()
        if result:
            name = self.steps.names.set(result, defined.yields, step.span)
        state.builder.add(p.Call(number, args, name))
        state.produced = Value(p.NameRead(name), defined.yields)
        if result:
            state.mention(result, p.NameRead(name), named(defined.yields, result))
        if state.explaining is not None:
            state.explaining.skill = f"{defined.title} ({state.place(defined)})"
            state.explaining.effect = "procedure"
        self._explain(filled, step)

    def _one_or_all(
        self, parameters: Sequence[Parameter], filled: Filled, step: tree.Action
    ) -> None:
        """Warn of `Pay the invoices` where one invoice is paid at a time: it would be done once,
        with all of them."""
        state, given = self.state, dict(filled.args)
        for one in parameters:
            kind = given[one.name].kind
            if not kind.many or kind.item.noun != one.name or is_plural(one.name):
                continue
            tokens = [t for t in step.tokens if t.text != ":"]
            span = (tokens[0].span[0], tokens[-1].span[1])
            written = plain(state, span)
            many = next((m for m in _many_of(written, plural(one.name))), "")
            each = f"For each {one.name} in {many}, " if many else ""
            sentence = written.replace(many, f"the {one.name}", 1) if many else ""
            state.problem(
                "many-for-one",
                f"This is done once, with all the {plural(one.name)}: it speaks of one {one.name}",
                span,
                candidates=[f"{each}{sentence[:1].lower()}{sentence[1:]}."] if many else [],
                warning=True,
            )

    def _skill(self, info: SkillInfo, filled: Filled, step: tree.Action) -> None:
        state = self.state
        result = self._result(step, filled)
        kind = filled.sets_kind or yielded(info.yields, result)
        shared = step.result is not None and step.result.determiner == "shared"
        name = ""
        if result:
            if not info.yields and filled.sets_kind is None and not filled.sets:
                state.problem(
                    "yields-nothing",
                    f'"{slot_words(info)}" gives nothing back that could be called the {result}.',
                    step.result.span if step.result is not None else step.span,
                    candidates=self._unnamed(step.result),
                )
            name = (
                result if shared else self.steps.names.set(result, named(kind, result), step.span)
            )
        elif info.yields:
            name = state.builder.temporary()
        args = tuple((slot, value.x) for slot, value in filled.args)
        state.builder.skills.setdefault(info.id)
        must = bool(info.yields) and filled.match.entry.pattern[0] == "get"
        state.builder.add(p.CallSkill(info.id, args, info.effect, name, shared, must))
        state.produced = Value(p.NameRead(name), kind) if name else None
        if name and kind.word == "yes/no" and step.tokens[0].text == "decide":
            state.decided = state.scope, Value(p.NameRead(name), kind)
        if result:
            state.mention(result, p.NameRead(name), named(kind, result))
        if state.explaining is not None:
            state.explaining.skill = f'{slot_words(info)} (book "{info.book}")'
            state.explaining.effect = info.effect
        self._explain(filled, step)

    def _explain(self, filled: Filled, step: tree.Action) -> None:
        values = dict(filled.args)
        for place, start, end in filled.match.slots:
            if end <= len(step.tokens):
                span = (step.tokens[start].span[0], step.tokens[end - 1].span[1])
                kind = values[place.name].kind if place.name in values else ANY
                name = place.name.replace("_", " ")
                known = f" ({kind.word})" if kind.word not in ("any", name) else ""
                self.state.part(plain(self.state, span), f"given as the {name}{known}")

    # -- problems ---------------------------------------------------------------------------

    def _report_unfit(self, step: tree.Action, filled: Filled) -> None:
        state = self.state
        place, wanted, kind = filled.unfit[0]
        span = step.span
        for one, start, end in filled.match.slots:
            if one.name == place.name and end <= len(step.tokens):
                span = (step.tokens[start].span[0], step.tokens[end - 1].span[1])
        state.problem(
            "wrong-kind-in-slot",
            f"This step needs {with_article(wanted.replace('|', ' or '))} here, and"
            f' "{plain(state, span)}" is {with_article(kind.word)}',
            span,
            understood=[dotted(filled.match.entry.wording)],
            candidates=_as_file(state, span, wanted, kind),
            detail=_WRITTEN.get(wanted, []),
        )

    def _unnamed(self, result: tree.Name | None) -> list[str]:
        """Return the sentence without the name at its end."""
        if result is None:
            return []
        begin = self.state.source.text.rfind(" as ", 0, result.span[0] + 1)
        if begin < 0:
            return []
        return [self.state.rewritten((begin, result.span[1]), "").replace(" .", ".")]


_WRITTEN = {
    "date": ["A date is written as 2026-03-31, 31 March 2026 or today."],
    "duration": ["A length of time is written as 10 minutes, 2 hours or 3 days."],
    "number": ["A number is written as 12 or 1,250.50."],
    "money": ["An amount of money is written as $5 or 5 EUR."],
    "table": ["A table is what is read from a spreadsheet, or written below with | between cells."],
}
"""How what a step needs is written."""


def _as_file(state: State, span: tuple[int, int], wanted: str, kind: Kind) -> list[str]:
    """Return the sentence with what is written taken for the name of a file or a folder."""
    noun = next((one for one in ("file", "folder") if one in wanted.split("|")), "")
    written = state.source.text[span[0] : span[1]].strip()
    if not noun or kind.word not in ("number", "text", "count") or not written:
        return []
    name = written if written[:1] in '"“' else f'"{written}"'
    return [state.rewritten(span, f"the {noun} {name}")]


def _many_of(written: str, noun: str) -> list[str]:
    """Return the words that name several things of a noun in a sentence."""
    hits = re.findall(rf"\b(?:the |all |my |our )(?:[\w-]+ )*?{re.escape(noun)}\b", written)
    return [one if one.startswith(("the ", "my ", "our ")) else f"the {one[4:]}" for one in hits]
