"""Readings of sentences in which people are asked, told, mailed, or have to agree."""

from __future__ import annotations

import pytest

from kognilang.reasoning.words.naming.people import holds_office, is_person, people
from kognilang.reasoning.words.nearest import Reading, worked_out
from tests.reasoning.corpus import PLACE, Everyday
from tests.reasoning.score import settling_of

STAYS = f"""\
A stay has a dog (text), an owner (text), a price (money), a departure date (date), \
an email address (text) and a state (text).
The front desk is "desk@kennel.example".
The price limit is $300.
The house rules are the file "rules.pdf".
The welcome is "Your dog is fine.".
The rooms are "north", "south" and "attic".
Read the spreadsheet "stays.xlsx" as the stays.
For each stay:
    Say "{{the stay's dog}}".
    {PLACE}

To extend a stay:
    Set the stay's state to "extended".

To refuse a stay:
    Set the stay's state to "refused".
"""


def worked(sentence: str) -> list[Reading]:
    one = Everyday("stays", STAYS, ("files", "tables", "mail"), sentence, (), False, "")
    settling = settling_of(one)
    return worked_out(settling, settling.open()[0], 4, True)


def first(sentence: str) -> str:
    found = worked(sentence)
    return found[0].trial.meaning if found else ""


CODE = "Ask the groom for the gate code."


@pytest.mark.parametrize(
    "sentence",
    [
        "Get the gate code from the groom.",
        "We need the gate code from the groom.",
        "The gate code has to come from the groom.",
        "The groom has to tell us the gate code.",
        "The groom should give us the gate code.",
        "Have the groom tell us the gate code.",
        "Let the groom enter the gate code.",
        "Find out from the groom what the gate code is.",
        "Check with the groom what the gate code is.",
        "The groom knows the gate code.",
        "Only the groom knows the gate code, so ask them.",
        "The gate code is to be provided by the groom.",
        "The gate code must be obtained from the groom.",
        "Turn to the groom for the gate code.",
        "Request the gate code from the groom.",
        "Please ring the groom for the gate code.",
        "Ask the groom what gate code it is, calling it the gate code.",
        "The groom will supply the gate code.",
        "Have the gate code given by the groom.",
        "Please obtain from our groom the gate code.",
        "It is the groom who has to tell us the gate code.",
    ],
)
def test_somebody_is_asked_for_a_value(sentence: str) -> None:
    assert first(sentence) == CODE


APPROVAL = "Get approval from the kennel director for the stay."


@pytest.mark.parametrize(
    "sentence",
    [
        "The kennel director has to approve the stay.",
        "The kennel director must sign off the stay.",
        "The kennel director needs to sign the stay off.",
        "The kennel director should okay it.",
        "The kennel director has to give the go-ahead for the stay.",
        "The stay has to be approved by the kennel director.",
        "The stay needs the approval of the kennel director.",
        "The stay needs the kennel director's approval.",
        "The stay requires sign-off from the kennel director.",
        "Get the kennel director's OK for the stay.",
        "Get the blessing of the kennel director for the stay.",
        "Get the green light from the kennel director for the stay.",
        "Obtain the consent of the kennel director to the stay.",
        "We need the kennel director's written permission for the stay.",
        "Ask the kennel director for their approval of the stay.",
        "Have the kennel director approve the stay.",
        "Have the stay approved by the kennel director.",
        "Get the kennel director to authorise the stay.",
        "Nothing goes out without the kennel director's approval.",
        "Submit the stay to the kennel director for approval.",
        "Without the kennel director's consent nothing happens.",
        "Subject to approval by the kennel director.",
        "The kennel director's approval is required for the stay.",
    ],
)
def test_somebody_has_to_agree(sentence: str) -> None:
    assert first(sentence) == APPROVAL


WHETHER = "Ask the vet whether to extend the stay."


@pytest.mark.parametrize(
    "sentence",
    [
        "Check with the vet if the stay may be extended.",
        "Check with the vet whether we should extend the stay.",
        "Let the vet decide if we extend the stay.",
        "Let the vet decide whether to extend the stay.",
        "The vet decides whether to extend the stay.",
        "The vet has to decide whether the stay should be extended.",
        "It is up to the vet whether to extend the stay.",
        "Whether to extend the stay is up to the vet.",
        "Have the vet say yes or no to extending the stay.",
        "Leave it to the vet to decide whether to extend the stay.",
        "Get a yes or no from the vet on extending the stay.",
        "We need the vet to tell us whether to extend the stay.",
        "Find out from the vet whether it is okay to extend the stay.",
        "See if the vet is fine with extending the stay.",
    ],
)
def test_somebody_decides(sentence: str) -> None:
    assert first(sentence) == WHETHER


