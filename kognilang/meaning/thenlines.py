"""The `Then` lines of an example, read as claims about what has come of it."""

from __future__ import annotations

from decimal import Decimal

from kognilang.dataclass import replace
from kognilang.language import tree
from kognilang.language.scanning import is_mark, is_word
from kognilang.language.slots import condition_of, names_value, steps_of, values_of
from kognilang.language.words import NUMBER_WORDS, PREPOSITIONS, canonical, lemma, singular
from kognilang.meaning import plan as p
from kognilang.meaning.books import Library
from kognilang.meaning.claims import (
    Claim,
    Did,
    Ended,
    Equals,
    Holds,
    Speech,
    WasAsked,
    WasDone,
)
from kognilang.meaning.examplewords import Tokens, not_understood, plain_token, without_end
from kognilang.problems.problem import Problem
from kognilang.text.source import Source, Span

_BE = ("is", "are", "was", "were", "isn't", "aren't", "wasn't", "weren't", "gets", "been")
_NEGATIVE = ("isn't", "aren't", "wasn't", "weren't", "not", "never", "doesn't", "didn't")
_SELF = ("it", "procedure", "run", "file", "runbook")
_NOBODY = ("nobody", "no one", "no-one", "noone")
_TIMES = {"once": 1, "twice": 2}
_SAYS = ("says", "say", "said", "prints")


