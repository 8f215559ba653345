"""Names that nothing sets: what they were probably meant to be."""

from __future__ import annotations

from kognilang.language import tree
from kognilang.language.tagging.vocabulary import UNITS
from kognilang.language.trial import works
from kognilang.language.words import plural
from kognilang.meaning.almost import almost
from kognilang.meaning.otherwise import in_other_words
from kognilang.meaning.scopes import Known, Scope
from kognilang.meaning.state import State

_FORMS = {
    "average": "average", "mean": "average", "total": "total", "largest": "largest",
    "biggest": "largest", "highest": "largest", "smallest": "smallest", "lowest": "smallest",
    "cheapest": "smallest", "latest": "latest", "newest": "latest", "oldest": "earliest",
    "earliest": "earliest",
}  # fmt: skip
"""Words before a noun that ask for one value of many, and the form that works it out."""


def near_known(state: State, node: tree.Name, name: str) -> bool:
    """Report a name that nothing sets where it was probably meant to be another, or made of one;
    say whether it was."""
    names = state.scope.all()
    split = _split(name, names)
    if split is not None:
        head, rest = split
        state.problem(
            "name-of-two",
            f"Nothing sets \"the {name}\", but \"the {head}\" is known.",
            node.span,
            understood=[names[head].told],
            candidates=in_other_words(state, node.span) or [
                state.rewritten(
                    node.span,
                    f"{{the {head}}} {rest}" if rest.removesuffix("s") in UNITS
                    else f"the {head}'s {rest}",
                )
            ],
            detail=[f"If the {name} is meant to be given from outside, write it in backticks:"
                    f" the `{name}`."],
        )  # fmt: skip
        return True
    if _of_many(state, node, name, names):
        return True
    several = plural(name)
    if several != name and several in names and not state.scope.find(name):
        state.problem(
            "one-of-many",
            f'"the {name}" could be any one of the {several}.',
            node.span,
            understood=[names[several].told],
            candidates=[
                state.rewritten(node.span, f"the first {name}"),
                f"For each {name} in the {several}:",
            ],
        )
        return True
    near = almost(name, [*names, *state.constants, *_later(state.scope)])
    if near is None:
        return False
    known = names.get(near)
    state.problem(
        "almost-known-name",
        f'Nothing sets "the {name}". Did you mean "the {near}"?',
        node.span,
        understood=[known.told] if known is not None else [],
        candidates=[state.rewritten(node.span, f"the {near}")],
    )
    return True


def _of_many(state: State, node: tree.Name, name: str, names: dict[str, Known]) -> bool:
    """Report `the average order total`, `the largest order` where the orders are known: which
    of their fields is meant, and how it is written."""
    words = name.split()
    form = ""
    if words[0] in _FORMS and len(words) > 1:
        form, words = _FORMS[words[0]], words[1:]
    for cut in range(len(words), 0, -1):
        head, rest = " ".join(words[:cut]), " ".join(words[cut:])
        several = plural(head)
        known = names.get(several)
        if known is None or not known.kind.many or not (rest or (form and several != head)):
            continue
        if rest:
            of = (
                f"the {several}' {plural(rest)}"
                if several[-1:] == "s"
                else (f"the {plural(rest)} of the {several}")
            )
            candidates = [f"the {form} of {of}" if form else of]
        elif form in ("average", "total"):
            return False
        else:
            way = "lowest" if form in ("smallest", "earliest") else "highest"
            way = form if form in ("latest", "earliest") else way
            field = "date" if form in ("latest", "earliest") else "total"
            candidates = [f"the {head} with the {way} {field}"]
        state.problem(
            "name-of-two",
            f'Nothing sets "the {name}", but "the {several}" are known.',
            node.span,
            understood=[known.told],
            candidates=[state.rewritten(node.span, one) for one in candidates],
            detail=[f"If the {name} is meant to be given from outside, write it in backticks:"
                    f" the `{name}`."],
        )  # fmt: skip
        return True
    return False


def _split(name: str, names: dict[str, Known]) -> tuple[str, str] | None:
    """Return (known name, rest) if the name begins with a known one, the longest first."""
    words = name.split()
    for cut in range(len(words) - 1, 0, -1):
        head, rest = " ".join(words[:cut]), " ".join(words[cut:])
        if head in names and not names[head].name.startswith("~"):
            return head, rest
    return None


def _later(scope: Scope) -> list[str]:
    """Return the names that are set anywhere in the scopes around."""
    return [name for one in scope.chain() for name in one.later]


def unknown_proper(state: State, node: tree.Name) -> None:
    """Report a proper name that neither the settings nor the text know."""
    state.problem(
        "unknown-proper-name",
        f"I don't know who or what \"{node.name}\" is.",
        node.span,
        understood=["a capital inside a sentence marks a proper name",
                    "neither the settings nor this text name it"],
        candidates=in_other_words(state, node.span)
        or [state.rewritten(node.span, f'"{node.name}"')],
        detail=["Write it in quotes if it is a text, or with \"the\" if it is a name."],
    )  # fmt: skip


def each_outside(state: State, node: tree.Name, name: str) -> None:
    """Report `each invoice` where no loop is around it."""
    state.problem(
        "each-outside",
        f'"each {name}" makes sense only below a "For each"',
        node.span,
        candidates=[*_for_each(state, node, name), f"For each {name} in the {plural(name)}:"],
    )


def _for_each(state: State, node: tree.Name, name: str) -> list[str]:
    """Return the sentence as a loop's: `Pay every invoice` is done for each invoice."""
    sentence = state.rewritten(node.span, f"the {name}")
    first = sentence.partition(" ")[0]
    if first in ("If", "Unless", "For", "While", "Until", "The") or sentence[-1:] != ".":
        return []
    looped = f"For each {name}, {sentence[:1].lower()}{sentence[1:]}"
    return [looped] if works(looped) else []