@pytest.mark.parametrize(
    "sentence",
    [
        'Let the groom know that "A dog leaves".',
        'Inform the groom: "A dog leaves".',
        'Give the groom a heads-up: "A dog leaves".',
        'The groom gets told "A dog leaves".',
        'The groom should hear "A dog leaves".',
        'The groom has to be informed that "A dog leaves".',
        'Drop the groom a note saying "A dog leaves".',
        'Pass the word on to the groom: "A dog leaves".',
        'Word goes to the groom that "A dog leaves".',
        'Make the groom aware that "A dog leaves".',
        'The groom needs to know "A dog leaves".',
        'Send the groom the message "A dog leaves".',
        'Send a message to the groom saying "A dog leaves".',
        'Say "A dog leaves" to the groom.',
        'A note for the groom: "A dog leaves".',
        'Keep the groom posted with "A dog leaves".',
        'The groom is to be notified with the words "A dog leaves".',
    ],
)
def test_somebody_is_told(sentence: str) -> None:
    assert first(sentence) == 'Tell the groom "A dog leaves".'


MAIL = 'Send an email to the front desk with the subject "Dogs" saying "Full house".'


@pytest.mark.parametrize(
    "sentence",
    [
        'The front desk should get an email called "Dogs" with the text "Full house".',
        'Mail the front desk under the heading "Dogs" the words "Full house".',
        'An email with the subject "Dogs" goes to the front desk, saying "Full house".',
        'The front desk wants a mail headed "Dogs" with "Full house" as its text.',
        'Email the front desk, subject "Dogs", text "Full house".',
        'Write to the front desk by email: subject "Dogs", message "Full house".',
        'Notify the front desk by mail about "Dogs" with the message "Full house".',
        'Send "Full house" by email to the front desk, titled "Dogs".',
        'Let the front desk have a mail, subject line "Dogs", which reads "Full house".',
        'We want the front desk to receive an email entitled "Dogs" that says "Full house".',
    ],
)
def test_somebody_is_mailed(sentence: str) -> None:
    assert first(sentence) == MAIL


@pytest.mark.parametrize(
    ("sentence", "reading"),
    [
        ("Mail the welcome to the owner's email address.",
         "Send an email to the stay's email address saying the welcome."),
        ('Drop the front desk a line saying "Full house".',
         'Send an email to the front desk saying "Full house".'),
        ('Refuse the stay plus mail the front desk the word "Full".',
         'Refuse the stay.\nSend an email to the front desk saying "Full".'),
        ('Mail the front desk the house rules with the text "Please read".',
         'Send an email to the front desk with the attachment the house rules '
         'saying "Please read".'),
        ("Have the vet confirm the chip number.", "Ask the vet to confirm the chip number."),
        ("The vet has to confirm the stay's price.",
         "Ask the vet to confirm the stay's price."),
        ("Get the chip number confirmed by the vet.", "Ask the vet to confirm the chip number."),
        ("The auditor should spot-check 3 of the stays.",
         "Ask the auditor to review 3 of the stays."),
        ("Let the auditor look at 5% of the stays.", "Ask the auditor to review 5% of the stays."),
        ("3 of the stays must be spot-checked by the auditor.",
         "Ask the auditor to review 3 of the stays."),
        ('Let the vet pick between "yes", "no" and "later".',
         'Ask the vet to choose from "yes", "no" and "later".'),
        ("The vet may choose one of the rooms.", "Ask the vet to choose from the rooms."),
        ('Put the question "Is the dog well?" to the vet.', 'Ask the vet "Is the dog well?"'),
        ('The vet has to answer "Is the dog well?".', 'Ask the vet "Is the dog well?"'),
        ("Check with the lawyer if the stay's price is right.",
         "Ask the lawyer whether the stay's price is right."),
        ("The kennel director and the vet have to approve the stay.",
         "Get approval from (the kennel director and the vet) for the stay."),
        ("Two of the directors have to approve the stay.",
         "Get approval from two of the directors for the stay."),
        ("Get the vet's OK for the stay within 2 days.",
         "Get approval from the vet for the stay within 2 days."),
        ("Get the gate code from the groom within 3 hours, reminding them every hour.",
         "Ask the groom for the gate code within 3 hours, reminding them every hour."),
        ("Someone from HR has to approve the stay.", "Get approval from HR for the stay."),
        ("Let the vet know the price.", 'Tell the vet "{the stay\'s price}".'),
        ('Email the welcome text to the owner.',
         "Send an email to the stay's email address saying the welcome."),
        ("Offer the user \"walk\" and \"rest\" to choose from.",
         'Ask the user to choose from "walk" and "rest".'),
        ("The auditor takes a random sample of 5 stays.",
         "Ask the auditor to review 5 of the stays."),
        ("Don't go on before the vet has told us the dosage.", "Ask the vet for the dosage."),
        ("The vet has 2 days to approve the stay.",
         "Get approval from the vet for the stay within 2 days."),
        ("Have the user tell us the room.", "Ask the user for the room."),
        ("Our lawyers have to sign off the stay.", "Get approval from the lawyers for the stay."),
    ],
)  # fmt: skip
def test_other_ways(sentence: str, reading: str) -> None:
    assert first(sentence) == reading


