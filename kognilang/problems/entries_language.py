"""The catalogue's entries about what the sentences say, each for itself."""

from __future__ import annotations

from kognilang.problems.entry import Entry

ENTRIES = (
    Entry(
        "KL201",
        "unknown-verb",
        "No phrase begins with this verb",
        "A sentence that is no form of the language is a phrase: it starts with a verb that a "
        "book, or a definition of the file, knows. None knows this one. The message shows the "
        "nearest sentences that work; or define the phrase yourself with To ….",
        wrong="Archive the paid invoices.",
        right='Archive the paid invoices.\n\nTo archive an invoice:\n    Say "{it} is archived."',
    ),
    Entry(
        "KL202",
        "unread-sentence",
        "The sentence could not be read",
        "The words up to the underlined place make sense; what follows does not go on from them. "
        "The message says what was understood and what could follow.",
    ),
    Entry(
        "KL203",
        "mixed-and-or",
        "and and or are mixed",
        "Where and and or stand together, English does not say which belongs together first: "
        "members who are over 40, or guests? Use parentheses, or the list form.",
        wrong='If the member is yes and the age is over 40 or the guest is yes, say "in".',
        right="If all of the following are true:\n"
        "    - the member is yes\n"
        "    - any of the following is true:\n"
        "        - the age is over 40\n"
        "        - the guest is yes\n"
        "then:\n"
        '    Say "in".',
    ),
    Entry(
        "KL204",
        "ambiguous-date",
        "A date could mean two days",
        "03/04/2026 is the third of April to some and the fourth of March to others. Write the "
        "month in letters, or year first; or name the order in kognilang.toml.",
        wrong="Set the due date to 03/04/2026.",
        right="Set the due date to 3 April 2026.",
    ),
    Entry(
        "KL205",
        "list-without-and",
        "A list does not say where it ends",
        "A comma also ends a part of a sentence, so a list ends in and (in a condition in or).",
        wrong='If the status is one of "open", "held", stop.',
        right='If the status is one of "open" or "held", stop.',
    ),
    Entry(
        "KL206",
        "tight-comma",
        "A comma without a space between numbers",
        "100,200 could be one number or two. In a list, a space follows each comma; within a "
        "number, commas stand before each three digits.",
        wrong="Set the amounts to 100,200 and 300.",
        right="Set the amounts to 100, 200 and 300.",
    ),
    Entry(
        "KL207",
        "equals-for-setting",
        "= is used for setting",
        "A sign of equality does not say whether something is set or compared. A name is set "
        "with is, Set or Let.",
        wrong="The discount = 10%.",
        right="The discount is 10%.",
    ),
    Entry(
        "KL208",
        "lines-under-finished-sentence",
        "Lines are indented under a sentence that is finished",
        "Only a sentence that opens a block (it ends in a colon) has lines of its own below it. "
        "Move the lines to the left, or end the sentence in a colon if they belong to it.",
        wrong='Say "one".\n    Say "two".',
        right='Say "one".\nSay "two".',
    ),
    Entry(
        "KL209",
        "empty-block",
        "A block is opened and nothing is in it",
        "The sentence ends in a colon, and no line is indented below it.",
        wrong='If the total is zero:\nSay "done".',
        right='If the total is zero:\n    Say "nothing to pay".\nSay "done".',
    ),
    Entry(
        "KL210",
        "otherwise-without-if",
        "Otherwise follows no If",
        "Otherwise belongs to the If directly before it. Between the two there is another "
        "sentence, or there is no If.",
        wrong='If the total is zero, stop.\nSay "going on".\nOtherwise, pay the invoice.',
        right='If the total is zero, stop. Otherwise, say "going on".',
    ),
    Entry(
        "KL211",
        "ambiguous-otherwise",
        "Otherwise could belong to two Ifs",
        "Two Ifs on the same value follow each other, or one stands inside another in the same "
        "line: Otherwise could be the opposite of both. Say Otherwise, if, or use a block.",
        wrong='If the total is zero, say "none".\nIf the total is 5, say "five".\n'
        'Otherwise, say "x".',
        right='If the total is zero, stop.\nOtherwise, if the total is 5, say "five".\n'
        'Otherwise, say "x".',
    ),
    Entry(
        "KL212",
        "handler-without-step",
        "If that fails follows no step",
        "If that fails speaks of the sentence, with its block, directly above it.",
        right='Pay the invoice.\nIf that fails, say "not paid".',
    ),
    Entry(
        "KL213",
        "nobody-without-ask",
        "If nobody answers follows no question",
        "If nobody answers speaks of the asking sentence directly above it, which must have a "
        "limit (within 2 days).",
        right='Ask the manager "Pay it?" within 2 days.\nIf nobody answers, stop.',
    ),
    Entry(
        "KL214",
        "ragged-table",
        "A row of a table has more or fewer cells than the heading",
        "Each row of a table has one cell for each heading. An empty cell is written as | |.",
        wrong="The rates are:\n    | country | rate |\n    | France |",
        right="The rates are:\n    | country | rate |\n    | France | 20% |",
    ),
    Entry(
        "KL215",
        "missing-article",
        "A name stands without the",
        "A name begins with the, a, my, each …, so that it cannot be taken for a word of the "
        "sentence.",
        wrong="Set discount to 10%.",
        right="Set the discount to 10%.",
    ),
    Entry(
        "KL216",
        "bare-word",
        "A word after is that is no adjective",
        "After is stands a value or an adjective that a definition or a book brings. A text "
        "stands in quotes.",
        wrong="If the status is paid, stop.",
        right='If the status is "paid", stop.',
    ),
    Entry(
        "KL217",
        "reserved-word-in-name",
        "A name holds a word that the language needs",
        "Words such as on, by, is and of end a name. A column that is headed so is quoted; a name "
        "of your own is set in backticks.",
        wrong="Say the item's On Hand.",
        right='Say the item\'s "On Hand".',
    ),
    Entry(
        "KL218",
        "not-over-and",
        "not stands before and or or",
        "Not A and B can mean that neither is so, or that not both are. Say neither … nor, or "
        "take them apart.",
        wrong="If not the member is yes and the guest is yes, stop.",
        right="If the member is no and the guest is no, stop.",
    ),
    Entry(
        "KL219",
        "every-is-not",
        "every … is not can be read two ways",
        "Every order is not open: none is, or some are not? Say no order is, or not every order "
        "is.",
        wrong="If every order is not open, stop.",
        right="If no order is open, stop.",
    ),
    Entry(
        "KL220",
        "percent-more-than",
        "is 10% more than could be exactly or at least",
        "In a condition, say which one: is exactly 10% more than, or is at least 10% more than.",
        wrong="If the price is 10% more than the old price, stop.",
        right="If the price is at least 10% more than the old price, stop.",
    ),
    Entry(
        "KL221",
        "clause-in-filter",
        "A whole clause follows and inside whose",
        "After whose, and goes on with a shortened part (and less than $900, and whose …). With a "
        "whole clause, it is not clear whether it still belongs to whose.",
        wrong="Show the orders whose total is 5 and the customer is blocked.",
        right="Show the orders whose total is 5 and whose customer is blocked.",
    ),
    Entry(
        "KL222",
        "ending-after-operator",
        "An ending could belong to the last value or to all of it",
        "The tax plus the fee rounded to 2 places: is only the fee rounded? A comma before the "
        "ending makes it the whole; parentheses settle it too.",
        wrong="Set the sum to the tax plus the fee rounded to 2 places.",
        right="Set the sum to the tax plus the fee, rounded to 2 places.",
    ),
    Entry(
        "KL223",
        "unknown-unit",
        "A number is followed by a word that is no unit here",
        "After a bare number stands a unit of time, a currency, a collection or kind of the file, "
        "or one of items, units, people. A thousand is written 1,000.",
        wrong="Set the weight to 5 kg.",
        right="Set the weight in kilograms to 5.",
    ),
    Entry(
        "KL224",
        "impossible-date",
        "There is no such day or time",
        "The calendar does not have this date, or the clock does not have this time.",
        wrong="Set the due date to 2026-02-30.",
        right="Set the due date to 2026-02-28.",
    ),
    Entry(
        "KL225",
        "percent-of-percent",
        "A percent is changed by a percent",
        "10% increased by 2% could be 12% or 10.2%. Say 2 percentage points, or 2% of itself.",
        wrong="Increase the rate by 2%.",
        right="Increase the rate by 2 percentage points.",
    ),
    Entry(
        "KL226",
        "and-before-condition",
        "if or unless stands after two steps",
        "Does the condition govern both steps or the last one? Put it in front, where it governs "
        "both, or write two sentences.",
        wrong='Pay the invoice and tell the controller "paid" if the total is 5.',
        right='If the total is 5, pay the invoice and tell the controller "paid".',
    ),
    Entry(
        "KL227",
        "name-in-cell",
        "A cell holds a name among other words",
        "A cell of a table, or what follows name: in a record, is a complete value or a text. This "
        "one merely holds a name that is set. Quote it, or put the name in braces.",
        wrong="The fee is 5.\nThe order is\n    id: 7\n    note: pay the fee soon",
        right='The fee is 5.\nThe order is\n    id: 7\n    note: "pay the fee soon"',
    ),
    Entry(
        "KL228",
        "prose-reads-as-steps",
        "A paragraph of a runbook reads as steps",
        "In a Markdown runbook only list items and kog blocks are executed. This paragraph would "
        "all be understood as steps; make it a list if it is meant to be done.",
    ),
    Entry(
        "KL229",
        "heading-not-definition",
        "A heading reads like a definition",
        "In a .kog file a heading is only a title. To define a procedure, write To … without #.",
        wrong='# To pay an invoice:\nSay "paid".',
        right='To pay an invoice:\n    Say "paid".',
    ),
    Entry(
        "KL230",
        "definition-inside-block",
        "A definition stands inside a block",
        "Definitions stand at the left margin: they hold for the whole file, wherever they are.",
        wrong='If the total is 5:\n    To pay an invoice:\n        Say "paid".',
        right='To pay an invoice:\n    Say "paid".',
    ),
    Entry(
        "KL231",
        "empty-braces",
        "Braces with nothing in them",
        "In a text, braces hold a value that is filled in. For a brace that is only a brace, write "
        "it twice.",
        wrong='Say "Dear {}".',
        right='Say "Dear {the customer\'s name}".',
    ),
    Entry(
        "KL232",
        "unread-value",
        "A value could not be read",
        "What stands here should be a value: a name, a text in quotes, a number, a date, or "
        "something worked out of these.",
    ),
    Entry(
        "KL233",
        "unread-condition",
        "A condition could not be read",
        "What stands here should be yes or no: a comparison (the total is more than $5), an "
        "adjective (the invoice is overdue) or a decision.",
    ),
    Entry(
        "KL234",
        "and-after-asking",
        "and with a verb after a question",
        "Ask the clerk to confirm the order and pay it: does the clerk pay, or the procedure? "
        "Write two sentences.",
        wrong="Ask the clerk to confirm the total and pay the invoice.",
        right="Ask the clerk to confirm the total.\nPay the invoice.",
    ),
    Entry(
        "KL235",
        "missing-body",
        "The sentence says when, but not what",
        "After the condition, or the head of a loop, something to do must follow: after a comma in "
        "the same line, or indented below.",
        wrong="If the total is zero.",
        right="If the total is zero, stop.",
    ),
    Entry(
        "KL236",
        "stray-closing",
        "A ) or } closes nothing",
        "What is closed must have been opened in the same sentence.",
        wrong="Set the net to the total minus the tax).",
        right="Set the net to (the total minus the tax).",
    ),
    Entry(
        "KL239",
        "tight-operator",
        "A minus or a slash without spaces",
        "Between two values, - and / are operators only with a space on both sides, because codes "
        "and dates hold them too.",
        wrong="The net is 5-2.",
        right="The net is 5 - 2.",
    ),
)
