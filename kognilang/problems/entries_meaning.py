"""The catalogue's entries about what the sentences mean together, here, with these books."""

from __future__ import annotations

from kognilang.problems.entry import Entry

ENTRIES = (
    Entry(
        "KL301",
        "ambiguous-sentence",
        "The sentence can be read in more than one way",
        "Two phrases, or two ways to share the words among a phrase's places, fit equally well. "
        "Nothing is chosen for you: type the number of the one you mean, or write it so that only "
        "one fits. What you choose is kept beside the file.",
    ),
    Entry(
        "KL302",
        "ambiguous-name",
        "Words that could be two names",
        "The words could be one name, or the property of another. Use the possessive.",
        wrong="Say the order report.",
        right="Say the order's report.",
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
        "ambiguous-pronoun",
        "it could be two things",
        "The sentence before (or this one) names two things that fit. Name the one you mean.",
        wrong="Copy the report to the archive.\nShow it.",
        right="Copy the report to the archive.\nShow the report.",
    ),
    Entry(
        "KL305",
        "pronoun-without-noun",
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
        "name-shadows-form",
        "A name could also be read as a form of the language",
        "This name would hide words with a meaning of their own: the overdue invoices, the last "
        "invoice. Choose another name.",
        wrong="Let the last invoice be the first of the invoices.",
        right="Let the latest one be the first of the invoices.",
    ),
    Entry(
        "KL308",
        "compound-name",
        "A name begins or ends with another one",
        "Nothing sets the invoice total, but the invoice is known: its total is most likely meant.",
        wrong="Say the invoice total.",
        right="Say the invoice's total.",
    ),
    Entry(
        "KL309",
        "wrong-kind",
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
        "shared-name",
        "A procedure changes a name of the main steps",
        "A procedure has its own names. To change one of the top level, say so with the shared.",
        wrong="To note an order:\n    Add the order to the backlog.",
        right="To note an order:\n    Add the order to the shared backlog.",
    ),
    Entry(
        "KL314",
        "lane-reads-outer-name",
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
        "unreachable-step",
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
        "outside-loop",
        "The step needs a loop around it",
        "Skip this …, Go on to the next … and Stop repeating stand inside a loop.",
        wrong="Skip this order.",
        right="For each order in the orders:\n    If the order is blank, skip this order.",
    ),
    Entry(
        "KL319",
        "outside-procedure",
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
        "no-result",
        "A decision or a value ends without a result",
        "On one of its ways the definition ends without The answer is …, The result is … or "
        "Return ….",
    ),
    Entry(
        "KL322",
        "duplicate-definition",
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
        "never-true",
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
        "result-after-block",
        "the result after a block",
        "The result is what the sentence directly before produced; a block produces none.",
    ),
    Entry(
        "KL328",
        "answer-without-asking",
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
        "use-cycle",
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
        "unknown-decision",
        "Words after a value that no decision knows",
        "The sentence asks whether something is so, in words that no definition or book brings.",
        right="To decide whether an invoice needs approval:\n"
        "    Return yes if the invoice's total is more than $500.",
    ),
    Entry(
        "KL335",
        "writes-in-expression",
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
)
