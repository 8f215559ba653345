"""The catalogue's entries about the order of steps: loops, lanes, branches, waits and guards."""

from __future__ import annotations

from kognilang.problems.entry import Entry

ENTRIES: tuple[Entry, ...] = (
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
        "KL378",
        "unknown-reason",
        "A handler names a reason that nothing fails for",
        "Behind because stands what can go wrong: a file that is missing or cannot be read, a "
        "value that is blank, an approval that is refused … or the words of a Fail with. A reason "
        "that nothing has would never take anything.",
        wrong='Read the file "a.txt".\nIf that fails because the moon is full, say "x".',
        right='Read the file "a.txt".\nIf that fails because the file is missing, say "x".',
    ),
)
