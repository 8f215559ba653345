"""What did not parse, as a problem: where understanding ended, and sentences that would work.

Every candidate is made of the writer's own words, and is offered only if it parses.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable

from kognilang.dataclass import dataclass
from kognilang.language.rewording import Rewording, reworded, unjoined
from kognilang.language.scanning import Tokens, find, is_mark, is_word
from kognilang.language.spelling import mistyped
from kognilang.language.terminals import NotParsed
from kognilang.language.words import MONTHS
from kognilang.problems.problem import Problem
from kognilang.text.source import Source, Span


@dataclass(slots=True)
class Case:
    """A failure with the sentence that it happened in."""

    failure: NotParsed
    source: Source
    sentence: Span
    at: Span
    tokens: Tokens
    block: bool

    @property
    def text(self) -> str:
        """The sentence as one line."""
        return _line(self.source.text[self.sentence[0] : self.sentence[1]])

    def words(self, span: Span) -> str:
        """Return the words of a part of the source as one line."""
        return _line(self.source.text[span[0] : span[1]])

    def with_part(self, span: Span, new: str) -> str:
        """Return the sentence with the words of a span replaced."""
        text, (start, end) = self.source.text, self.sentence
        return _line(text[start : span[0]] + new + text[span[1] : end])


def _line(text: str) -> str:
    return re.sub(r"\s*\n\s*", " ", text).strip()


def problem_of(
    failure: NotParsed,
    source: Source,
    sentence: Span,
    at: Span,
    tokens: Tokens,
    has_block: bool,
) -> Problem:
    """Return the problem that a failure of the parser is."""
    if not sentence[0] <= at[0] <= at[1] <= len(source.text) or at[0] >= at[1]:
        at = sentence
    case = Case(failure, source, sentence, at, tokens, has_block)
    explain = _EXPLANATIONS.get(failure.name, _unread)
    problem = explain(case)
    problem.source = source
    if problem.span == (0, 0):
        problem.span = at
    offered = dict.fromkeys(_ended(one) for one in problem.candidates)
    problem.candidates = [one for one in offered if works(one)][:3]
    return problem


def _ended(sentence: str) -> str:
    return sentence if sentence.endswith((".", ":")) else f"{sentence}."


_LAST_PART = re.compile(r"(.*['’]s?\s+)([\w ]+)$")


def _in_sentence(source: Source, span: Span, written: str, new: str) -> list[str]:
    """Return the line of a text with other words in its braces, if it parses."""
    line = source.line_text(source.line_of(span[0]))
    sentence = line.strip().replace("{" + written + "}", "{" + new + "}")
    return [sentence] if sentence != line.strip() and works(sentence) else []


def braces(source: Source, span: Span, written: str) -> Problem:
    """Return the problem of a value in braces that is not understood."""
    if not written.strip():
        return Problem(
            "empty-braces",
            "The braces hold nothing",
            source,
            (max(0, span[0]), span[1]),
            detail=["Braces hold a value that is filled in; a brace that is only one is {{."],
        )
    quoted = _LAST_PART.sub(r'\1"\2"', written, count=1)
    if quoted != written and works(f"Show {quoted}."):
        name = _LAST_PART.search(written)
        assert name is not None
        return Problem(
            "reserved-word-in-name",
            f'"{name[2]}" holds a word that the language needs, so it stands in quotes here',
            source,
            span,
            candidates=_in_sentence(source, span, written, quoted),
        )
    return Problem(
        "unread-value",
        f"I cannot read the value in {{{written}}}",
        source,
        span,
        detail=["Braces in a text hold a value, such as {the customer's name}."],
    )


def _cells(count: object) -> str:
    return f"{count} cell" if str(count) == "1" else f"{count} cells"


def works(sentence: str) -> bool:
    """Tell whether a sentence offered to the writer parses."""
    from kognilang.language.reading import Reader

    text = sentence
    if text.endswith(":"):
        text += '\n    Say "yes".'
    elif not text.endswith("."):
        text += "."
    reader = Reader(Source("", text))
    reader.asides = False
    return not reader.read().problems


def works_as_form(sentence: str) -> bool:
    """Tell whether a sentence parses as one of the language's own forms, not as a phrase."""
    from kognilang.language.reading import Reader
    from kognilang.language.tree import Action, Show

    text = sentence + '\n    Say "yes".' if sentence.endswith(":") else sentence
    reader = Reader(Source("", text))
    reader.asides = False
    reading = reader.read()
    return not reading.problems and not any(
        isinstance(step, Action) or (isinstance(step, Show) and step.implicit)
        for step in reading.file.items
    )


