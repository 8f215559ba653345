"""The catalogue's entries about what the sentences mean together, here, with these books."""

from __future__ import annotations

from kognilang.problems.entry import Entry

ENTRIES: tuple[Entry, ...] = (
    Entry(
        "KL301",
        "two-readings",
        "The sentence can be read in more than one way",
        "Two definitions, or two ways to share the words among the places of one, fit equally "
        "well. Nothing is chosen for you: write it so that only one fits, for example with "
        "parentheses, or with a name that ends in the noun of the definition that you mean.",
        wrong="To send a report to a person:\n"
        '    Say "{the person} gets {the report}".\n\n'
        "To send a bill to a person:\n"
        '    Say "{the person} pays {the bill}".\n\n'
        'Let the paper be "a.pdf".\n'
        'Send the paper to "Ann".',
        right="To send a report to a person:\n"
        '    Say "{the person} gets {the report}".\n\n'
        "To send a bill to a person:\n"
        '    Say "{the person} pays {the bill}".\n\n'
        'Let the yearly report be "a.pdf".\n'
        'Send the yearly report to "Ann".',
    ),
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
        "KL307",
        "name-also-a-form",
        "A name could also be read as a form of the language",
        "This name would hide words with a meaning of their own: the overdue invoices, the "
        "last invoice. Choose another name.",
        wrong='Read the spreadsheet "a.xlsx" as the invoices.\n'
        "Let the last invoice be the first of the invoices.",
        right='Read the spreadsheet "a.xlsx" as the invoices.\n'
        "Let the newest one be the first of the invoices.",
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
        "KL309",
        "wrong-kind-in-slot",
        "A value of another kind is needed here",
        "The step needs, say, a file, and this is a table. One kind of value is turned into "
        'another only where nothing is lost by it: the text "12" into the number 12, never a '
        "table into a file.",
        wrong='Read the spreadsheet "a.xlsx" as the orders.\n'
        'Copy the orders to the folder "archive".',
        right='Copy the file "a.xlsx" to the folder "archive".',
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
        "KL311",
        "missing-part",
        "A step does not say everything",
        "The words fit a phrase, but one of its places is left empty: where to, to whom, with "
        "what. The message shows the phrase with a name in that place; put what you mean there.",
        wrong='Move the file "a.pdf".',
        right='Move the file "a.pdf" to the folder "archive".',
    ),
    Entry(
        "KL312",
        "unknown-part",
        "A line below a step names no part of it",
        "Below a step, each line gives one of its parts by name. This line names none of them; "
        "the message lists those that there are.",
        wrong="Send an email where\n"
        '    the recipient is "ann@example.com"\n'
        '    the boddy is "Hello"',
        right="Send an email where\n"
        '    the recipient is "ann@example.com"\n'
        '    the body is "Hello"',
    ),
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
        "KL314",
        "outer-name-in-lane",
        "An outer name is read or set while items are processed each on its own",
        "With Process each, items may finish in any order, so a name from outside may only be "
        "added to or subtracted from. Use For each where the order counts.",
        wrong="The orders are 1, 2 and 3.\n"
        "The last is 0.\n"
        "Process each order as follows:\n"
        "    Set the last to the order.",
        right="The orders are 1, 2 and 3.\n"
        "The last is 0.\n"
        "For each order:\n"
        "    Set the last to the order.",
    ),
    Entry(
        "KL315",
        "branch-conflict",
        "Two steps at the same time use the same name",
        "At the same time means in any order: no branch may set or read what another one sets.",
        wrong='The fee is 1.\nAt the same time:\n    Set the fee to 2.\n    Say "{the fee}".',
        right="The fee is 1.\n"
        "At the same time:\n"
        "    Set the fee to 2.\n"
        '    Say "one moment".\n'
        'Say "{the fee}".',
    ),
    Entry(
        "KL316",
        "unreachable",
        "A step can never be reached",
        "The sentence before always ends the procedure, the loop or the item.",
        wrong='Stop.\nSay "done".',
        right='Say "done".\nStop.',
    ),
    Entry(
        "KL317",
        "endless-loop",
        "A loop can never end by its own words",
        "Nothing in the block changes what the condition looks at.",
        wrong='The total is 0.\nWhile the total is less than 5:\n    Say "more".',
        right="The total is 0.\nWhile the total is less than 5:\n    Add 1 to the total.",
    ),
    Entry(
        "KL318",
        "skip-outside",
        "The step needs a loop around it",
        "Skip this … and Go on to the next … stand inside a loop over such things.",
        wrong="Skip this order.",
        right="For each order in the orders:\n    If the order is blank, skip this order.",
    ),
    Entry(
        "KL319",
        "return-outside",
        "The step needs a procedure around it",
        "Return, and The result is, end a definition and say what it comes to. These are the "
        "main steps, which have no result; they end with Stop.",
        wrong="Return 5.",
        right="To work out the fee:\n    Return 5.",
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
        "KL323",
        "core-wording",
        "A definition uses words that the language has a meaning for",
        "Its calls would be read as a sentence of the language, never as a call. Choose "
        "another verb.",
        wrong='To set a price to an amount:\n    Say "set".',
        right='To fix a price at an amount:\n    Say "fixed".',
    ),
    Entry(
        "KL325",
        "wait-never-changes",
        "What is waited for can never come true",
        "While it waits, nothing reads the value afresh, so it stays as it is and the wait "
        "could never end. Ask for something that is looked up each time (whether a file "
        "exists), or end the sentence in a colon and read the value in the block below it.",
        wrong='The status is "open".\n'
        'Wait until the status is "shipped", checking every 10 minutes, for up to 2 days.',
        right='Wait until the file "done.txt" exists, checking every 10 minutes, for up to 2 days.',
    ),
    Entry(
        "KL326",
        "unsafe-retry",
        "A block that is tried again could do something twice",
        "If a later step fails, the whole block is done again, and this one with it: the email "
        "would go out twice. A step that must not be done twice can only be the last one of "
        "such a block, or stand after it.",
        wrong="Try up to 3 times:\n"
        '    Send an email to "ann@example.com" saying "Hello".\n'
        '    Read the file "a.txt" as the words.',
        right="Try up to 3 times:\n"
        '    Read the file "a.txt" as the words.\n'
        '    Send an email to "ann@example.com" saying "Hello".',
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
        '    Say "welcome {the vendor}".',
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
        "KL333",
        "unknown-kind",
        "No such kind",
        "In parentheses stands what a field holds: a text, number, money, percent, date, time, "
        "moment, duration, yes/no, list or record, or a kind that the file defines with A … "
        "has ….",
        wrong="An invoice has a number (text) and a total (mony).",
        right="An invoice has a number (text) and a total (money).",
    ),
    Entry(
        "KL334",
        "unknown-condition",
        "Words after is that nothing explains",
        "The sentence asks whether something is so, in words that no definition and no book "
        "explains. Put them in quotes if they are a text, or say what they mean: A … is … if "
        "…, or To decide whether …:.",
        wrong="If the invoice is fishy, stop.",
        right="An invoice is fishy if its total is more than $10,000.\n\n"
        "The invoice is\n"
        "    total: $12\n"
        "If the invoice is fishy, stop.",
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
        "KL337",
        "unknown-phrase",
        "No phrase fits the sentence",
        "The words stand where a value is needed, and no definition or book has a phrase with "
        "them. If they are a text, put them in quotes; if they are one long name, write it in "
        "backticks; or say how the value is worked out: To work out the … for …:.",
        wrong="Let the fee be the price for Sunday.",
        right="To work out the price for a day:\n"
        '    If the day is "Sunday", return 8.\n'
        "    Return 5.\n\n"
        'Let the fee be the price for "Sunday".',
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
        "KL341",
        "two-adjectives",
        "An adjective is defined for two kinds of things",
        "The word is said of two nouns, and it is not clear which of them this thing is. Name "
        "the thing by the noun of the definition.",
        wrong="An order is late if its date is before today.\n"
        "A shipment is late if its date is before today.\n\n"
        "The thing is\n"
        "    date: 2026-01-31\n"
        "If the thing is late, stop.",
        right="An order is late if its date is before today.\n"
        "A shipment is late if its date is before today.\n\n"
        "The order is\n"
        "    date: 2026-01-31\n"
        "If the order is late, stop.",
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
        "KL354",
        "reading-in-a-filter",
        "A filter reads something for each thing",
        "In a filter, a sort or a grouping nothing is read from outside: it would be read "
        "again for each thing. Read it in a loop first, and set a property.",
        wrong='Let the papers be the files in the folder "in".\nShow the papers that are readable.',
        right='Let the papers be the files in the folder "in".\n'
        "For each paper:\n"
        "    If the paper is readable, show the paper.",
    ),
    Entry(
        "KL355",
        "steps-in-a-filter",
        "A filter runs steps for each thing",
        "What a filter, a sort or a grouping uses may not do anything or ask anybody. Work it "
        "out in a loop first, and set a property.",
        wrong='Read the spreadsheet "a.xlsx" as the orders.\n'
        "Show the orders that are wanted.\n\n"
        "To decide whether an order is wanted:\n"
        "    Ask the finance manager whether to keep the order.\n"
        "    Return yes if the answer is yes.",
        right='Read the spreadsheet "a.xlsx" as the orders.\n'
        "For each order:\n"
        "    If the order is wanted, show the order.\n\n"
        "To decide whether an order is wanted:\n"
        "    Ask the finance manager whether to keep the order.\n"
        "    Return yes if the answer is yes.",
    ),
    Entry(
        "KL356",
        "unknown-phrase-of-verb",
        "The verb is known, but not these words after it",
        "The message shows the nearest phrases with this verb, with your own values in them.",
        wrong='Read the spreadsheet with "a.xlsx" inside.',
        right='Read the spreadsheet "a.xlsx" as the orders.',
    ),
    Entry(
        "KL357",
        "yields-nothing",
        "The phrase produces nothing to give a name to",
        "as the NAME stands after a phrase that produces something. This one only does something.",
        wrong='Send an email to "ann@example.com" saying "Hello" as the reply.',
        right='Read the file "a.txt" as the words.',
    ),
    Entry(
        "KL358",
        "not-a-collection",
        "A loop over something that is no collection",
        "A loop goes through a list or a table.",
        wrong='For each order in 5:\n    Say "{the order}".',
        right='For each order in 5, 6 and 7:\n    Say "{the order}".',
    ),
    Entry(
        "KL359",
        "lane-reads-changed",
        "A loop reads what it changes for all items",
        "With Process each, what is added to an outer name takes effect when the loop ends, so "
        "it cannot be read inside. Use For each where each item must see the ones before.",
        wrong="The orders are 1, 2 and 3.\n"
        "The sum is 0.\n"
        "Process each order as follows:\n"
        "    Add the order to the sum.\n"
        '    Say "{the sum}".',
        right="The orders are 1, 2 and 3.\n"
        "The sum is 0.\n"
        "For each order:\n"
        "    Add the order to the sum.\n"
        '    Say "{the sum}".',
    ),
    Entry(
        "KL360",
        "stop-repeating-outside",
        "Stop repeating without a loop",
        "Nothing is repeated here. Stop ends the procedure.",
        wrong="Stop repeating.",
        right="Stop.",
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
        "KL370",
        "currency-twice",
        "A column is said to be in two currencies",
        "The numbers of a column are in one currency. Keep one of the two sentences.",
        wrong="The invoices' totals are in USD.\nThe invoices' totals are in EUR.",
        right="The invoices' totals are in USD.",
    ),
    Entry(
        "KL371",
        "percent-by-percent",
        "A percent is raised by a percent",
        "From 10%, 2 percentage points more are 12%, and 2% of itself more are 10.2%. Write "
        "which is meant.",
        wrong="The rate is 10%.\nIncrease the rate by 2%.",
        right="The rate is 10%.\nIncrease the rate by 2 percentage points.",
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
    Entry(
        "KL374",
        "two-tables",
        "Things of two tables are compared as if they could be the same",
        "Between two things, is asks whether they are the same thing, and no row of one table "
        "is a row of another: this could never be so. Compare something that both have.",
        wrong='Read the spreadsheet "a.xlsx" as the orders.\n'
        'Read the spreadsheet "b.xlsx" as the payments.\n'
        "If the first order is the first payment, stop.",
        right='Read the spreadsheet "a.xlsx" as the orders.\n'
        'Read the spreadsheet "b.xlsx" as the payments.\n'
        "If the first order's number is the first payment's number, stop.",
    ),
    Entry(
        "KL375",
        "unknown-count",
        "A number of something that nothing names",
        "A count is of units, items or people, or of things that the text names. Anything else "
        "needs a book that knows it; a text is put in quotes.",
        wrong="The weight is 5 kg.",
        right="The stock is 5 units.",
    ),
    Entry(
        "KL376",
        "arithmetic-after-value",
        "What is added could belong to the last word, or to all of it",
        "The fee of the amount plus 1: is 1 added to the fee, or to the amount? Where a value "
        "of the text takes a number, both can be, and parentheses say which.",
        wrong="To work out the fee of an amount:\n"
        "    Return the amount times 2.\n\n"
        "The gross is 100.\n"
        "Say the fee of the gross plus 1.",
        right="To work out the fee of an amount:\n"
        "    Return the amount times 2.\n\n"
        "The gross is 100.\n"
        "Say (the fee of the gross) plus 1.",
    ),
    Entry(
        "KL377",
        "bad-readings",
        "The readings beside a file cannot be used",
        "What sentences mean that needed settling is kept in NAME.readings.toml beside the file. "
        "Each entry has the sentence and its meaning, as texts. The message says what is wrong; "
        "mend the file by hand, or put back its last good copy. Without the file, the sentences "
        "are settled anew with kog resolve.",
    ),
    Entry(
        "KL378",
        "unknown-reason",
        "A handler names a reason that nothing fails for",
        "Behind because stands what can go wrong: a file that is missing or cannot be read, a "
        "value that is blank, an approval that is refused … or the words of a Fail with. A reason "
        "that nothing has would never take anything.",
        wrong='Read the file "a.txt".\nIf that fails because the moon is full, say "x".',
        right='Read the file "a.txt".\nIf that fails because the file is missing, say "x".',
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
)
