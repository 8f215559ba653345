"""The catalogue's entries about what a text declares: definitions, kinds, triggers, learnings."""

from __future__ import annotations

from kognilang.problems.entry import Entry

ENTRIES: tuple[Entry, ...] = (
    Entry(
        "KL313",
        "outer-name-in-procedure",
        "A procedure changes a name of the main steps",
        "A procedure has its own names. To change one of the top level, say so with the shared.",
        wrong="The backlog is 1, 2 and 3.\n\n"
        "To note an order:\n"
        "    Add the order to the backlog.\n\n"
        "Note 4.",
        right="The backlog is 1, 2 and 3.\n\n"
        "To note an order:\n"
        "    Add the order to the shared backlog.\n\n"
        "Note 4.",
    ),
    Entry(
        "KL320",
        "result-not-last",
        "A step could still follow The result is",
        "The result is V is the last word of a definition. Where a step could still follow it, "
        "it is not clear whether that one is done too. Return V ends the definition at once; "
        "Otherwise says what holds in the other case.",
        wrong="To work out the fee for an order:\n"
        "    If the order is more than 5:\n"
        "        The result is 3.\n"
        "    Return 4.",
        right="To work out the fee for an order:\n"
        "    If the order is more than 5:\n"
        "        Return 3.\n"
        "    Return 4.",
    ),
    Entry(
        "KL321",
        "ends-without-result",
        "A decision or a value ends without a result",
        "On one of its ways the definition comes to its end and has said nothing, so whoever "
        "uses it gets nothing. Say what holds in all other cases as the last line. A decision "
        "whose last line is Return yes if … says no otherwise.",
        wrong="To work out the fee for an order:\n"
        "    If the order is more than 5:\n"
        "        Return 3.",
        right="To work out the fee for an order:\n"
        "    If the order is more than 5:\n"
        "        Return 3.\n"
        "    Return 0.",
    ),
    Entry(
        "KL322",
        "defined-twice",
        "Something is defined twice",
        "Two definitions have the same wording, so a call could mean either.",
        wrong="To greet a customer:\n"
        '    Say "hello {the customer}".\n\n'
        "To greet a customer:\n"
        '    Say "good day {the customer}".',
        right="To greet a customer:\n"
        '    Say "hello {the customer}".\n\n'
        "To welcome a customer:\n"
        '    Say "good day {the customer}".',
    ),
    Entry(
        "KL329",
        "use-not-found",
        "A file whose procedures are used cannot be read",
        "Use the procedures in … names another procedure file; its path starts at the folder "
        "of this one. No such file is there, or it cannot be read. What is wrong inside the "
        "other file is told with that file's name and line.",
        wrong='Use the procedures in "vendors.kog".\nSay "ready".',
        right='To greet a vendor:\n    Say "hello {the vendor}".\n\nGreet "Acme".',
    ),
    Entry(
        "KL330",
        "files-in-a-circle",
        "Files use each other in a circle",
        "Each of the files uses the procedures of the next, and the last uses the first. Put "
        "what both need into a third file that uses neither.",
        wrong='Use the procedures in "page.kog".\nSay "ready".',
        right='Say "ready".',
    ),
    Entry(
        "KL331",
        "name-clash",
        "Two files define the same thing",
        "This file and one that it uses (or two that it uses) define the same words. A call "
        "could mean either, so nothing is chosen. Keep one of them, or word the other "
        "differently.",
        right="To greet a vendor:\n"
        '    Say "hello {the vendor}".\n\n'
        "To greet a new vendor:\n"
        '    Say "welcome {the new vendor}".',
    ),
    Entry(
        "KL332",
        "item-not-passed",
        "A loop's item is used in a procedure that it is not passed to",
        "What a loop calls its item is known in the loop only. Give the procedure a parameter.",
        wrong="For each order in 1, 2 and 3:\n"
        "    Run the check.\n\n"
        "To run the check:\n"
        '    Say "{the order}".',
        right="For each order in 1, 2 and 3:\n"
        "    Check the order.\n\n"
        "To check an order:\n"
        '    Say "{the order}".',
    ),
    Entry(
        "KL335",
        "value-that-writes",
        "A value may not change anything",
        "What stands inside a sentence as a value only looks. This one changes something "
        "outside, so it stands as a sentence of its own, whose result gets a name: … as the "
        "NAME.",
        right='Read the file "a.txt" as the words.\nSay "{the words}".',
    ),
    Entry(
        "KL349",
        "constant-set",
        "What is always the same is set",
        "The file says what this always is, so no step can set it.",
        wrong="The limit is always 5.\nSet the limit to 6.",
        right="The limit is 5.\nSet the limit to 6.",
    ),
    Entry(
        "KL350",
        "constant-twice",
        "What something always is, is said twice",
        "Keep one of the two sentences.",
        wrong="The limit is always 5.\nThe limit is always 6.",
        right="The limit is always 6.",
    ),
    Entry(
        "KL351",
        "kind-twice",
        "What a thing has is said twice",
        "Put all its fields into one sentence.",
        wrong="A vendor has a name.\nA vendor has a city.",
        right="A vendor has a name and a city.",
    ),
    Entry(
        "KL352",
        "empty-header",
        "A definition has no words",
        "After To stand the words by which the definition is called.",
        wrong='To:\n    Say "hello".',
        right='To greet a customer:\n    Say "hello".',
    ),
    Entry(
        "KL353",
        "definition-that-reads",
        "A definition of a value reads or does something",
        "A property or an adjective only looks at what is there. Read in a step first, and set "
        "a name or a property.",
        wrong='A folder is full if the number of the files in the folder "in" is more than 5.',
        right="A folder is full if its count is more than 5.",
    ),
    Entry(
        "KL379",
        "noun-not-passed",
        "A noun of a header has no article, and the steps need it",
        "In a header, a noun without an article is only a word of it. Where the steps below speak "
        "of it and nothing sets it, give it an article (a, an, some) or brackets: then it is what "
        "is passed.",
        wrong="To greet customers:\n"
        '    For each customer, say "Hello {the customer}."\n\n'
        "Greet customers.",
        right="To greet some customers:\n"
        '    For each customer, say "Hello {the customer}."\n\n'
        'The regulars are "Ann" and "Bo".\n'
        "Greet the regulars.",
    ),
    Entry(
        "KL390",
        "trigger-not-understood",
        "It is not clear when these steps start",
        "A block at the top level that begins with Every, On or When begins a run of its own each "
        "time: at a time of day, every so often, on a day of the month, when a file or a request "
        "arrives. kog serve keeps it.",
        wrong='Every weekday around 9:00:\n    Say "x".',
        right='Every weekday at 9:00:\n    Say "x".',
    ),
    Entry(
        "KL391",
        "trigger-name-not-set",
        "A trigger's steps speak of what its runs do not do",
        "The run that a trigger begins starts with the settings that stand above it and the "
        "constants; the other steps of the file are not done in it.",
        wrong='Read the spreadsheet "a.csv" as the orders.\n\n'
        "Every weekday at 9:00:\n    Show the orders.",
        right='Every weekday at 9:00:\n    Read the spreadsheet "a.csv" as the orders.\n'
        "    Show the orders.",
    ),
    Entry(
        "KL392",
        "learning-head",
        "A learning names no question that it could answer",
        "A learning begins with what could not be done: When the invoice's PO number is missing "
        "while matching an invoice:, or When the check that the total is positive fails while "
        "…:. These words name nothing of that kind.",
    ),
    Entry(
        "KL393",
        "learning-without-end",
        "A learning does not say how it goes on",
        "A learning stands in for a person's answer, so its last step says what becomes of the "
        "step that could not be done: Try again., Skip this step., Skip this invoice. or Stop.",
    ),
    Entry(
        "KL394",
        "not-a-learning",
        "A learning was expected",
        "A file of learnings holds learnings, titles and notes, and nothing else: each begins "
        "with When … while …:, with its steps indented below it.",
    ),
    Entry(
        "KL395",
        "many-for-one",
        "Several things are given where a definition speaks of one",
        "To pay an invoice: speaks of one invoice. Pay the invoices. does it once, with all of "
        "them as if they were one. To do it for each, say so.",
        wrong="The invoices are 1 and 2.\nPay the invoices.\nTo pay an invoice:\n"
        '    Say "{the invoice}".',
        right="The invoices are 1 and 2.\nFor each invoice, pay the invoice.\nTo pay an invoice:\n"
        '    Say "{the invoice}".',
    ),
    Entry(
        "KL396",
        "named-twice",
        "Two things in one place have the same name",
        "The columns of a table, the lines of a record, the details of a step and what is passed "
        "to a definition each have a name of their own, since only one value is kept by a name.",
        wrong="The order is\n    total: $5\n    total: $7",
        right="The order is\n    total: $5\n    earlier total: $7",
    ),
    Entry(
        "KL397",
        "case-twice",
        "Two cases of Depending on are the same",
        "The first case that fits is done, and no other: the steps of the second are never done.",
        wrong='The status is "open".\n'
        "Depending on the status:\n"
        '- "open": say "a".\n'
        '- "Open": say "b".\n'
        '- otherwise: say "c".',
        right='The status is "open".\n'
        "Depending on the status:\n"
        '- "open": say "a".\n'
        '- "closed": say "b".\n'
        '- otherwise: say "c".',
    ),
)