# -- one explanation for each name ----------------------------------------------------------


def _unread(case: Case) -> Problem:
    """The words up to a place make sense, and what follows does not go on from them."""
    begin = case.sentence[0]
    found = reworded(case.text) or unjoined(case.text)
    if found is not None:
        return _reworded(case, found)
    misplaced = _definition_here(case) or _after_asking(case)
    if misplaced is not None:
        return misplaced
    before = case.words((begin, case.at[0]))
    here = case.words(case.at)
    understood = [f"I understood: {before} …"] if before else []
    if case.failure.name in ("unfinished", "dangling-comma", "dangling-conjunction"):
        return Problem(
            "unread-sentence",
            f'The sentence ends too early: something must follow "{here}"',
            understood=understood,
            candidates=_general(case),
        )
    if not before:
        return Problem(
            "unread-sentence",
            f'I cannot read this sentence: it begins with "{here}"',
            detail=["A step begins with a verb, or says what something is."],
            candidates=_general(case),
        )
    return Problem(
        "unread-sentence",
        f'I cannot read on at "{here}"',
        understood=understood,
        candidates=_general(case),
    )


def _reworded(case: Case, found: Rewording) -> Problem:
    """Return the problem of a sentence for which the language has other words."""
    text, (start, end) = case.source.text, case.sentence
    at = text.find(found.words, start, end) if found.words else -1
    span = (at, at + len(found.words)) if at >= 0 else case.at
    return Problem(
        found.name,
        found.summary,
        span=span,
        candidates=found.candidates,
        detail=list(found.detail),
    )


def _definition_here(case: Case) -> Problem | None:
    """Return the problem of a `To …:` that defines nothing here."""
    tokens = case.tokens
    if not tokens or not is_word(tokens[0], "to") or not (case.block or is_mark(tokens[-1], ":")):
        return None
    if all(token.kind == "mark" for token in tokens[1:]):
        return Problem(
            "empty-header",
            "This definition has no words to call it by",
            detail=["After To stand the words of its calls: To pay an invoice:"],
        )
    if case.source.column_of(case.sentence[0]) == 1:
        return None
    return Problem(
        "definition-inside-block",
        "A definition stands among other steps",
        span=case.sentence,
        detail=[
            "It holds for the whole text, so it begins at the left margin.",
            "Move it there with its steps; below the other steps is a good place.",
        ],
    )


def _after_asking(case: Case) -> Problem | None:
    """Return the problem of an asking sentence that goes on with a step."""
    tokens = case.tokens
    if not tokens or not is_word(tokens[0], "ask", "get"):
        return None
    joint = find(tokens, "and")
    if joint < 2 or joint + 1 >= len(tokens):
        return None
    first = case.words((tokens[0].span[0], tokens[joint - 1].span[1])).rstrip(", ")
    second = case.words((tokens[joint + 1].span[0], case.sentence[1]))
    second = second[:1].upper() + second[1:]
    if not (works(first) and works(second)):
        return None
    return Problem(
        "and-after-asking",
        f'It is not clear who is to "{case.words((tokens[joint + 1].span[0], case.sentence[1]))}"',
        span=(tokens[joint].span[0], tokens[-1].span[1]),
        candidates=[f"{first}. {_ended(second)}"],
        detail=["Two sentences say that the procedure does it, after the answer."],
    )


def _general(case: Case) -> list[str]:
    """Return sentences that the writer may have meant, whatever the mistake."""
    tokens, text = case.tokens, case.text
    found: list[str] = mistyped(text.rstrip("."))
    at = find(tokens, "=")
    if at > 0:
        found.extend(_equals_candidates(case, at))
    for doubled, token in itertools.pairwise(tokens):
        if doubled.kind == "word" and doubled.text == token.text:
            found.append(case.with_part((doubled.span[0], token.span[0]), ""))
    if tokens and is_word(tokens[0], "set") and find(tokens, "to") < 0:
        for word in ("as", "is", "into"):
            place = find(tokens, word, start=2)
            if place > 1:
                found.append(case.with_part(tokens[place].span, "to"))
    if tokens and is_word(tokens[0], "is", "are"):
        found.append("If " + text[:1].lower() + text[1:])
    return found


