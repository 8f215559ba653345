"""The catalogue's entries about what phrases, values and conditions mean, and what disagrees."""

from __future__ import annotations

from kognilang.problems.entry import Entry

ENTRIES: tuple[Entry, ...] = (
    Entry(
        "KL301",
        "two-readings",
        "The sentence can be read in more than one way",
        "Two definitions, or two ways to share the words among the places of one, fit equally "
        "well. Nothing is chosen for you: write it so that only one fits, for example with "
        "parentheses, or with a name that ends in the noun of the definition that you mean: "
        'Let the report be the paper. Send the report to "Ann".',
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
        "KL323",
        "core-wording",
        "A definition uses words that the language has a meaning for",
        "Its calls would be read as a sentence of the language, never as a call. Choose "
        "another verb.",
        wrong='To set a price to an amount:\n    Say "set".',
        right='To fix a price at an amount:\n    Say "fixed".',
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
)