class ThenLines:
    """Reads the Then lines of one example; `names` are those that its steps set."""

    def __init__(self, source: Source, library: Library, plan: p.Plan, names: set[str]) -> None:
        self.source = source
        self.names = names
        self.found: list[Claim] = []
        self.problems: list[Problem] = []
        self._count = 0
        forms = [(one.form, one.title.split()) for one in plan.procedures]
        self._adjectives = {words[-1] for form, words in forms if form == "adjective"}
        self._verbs = {lemma(words[0]) for form, words in forms if form == "procedure" and words}
        for info in library.skills.values():
            if info.effect == "write":
                self._verbs |= {lemma(one) for phrase in info.phrases for one in _first(phrase)}

    def add(self, line: tree.ExampleLine) -> None:
        """Read one line, or note that it is not understood."""
        tokens = without_end(line.tokens)
        number = self.source.line_of(line.span[0])
        # `And nothing is paid and it says "No."` is two lines for a person, but one sentence here.
        written = " ".join(self.source.text[line.span[0] : line.span[1]].split()).rstrip(".")
        claim = (
            self._speech(line, tokens)
            or self._asked(line, tokens)
            or self._ended(line, tokens)
            or self._equals(line, tokens)
            or self._done(line, tokens)
            or self._did(line, tokens)
            or self._holds(line, tokens)
        )
        if claim is None:
            self.problems.append(
                not_understood(
                    "then-not-understood",
                    "I do not understand what is expected here.",
                    self.source,
                    line.span,
                    [
                        "Then the total is $12",
                        'Then it says "Done."',
                        "Then nothing is sent",
                        "Then the manager was asked about the invoice",
                        "Then it fails",
                    ],
                )
            )
            return
        claim.line, claim.written = number, written
        self.found.append(claim)

    # -- values that a claim needs --------------------------------------------------------

    def _value(self, value: tree.Expr, span: Span) -> tuple[str, tree.Step]:
        """Return a step that works out a value, and the name under which it is kept."""
        self._count += 1
        name = f"value {self._count} of the example"
        return name, tree.Setting(tree.Name(name, span=span), value, span=span)

    def _known(self, value: tree.Expr) -> bool:
        """Tell whether every name in a value is set by the example's own steps."""
        if isinstance(value, tree.Name):
            return canonical(value.name) in self.names
        if isinstance(value, tree.Property):
            return self._known(value.of)
        return not isinstance(value, tree.Phrase | tree.Pronoun)

    # -- the kinds of lines ---------------------------------------------------------------

    def _speech(self, line: tree.ExampleLine, tokens: Tokens) -> Claim | None:
        """Read `it says "…"`, `it says nothing`, `the controller was told "…"`."""
        words = _texts(tokens)
        at = next((n for n, word in enumerate(words) if n and word in (*_SAYS, "told")), -1)
        if at < 1:
            return None
        before = list(tokens[:at])
        negated = False
        to = ""
        if words[at] == "told":
            while before and is_word(before[-1], *_BE, "not", "never"):
                negated = negated or is_word(before[-1], *_NEGATIVE)
                before.pop()
            to = _name(before)
            if canonical(to) in _NOBODY:
                to, negated = "anyone", True
        else:
            while before and is_word(before[-1], "does", "did", "do", *_NEGATIVE):
                negated = negated or is_word(before[-1], *_NEGATIVE)
                before.pop()
            if canonical(_name(before)) not in _SELF:
                return None
        rest = [t for t in tokens[at + 1 :] if not is_mark(t, ":")]
        if line.block is not None and not rest:
            name, step = self._value(line.block, line.span)
            return Speech(0, "", (step,), expected=name, negated=negated, to=to)
        if not rest or is_word(rest[0], "nothing", "anything"):
            negated = negated or (bool(rest) and is_word(rest[0], "nothing"))
            return Speech(0, "", negated=negated, to=to)
        value = values_of(tuple(rest))
        if value is None:
            return None
        name, step = self._value(value, line.span)
        return Speech(0, "", (step,), expected=name, negated=negated, to=to)

    def _asked(self, line: tree.ExampleLine, tokens: Tokens) -> Claim | None:
        """Read `the manager was asked about the invoice`, `nobody was asked`."""
        at = next((n for n, t in enumerate(tokens) if n and is_word(t, "asked")), -1)
        if at < 2 or not any(is_word(t, *_BE) for t in tokens[:at]):
            return None
        before = list(tokens[:at])
        negated = False
        while before and is_word(before[-1], *_BE, "not", "never", "has", "have"):
            negated = negated or is_word(before[-1], *_NEGATIVE)
            before.pop()
        who = _name(before)
        if canonical(who) in _NOBODY:
            who, negated = "", True
        elif canonical(who) in ("someone", "somebody", "anyone", "a person", "nothing"):
            negated = negated or canonical(who) == "nothing"
            who = ""
        rest, times = _counted(tokens[at + 1 :])
        kept = [t for t in rest if not is_word(t, *_SMALL)]
        return WasAsked(
            0,
            "",
            who=who,
            about=" ".join(plain_token(t) for t in kept),
            negated=negated,
            times=times,
        )

    def _ended(self, line: tree.ExampleLine, tokens: Tokens) -> Claim | None:
        """Read `it fails because …`, `it does not fail`, `it finishes`, `it waits for the CFO`."""
        at = next(
            (n for n, t in enumerate(tokens) if n and lemma(t.text) in _ENDINGS and n < 5), -1
        )
        if at < 1:
            return None
        before = list(tokens[:at])
        negated = False
        while before and is_word(before[-1], "does", "did", "do", *_NEGATIVE):
            negated = negated or is_word(before[-1], *_NEGATIVE)
            before.pop()
        if canonical(_name(before)) not in _SELF:
            return None
        how = _ENDINGS[lemma(tokens[at].text)]
        rest = list(tokens[at + 1 :])
        if rest and not is_word(rest[0], "because", "with", "for", "saying"):
            return None
        words = " ".join(plain_token(t) for t in rest[1:])
        if how == "waits":
            return Ended(0, "", how=how, who=_name(rest[1:]), negated=negated)
        if how == "stops":
            how = "fails" if words else "finishes"
        return Ended(0, "", how=how, reason=words, negated=negated)

    def _equals(self, line: tree.ExampleLine, tokens: Tokens) -> Claim | None:
        """Read `the payments are` with a table, record or list."""
        step = line.step
        if not isinstance(step, tree.Setting) or step.form != "is":
            return None
        if not isinstance(step.value, tree.RecordValue | tree.TableValue | tree.ListValue):
            return None
        got, first = self._value(step.target, line.span)
        expected, second = self._value(step.value, line.span)
        shown = self.source.text[step.target.span[0] : step.target.span[1]]
        return Equals(0, "", (first, second), name=shown, got=got, expected=expected)

    def _done(self, line: tree.ExampleLine, tokens: Tokens) -> Claim | None:
        """Read `the invoice is paid to the supplier`, `nothing was sent`, `3 rows are added`."""
        at = next((n for n, t in enumerate(tokens) if n and is_word(t, *_BE)), -1)
        if at < 1:
            return None
        negated = is_word(tokens[at], *_NEGATIVE)
        verb_at = at + 1
        while verb_at < len(tokens) and is_word(tokens[verb_at], "not", "never", "been"):
            negated = negated or not is_word(tokens[verb_at], "been")
            verb_at += 1
        if verb_at >= len(tokens) or tokens[verb_at].kind != "word":
            return None
        word = tokens[verb_at].text
        verb = lemma(word)
        if word in self._adjectives or (verb == word and not word.endswith("ed")):
            return None
        nothing = len(tokens[:at]) == 1 and is_word(tokens[0], "nothing", *_NOBODY)
        if nothing and verb in ("do", "write", "change", "happen"):
            verb = ""
        elif verb not in self._verbs:
            return None
        rest, times = _counted(tokens[verb_at + 1 :])
        claim = WasDone(0, "", verb=verb, negated=negated or nothing, times=times)
        steps: list[tree.Step] = []
        if not nothing and not self._subject(tokens[:at], claim, steps, line.span):
            return None
        others = []
        for chunk in _chunks(rest):
            label, value = _labelled(chunk)
            if value is None or not self._known(value):
                return None
            name, step = self._value(value, line.span)
            steps.append(step)
            others.append((label, name))
        claim.others = tuple(others)
        claim.steps = tuple(steps)
        return claim

    def _subject(self, tokens: Tokens, claim: WasDone, steps: list[tree.Step], span: Span) -> bool:
        words = _texts(tokens)
        if words[0] in ("no", "a", "an", "one") or words[0] in NUMBER_WORDS:
            claim.noun = singular(" ".join(words[1:]))
            if words[0] == "no":
                claim.negated = True
            elif words[0] not in ("a", "an"):
                claim.times = NUMBER_WORDS[words[0]]
            return len(words) > 1
        number = tokens[0].value
        if isinstance(number, tree.Number | tree.CountLiteral):
            whole = number.value
            noun = number.noun if isinstance(number, tree.CountLiteral) else " ".join(words[1:])
            claim.noun, claim.times = singular(noun), int(whole)
            return whole == Decimal(int(whole)) and bool(noun)
        named = names_value(tuple(tokens))
        if named is not None and canonical(named.name) not in self.names:
            claim.noun = singular(canonical(named.name))
            return True
        value = values_of(tuple(tokens))
        if value is None or not self._known(value):
            return False
        claim.subject, step = self._value(value, span)
        claim.noun = singular(canonical(named.name)) if named is not None else ""
        steps.append(step)
        return True

    def _holds(self, line: tree.ExampleLine, tokens: Tokens) -> Claim | None:
        condition = condition_of(tuple(tokens))
        if condition is None:
            return None
        span = tokens[0].span[0], tokens[-1].span[1]
        return Holds(0, "", (tree.MakeSure(condition, span=span),))

    def _did(self, line: tree.ExampleLine, tokens: Tokens) -> Claim | None:
        """Read `it sends an email to …` and `it does not send …`: a sentence of the language."""
        if len(tokens) < 2 or not is_word(tokens[0], "it", "we", "i"):
            return None
        rest = list(tokens[1:])
        negated = False
        while rest and is_word(rest[0], "does", "did", "do", *_NEGATIVE):
            negated = negated or is_word(rest[0], *_NEGATIVE)
            rest.pop(0)
        if not rest:
            return None
        base = lemma(rest[0].text)
        if base not in self._verbs:
            return None
        rest[0] = tree.Token("word", base, rest[0].span, base)
        own = line.step
        if isinstance(own, tree.Action) and own.tokens[0].span == rest[0].span:
            tokens = (rest[0], *own.tokens[1:])
            return Did(0, "", (replace(own, tokens=tokens, span=line.span),), negated=negated)
        found = steps_of(tuple(rest))
        if not found or len(found) != 1 or not isinstance(found[0], tree.Action):
            return None
        step = found[0]
        if line.block is not None:
            step = replace(step, block=line.block, span=line.span)
        return Did(0, "", (step,), negated=negated)