def _equals_candidates(case: Case, at: int) -> list[str]:
    tokens = case.tokens
    start = 1 if is_word(tokens[0], "set", "let", "change") else 0
    if at <= start:
        return []
    name = case.words((tokens[start].span[0], tokens[at - 1].span[1]))
    if not is_word(tokens[start], "the", "a", "an", "my", "our", "this"):
        name = f"the {name}"
    value = case.words((tokens[at + 1].span[0], tokens[-1].span[1])) if at + 1 < len(tokens) else ""
    if not value:
        return []
    lower = name[:1].lower() + name[1:]
    return [f"{name[:1].upper()}{name[1:]} is {value}.", f"Set {lower} to {value}."]


def _semicolon(case: Case) -> Problem:
    """`If C, S; T.`: does T still depend on C?"""
    text, (start, end) = case.source.text, case.sentence
    first = text[start : case.at[0]].rstrip()
    rest = text[case.at[1] : end].strip().rstrip(".")
    rest = rest[:1].upper() + rest[1:]
    comma = find(case.tokens, ",", "then")
    candidates = [f"{first}. {rest}."]
    if comma > 0:
        head = text[start : case.tokens[comma].span[0]].rstrip(" ,")
        step = text[case.tokens[comma].span[1] : case.at[0]].strip()
        candidates.append(f"{head}: {step[:1].upper()}{step[1:]}. {rest}.")
    return Problem(
        "semicolon-in-clause",
        f"It is not clear whether what follows the semicolon still belongs to "
        f'"{case.tokens[0].written}"',
        candidates=candidates,
        detail=["A period ends what belongs to it; after a colon, the whole line does."],
    )


def _equals(case: Case) -> Problem:
    at = find(case.tokens, "=")
    if at < 0:
        return _unread(case)
    return Problem(
        "equals-for-setting",
        "= does not set anything: say what the name is",
        candidates=_equals_candidates(case, at) if at > 0 else [],
    )


def _mixed(case: Case) -> Problem:
    candidates: list[str] = []
    tokens = case.tokens
    joints = [i for i, t in enumerate(tokens) if t.kind == "word" and t.text in ("and", "or")]
    head = 1 if tokens and is_word(tokens[0], "if", "unless", "while", "until") else 0
    end = _condition_end(case)
    for left in range(len(joints) - 1):
        i, k = joints[left], joints[left + 1]
        if tokens[i].text == tokens[k].text:
            continue
        text = case.source.text
        start = case.sentence[0]
        first = tokens[head].span[0]
        second = tokens[i + 1].span[0]
        stop = tokens[k - 1].span[1]
        last = tokens[end - 1].span[1]
        tail = text[last : case.sentence[1]]
        candidates.append(_line(f"{text[start:first]}({text[first:stop]}){text[stop:last]}{tail}"))
        candidates.append(
            _line(f"{text[start:first]}{text[first:second]}({text[second:last]}){tail}")
        )
        break
    return Problem(
        "mixed-and-or",
        'I cannot tell which belongs together first: "and" and "or" are mixed',
        candidates=candidates,
        detail=["Parentheses settle it, or a list: If all of the following are true: …"],
    )


def _condition_end(case: Case) -> int:
    """Return where the condition of a sentence ends, by its comma, colon or `then`."""
    tokens = case.tokens
    for word in (":", "then"):
        at = find(tokens, word)
        if at > 0:
            return at - 1 if is_mark(tokens[at - 1], ",") else at
    last = -1
    for at, token in enumerate(tokens):
        if is_mark(token, ","):
            last = at
    return last if last > 0 else len(tokens)


_OF_TEXTS = ("say", "show", "add", "append", "write", "print", "tell")
"""Verbs that a text may follow at once."""
_STATES = ("done", "open", "high", "low", "medium", "critical", "ready", "paid", "urgent", "ok",
           "new", "active", "late", "due", "free", "true", "false")  # fmt: skip


def _missing_article(case: Case) -> Problem:
    found = reworded(case.text)
    if found is not None:
        return _reworded(case, found)
    name = case.failure.data.get("name", case.words(case.at))
    candidates = [case.with_part(case.at, f"the {name}")]
    verb = case.tokens[0].text if case.tokens else ""
    if len(case.tokens) < 2 or case.tokens[1].span[0] < case.at[0] or verb in _OF_TEXTS:
        # What stands behind another verb alone is set, and a text cannot be.
        candidates.append(case.with_part(case.at, f'"{name}"'))
        if name.endswith("ed") or name in _STATES:
            # How something is, is hardly a name.
            candidates.reverse()
    return Problem(
        "missing-article",
        f'"{name}" stands without "the"',
        candidates=candidates,
        detail=["A name begins with the, my, this …; a text stands in quotes."],
    )


