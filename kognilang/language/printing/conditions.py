"""Conditions as text: comparisons, quantifiers, filters, and the list form of mixed and/or."""

from __future__ import annotations

from kognilang.dataclass import fields, replace
from kognilang.language import tree
from kognilang.language.printing.levels import ATOM, ENDING, FORM, LIST
from kognilang.language.printing.marks import possessive, print_tokens
from kognilang.language.printing.values import key_words, value
from kognilang.language.tree import Cond, Expr
from kognilang.language.words import DETERMINERS, RESERVED, is_plural, plural, singular
from kognilang.values.nouns import with_article

_AFTER_IS = {
    "=": "",
    ">": "more than ",
    ">=": "at least ",
    "<": "less than ",
    "<=": "at most ",
    "exactly": "exactly ",
    "before": "before ",
    "after": "after ",
    "older than": "older than ",
    "newer than": "newer than ",
    "on": "on ",
    "on or before": "on or before ",
    "on or after": "on or after ",
}
_VERBS = {
    "contains": ("contains", "contain"),
    "starts with": ("starts with", "start with"),
    "ends with": ("ends with", "end with"),
    "matches": ("matches the pattern", "match the pattern"),
}
_SHARES = {
    "more than by": "exactly {} more than",
    "less than by": "exactly {} less than",
    "at least more than by": "at least {} more than",
    "at least less than by": "at least {} less than",
}


def condition(cond: Cond) -> str:
    """Print a condition within a line; `and` mixed with `or` gets parentheses."""
    if isinstance(cond, tree.And | tree.Or):
        word = " and " if isinstance(cond, tree.And) else " or "
        *before, last = cond.parts
        # After a filter, `and` with a whole clause could still belong to the filter.
        decided = any(isinstance(part, tree.Bare) for part in cond.parts)
        firsts = [
            f"({condition(one)})"
            if _ends_in_filter(one) or (decided and _ends_in_list(one))
            else _part(one)
            for one in before
        ]
        return word.join([*firsts, _part(last)])
    if isinstance(cond, tree.Not):
        return _negated(cond.part)
    return _clause(cond, False)


def is_mixed(cond: Cond) -> bool:
    """Whether a condition mixes `and` with `or`, so that its canonical form is a list."""
    if not isinstance(cond, tree.And | tree.Or):
        return False
    return any(isinstance(part, tree.And | tree.Or) for part in cond.parts)


def condition_list(cond: tree.And | tree.Or, indent: int) -> list[str]:
    """Print the items of the list form, each with its own list below it, at an indentation."""
    lines: list[str] = []
    for part in cond.parts:
        if isinstance(part, tree.And | tree.Or):
            lines.append(" " * indent + f"- {list_head(part)}:")
            lines += condition_list(part, indent + 4)
        else:
            lines.append(" " * indent + f"- {condition(part)}")
    return lines


def list_head(cond: tree.And | tree.Or) -> str:
    """What stands before the list of an `and` or an `or`."""
    if isinstance(cond, tree.And):
        return "all of the following are true"
    return "any of the following is true"


def filter_words(cond: Cond, many: bool = True) -> str:
    """Print a condition about `Item()` as what follows a noun: `whose total is …`, `that are
    open`; `many` says that the noun is a plural."""
    if isinstance(cond, tree.And | tree.Or):
        word = " and " if isinstance(cond, tree.And) else " or "
        parts = [filter_words(part, many) for part in cond.parts]
        if not is_mixed(cond) and all(_near_noun(part) for part in cond.parts):
            return word.join(parts)
        return f"where {condition(cond)}"
    inner, negated = (cond.part, True) if isinstance(cond, tree.Not) else (cond, False)
    subject = _subject(cond)
    if isinstance(cond, tree.Bare) and _about_item(cond):
        own = _of_own(cond)
        rest = cond.tokens[2:] if own else cond.tokens[1:]
        return f"{'whose' if own else 'that'} {print_tokens(rest, value)}"
    if subject is None:
        return f"where {condition(cond)}"
    predicate = _predicate(inner, negated, many=False, near=True)
    if isinstance(subject, tree.Item):
        return f"that {_predicate(inner, negated, many, near=True)}"
    if is_plural(_last_word(subject)):
        predicate = _predicate(inner, negated, many=True, near=True)
    return f"whose {key_words(subject)} {predicate}"


def _near_noun(cond: Cond) -> bool:
    """Whether a condition can stand behind the noun that it is about, beside others."""
    return (
        bool(_subject(cond))
        or _of_own(cond)
        or (isinstance(cond, tree.Bare) and _about_item(cond) and len(cond.tokens) < 3)
    )


def _of_own(cond: Cond) -> bool:
    """Whether it is a decision about a property of the item: `whose total needs approval`."""
    return isinstance(cond, tree.Bare) and _about_item(cond) and cond.tokens[1].text == "'s"


def predicate_words(cond: Cond) -> str:
    """Print what a condition says of its subject: `is more than $5`."""
    inner, negated = (cond.part, True) if isinstance(cond, tree.Not) else (cond, False)
    return _predicate(inner, negated, many=False)


