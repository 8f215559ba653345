"""The catalogue's entries about names, pronouns and properties: what they stand for here."""

from __future__ import annotations

from kognilang.problems.entry import Entry

ENTRIES: tuple[Entry, ...] = (
    Entry(
        "KL303",
        "almost-known-name",
        "A name is spelled almost like another one",
        "Nothing sets this name, and one that differs in a letter or two is set. It is most "
        "likely a slip. If it is meant to be asked for, set it with --set or give it another "
        "name.",
        wrong="The discount is 10%.\nSay the discuont.",
        right="The discount is 10%.\nSay the discount.",
    ),
    Entry(
        "KL304",
        "two-it",
        "it could be two things",
        "The sentence before (or this one) names two things that fit. Name the one you mean.",
        wrong="Copy the report to the archive.\nShow it.",
        right="Copy the report to the archive.\nShow the report.",
    ),
    Entry(
        "KL305",
        "nothing-for-it",
        "it stands for nothing",
        "No thing was named before that it could stand for.",
        wrong="Show it.",
        right="Show the report.",
    ),
    Entry(
        "KL306",
        "unknown-proper-name",
        "Nobody of this name is known",
        "A word with a capital is a person or an organisation of kognilang.toml, or a name "
        "that the text sets. A text stands in quotes.",
        wrong="Set the vendor to Acme.",
        right='Set the vendor to "Acme".',
    ),
    Entry(
        "KL308",
        "name-of-two",
        "A name begins or ends with another one",
        "Nothing sets the invoice total, but the invoice is known: its total is most likely meant.",
        wrong='The invoice is\n    total: $12\nSay "{the invoice total}".',
        right='The invoice is\n    total: $12\nSay "{the invoice\'s total}".',
    ),
    Entry(
        "KL310",
        "unknown-property",
        "A property is spelled almost like one that the thing has",
        "The file says what such a thing has. This property is not among it, and one that "
        "differs in a letter or two is. If it is another column of a table, write it in quotes.",
        wrong="A vendor has a name and a city.\n\n"
        "To greet a vendor:\n"
        '    Say "{the vendor\'s nmae}".',
        right="A vendor has a name and a city.\n\n"
        "To greet a vendor:\n"
        '    Say "{the vendor\'s name}".',
    ),
    Entry(
        "KL327",
        "no-result",
        "the result stands for nothing",
        "The result is what the sentence directly before produced. That one produced nothing, "
        "or is a block, which produces none. Give the value a name where it is made.",
        wrong='Say "hello".\nSay "{the result}".',
        right='Read the file "a.txt".\nSay "{the result}".',
    ),
    Entry(
        "KL328",
        "no-answer-yet",
        "the answer without a question above",
        "The answer is the reply to the last asking step above; there is none.",
        wrong="If the answer is no, stop.",
        right="Ask the finance manager whether to pay the bill.\nIf the answer is no, stop.",
    ),
    Entry(
        "KL339",
        "two-they",
        "they could be two things",
        "The sentence before (or this one) names two collections that fit. Name the one you mean.",
        wrong='Read the spreadsheet "a.xlsx" as the orders.\n'
        'Read the spreadsheet "b.xlsx" as the payments.\n'
        "Add the orders to the payments.\n"
        "Show them.",
        right='Read the spreadsheet "a.xlsx" as the orders.\n'
        'Read the spreadsheet "b.xlsx" as the payments.\n'
        "Add the orders to the payments.\n"
        "Show the payments.",
    ),
    Entry(
        "KL342",
        "one-of-many",
        "One of several is meant, and none is singled out",
        "There are several of these, and no loop or description picks one.",
        wrong='Read the spreadsheet "a.xlsx" as the orders.\nSay "{the order}".',
        right='Read the spreadsheet "a.xlsx" as the orders.\n'
        "For each order:\n"
        '    Say "{the order}".',
    ),
    Entry(
        "KL343",
        "each-outside",
        "each stands outside a loop",
        "each order needs For each order: around it.",
        wrong='Read the spreadsheet "a.xlsx" as the orders.\nShow each order.',
        right='Read the spreadsheet "a.xlsx" as the orders.\nFor each order:\n    Show the order.',
    ),
    Entry(
        "KL344",
        "shared-unknown",
        "the shared … names nothing of the main steps",
        "the shared X means a name that the steps at the top level set. They set none like it.",
        wrong="To note an order:\n    Add the order to the shared backlog.",
        right="Create a list called the backlog.\n\n"
        "To note an order:\n"
        "    Add the order to the shared backlog.",
    ),
    Entry(
        "KL345",
        "changed-before-set",
        "Something is changed before it is set",
        "Add, Subtract and Increase change what is there. Nothing is there yet.",
        wrong="Add 5 to the total.",
        right="The total is 0.\nAdd 5 to the total.",
    ),
    Entry(
        "KL346",
        "cannot-be-set",
        "This cannot be set",
        "What is set is a name, or a property of something described.",
        wrong="Set 5 to 6.",
        right="Set the count to 6.",
    ),
    Entry(
        "KL347",
        "cannot-be-changed",
        "This cannot be changed",
        "What is added to or changed is a name (the total) or a property (the order's total). "
        "This is worked out anew each time it is said, so a change to it would be lost.",
        wrong="The orders are 1, 2 and 3.\nAdd 5 to the first 2 orders.",
        right="The orders are 1, 2 and 3.\nAdd 5 to the orders.",
    ),
    Entry(
        "KL348",
        "cannot-be-asked-for",
        "This cannot be asked for",
        "What a person is asked for is a name, or a property of something described.",
        wrong="Ask the user for the first 2 orders.",
        right="Ask the user for the PO number.",
    ),
    Entry(
        "KL361",
        "unknown-person",
        "Nobody of this name or role is known",
        "Who is asked or told is a person or a role of kognilang.toml, or a name that the text "
        "sets. The message names those that are known.",
        wrong='Tell the controller "done".',
        right='Tell the finance manager "done".',
    ),
    Entry(
        "KL362",
        "unknown-input",
        "The procedure asks for no input of this name",
        "--set gives a value to a name that the text uses and does not set. The text uses no "
        "such name. The message lists those that can be given; kog check lists them too.",
        right='Say "{the greeting}".',
    ),
    Entry(
        "KL372",
        "others-of-what",
        "The other ones, but other than which?",
        "The other orders are all but the one that a loop over them is at. Anywhere else, say "
        "which are left out: the orders except the first.",
        wrong="The orders are 1, 2 and 3.\nShow the other orders.",
        right="The orders are 1, 2 and 3.\nShow the orders except the first.",
    ),
    Entry(
        "KL373",
        "two-names",
        "A thing with two names is changed",
        "Records, lists and tables are things: Let A be B gives the same thing a second name, "
        "and a change is seen under both. A copy of B is a thing of its own.",
        wrong="The report is\n"
        '    title: "a"\n'
        "Let the draft be the report.\n"
        'Change the draft\'s title to "x".\n'
        "Show the report.",
        right="The report is\n"
        '    title: "a"\n'
        "Let the draft be a copy of the report.\n"
        'Change the draft\'s title to "x".\n'
        "Show the report.",
    ),
)