def _bare_word(case: Case) -> Problem:
    words = case.failure.data.get("words", case.words(case.at))
    return Problem(
        "bare-word",
        f'I don\'t know what "{words}" is: a text stands in quotes, a name begins with "the"',
        candidates=[
            case.with_part(case.at, f'"{words}"'),
            # What is done, or how it is, is hardly a name.
            *([] if words.endswith("ed") else [case.with_part(case.at, f"the {words}")]),
        ],
    )


def _ambiguous_date(case: Case) -> Problem:
    written = case.failure.data.get("written", case.words(case.at))
    parts = re.fullmatch(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})", written)
    if parts is None or int(parts[1]) > 12 or int(parts[2]) > 12 or "0" in (parts[1], parts[2]):
        return Problem(
            "impossible-date",
            f"There is no such day or time: {written}",
        )
    months = [month.capitalize() for month in MONTHS if len(month) > 3 or month == "may"]
    months = [month for month in months if month != "Sept"]
    a, b, year = int(parts[1]), int(parts[2]), parts[3]
    days = [f"{a} {months[b - 1]} {year}", f"{b} {months[a - 1]} {year}"]
    return Problem(
        "ambiguous-date",
        f"{written} could be {days[0]} or {days[1]}",
        candidates=[case.with_part(case.at, day) for day in days],
    )


def _list_without_and(case: Case) -> Problem:
    tokens = case.tokens
    commas = [
        i for i, t in enumerate(tokens) if is_mark(t, ",") and case.at[0] <= t.span[0] < case.at[1]
    ]
    candidates: list[str] = []
    for at in reversed(commas):
        joint = " or" if is_word(tokens[0], "if", "unless", "while", "until", "make") else " and"
        candidates.append(case.with_part(tokens[at].span, joint))
        break
    return Problem(
        "list-without-and",
        'The list does not say where it ends: its last item follows "and"',
        candidates=candidates,
    )


def _tight_comma(case: Case) -> Problem:
    written = case.failure.data.get("written", "")
    apart = written.replace(",", ", ")
    first, _, rest = case.words(case.at).partition(written)
    return Problem(
        "tight-comma",
        f"{written} could be one number or several",
        candidates=[
            case.with_part(case.at, f"{first}{apart}{rest}"),
            case.with_part(case.at, f"{first}{written.replace(',', '')}{rest}"),
        ],
    )


def _tight_operator(case: Case) -> Problem:
    """`5-2`: a sign between two values without spaces."""
    sign = case.failure.data["sign"]
    written = case.words(case.at)
    spaced = f" {sign} ".join(written.split(sign, 1))
    means = "minus" if sign == "-" else "divided by"
    return Problem(
        "tight-operator",
        f'"{sign}" means {means} only with a space on both sides',
        candidates=[case.with_part(case.at, spaced)],
        detail=["Without spaces it is part of a word, such as a code; put a code in quotes."],
    )


def _percent_more(case: Case) -> Problem:
    words = case.words(case.at)
    verb, _, rest = words.partition(" ")
    return Problem(
        "percent-more-than",
        f'"{words}" could mean exactly so much, or at least',
        candidates=[
            case.with_part(case.at, f"{verb} exactly {rest}"),
            case.with_part(case.at, f"{verb} at least {rest}"),
        ],
    )


def _every_not(case: Case) -> Problem:
    words = case.words(case.at)
    plain = re.sub(r"\b(is|are|was|were|does|do|has|have) not\b", r"\1", words)
    plain = re.sub(r"\b(is|are|does|do|has|have)n't\b", r"\1", plain)
    noun = re.sub(r"^(every|each|all)\b", "no", plain, flags=re.IGNORECASE)
    return Problem(
        "every-is-not",
        f'"{words}" could mean that none is so, or that not all are',
        candidates=[
            case.with_part(case.at, noun),
            case.with_part(case.at, f"not {plain}"),
        ],
    )


