"""What people say to people: messages behind conditions, choices, approvals, and two steps in one
sentence, in a procedure that no other test has."""

from __future__ import annotations

import pytest

from kognilang.reasoning.words.nearest import worked_out
from tests.reasoning.corpus import PLACE, Everyday
from tests.reasoning.score import settling_of

HIRES = f"""\
A hire has a number (text), a costume (text), a borrower (text), an email (text), \
a size (text), a deposit (money), days (number), a due date (date), remarks (text), \
damaged (yes/no) and a status (text).
A cleaner has a name, an email address and a price (money).
The deposit limit is $80.
The repair list is nothing yet.
Read the spreadsheet "hires.xlsx" as the hires.
Read the spreadsheet "cleaners.xlsx" as the cleaners.
For each hire:
    Let the laundry be the cleaner whose name is the hire's size.
    Say "{{the hire's number}}".
    {PLACE}
Save the hires.

A hire is late if its due date is before today.

To take back a hire:
    Set the hire's status to "back".

To charge a hire for a reason:
    Add a row to the spreadsheet "charges.csv" with
        the number: the hire's number,
        the reason: the reason.

To send a hire to the tailor:
    Set the hire's status to "tailor".
"""


def first(sentence: str) -> str:
    one = Everyday("hires", HIRES, ("files", "tables", "mail"), sentence, (), False, "")
    settling = settling_of(one)
    found = worked_out(settling, settling.open()[0], 1, True)
    return found[0].trial.meaning.removesuffix(".") if found else ""


