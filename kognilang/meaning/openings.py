"""How sentences of the language begin and go on: the words that completion offers."""

from __future__ import annotations

FILLERS = frozenset({"first", "then", "next", "finally", "please"})
CLAUSES = frozenset({("if",), ("unless",), ("while",), ("until",), ("or", "if")})
CONDITIONS = (
    ("make", "sure", "that"), ("make", "sure"), ("check", "that"), ("ensure", "that"),
    ("ensure",), ("or", "if"), ("if",), ("unless",), ("while",), ("until",),
)  # fmt: skip
"""What stands before a condition at the beginning of a sentence."""

STEPS: dict[str, tuple[str, ...]] = {
    "set": ("to",), "let": ("be",), "change": ("to",), "add": ("to",), "append": ("to",),
    "subtract": ("from",), "remove": ("from",), "increase": ("by",), "decrease": ("by",),
    "raise": ("by",), "reduce": ("by",), "lower": ("by",), "multiply": ("by",),
    "divide": ("by",), "say": (), "show": (), "return": (), "save": ("as",), "wait": ("until",),
    "stop": ("because",), "fail": ("with",),
}  # fmt: skip
"""The language's own verbs, and the word that divides the two values of each."""

ASKING = ("for the", "whether", "to choose from", "to confirm the", "to review", "to approve the")
"""What may follow who is asked."""

STARTERS = (
    "add", "ask", "at the same time:", "check all of the following:", "for each", "if",
    "let the", "make sure", "process each", "repeat", "return", "say", "set the", "show the",
    "stop.", "subtract", "tell", "the", "to", "unless", "until", "wait", "while",
)  # fmt: skip
"""How sentences of the language itself begin."""

COMPARING = frozenset({"than", "least", "most", "of", "before", "after", "between", "within"})
BY = frozenset({"sorted", "ordered", "grouped", "duplicates", "matching"})
COMMON = ("positive", "negative", "even", "odd", "known", "in the past", "in the future")
LIKELIEST = (
    "SHIFT", "AGO", "IS", "CMP", "IS_BLANK", "HAS", "IS_WORDS", "BETWEEN", "QUANT", "QUANT_OF",
    "THERE_IS",
    "WHOSE", "THAT", "SORTED_BY", "GROUPED_BY", "ORDER", "EXTREME", "DISTINCT", "PICK", "CONJ",
    "AND_C", "OR_C", "PLUS", "TIMES", "FORM_OF", "CONSTANT",
)  # fmt: skip
OF_MANY = frozenset(
    {"WHOSE", "THAT", "SORTED_BY", "SORTED", "GROUPED_BY", "ORDER", "EXTREME", "DISTINCT",
     "DISTINCT_BY", "JOINED_WITH", "WITH_NO", "CLOSEST_TO", "WITH_CLOSEST"}
)  # fmt: skip
OF_ONE = frozenset(
    {"TIMES", "ENDING", "ROUND_TO", "ENDING_BY", "WITH_TEXT", "AT_TIME", "BETWEEN", "WITHIN"}
)
ABOUT = {
    "IS": "compares", "CMP": "compares", "BETWEEN": "compares", "WITHIN": "compares",
    "IS_BLANK": "compares", "HAS": "compares", "WHOSE": "a filter", "THAT": "a filter",
    "SORTED_BY": "sorts", "ORDER": "sorts", "GROUPED_BY": "groups", "FORM_OF": "a value",
    "FORM_PAIR": "a value", "CONSTANT": "a value", "PICK": "picks", "EXTREME": "picks",
    "QUANT": "how many", "QUANT_OF": "how many",
}  # fmt: skip