_ENDINGS = {
    "fail": "fails", "finish": "finishes", "succeed": "finishes", "stop": "stops",
    "wait": "waits", "end": "finishes",
}  # fmt: skip

_SMALL = ("about", "for", "the", "a", "an", "to", "whether", "of", "if")


def _first(phrase: str) -> list[str]:
    """Return the verbs that a wording begins with: `send/mail a letter`."""
    return phrase.split()[0].strip("[]").split("/") if phrase.split() else []


def _texts(tokens: Tokens) -> list[str]:
    return [t.text.lower() for t in tokens]


def _name(tokens: Tokens) -> str:
    kept = [t for t in tokens if not is_word(t, "the", "our", "my", "this")]
    return " ".join(plain_token(t) for t in kept)


def _counted(tokens: Tokens) -> tuple[list[tree.Token], int | None]:
    """Take `once`, `twice` or `3 times` off the end."""
    rest = list(tokens)
    if rest and rest[-1].text in _TIMES:
        return rest[:-1], _TIMES[rest[-1].text]
    if rest and isinstance(rest[-1].value, tree.CountLiteral) and rest[-1].value.noun == "time":
        return rest[:-1], int(rest[-1].value.value)
    if len(rest) > 1 and rest[-1].text == "times":
        before = rest[-2]
        if isinstance(before.value, tree.Number):
            return rest[:-2], int(before.value.value)
        if before.text in NUMBER_WORDS:
            return rest[:-2], NUMBER_WORDS[before.text]
    return rest, None


def _chunks(tokens: Tokens) -> list[list[tree.Token]]:
    """Return what stands between prepositions: the values of `to X with Y`."""
    found: list[list[tree.Token]] = [[]]
    for token in tokens:
        if token.kind == "word" and (token.text in PREPOSITIONS or token.text == "saying"):
            found.append([])
        elif not is_mark(token, ","):
            found[-1].append(token)
    return [chunk for chunk in found if chunk]


def _labelled(chunk: Tokens) -> tuple[str, tree.Expr | None]:
    """Return the value of a chunk, with the words before it where it is a value with a label."""
    value = values_of(tuple(chunk))
    if value is not None and not isinstance(value, tree.Phrase):
        return "", value
    first = next((n for n, t in enumerate(chunk) if isinstance(t.value, tree.Expr)), -1)
    if first < 1 or not all(t.kind == "word" for t in chunk[:first]):
        return "", None
    return canonical(_name(chunk[:first])), values_of(tuple(chunk[first:]))
