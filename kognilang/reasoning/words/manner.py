"""Manner: whether a sentence says anything to do that could be worked out of its words."""

from __future__ import annotations

import re

_TO_A_MODEL = re.compile(
    r"(?i)\b(?:ignore|disregard|forget|override|bypass)\b[^.;:]{0,40}\b(?:instructions?|rules?|"
    r"prompts?|guidelines|told|above|polic(?:y|ies)|restrictions)\b|"
    r"\bas an? (?:ai|assistant|language model)\b|\byou are (?:now|no longer|an?|the)\b|"
    r"^\s*(?:system|assistant|developer|user|admin\w*)\s*:|"
    r"\b(?:the|this) (?:assistant|model|ai|parser|translator|program) "
    r"(?:must|should|shall|has to|is to|will)\b|\breply (?:only )?with\b|"
    r"\b(?:output|return|respond with|answer with|print) (?:the |only )?"
    r"(?:phrase|json|following)\b|\bpretend\b|\bnew instructions?\b|\bdeveloper mode\b|"
    r"\b(?:previous|prior|earlier|above) (?:instructions?|rules?|text|prompt)\b"
)
"""What is said to a translator rather than to whoever carries out the procedure."""

_VAGUE = re.compile(
    r"(?i)\b(?:deal(?:s|ing|t)? with|handle[sd]?|take(?:s|n)? care of|"
    r"sort(?:s|ed)? \S*(?: \S+)? ?out|see to (?!it that)|look(?:s|ed)? after|"
    r"(?:do|does) the (?:needful|usual|necessary|rest)|as usual|(?:in )?the usual way|"
    r"appropriate(?:ly)?|proper(?:ly)?|as (?:needed|necessary|appropriate|required)|accordingly|"
    r"somehow|do something|the right (?:thing|way)|where (?:it|they) belongs?|tidy(?: \S+)? up|"
    r"clean(?: \S+)? up|work on|whatever is (?:needed|necessary|right)|make sense of)\b|"
    r"^(?:please )?(?:fix|adjust|manage|process|treat|handle|improve|optimi[sz]e|update|correct|"
    r"modify|review)\b [^\"\d]*$"
)
"""What leaves open what is to be done."""

_FORBIDS = re.compile(
    r"(?i)^(?:please |kindly |but )*(?:never|don't|don’t|do not|no one (?:may|should)|"
    r"nobody (?:may|should)|under no circumstances|"
    r"leave .* (?:where|as) (?:it|they) (?:is|are)$|keep .* (?:where|as) (?:it|they) (?:is|are)$)"
)


def addresses_a_model(sentence: str) -> bool:
    """Tell whether a sentence is an instruction to a translator and no step of a procedure."""
    return _TO_A_MODEL.search(re.sub(r'"[^"]*"', '""', sentence)) is not None


def vague(sentence: str) -> bool:
    """Tell whether a sentence leaves open what is to be done."""
    return _VAGUE.search(sentence) is not None


def forbids(sentence: str) -> bool:
    """Tell whether a sentence says only what must not be done."""
    return _FORBIDS.search(sentence) is not None