@pytest.mark.parametrize(
    ("sentence", "reading"),
    [
        ("If the price is over the price limit, the CFO has to sign it off.",
         "If the stay's price is more than the price limit, get approval from the CFO for the "
         "stay."),
        ("Stays above the price limit need the CFO's approval.",
         "If the stay's price is more than the price limit, get approval from the CFO for the "
         "stay."),
        ('If the state is "sick", let the vet know that "Look in".',
         'If the stay\'s state is "sick", tell the vet "Look in".'),
        ("Extend the stay after the vet has approved it.",
         "Get approval from the vet for the stay.\nExtend the stay."),
        ("Do not extend the stay without the vet's approval.",
         "Get approval from the vet for the stay.\nExtend the stay."),
        ("Anything above the price limit needs the go-ahead of the director.",
         "If the stay's price is more than the price limit, get approval from the director for "
         "the stay."),
        ("The stay can't be extended until the owner agrees.",
         "Ask the owner whether to extend the stay.\nIf so, extend the stay."),
        ("After getting the director's OK, extend the stay.",
         "Get approval from the director for the stay.\nExtend the stay."),
        ("Check with the vet whether to extend the stay; if they say no, refuse it.",
         "Ask the vet whether to extend the stay.\nIf not, refuse the stay."),
        ("Get the vet's blessing for the stay, then extend it.",
         "Get approval from the vet for the stay.\nExtend the stay."),
        ("Extend the stay if the vet says yes.",
         "Ask the vet whether to extend the stay.\nIf so, extend the stay."),
        ("Check with the vet whether to extend the stay, and on a yes do it.",
         "Ask the vet whether to extend the stay.\nIf so, extend the stay."),
        ("Have the vet decide whether to extend the stay and if not, refuse it.",
         "Ask the vet whether to extend the stay.\nIf not, refuse the stay."),
        ('Refuse the stay and let the groom know that "Room free".',
         'Refuse the stay.\nTell the groom "Room free".'),
    ],
)  # fmt: skip
def test_with_conditions_and_steps(sentence: str, reading: str) -> None:
    assert first(sentence) == reading


@pytest.mark.parametrize(
    "sentence",
    [
        "Let the groom know.",
        "Give the vet a heads-up about it.",
        "Mail the front desk something.",
        "Drop a mail to someone from HR.",
        "Get the blessing of the vet.",
        "Ask the neighbour to walk the dog.",
        "Ask the vet for advice.",
        "Ring the owner.",
        "Order the food from the wholesaler.",
        "Ring the owner up about the dog.",
        "Send the owner a text message with the welcome.",
    ],
)
def test_what_is_vague_is_no_asking_step(sentence: str) -> None:
    assert not any(one.clear for one in worked(sentence))


def test_a_property_stays_a_property() -> None:
    assert first('The owner becomes "Ray".') == 'Set the stay\'s owner to "Ray".'
    assert first("Refuse the stay where no owner is given.") == (
        "If the stay's owner is blank, refuse the stay."
    )


@pytest.mark.parametrize(
    "words",
    [
        "CFO", "head of finance", "works council", "team lead", "janitor", "lab technician",
        "accounts payable", "legal department", "night-shift manager", "board of directors",
        "zoologist", "sales director", "editor-in-chief", "help desk", "tax office", "lawyers",
    ],
)  # fmt: skip
def test_offices_are_told_by_their_words(words: str) -> None:
    assert holds_office(words)


@pytest.mark.parametrize(
    "words",
    ["printer", "order", "cost centre", "room number", "reminder", "heading", "checklist",
     "desk", "office", "price list", "folder", "letter", "calendar", "container"],
)  # fmt: skip
def test_things_are_no_people(words: str) -> None:
    assert not is_person(words)


def test_people_are_found_with_what_is_said_of_them() -> None:
    sentence = "Someone from the tax office or the manager on duty signs; our auditors look."
    found = [(sentence[a:b], words) for a, b, words in people(sentence, frozenset())]
    assert found == [
        ("Someone from the tax office", "the tax office"),
        ("the manager on duty", "the manager"),
        ("our auditors", "the auditors"),
    ]