@pytest.mark.parametrize(
    ("sentence", "reading"),
    [
        (
            'Drop the laundry a line headed "Silk": "Handle with care."',
            (
                'Send an email to the laundry\'s email address with the subject "Silk" saying '
                '"Handle with care."'
            ),
        ),
        (
            "The wardrobe mistress has to tell us the size if it is missing.",
            "If the hire's size is blank, ask the wardrobe mistress for the hire's size",
        ),
        (
            'Take the hire back and drop the borrower a mail that says "All is well."',
            'Take back the hire.\nSend an email to the hire\'s email saying "All is well."',
        ),
        (
            'If it is late, let the stage manager know: "Costume {the hire\'s number} is out."',
            'If the hire is late, tell the stage manager "Costume {the hire\'s number} is out."',
        ),
        (
            'Let the stage manager know when it is late: "Costume out."',
            'If the hire is late, tell the stage manager "Costume out."',
        ),
        (
            (
                "The stage manager wants to hear about it as soon as the deposit goes over "
                '$50: "Large deposit."'
            ),
            'If the hire\'s deposit is more than $50, tell the stage manager "Large deposit."',
        ),
        (
            'Charge the hire for "stains" and jot "stains" down under remarks.',
            'Charge the hire for "stains".\nSet the hire\'s remarks to "stains"',
        ),
        (
            'The hire is taken back and then charged for "dirt".',
            'Take back the hire.\nCharge the hire for "dirt"',
        ),
        (
            "Anything with a deposit over $80 needs the nod from the producer.",
            "If the hire's deposit is more than $80, get approval from the producer for the hire",
        ),
        (
            "For a late hire we want the producer's go-ahead.",
            "If the hire is late, get approval from the producer for the hire",
        ),
        (
            "Hires longer than 10 days have to be okayed by the producer.",
            "If the hire's days are more than 10, get approval from the producer for the hire",
        ),
        (
            "Nothing over 20 days goes out until the producer has said yes.",
            "If the hire's days are more than 20, get approval from the producer for the hire",
        ),
        (
            "The producer's blessing is needed for hires above the deposit limit.",
            (
                "If the hire's deposit is more than the deposit limit, get approval from the "
                "producer for the hire"
            ),
        ),
        (
            'Let the tailor pick one: "mend", "patch" or "bin".',
            'Ask the tailor to choose from "mend", "patch" and "bin"',
        ),
        (
            'It is the tailor who decides what happens: "mend" or "bin".',
            'Ask the tailor to choose from "mend" and "bin"',
        ),
        (
            '"Mend", "patch" or "bin": that is up to the tailor.',
            'Ask the tailor to choose from "Mend", "patch" and "bin"',
        ),
        (
            'The tailor decides between "mend" and "bin".',
            'Ask the tailor to choose from "mend" and "bin"',
        ),
        (
            'Leave the status to the tailor, either "mend" or "bin".',
            'Ask the tailor to choose from "mend" and "bin".\nSet the hire\'s status to the answer',
        ),
        (
            'See with the producer whether we should charge the hire for "loss".',
            'Ask the producer whether to charge the hire for "loss"',
        ),
        (
            "Ask the producer if we take the hire back, and if not, go to the next hire.",
            "Ask the producer whether to take back the hire.\nIf not, skip this hire",
        ),
        (
            'Ring the dresser and say "Come to the wardrobe".',
            'Tell the dresser "Come to the wardrobe"',
        ),
        (
            'The dresser should be given the message "Ready".',
            'Tell the dresser "Ready"',
        ),
        (
            'Tip off the porter: "The van is coming."',
            'Tell the porter "The van is coming."',
        ),
        (
            'A quick word to the porter, "The van is coming."',
            'Tell the porter "The van is coming."',
        ),
        (
            'Please pass this on to the porter: "The van is coming."',
            'Tell the porter "The van is coming."',
        ),
        (
            'The borrower gets a mail with "Please bring it back."',
            'Send an email to the hire\'s email saying "Please bring it back."',
        ),
        (
            'Write to the borrower, subject "Late", "Please bring it back."',
            (
                'Send an email to the hire\'s email with the subject "Late" saying "Please '
                'bring it back."'
            ),
        ),
        (
            'Remind them by email: "Please bring it back."',
            'Send an email to the hire\'s email saying "Please bring it back."',
        ),
        (
            'Email the borrower "Please bring it back." if the hire is late.',
            "If the hire is late, send an email to the hire's email saying "
            '"Please bring it back."',
        ),
        (
            'Put "Costume {the hire\'s number}" up on the screen.',
            'Say "Costume {the hire\'s number}"',
        ),
        (
            'On the screen it should say "Done".',
            'Say "Done"',
        ),
        (
            'I would like to read "Done" on the screen.',
            'Say "Done"',
        ),
        (
            'Send it to the tailor once you have charged the hire for "tear".',
            'Charge the hire for "tear".\nSend the hire to the tailor',
        ),
        (
            'Before sending the hire to the tailor, write "torn" into the remarks.',
            'Set the hire\'s remarks to "torn".\nSend the hire to the tailor',
        ),
        (
            'It goes on the repair list and the status becomes "repair".',
            'Add the hire to the repair list.\nSet the hire\'s status to "repair"',
        ),
        (
            'Take the hire back, and the porter needs to know "Shelf 4".',
            'Take back the hire.\nTell the porter "Shelf 4"',
        ),
        (
            'The deposit goes up by $5 and the producer hears "Deposit raised".',
            'Add $5 to the hire\'s deposit.\nTell the producer "Deposit raised"',
        ),
        (
            "Knock $5 off the deposit, then take the hire back.",
            "Subtract $5 from the hire's deposit.\nTake back the hire",
        ),
        (
            'The porter is asked "Is the rack full?"',
            'Ask the porter "Is the rack full?"',
        ),
        (
            "We need the borrower from the box office where none is given.",
            "If the hire's borrower is blank, ask the box office for the hire's borrower",
        ),
        (
            "Get the number of days from the dresser if there are none.",
            "If the hire's days are blank, ask the dresser for the hire's days",
        ),
        (
            "The wardrobe master has the last word on whether to take the hire back.",
            "Ask the wardrobe master whether to take back the hire",
        ),
    ],
)
def test_what_is_said_to_people_is_read(sentence: str, reading: str) -> None:
    assert first(sentence) == reading