def _ends_in_list(cond: Cond) -> bool:
    """Whether the last words of a clause are a list, which a decision could seem to go on with."""
    inner = cond.part if isinstance(cond, tree.Not) else cond
    return isinstance(inner, tree.Compare) and isinstance(inner.right, tree.ListValue)


def _ends_in_filter(cond: Cond) -> bool:
    """Whether the last words of a clause are a filter's."""
    if isinstance(cond, tree.Not):
        return _ends_in_filter(cond.part)
    if isinstance(cond, tree.Quantified):
        return _ends_in_filter(cond.condition)
    if isinstance(cond, tree.Exists):
        return isinstance(cond.of, tree.Filter)
    return isinstance(cond, tree.Compare) and _holds_filter((cond.right, cond.extra))


def _holds_filter(expr: object) -> bool:
    if isinstance(expr, tree.Filter | tree.One):
        return True
    if isinstance(expr, tuple):
        return any(_holds_filter(one) for one in expr)
    if not isinstance(expr, tree.Expr):
        return False
    return any(_holds_filter(getattr(expr, field.name)) for field in fields(expr))


def _part(cond: Cond) -> str:
    text = condition(cond)
    return f"({text})" if isinstance(cond, tree.And | tree.Or) else text


def _negated(cond: Cond) -> str:
    if isinstance(cond, tree.And | tree.Or | tree.Not | tree.Bare):
        return f"not ({condition(cond)})"
    if isinstance(cond, tree.Quantified):
        return f"not {condition(cond)}"
    if isinstance(cond, tree.Truth):
        return f"not {value(cond.of, ATOM)}"
    return _clause(cond, True)


def _clause(cond: Cond, negated: bool) -> str:
    if isinstance(cond, tree.Bare):
        return print_tokens(cond.tokens, value)
    if isinstance(cond, tree.Truth):
        return value(cond.of)
    if isinstance(cond, tree.Quantified):
        return _quantified(cond)
    if isinstance(cond, tree.Exists):
        of = cond.of
        if isinstance(of, tree.Filter) and isinstance(of.collection, tree.Name):
            noun = singular(of.collection.name)
            some = f"no {noun}" if negated else with_article(noun)
            return f"there is {some} {filter_words(of.condition, many=False)}"
        if cond.there:
            return _there(of, negated)
        if isinstance(of, tree.Phrase) and _without_article(of.tokens[0]):
            return f"there is {'no' if negated else 'a'} {value(of, ENDING)}"
        level = ENDING if isinstance(of, tree.Phrase) else ATOM
        return f"{value(of, level)} {'does not exist' if negated else 'exists'}"
    left = _left(cond)
    if left is None:
        raise TypeError(f"no way to print a {type(cond).__name__}")
    many = is_plural(_last_word(left)) or (type(left) is tree.Pronoun and left.word == "they")
    return f"{value(left, ENDING)} {_predicate(cond, negated, many)}"


def _without_article(token: tree.Token) -> bool:
    """Whether a phrase begins with a common noun: behind `no` and `a` alone it has no article."""
    return (
        token.kind == "word"
        and token.written[:1].islower()
        and token.text not in DETERMINERS
        and token.text not in RESERVED
    )


def _there(of: tree.Expr, negated: bool) -> str:
    """Print that what is described is there: a name of several things by one of them."""
    if isinstance(of, tree.Name) and of.determiner == "the" and not of.quoted:
        noun = singular(of.name)
        if plural(noun) == of.name:
            return f"there is {f'no {noun}' if negated else with_article(noun)}"
    return f"there {'is not' if negated else 'is'} {value(of, ATOM)}"


def _quantified(cond: tree.Quantified) -> str:
    count = value(cond.count, ATOM) if cond.count is not None else ""
    lead, many = {
        "any": ("any of", False),
        "every": ("all of", True),
        "no": ("none of", False),
        "at least": (f"at least {count} of", True),
        "at most": (f"at most {count} of", True),
        "exactly": (f"exactly {count} of", True),
    }[cond.quantifier]
    inner = cond.condition
    collection = value(cond.collection, ATOM)
    part, negated = (inner.part, True) if isinstance(inner, tree.Not) else (inner, False)
    left = _left(part)
    if isinstance(inner, tree.Bare) and _about_item(inner):
        many_of = value(
            cond.collection, ENDING if isinstance(cond.collection, tree.Phrase) else ATOM
        )
        return f"{lead} {many_of} {print_tokens(inner.tokens[1:], value)}"
    if isinstance(left, tree.Item):
        return f"{lead} {collection} {_predicate(part, negated, many)}"
    if (
        isinstance(part, tree.Blank)
        and left is not None
        and _own_property(left)
        and not (isinstance(cond.collection, tree.Name) and cond.count is None)
    ):
        has = "have" if many else "has"
        name = key_words(left)
        return f"{lead} {collection} {has} {with_article(name) if negated else f'no {name}'}"
    if left is not None and _subject(inner) is not None:
        of = cond.collection
        if isinstance(of, tree.Name) and cond.quantifier in ("any", "every", "no"):
            owner = possessive(f"{cond.quantifier} {singular(of.name)}")
        else:
            owner = f"{lead} {possessive(collection)}"
        return f"{owner} {key_words(left)} {_predicate(part, negated, many=False)}"
    if isinstance(inner, tree.And | tree.Or):
        shared = _of_several(cond, inner, lead, collection)
        if shared is not None:
            return shared
    return f"{lead} {collection} is such that {condition(inner)}"