def _clause_in_filter(case: Case) -> Problem:
    clause = case.words((int(case.failure.data.get("from", case.at[0])), case.at[1]))
    joint = case.failure.data.get("joint", "and")
    inside = re.sub(r"^(the|its|their)\s+", "", clause, flags=re.IGNORECASE)
    return Problem(
        "clause-in-filter",
        f'It is not clear whether "{clause}" still belongs to "whose"',
        candidates=[case.with_part(case.at, f"{joint} whose {inside}")],
        detail=["If it does not, put it first, or make it a sentence of its own."],
    )


def _ending(case: Case) -> Problem:
    words = case.words(case.at).lstrip(", ")
    text = case.source.text
    start = case.at[0]
    while start > case.sentence[0] and text[start - 1] in ", ":
        start -= 1
    return Problem(
        "ending-after-operator",
        f'"{words}" could belong to the last value or to all of it',
        candidates=[case.with_part((start, case.at[0]), ", ")],
        detail=["With a comma it is about the whole; for the last value, use parentheses."],
    )


def _arithmetic(case: Case) -> Problem:
    word = case.failure.data.get("operator", "plus")
    return Problem(
        "ending-after-operator",
        f'"{word}" could go on with the last value or with all of it',
        detail=["Put parentheses around what belongs together, or give it a name first."],
    )


def _not_over(case: Case) -> Problem:
    return Problem(
        "not-over-and",
        '"not" stands before "and" or "or": it could mean neither, or not both',
    )


def _late_condition(case: Case) -> Problem:
    words = case.words(case.at)
    before = case.words((case.sentence[0], case.at[0])).rstrip(", ")
    return Problem(
        "and-before-condition",
        f'"{words}" follows two steps: it is not clear whether it governs both',
        candidates=[
            f"{words[:1].upper()}{words[1:]}, {before[:1].lower()}{before[1:]}",
        ],
    )


def _reserved(case: Case) -> Problem:
    name = case.failure.data.get("name", "")
    word = case.failure.data.get("word", "")
    return Problem(
        "reserved-word-in-name",
        f'"{name}" holds the word "{word}", which the language needs',
        candidates=[case.with_part(case.at, f'"{name}"')],
    )


def _under_finished(case: Case) -> Problem:
    return Problem(
        "lines-under-finished-sentence",
        "Lines are indented under this sentence, but it is complete",
        span=case.sentence,
        detail=["Move them to the left, or end the sentence in a colon if they belong to it."],
    )


def _empty_block(case: Case) -> Problem:
    return Problem(
        "empty-block",
        "This sentence needs steps below it, and nothing is indented there",
        span=case.sentence,
    )


def _missing_body(case: Case) -> Problem:
    if case.text.endswith(":"):
        return _empty_block(case)
    return Problem(
        "missing-body",
        "The sentence says when, but not what to do",
        span=case.sentence,
        candidates=[f"{case.text}, stop."],
        detail=["Something to do follows after a comma, or is indented below."],
    )


def _two_ifs(case: Case) -> Problem:
    """Otherwise could be the opposite of the last If, or of both."""
    candidates: list[str] = []
    second = case.failure.data.get("second")
    if second is not None:
        start = int(second)
        text = case.source.text
        line = text[start:].split("\n", 1)[0].strip()
        if line.lower().startswith("if "):
            candidates.append(f"Otherwise, {line[:1].lower()}{line[1:]}")
        summary = (
            "Otherwise could mean neither of the two Ifs above, or only not the last one: both"
            " look at the same value"
        )
        detail = [
            "If it means neither, begin the second one with   Otherwise, if.",
            "If it means only not the last one, put a sentence between the two Ifs, or write the"
            " opposite out: If … is not …",
        ]
    else:
        summary = "Otherwise could belong to either If of the sentence above"
        detail = ["Put the inner If into a block of its own, indented below the outer one."]
    return Problem(
        "ambiguous-otherwise", summary, span=case.at, candidates=candidates, detail=detail
    )


def _and_after_asking(case: Case) -> Problem:
    words = case.words((case.at[0], case.sentence[1]))
    first = case.words((case.sentence[0], case.at[0])).rstrip(", ")
    rest = re.sub(r"^and\s+(then\s+)?", "", words, flags=re.IGNORECASE)
    return Problem(
        "and-after-asking",
        f'"{words}" could be what the person should do, or the next step',
        candidates=[f"{first}."],
        detail=[f"Write two sentences: {first}. {rest[:1].upper()}{rest[1:].rstrip('.')}."],
    )


