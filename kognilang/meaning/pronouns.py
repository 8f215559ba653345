"""Pronouns: the one thing named before that `it`, `they`, the answer or the result stands for."""

from __future__ import annotations

from kognilang.language import tree
from kognilang.meaning import plan as p
from kognilang.meaning.kinds import ANY
from kognilang.meaning.references import References
from kognilang.meaning.state import State, Value
from kognilang.meaning.written import plain


class Pronouns:
    """Resolves pronouns."""

    def __init__(self, state: State, references: References) -> None:
        self.state = state
        self.references = references

    def pronoun(self, node: tree.Pronoun) -> Value:
        """Return what a pronoun stands for: the one thing that fits, or a problem."""
        state = self.state
        if node.word == "the answer":
            return self._answer(node)
        if node.word == "the result":
            return self._result(node)
        if state.items and state.items[-1].x is None and node.word in ("it", "they"):
            return state.item(self.references.innermost())
        many = node.word == "they"
        written = plain(state, node.span).lower() or node.word
        owner = written in ("its", "their")
        for mentions in (state.mentions, state.before):
            fitting = [
                one for one in mentions if not many or one.kind.many or one.kind.word == "any"
            ]
            if not many:
                fitting = [one for one in fitting if not one.kind.many] or fitting
            if len(fitting) == 1:
                state.part(node.word, f"the {fitting[0].label}")
                return Value(fitting[0].x, fitting[0].kind)
            if fitting:
                labels = [f"the {one.label}" for one in fitting]
                instead = [_possessive(one) if owner else one for one in labels[:3]]
                state.problem(
                    "two-it" if not many else "two-they",
                    f'"{written}" could be {_either(labels)}',
                    node.span,
                    candidates=[state.rewritten(node.span, one) for one in instead],
                    detail=["Write the one that is meant."],
                )
                return Value(fitting[0].x, fitting[0].kind)
        state.problem(
            "nothing-for-it",
            f'"{written}" stands for nothing that was named before',
            node.span,
            detail=[
                f'Write what is meant instead of "{written}", such as "the '
                + ("order's" if owner else "order")
                + '".'
            ],
        )
        return Value(p.Const(None), ANY)

    def _answer(self, node: tree.Pronoun) -> Value:
        known = self.state.scope.find("answer")
        if self.state.asked is None:
            if known is not None:
                return self.references.read(known, "answer")
            self.state.problem(
                "no-answer-yet",
                '"the answer" stands for the reply to a question, and nothing is asked above.',
                node.span,
                detail=['Ask above this sentence first, as in: Ask the manager "Pay it?"'],
            )
            return Value(p.Const(None), ANY)
        self.state.part("the answer", "the reply to the question asked above")
        if not self.state.trials:
            self.state.open_question = None
        return Value(p.NameRead("~answer"), self.state.asked)

    def _result(self, node: tree.Pronoun) -> Value:
        produced = self.state.produced
        if produced is not None:
            self.state.part("the result", "what the sentence before produced")
            return produced
        known = self.state.scope.find("result")
        if known is not None:
            return self.references.read(known, "result")
        self.state.problem(
            "no-result",
            '"the result" stands for what the sentence before came to, and it came to nothing',
            node.span,
            detail=[
                'Give the value a name where it is made, such as "… as the total", and write'
                " that name here."
            ],
        )
        return Value(p.Const(None), ANY)


def _possessive(label: str) -> str:
    return f"{label}'" if label.endswith("s") else f"{label}'s"


def _either(labels: list[str]) -> str:
    return f"{', '.join(labels[:-1])} or {labels[-1]}"
