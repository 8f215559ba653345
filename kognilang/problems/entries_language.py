"""The catalogue's entries about what the sentences say, each for itself."""

from __future__ import annotations

from kognilang.problems.entry import Entry

ENTRIES: tuple[Entry, ...] = (
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
        "The words up to the underlined place make sense; what follows does not go on from "
        "them. The message says what was understood and what could follow.",
        wrong="The fee is 5 of.",
        right="The fee is 5% of the total.",
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
        "Only a sentence that opens a block (it ends in a colon) has lines of its own below "
        "it. Move the lines to the left, or end the sentence in a colon if they belong to it.",
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
        wrong='If the total is zero, say "none".\n'
        'If the total is 5, say "five".\n'
        'Otherwise, say "x".',
        right="If the total is zero, stop.\n"
        'Otherwise, if the total is 5, say "five".\n'
        'Otherwise, say "x".',
    ),
    Entry(
        "KL212",
        "handler-without-step",
        "If that fails follows no step",
        "If that fails speaks of the sentence, with its block, directly above it.",
        wrong='If that fails, say "not sent".\nSend an email to "ann@example.com" saying "Hello".',
        right='Send an email to "ann@example.com" saying "Hello".\nIf that fails, say "not sent".',
    ),
    Entry(
        "KL213",
        "nobody-without-ask",
        "If nobody answers follows no question",
        "If nobody answers speaks of the asking sentence directly above it, which must have a "
        "limit (within 2 days).",
        wrong='Say "asked".\nIf nobody answers, stop.',
        right='Ask the finance manager "Pay it?" within 2 days.\nIf nobody answers, stop.',
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
        "A word stands where a value should",
        "After is, or after to, stands a value: a number, a date, a name with the, or a text "
        "in quotes. A bare word could be any of them, or a slip.",
        wrong="The status is paid.",
        right='The status is "paid".',
    ),
    Entry(
        "KL217",
        "reserved-word-in-name",
        "A name holds a word that the language needs",
        "Words such as on, by, is and of end a name. A column that is headed so is quoted; a "
        "name of your own is set in backticks.",
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
        "Every order is not open: none is, or some are not? Say no order is, or not every "
        "order is.",
        wrong="If every order is not more than 5, stop.",
        right="If no order is more than 5, stop.",
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
        "After whose, and goes on with a shortened part (and less than $900, and whose …). "
        "With a whole clause, it is not clear whether it still belongs to whose.",
        wrong='Show the orders whose total is 5 and the customer is "Acme".',
        right='Show the orders whose total is 5 and whose customer is "Acme".',
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
        "order-in-group",
        "A grouping, a match or leaving out duplicates with an order",
        "Groups come in the order in which their things first appear. To have the groups in "
        "another order, sort the things before they are grouped.",
        wrong="Show the orders grouped by region, newest first.",
        right="Show the orders sorted by region, newest first, grouped by region.",
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
        "KL226",
        "and-before-condition",
        "if or unless stands after two steps",
        "Does the condition govern both steps or the last one? Put it in front, where it "
        "governs both, or write two sentences.",
        wrong='Copy the file "a.csv" to "b.csv" and say "copied" if the total is 5.',
        right='If the total is 5, copy the file "a.csv" to "b.csv" and say "copied".',
    ),
    Entry(
        "KL227",
        "name-in-cell",
        "A cell holds a name among other words",
        "A cell of a table, or what follows name: in a record, is a complete value or a text. "
        "This one merely holds a name that is set, or is one that nothing sets. Quote it, or put "
        "the name in braces.",
        wrong="The fee is 5.\nThe order is\n    id: 7\n    note: pay the fee soon",
        right='The fee is 5.\nThe order is\n    id: 7\n    note: "pay the fee soon"',
    ),
    Entry(
        "KL228",
        "prose-reads-as-steps",
        "A paragraph of a runbook reads as steps",
        "In a Markdown runbook only list items and kog blocks are done; paragraphs are for "
        "people to read. This paragraph would be understood as steps from its first word to "
        "its last, so it may have been meant as a list. If it is only to be read, nothing "
        "needs to change.",
        wrong='# Closing the month\n\nSay "closed".',
        right='# Closing the month\n\n- Say "closed".',
    ),
    Entry(
        "KL229",
        "heading-not-definition",
        "A heading reads like a definition",
        "A line that begins with # is a title for people. To define a procedure, write To … "
        "without #, with its steps indented below. In a Markdown runbook a heading To … does "
        "define one if it ends in a colon, or if a step calls it; else the list below it is "
        "simply done where it stands.",
        wrong='# To greet a customer:\nSay "hello".',
        right='To greet a customer:\n    Say "hello".',
    ),
    Entry(
        "KL230",
        "definition-inside-block",
        "A definition stands inside a block",
        "Definitions stand at the left margin: they hold for the whole file, wherever they are.",
        wrong='If the total is 5:\n    To greet a customer:\n        Say "hello".',
        right='To greet a customer:\n    Say "hello".',
    ),
    Entry(
        "KL231",
        "empty-braces",
        "Braces with nothing in them",
        "In a text, braces hold a value that is filled in. For a brace that is only a brace, "
        "write it twice.",
        wrong='Say "Dear {}".',
        right='Say "Dear {the customer\'s name}".',
    ),
    Entry(
        "KL232",
        "unread-value",
        "A value could not be read",
        "What stands here should be a value: a name, a text in quotes, a number, a date, or "
        "something worked out of these.",
        wrong='Say "Dear {the}".',
        right='Say "Dear {the customer}".',
    ),
    Entry(
        "KL233",
        "unread-condition",
        "A condition could not be read",
        "What stands here should be so or not so: a comparison (the total is more than $5), an "
        "adjective that is defined (the invoice is overdue) or a decision (the invoice needs "
        "approval).",
        wrong="Make sure.",
        right="Make sure the total is 5.",
    ),
    Entry(
        "KL234",
        "and-after-asking",
        "and with a verb after a question",
        "Ask the clerk to confirm the order and pay it: does the clerk pay, or the procedure? "
        "Write two sentences.",
        wrong="Ask the finance manager to confirm the total and show the total.",
        right="Ask the finance manager to confirm the total.\nShow the total.",
    ),
    Entry(
        "KL235",
        "missing-body",
        "The sentence says when, but not what",
        "After the condition, or the head of a loop, something to do must follow: after a "
        "comma in the same line, or indented below.",
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
        "KL238",
        "semicolon-in-clause",
        "A semicolon leaves open where a condition ends",
        "Between two steps a semicolon is a period. After If or For each it could end the "
        "whole sentence or only its first step, so a period or a colon must say which.",
        wrong='If the total is 5, say "a"; say "b".',
        right='If the total is 5, say "a". Say "b".',
    ),
    Entry(
        "KL239",
        "tight-operator",
        "A minus or a slash without spaces",
        "Between two values, - and / are operators only with a space on both sides, because "
        "codes and dates hold them too.",
        wrong="The net is 5-2.",
        right="The net is 5 - 2.",
    ),
    Entry(
        "KL240",
        "must-be",
        "A rule does not say what happens where it is broken",
        "What must or should be so is a check (Make sure …, which asks a person), or a "
        "condition that says what to do.",
        wrong="The total must be positive.",
        right="Make sure the total is positive.",
    ),
    Entry(
        "KL241",
        "when-for-if",
        "When could mean if, or whenever",
        "If asks once, where it stands. What is to happen whenever something comes is a block "
        "of its own at the left margin, under When and what comes.",
        wrong='When the total is 5, say "five".',
        right='If the total is 5, say "five".',
    ),
    Entry(
        "KL242",
        "change-from",
        "A change names the value that it comes from",
        "Change X to V sets it, whatever it was. Where it is to change from one value only, If "
        "says so.",
        wrong='Change the status from "open" to "paid".',
        right='If the status is "open", change the status to "paid".',
    ),
    Entry(
        "KL243",
        "some-of",
        "It is not said how many it takes",
        "One of, two of and most of do not say whether more may be so too: at least, exactly "
        "or a count says it.",
        wrong="The orders are 1 and 2.\nIf one of the orders is even, stop.",
        right="The orders are 1 and 2.\nIf exactly one of the orders are even, stop.",
    ),
    Entry(
        "KL244",
        "whole-period",
        "Next week is no day",
        "A week, a month or a year is a period. A day or a moment of it must be said.",
        wrong="The due date is next week.",
        right="The due date is next Monday.",
    ),
)
