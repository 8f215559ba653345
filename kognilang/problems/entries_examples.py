"""Problems of the examples in a text: lines of `Example:` blocks that mean nothing."""

from kognilang.problems.entry import Entry

ENTRIES: tuple[Entry, ...] = (
    Entry(
        "KL401",
        "given-not-understood",
        "What an example gives is not understood",
        "A Given line sets a name, says what day or moment it is, or says what a person "
        "answers. Write: Given the total is $12, Given today is 2026-03-31, or Given the "
        'manager answers "no".',
        wrong="To pay an invoice:\n"
        '    Say "paid {the invoice\'s number}".\n\n'
        "Example: an invoice is paid\n"
        "    Given today is next week\n"
        "    When we pay the invoice\n"
        '    Then it says "paid A-1"',
        right="To pay an invoice:\n"
        '    Say "paid {the invoice\'s number}".\n\n'
        "Example: an invoice is paid\n"
        "    Given the invoice is\n"
        '        number: "A-1"\n'
        "    When we pay the invoice\n"
        '    Then it says "paid A-1"',
    ),
    Entry(
        "KL402",
        "when-not-understood",
        "What an example does is not understood",
        'A When line is a sentence of the language after "we", such as When we pay the '
        "invoice; When we run this procedure means the main steps of the file.",
        wrong="To pay an invoice:\n"
        '    Say "paid {the invoice\'s number}".\n\n'
        "Example: an invoice is paid\n"
        "    Given the invoice is\n"
        '        number: "A-1"\n'
        "    When the invoice comes in\n"
        '    Then it says "paid A-1"',
        right="To pay an invoice:\n"
        '    Say "paid {the invoice\'s number}".\n\n'
        "Example: an invoice is paid\n"
        "    Given the invoice is\n"
        '        number: "A-1"\n'
        "    When we pay the invoice\n"
        '    Then it says "paid A-1"',
    ),
    Entry(
        "KL403",
        "then-not-understood",
        "What an example expects is not understood",
        "A Then line is a condition, or says what was done, said or asked, or how it ended. "
        'Write: Then the total is $12, Then nothing is sent, Then it says "Done.", Then the '
        "manager was asked about the invoice, or Then it fails.",
        wrong="To pay an invoice:\n"
        '    Say "paid {the invoice\'s number}".\n\n'
        "Example: an invoice is paid\n"
        "    Given the invoice is\n"
        '        number: "A-1"\n'
        "    When we pay the invoice\n"
        "    Then all is well",
        right="To pay an invoice:\n"
        '    Say "paid {the invoice\'s number}".\n\n'
        "Example: an invoice is paid\n"
        "    Given the invoice is\n"
        '        number: "A-1"\n'
        "    When we pay the invoice\n"
        '    Then it says "paid A-1"',
    ),
    Entry(
        "KL404",
        "example-expects-nothing",
        "An example has no Then",
        "An example that expects nothing passes whatever the procedure does. Say what should "
        "come of it in a Then line.",
        wrong="To pay an invoice:\n"
        '    Say "paid {the invoice\'s number}".\n\n'
        "Example: an invoice is paid\n"
        "    Given the invoice is\n"
        '        number: "A-1"\n'
        "    When we pay the invoice",
        right="To pay an invoice:\n"
        '    Say "paid {the invoice\'s number}".\n\n'
        "Example: an invoice is paid\n"
        "    Given the invoice is\n"
        '        number: "A-1"\n'
        "    When we pay the invoice\n"
        '    Then it says "paid A-1"',
    ),
)