def _of_several(
    cond: tree.Quantified, inner: tree.And | tree.Or, lead: str, collection: str
) -> str | None:
    """Print several predicates that are said of one thing: `all of the orders are open and are
    more than $5`; None where they are said of several."""
    parts = [p.part if isinstance(p, tree.Not) else p for p in inner.parts]
    subjects = [_left(part) for part in parts]
    if subjects[0] is None or any(subject != subjects[0] for subject in subjects):
        return None
    first = replace(cond, condition=inner.parts[0])
    many = (
        isinstance(subjects[0], tree.Item) and cond.quantifier != "any" and cond.quantifier != "no"
    )
    more = [
        _predicate(part, isinstance(whole, tree.Not), many)
        for part, whole in zip(parts[1:], inner.parts[1:], strict=True)
    ]
    word = " and " if isinstance(inner, tree.And) else " or "
    return word.join([_quantified(first), *more])


def _own_property(left: Expr | None) -> bool:
    """Whether it is a property of the thing that is looked at, by its plain name."""
    return isinstance(left, tree.Property) and isinstance(left.of, tree.Item) and not left.quoted


def _about_item(cond: tree.Bare) -> bool:
    """Whether a decision's words begin with the thing that is looked at."""
    return bool(cond.tokens) and isinstance(cond.tokens[0].value, tree.Item)


def _subject(cond: Cond) -> Expr | None:
    """The part of the item that a simple condition is about; None if it is about something
    else."""
    inner = cond.part if isinstance(cond, tree.Not) else cond
    left = _left(inner)
    root = left
    while isinstance(root, tree.Property):
        root = root.of
    return left if isinstance(root, tree.Item) else None


def _left(cond: Cond) -> Expr | None:
    if isinstance(cond, tree.Compare | tree.Is):
        return cond.left
    return cond.of if isinstance(cond, tree.Blank) else None


def _last_word(expr: Expr) -> str:
    return expr.name if isinstance(expr, tree.Name | tree.Property) else ""


def _predicate(cond: Cond, negated: bool, many: bool, near: bool = False) -> str:
    """Print what is said about the subject: `is not more than $5`. In a filter (`near`) a computed
    value stands in parentheses."""
    show = _shown_near if near else value
    be = "are" if many else "is"
    if negated:
        be += " not"
    if isinstance(cond, tree.Blank):
        return f"{be} blank"
    if isinstance(cond, tree.Is):
        return f"{be} {with_article(cond.words) if cond.article else cond.words}"
    if not isinstance(cond, tree.Compare):
        raise TypeError(f"no way to print a {type(cond).__name__}")
    right, op, extra = cond.right, cond.op, cond.extra
    if op == "=" and isinstance(right, tree.Form) and right.name in ("in", "today"):
        # `is in 2 hours` would be read as `is in` a list, `is today` as an adjective.
        return f"{be} ({show(right)})"
    if op in _AFTER_IS:
        return f"{be} {_AFTER_IS[op]}{show(right, ENDING)}"
    if op in _VERBS:
        one, plain = _VERBS[op]
        if op == "matches" and isinstance(right, tree.Text):
            # Braces are the pattern's own.
            shown = '"' + "".join(str(part) for part in right.parts) + '"'
        else:
            shown = show(right, ENDING)
        if negated:
            return f"{'do' if many else 'does'} not {plain} {shown}"
        # `the orders start with` would be read as a name of three words.
        return f"{plain if many and op in ('contains', 'matches') else one} {shown}"
    if op == "in":
        if isinstance(right, tree.ListValue):
            return f"{be} one of {show(right)}"
        return f"{be} in {show(right, ENDING)}"
    if op == "all in":
        return f"{be} all in {show(right, ENDING)}"
    if op == "within":
        return f"{be} within {show(extra[0], ATOM)} of {show(right, ENDING)}"
    if op == "between":
        return f"{be} between {show(right, ATOM)} and {show(extra[0], ENDING)}"
    if op in _SHARES:
        return f"{be} {_SHARES[op].format(show(extra[0], ATOM))} {show(right, ENDING)}"
    return f"{be} {op} {show(right, ENDING)}"


_NEAR_FORMS = frozenset({"after", "before", "ago"})


def _shown_near(expr: Expr, level: int = LIST) -> str:
    """Print a value in a filter, where only plain values stand without parentheses."""
    computed = isinstance(expr, _COMPUTED) or (
        isinstance(expr, tree.Form)
        and expr.name not in _NEAR_FORMS
        and value(expr, FORM).startswith("(")
    )
    return value(expr, ATOM if computed else level)


_COMPUTED = (
    tree.Arithmetic,
    tree.Sorted,
    tree.Grouped,
    tree.Distinct,
    tree.Extreme,
    tree.Others,
    tree.Joined,
)
