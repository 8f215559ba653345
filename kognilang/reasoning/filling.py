"""Steps as a model gives them, turned into sentences: slots mended only where one way is right."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from kognilang.language import tree
from kognilang.language.lexer import tokens as lex
from kognilang.language.slots import condition_of, values_of
from kognilang.reasoning.phrasebook import Phrase, Place
from kognilang.reasoning.situations import Situation

_QUOTED = re.compile(r'"[^"]*"')
_LITERAL = re.compile(r"^[-+]?[$€£]?\d[\d,.]*\s?%?( \w+)?$")
_OPERATORS = (
    (">=", "is at least"), ("<=", "is at most"), ("!=", "is not"), ("==", "is"),
    (">", "is more than"), ("<", "is less than"), (" = ", " is "),
)  # fmt: skip


def sentences_of(
    steps: Sequence[Mapping[str, Any]], phrases: Mapping[str, Phrase], situation: Situation
) -> str:
    """Return the steps as sentences, one a line (details below theirs)."""
    lines = []
    for step in steps:
        phrase = phrases[step["phrase"]]
        values = {
            place.name: _value(step.get(place.name, ""), place, situation)
            for place in phrase.places
            if not place.optional or _said(phrase, place, situation)
        }
        text = phrase.sentence(values)
        condition = _if(step, situation)
        if condition:
            text = f"If {condition}, {_lower(text)}" if "\n" not in text else (
                f"If {condition}:\n    " + text.replace("\n", "\n    ")
            )  # fmt: skip
        lines.append(text)
    return "\n".join(lines)


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]


def _value(value: Any, place: Place, situation: Situation) -> Any:
    if isinstance(value, list):
        return [
            {
                "name": one.get("name", ""),
                "value": words_of(str(one.get("value", "")), "any", situation),
            }
            for one in value
            if isinstance(one, dict)
        ]
    words = words_of(str(value).strip(), place.kind, situation)
    if place.optional and words and not _grounded(words, situation):
        return ""
    if place.kind == "said" and words and not words.startswith('"'):
        # What is said to people is a text; a name stands in braces there.
        return f'"{{{words}}}"' if words.startswith("the ") else f'"{words}"'
    return words


def _said(phrase: Phrase, place: Place, situation: Situation) -> bool:
    """Tell whether the sentence has a word of the optional part that a slot stands in."""
    for group in re.findall(r"\[([^\[\]]*)\]", phrase.name):
        if "{" + place.name in group:
            bare = re.sub(r"\{[^{}]*\}", " ", group)
            words = [one for one in re.findall(r"[a-z]+", bare) if one not in ("the", "with", "a")]
            low = situation.sentence.lower()
            return any(re.search(rf"\b{one[:6]}", low) for one in words)
    return True


def _grounded(words: str, situation: Situation) -> bool:
    """Tell whether a value is a part of the sentence or a name: what may be left out need not be
    made up."""
    bare = words.strip('"').lower()
    return bare in _straight(situation.sentence).lower() or _known(
        re.sub(r"^the ", "", bare), situation
    )


def fault_in(
    steps: Sequence[Mapping[str, Any]], phrases: Mapping[str, Phrase], situation: Situation
) -> str:
    """Return which slot does not hold one value of the language (but a sentence, or nothing that
    can be read), in words; empty if all do. What a model puts into a slot is never a step."""
    for step in steps:
        phrase = phrases[step["phrase"]]
        if "\n" in str(step.get("if", "")) or not _is_condition(_if(step, situation)):
            return f'"{step["if"]}" is no condition of the language.'
        for place in phrase.places:
            found = _value(step.get(place.name, ""), place, situation)
            values = [one["value"] for one in found] if isinstance(found, list) else [found]
            for value in values:
                if value and not _is_value(value, place):
                    return f'"{value}" is no value that can stand for {place.name}.'
            if isinstance(found, list) and any(
                not re.fullmatch(r"[\w \-'/]{1,60}", one["name"]) for one in found
            ):
                return "A detail has a name that is none."
            if not found and not place.optional:
                return f"{place.name} is missing."
    return ""


def _is_condition(text: str) -> bool:
    return not text or condition_of(tuple(lex(text))) is not None


def _is_value(text: str, place: Place) -> bool:
    if "\n" in text:
        return False
    if place.kind == "word":
        return re.fullmatch(r"[\w -]{1,40}", text) is not None
    tokens = tuple(lex(text))
    if place.kind == "condition":
        return condition_of(tokens) is not None
    value = values_of(tokens)
    if value is None:
        return False
    return not isinstance(value, tree.ListValue) or place.kind in ("any", "list", "name")


def words_of(value: str, kind: str, situation: Situation) -> str:
    """Return a slot's value as the language writes it: articles where a name lacks one, quotes
    where the sentence has them, the noun that the sentence puts before a text."""
    value = value.strip().rstrip(".").replace("“", '"').replace("”", '"').replace("’", "'")
    value = _double(value, situation)
    if not value:
        return ""
    bare = value.strip('"')
    if kind == "condition":
        return _condition(value, situation)
    if kind == "word":
        return re.sub(r"^(the|a|an|this|each) ", "", bare, flags=re.IGNORECASE)
    dotted = re.match(r"^(?:the )?([a-z][\w ]*)\.([a-z_][\w ]*)$", bare)
    if dotted is not None and _known(dotted[1], situation):
        return f"the {dotted[1]}'s {dotted[2].replace('_', ' ')}"
    quoted = f'"{bare}"'
    if quoted in _straight(situation.sentence):
        # The noun before a text in the sentence says what the text is.
        noun = re.search(
            rf"\b(file|folder|spreadsheet|table|sheet|database) {re.escape(quoted)}",
            _straight(situation.sentence),
        )
        if noun is not None and noun[1] in ("file", "folder") and kind not in ("text", "person"):
            return f"the {noun[1]} {quoted}"
        return quoted
    without = re.sub(r"^(the|this|that|our|my) ", "", bare, flags=re.IGNORECASE)
    if _known(without, situation):
        return f"the {without[:1].lower() + without[1:]}"
    if without.lower() in ("it", "they", "them") and situation.item:
        return f"the {situation.item}"
    if kind in ("name", "person") and re.fullmatch(r"[a-z][\w ]*(?:'s [\w ]+)?", without):
        return f"the {without}"
    if value.startswith('"') or _LITERAL.match(value) or '"' in value:
        return value
    if (
        kind == "text"
        and bare.lower() in situation.sentence.lower()
        and not value.startswith("the ")
    ):
        return quoted
    return value


def _known(words: str, situation: Situation) -> bool:
    """Tell whether words are a name in scope, or a property of one."""
    low = words.lower()
    return any(
        low == name or low.startswith((name + "'s ", name + "' ")) for name in situation.names
    )


def _double(text: str, situation: Situation) -> str:
    """Return the text with double quotes where it has single ones and the sentence double."""
    said = _straight(situation.sentence)
    return re.sub(
        r"(?<!\w)'([^']+)'(?!\w)",
        lambda found: f'"{found[1]}"' if f'"{found[1]}"' in said else found[0],
        text,
    )


def _straight(text: str) -> str:
    return text.replace("“", '"').replace("”", '"')


def _if(step: Mapping[str, Any], situation: Situation) -> str:
    """Return the condition of a step. One that cannot be read is left out where the sentence can
    have none; one that can be read stays, for a person to see."""
    found = _condition(str(step.get("if", "")).strip(), situation)
    said = _CONDITIONAL.search(_QUOTED.sub(" ", _straight(situation.sentence)))
    return found if said or ("\n" not in found and _is_condition(found)) else ""


_CONDITIONAL = re.compile(
    r"(?i)\b(?:if|when\w*|unless|should|where|whose|only|except|provided|otherwise|whatever|any\w*"
    r"|not|no|never|none|nobody|without|outside|cannot|over|under|above|below|beyond|within|more"
    r"|less|fewer|least|most|than|exceed\w*|up to|reach\w*|hits?|falls?|those|that|rest)\b|n't\b"
)
"""Words that a sentence with a condition has; more than that have them, none of them less."""


def _condition(text: str, situation: Situation) -> str:
    """Return a condition as the language writes it, where it was given in symbols or bare."""
    if not text or text.lower() in ("true", "always", "none", "null", "yes"):
        return ""
    text = re.sub(r"^if ", "", text.strip().rstrip("."), flags=re.IGNORECASE)
    text = _double(_straight(text).replace("’", "'"), situation)
    outside = _QUOTED.sub(lambda found: "\0" * len(found[0]), text)
    for sign, words in _OPERATORS:
        if sign in outside:
            at = outside.index(sign)
            text = f"{text[:at].rstrip()} {words.strip()} {text[at + len(sign) :].lstrip()}"
            break
    text = re.sub(
        r"\b(?:the )?([a-z][\w ]*?)\.([a-z_]+)",
        lambda found: (
            f"the {found[1]}'s {found[2].replace('_', ' ')}"
            if _known(found[1], situation)
            else found[0]
        ),
        text,
    )
    if not re.match(r"(?i)(the|this|each|there|nobody|no) ", text) and any(
        re.match(rf"{re.escape(name)}(?:'s?)? ", text) for name in situation.names
    ):
        text = f"the {text}"
    return text
