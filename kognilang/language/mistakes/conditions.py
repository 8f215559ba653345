"""Mistakes in a condition or a filter that could be read in two ways."""

from __future__ import annotations

import re

from kognilang.language.mistakes.case import Case, one_line
from kognilang.language.scanning import find, is_mark, is_word
from kognilang.problems.problem import Problem


def mixed(case: Case) -> Problem:
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
        candidates.append(
            one_line(f"{text[start:first]}({text[first:stop]}){text[stop:last]}{tail}")
        )
        candidates.append(
            one_line(f"{text[start:first]}{text[first:second]}({text[second:last]}){tail}")
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


def percent_more(case: Case) -> Problem:
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


def every_not(case: Case) -> Problem:
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


def clause_in_filter(case: Case) -> Problem:
    clause = case.words((int(case.failure.data.get("from", case.at[0])), case.at[1]))
    shown = clause if '"' in clause else f'"{clause}"'
    joint = case.failure.data.get("joint", "and")
    inside = re.sub(r"^(the|its|their)\s+", "", clause, flags=re.IGNORECASE)
    return Problem(
        "clause-in-filter",
        f'It is not clear whether {shown} still belongs to "whose"',
        candidates=[case.with_part(case.at, f"{joint} whose {inside}")],
        detail=["If it does not, put it first, or make it a sentence of its own."],
    )


def not_over(case: Case) -> Problem:
    """`not A and B`: offered as neither, as not both, and as not the first."""
    words = case.words(case.at)
    joint = re.search(r" (and|or) ", words)
    inside = re.sub(r"^not\s+", "", words, flags=re.IGNORECASE)
    one, _, other = inside.partition(joint[0]) if joint is not None else (inside, "", "")
    offered = (
        [f"neither {one} nor {other}", f"not ({inside})", f"(not {one}){joint[0]}{other}"]
        if (joint is not None)
        else []
    )
    return Problem(
        "not-over-and",
        '"not" stands before "and" or "or": it could be about both of them together, or about each',
        candidates=[case.with_part(case.at, one) for one in offered],
    )
