"""Mistakes of a whole sentence: what it lacks, what it holds too much, what it was meant to be."""

from __future__ import annotations

import itertools
import re

from kognilang.language.bracketed import headed
from kognilang.language.mistakes.case import Case, ended
from kognilang.language.rewording import Rewording, reworded, unjoined
from kognilang.language.scanning import find, is_mark, is_word
from kognilang.language.spelling import mistyped
from kognilang.language.trial import works
from kognilang.problems.problem import Problem


def unread(case: Case) -> Problem:
    """The words up to a place make sense, and what follows does not go on from them."""
    begin = case.sentence[0]
    found = reworded(case.text) or unjoined(case.text)
    if found is not None:
        return other_words(case, found)
    heading = headed(case.text, case.source.text)
    if heading is not None and works(ended(heading[1][0])):
        return other_words(
            case,
            Rewording(
                "reserved-word-in-name",
                f'"{heading[0]}" holds a mark that the language needs, so it stands in quotes here',
                [ended(one) for one in heading[1]],
                heading[0],
            ),
        )
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


def other_words(case: Case, found: Rewording) -> Problem:
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
        candidates=[f"{first}. {ended(second)}"],
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
        found += _as_check(case)
    return found


def _as_check(case: Case) -> list[str]:
    """Return `Is the total 5.` as what has to be so: what is asked stands behind its subject."""
    tokens = case.tokens
    verb = tokens[0].text
    for at in range(2, min(len(tokens), 12)):
        subject = case.words((tokens[1].span[0], tokens[at - 1].span[1]))
        rest = case.words((tokens[at].span[0], case.sentence[1])).rstrip(".?")
        made = f"Make sure {subject} {verb} {rest}"
        if works(made):
            return [made]
    return []


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


def semicolon(case: Case) -> Problem:
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


def equals(case: Case) -> Problem:
    at = find(case.tokens, "=")
    if at < 0:
        return unread(case)
    return Problem(
        "equals-for-setting",
        "= does not set anything: say what the name is",
        candidates=_equals_candidates(case, at) if at > 0 else [],
    )


def late_condition(case: Case) -> Problem:
    words = case.words(case.at)
    before = case.words((case.sentence[0], case.at[0])).rstrip(", ")
    return Problem(
        "and-before-condition",
        f'"{words}" follows two steps: it is not clear whether it governs both',
        candidates=[
            f"{words[:1].upper()}{words[1:]}, {before[:1].lower()}{before[1:]}",
        ],
    )


def and_after_asking(case: Case) -> Problem:
    words = case.words((case.at[0], case.sentence[1]))
    first = case.words((case.sentence[0], case.at[0])).rstrip(", ")
    rest = re.sub(r"^and\s+(then\s+)?", "", words, flags=re.IGNORECASE)
    return Problem(
        "and-after-asking",
        f'"{words}" could be what the person should do, or the next step',
        candidates=[f"{first}. {rest[:1].upper()}{rest[1:].rstrip('.')}."],
        detail=["Two sentences say that the procedure does it, after the answer."],
    )


def comparison(case: Case) -> Problem:
    text = case.text
    return Problem(
        "unread-sentence",
        "This compares two values, and does nothing with the outcome",
        candidates=[f"Make sure {text[:1].lower()}{text[1:]}."],
    )


def doubled(case: Case) -> Problem:
    word = case.failure.data.get("word", case.words(case.at))
    start = case.at[0]
    while case.source.text[start - 1 : start].isspace():
        start -= 1
    return Problem(
        "unread-sentence",
        f'"{word}" stands twice in a row',
        candidates=[case.with_part((start, case.at[1]), "")],
    )


def value_alone(case: Case) -> Problem:
    text = case.text
    lower = text if text[:1] in '"“' else text[:1].lower() + text[1:]
    return Problem(
        "unread-sentence",
        "This is a value alone: nothing is done with it",
        candidates=[f"Show {lower}", f"Say {lower}"],
    )