def _simple(name: str, summary: str) -> Callable[[Case], Problem]:
    def explain(case: Case) -> Problem:
        return Problem(name, summary)

    return explain


def _comparison(case: Case) -> Problem:
    text = case.text
    return Problem(
        "unread-sentence",
        "This compares two values, and does nothing with the outcome",
        candidates=[f"Make sure {text[:1].lower()}{text[1:]}."],
    )


def _doubled(case: Case) -> Problem:
    word = case.failure.data.get("word", case.words(case.at))
    start = case.at[0]
    while case.source.text[start - 1 : start].isspace():
        start -= 1
    return Problem(
        "unread-sentence",
        f'"{word}" stands twice in a row',
        candidates=[case.with_part((start, case.at[1]), "")],
    )


def _detail_line(case: Case) -> Problem:
    return Problem(
        "unread-sentence",
        "The lines below are not all details: each says what one thing is",
        span=case.sentence,
        detail=["A detail is written as   the subject is …   or as   the subject: …"],
    )


def _value_alone(case: Case) -> Problem:
    text = case.text
    lower = text if text[:1] in '"“' else text[:1].lower() + text[1:]
    return Problem(
        "unread-sentence",
        "This is a value alone: nothing is done with it",
        candidates=[f"Show {lower}", f"Say {lower}"],
    )


def _value_not_understood(case: Case) -> Problem:
    return Problem(
        "unread-value",
        f"I cannot read the value {case.words(case.at)}",
        detail=["A text stands in one pair of quotes; values are joined by plus or followed by."],
    )


IN_VALUES = frozenset(
    {
        "ambiguous-date",
        "arithmetic-after-filter",
        "clause-in-filter",
        "ending-after-operator",
        "list-without-and",
        "mixed-and-or",
        "reserved-word-in-name",
        "tight-comma",
        "tight-operator",
    }
)
"""Mistakes within a value, which are told in braces as anywhere else."""

_EXPLANATIONS: dict[str, Callable[[Case], Problem]] = {
    "mixed-and-or": _mixed,
    "equals-for-setting": _equals,
    "missing-article": _missing_article,
    "word-needs-quotes": _bare_word,
    "ambiguous-date": _ambiguous_date,
    "list-without-and": _list_without_and,
    "tight-comma": _tight_comma,
    "tight-operator": _tight_operator,
    "more-than-by": _percent_more,
    "every-is-not": _every_not,
    "clause-in-filter": _clause_in_filter,
    "ending-after-operator": _ending,
    "arithmetic-after-filter": _arithmetic,
    "not-over-several": _not_over,
    "reserved-word-in-name": _reserved,
    "and-before-condition": _late_condition,
    "block-under-finished-sentence": _under_finished,
    "block-missing": _empty_block,
    "body-missing": _missing_body,
    "comparison-is-no-step": _comparison,
    "detail-not-understood": _detail_line,
    "doubled-word": _doubled,
    "semicolon-in-clause": _semicolon,
    "nor-without-neither": _simple(
        "unread-sentence", '"nor" goes with "neither", and none is here'
    ),
    "ambiguous-otherwise": _two_ifs,
    "and-after-asking": _and_after_asking,
    "otherwise-without-if": _simple(
        "otherwise-without-if",
        '"Otherwise" follows no "If": it belongs to the one directly before it',
    ),
    "handler-without-step": _simple("handler-without-step", '"If that fails" follows no step'),
    "nobody-without-ask": _simple("nobody-without-ask", '"If nobody answers" follows no question'),
    "table-row-length": lambda case: Problem(
        "ragged-table",
        f"This row has {_cells(case.failure.data.get('cells'))}, and the heading has "
        f"{case.failure.data.get('columns')}",
    ),
    "line-in-table": lambda case: Problem(
        "ragged-table",
        "This line stands in a table but is no row of it: a row begins and ends with |",
    ),
    "table-alone": _simple(
        "unread-sentence", "This table stands alone: a sentence above it must say what it is"
    ),
    "stray-closing": _simple("stray-closing", "This parenthesis closes nothing"),
    "value-alone": _value_alone,
    "condition-list-missing": _simple(
        "unread-condition", "The list of what must be true is missing below"
    ),
    "value-missing": _simple("unread-value", "A value is missing here"),
    "value-not-understood": _value_not_understood,
    "condition-missing": _simple("unread-condition", "A condition is missing here"),
    "too-deep": _simple("unread-sentence", "This is nested too deep to be read"),
}
