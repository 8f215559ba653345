"""The catalogue's entries about what the sentences mean together, here, with these books."""

from __future__ import annotations

from kognilang.problems.entry import Entry

ENTRIES = (
    Entry(
        "KL301",
        "two-readings",
        "The sentence can be read in more than one way",
        "Two phrases, or two ways to share the words among a phrase's places, fit equally well. "
        "Nothing is chosen for you: type the number of the one you mean, or write it so that only "
        "one fits. What you choose is kept beside the file.",
    ),
    Entry(
        "KL303",
        "almost-known-name",
        "A name is spelled almost like another one",
        "Nothing sets this name, and one that differs in a letter or two is set. It is most likely "
        "a slip. If it is meant to be asked for, set it with --set or give it another name.",
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
        "A word with a capital is a person or an organisation of kognilang.toml, or a name that "
        "the text sets. A text stands in quotes.",
        wrong="Set the vendor to Acme.",
        right='Set the vendor to "Acme".',
    ),
    Entry(
        "KL307",
        "name-also-a-form",
        "A name could also be read as a form of the language",
        "This name would hide words with a meaning of their own: the overdue invoices, the last "
        "invoice. Choose another name.",
        wrong="Let the last invoice be the first of the invoices.",
        right="Let the latest one be the first of the invoices.",
    ),
    Entry(
        "KL308",
        "name-of-two",
        "A name begins or ends with another one",
        "Nothing sets the invoice total, but the invoice is known: its total is most likely meant.",
        wrong="Say the invoice total.",
        right="Say the invoice's total.",
    ),
    Entry(
        "KL309",
        "wrong-kind-in-slot",
        "A value of another kind is needed here",
        "The phrase or the comparison needs, say, a number, and this is a text. Kinds are turned "
        "into one another only where nothing is lost.",
        wrong='Wait "soon".',
        right="Wait 2 hours.",
    ),
    Entry(
        "KL310",
        "unknown-property",
        "The kind has no such property",
        "The file says what such a thing has, and this is not among it.",
        wrong="A vendor has a name.\nTo greet a vendor:\n    Say the vendor's nmae.",
        right="A vendor has a name.\nTo greet a vendor:\n    Say the vendor's name.",
    ),
    Entry(
        "KL311",
        "missing-part",
        "The phrase lacks a part",
        "The words fit a phrase, but one of its places is left empty.",
    ),
    Entry(
        "KL312",
        "unknown-part",
        "A detail is none of the phrase's",
        "Under a phrase, each line names one of its places. This one names none.",
    ),
    Entry(
        "KL313",
        "outer-name-in-procedure",
        "A procedure changes a name of the main steps",
        "A procedure has its own names. To change one of the top level, say so with the shared.",
        wrong="To note an order:\n    Add the order to the backlog.",
        right="To note an order:\n    Add the order to the shared backlog.",
    ),
    Entry(
        "KL314",
        "outer-name-in-lane",
        "An outer name is read or set while items are processed each on its own",
        "With Process each, items may finish in any order, so a name from outside may only be "
        "added to or subtracted from. Use For each where the order counts.",
    ),
    Entry(
        "KL315",
        "branch-conflict",
        "Two steps at the same time use the same name",
        "At the same time means in any order: no branch may set or read what another one sets.",
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
        wrong='While the total is less than 5:\n    Say "more".',
        right="While the total is less than 5:\n    Add 1 to the total.",
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
        "Return, and The result is, end a procedure; the main steps end with Stop.",
        wrong="Return 5.",
        right="To work out the fee:\n    Return 5.",
    ),
    Entry(
        "KL320",
        "result-not-last",
        "A step could still follow The result is",
        "The result is V ends a procedure only as the last thing done. Use Return V, or Otherwise.",
    ),
    Entry(
        "KL321",
        "ends-without-result",
        "A decision or a value ends without a result",
        "On one of its ways the definition ends without The answer is …, The result is … or "
        "Return ….",
    ),
    Entry(
        "KL322",
        "defined-twice",
        "Something is defined twice",
        "Two definitions have the same wording, so a call could mean either.",
    ),
    Entry(
        "KL323",
        "core-wording",
        "A definition uses words that the language has a meaning for",
        "Its calls would be read as a sentence of the language, never as a call. Choose another "
        "verb.",
        wrong='To set a price to an amount:\n    Say "set".',
        right='To fix a price at an amount:\n    Say "fixed".',
    ),
    Entry(
        "KL324",
        "changed-under-two-names",
        "A thing is changed after it got a second name",
        "Let A be B gives the same thing a second name: the change is seen under both. If that is "
        "not meant, write a copy of.",
        wrong='Let the draft be the report.\nChange the draft\'s title to "x".',
        right='Let the draft be a copy of the report.\nChange the draft\'s title to "x".',
    ),
    Entry(
        "KL325",
        "wait-never-changes",
        "What is waited for can never come true",
        "Nothing reads the value afresh while waiting. Give the sentence a block that reads it.",
    ),
    Entry(
        "KL326",
        "unsafe-retry",
        "A block that is tried again could do something twice",
        "In a block that is tried again, a step that writes and must not be done twice can only be "
        "the last one.",
    ),
    Entry(
        "KL327",
        "no-result",
        "the result stands for nothing",
        "The result is what the sentence directly before produced. That one produced nothing, or "
        "is a block, which produces none. Give the value a name where it is made.",
    ),
    Entry(
        "KL328",
        "no-answer-yet",
        "the answer without a question above",
        "The answer is the reply to the last asking step above; there is none.",
        wrong="If the answer is no, stop.",
        right='Ask the manager "Pay it?"\nIf the answer is no, stop.',
    ),
    Entry(
        "KL329",
        "use-not-found",
        "A file whose procedures are used cannot be read",
        "Use the procedures in … names a file beside this one. It is not there, or has problems of "
        "its own.",
    ),
    Entry(
        "KL330",
        "files-in-a-circle",
        "Files use each other in a circle",
        "Each of the files uses the procedures of the next. Put what both need into a third file.",
    ),
    Entry(
        "KL331",
        "name-clash",
        "Two files define the same thing",
        "A procedure of a used file has the same wording as one of this file or of another one.",
    ),
    Entry(
        "KL332",
        "item-not-passed",
        "A loop's item is used in a procedure that it is not passed to",
        "What a loop calls its item is known in the loop only. Give the procedure a parameter.",
        wrong="For each order in the orders:\n    Do the check.\n\nTo do the check:\n"
        "    Say the order.",
        right="For each order in the orders:\n    Check the order.\n\nTo check an order:\n"
        "    Say the order.",
    ),
    Entry(
        "KL333",
        "unknown-kind",
        "No such kind",
        "A kind is a number, text, date, time, money, percent, yes/no, list, record, table, or one "
        "that the file defines with A … has ….",
    ),
    Entry(
        "KL334",
        "unknown-condition",
        "Words after a value that no decision knows",
        "The sentence asks whether something is so, in words that no definition or book brings.",
        right="To decide whether an invoice needs approval:\n"
        "    Return yes if the invoice's total is more than $500.",
    ),
    Entry(
        "KL335",
        "value-that-writes",
        "A value may not do something",
        "What works out a value only looks; a phrase that writes stands as a sentence of its own.",
    ),
    Entry(
        "KL336",
        "broken-book",
        "A book of skills could not be loaded",
        "A file of skills has a mistake. Its phrases are not known until it is mended; all others "
        "are.",
    ),
    Entry(
        "KL337",
        "unknown-phrase",
        "No phrase fits the sentence",
        "Phrases with this verb are known, but none has these words. The message shows the nearest "
        "with your own values in them.",
    ),
    Entry(
        "KL338",
        "needs-set",
        "A name that nothing sets",
        "Nothing in the text sets this name: it is an input. Give it with --set, or be asked when "
        "the run first needs it.",
    ),
    Entry(
        "KL339",
        "two-they",
        "they could be two things",
        "The sentence before (or this one) names two collections that fit. Name the one you mean.",
    ),
    Entry(
        "KL340",
        "nothing-for-its",
        "its stands for nothing",
        "its and their stand for the thing that a definition, a filter or the sentence before is "
        "about. Here there is none.",
        wrong="Say its total.",
        right="Say the order's total.",
    ),
    Entry(
        "KL341",
        "two-adjectives",
        "An adjective is defined for two kinds of things",
        "The word is said of two nouns, and it is not clear which of them this thing is. Name the "
        "thing by the noun of the definition.",
    ),
    Entry(
        "KL342",
        "one-of-many",
        "One of several is meant, and none is singled out",
        "There are several of these, and no loop or description picks one.",
        wrong='Read the spreadsheet "a.xlsx" as the orders.\nPay the order.',
        right='Read the spreadsheet "a.xlsx" as the orders.\nFor each order:\n    Pay the order.',
    ),
    Entry(
        "KL343",
        "each-outside",
        "each stands outside a loop",
        "each order needs For each order: around it.",
        wrong="Pay each order.",
        right="For each order:\n    Pay the order.",
    ),
    Entry(
        "KL344",
        "shared-unknown",
        "the shared … names nothing of the main steps",
        "the shared X means a name that the steps at the top level set. They set none like it.",
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
        "What is changed is a name, or a property of something described.",
    ),
    Entry(
        "KL348",
        "cannot-be-asked-for",
        "This cannot be asked for",
        "What a person is asked for is a name, or a property of something described.",
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
    ),
    Entry(
        "KL351",
        "kind-twice",
        "What a thing has is said twice",
        "Put all its fields into one sentence.",
    ),
    Entry(
        "KL352",
        "empty-header",
        "A definition has no words",
        "After To stand the words by which the definition is called.",
    ),
    Entry(
        "KL353",
        "definition-that-reads",
        "A definition of a value reads or does something",
        "A property or an adjective only looks at what is there. Read in a step first, and set a "
        "name or a property.",
    ),
    Entry(
        "KL354",
        "reading-in-a-filter",
        "A filter reads something for each thing",
        "In a filter, a sort or a grouping nothing is read from outside: it would be read again "
        "for each thing. Read it in a loop first, and set a property.",
    ),
    Entry(
        "KL355",
        "steps-in-a-filter",
        "A filter runs steps for each thing",
        "What a filter, a sort or a grouping uses may not do anything or ask anybody. Work it out "
        "in a loop first, and set a property.",
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
    ),
    Entry(
        "KL358",
        "not-a-collection",
        "A loop over something that is no collection",
        "A loop goes through a list or a table.",
        wrong="For each order in 5:\n    Pay the order.",
        right="For each order in the orders:\n    Pay the order.",
    ),
    Entry(
        "KL359",
        "lane-reads-changed",
        "A loop reads what it changes for all items",
        "With Process each, what is added to an outer name takes effect when the loop ends, so it "
        "cannot be read inside. Use For each where each item must see the ones before.",
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
        right='Tell the controller "done".',
    ),
    Entry(
        "KL362",
        "unknown-input",
        "The procedure needs no input of this name",
        "What --set names is none of the procedure's inputs. The message names those that it has.",
    ),
    Entry(
        "KL370",
        "currency-twice",
        "A column is said to be in two currencies",
        "The numbers of a column are in one currency. Keep one of the two sentences.",
        right="The invoices' totals are in USD.",
    ),
    Entry(
        "KL371",
        "percent-by-percent",
        "A percent is raised by a percent",
        "From 10%, 2 percentage points more are 12%, and 2% of itself more are 10.2%. Write which "
        "is meant.",
        wrong="The rate is 10%.\nIncrease the rate by 2%.",
        right="The rate is 10%.\nIncrease the rate by 2 percentage points.",
    ),
    Entry(
        "KL372",
        "others-of-what",
        "The other ones, but other than which?",
        "The other orders are all but the one that a loop over them is at. Anywhere else, say "
        "which are left out: the orders except the first.",
        right="The orders are 1, 2 and 3.\nShow the orders except the first.",
    ),
    Entry(
        "KL373",
        "two-names",
        "A thing with two names is changed",
        "Records, lists and tables are things: Let A be B gives the same thing a second name, and "
        "a change is seen under both. A copy of B is a thing of its own.",
        right="The orders are 1, 2 and 3.\nLet the others be a copy of the orders.\n"
        "Add 4 to the others.",
    ),
    Entry(
        "KL374",
        "two-tables",
        "Things of two tables are compared as if they could be the same",
        "Is between records means that they are the same thing, and no row of one table is a row "
        "of another. Compare a field of each.",
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
        "The fee of the amount plus 1: is 1 added to the fee, or to the amount? Where a value of "
        "the text takes a number, both can be, and parentheses say which.",
        wrong="To work out the fee of an amount:\n    Return 5.\nThe gross is 100.\n"
        "Say the fee of the gross plus 1.",
        right="Say (the fee of the gross) plus 1.",
    ),
)
