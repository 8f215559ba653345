"""Relating: which properties of a thing the words of a sentence are about, where it names none."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kognilang.language.words import lemma
from kognilang.reasoning.words.naming.people import is_person

_ABOUT: tuple[tuple[frozenset[str], frozenset[str]], ...] = tuple(
    (frozenset(said.split()), frozenset(names.split()))
    for said, names in (
        ("heavy weigh light kilo kg gram ton pound tonne scale", "weight load mass"),
        ("old young age aged year birthday", "age birth"),
        ("long short take last run minute hour duration", "length duration time term"),
        (
            "dear cheap expensive worth cost costly price pay charge come amount",
            "price cost amount value total sum fee estimate",
        ),
        ("borrow lend lent loan ask credit finance apply", "loan credit mortgage principal"),
        ("budget spend limit afford order cap buy minimum maximum", "cost total amount sum"),
        ("stay attend care look sit", "hours days nights stay duration"),
        ("deep", "depth"),
        ("thick", "thickness"),
        ("high", "height level floor"),
        ("person people passenger guest seat", "passenger passengers guests participants seats"),
        ("owe open outstanding unpaid short", "gap balance debt due rest remainder"),
        ("rent charge tariff priced price cost", "rent rate fare tariff premium"),
        ("owe owing arrears behind indebted", "debt balance arrears owed outstanding"),
        ("many few stock shelf piece unit copy copies", "quantity stock count number"),
        ("due late overdue deadline back", "due deadline"),
        ("due overdue back", "return delivery payment expiry end"),
        ("point score mark grade rate rated", "score points rating mark grade result"),
        ("big large small tall wide", "size area volume"),
        ("far near distance drive mile km kilometre", "distance mileage"),
        ("urgent important pressing", "urgency priority severity"),
        ("hot cold warm cool degree", "temperature"),
        ("tall high metre", "height"),
        ("wide broad", "width"),
        ("fast quick slow", "speed"),
        ("begin start commence", "start begin beginning"),
        ("end finish expire run lapse over terminate", "end expiry renewal expiration validity"),
        ("expire lapse run valid", "expiry expiration validity until"),
        ("arrive come came reach receive get got reach land", "arrival receipt received intake"),
        ("arrive come deliver bring land", "delivery delivered"),
        ("buy bought", "purchase order"),
        ("sell sold seller", "sale sales sold turnover"),
        ("insure insured", "insured insurance cover"),
        ("leave left depart", "departure"),
        ("born bear", "birth"),
        ("join hire employ recruit start", "hiring joining entry start hire"),
        ("hand submit send apply", "submission application entry"),
        ("report lodge file enter register", "report registration filing entry"),
        ("happen occur break strike", "incident event accident damage"),
        ("collect fetch pick", "pickup collection"),
        ("give gave donate bring", "return"),
        ("give gave donate offer", "gift donation amount"),
        ("book reserve", "booking reservation"),
        ("make made build produce", "production manufacture"),
        ("service maintain check inspect test", "service inspection maintenance test check"),
        ("earn paid make salary", "salary wage pay income"),
        (
            "people person guest visitor head",
            "headcount participant attendance guest visitor attendee passenger audience",
        ),
        ("attend take participant", "attendance participant"),
        ("miss absent", "absence"),
        ("read counter reading", "reading meter"),
        ("ask want request claim", "requested claimed asked claim"),
    )
)
"""Words that speak of a property, and words that such a property is called by."""

_ACTING: tuple[tuple[frozenset[str], frozenset[str]], ...] = tuple(
    (frozenset(said.split()), frozenset(names.split()))
    for said, names in (
        ("own have", "owner"),
        ("look keep care mind", "keeper caretaker carer owner guardian"),
        ("charge responsible manage run lead handle", "manager owner leader supervisor assignee"),
        ("work do handle take fix repair", "technician assignee agent analyst owner worker"),
        ("drive transport", "driver carrier"),
        ("carry deliver bring ship", "carrier driver courier"),
        ("lead led guide show", "guide leader"),
        ("teach give instruct", "teacher instructor tutor lecturer"),
        ("treat see", "doctor physician therapist"),
        ("write", "author writer"),
        ("edit", "editor"),
        ("rent live occupy", "tenant occupant resident renter"),
        ("sleep stay occupy", "guest occupant"),
        ("borrow", "borrower"),
        ("sponsor back fund", "sponsor"),
        ("buy order", "buyer customer"),
        ("sell supply", "seller vendor supplier"),
        ("approve sign", "approver signatory"),
        ("review check examine", "reviewer examiner"),
    )
)
"""What people do, and what a property that says who does it is called."""

PLACES = frozenset(
    ("city", "town", "place", "building", "site", "destination", "country", "region", "room",
     "location", "branch", "department", "floor", "warehouse", "store", "state", "depot",
     "harbour", "harbor", "port", "station", "origin", "district", "village", "street", "terminal")
)  # fmt: skip
PEOPLE = frozenset(
    ("driver", "doctor", "technician", "owner", "manager", "supplier", "vendor", "insurer", "team",
     "customer", "client", "carrier", "agent", "teacher", "author", "applicant", "patient",
     "borrower", "tenant", "member", "analyst", "buyer", "supervisor", "company", "dealer")
)  # fmt: skip
_ORIGINS = frozenset(
    ("company", "firm", "supplier", "vendor", "manufacturer", "maker", "organisation", "school",
     "organization", "employer", "agency", "origin", "source", "sender", "country", "bank", "club",
     "publisher", "producer", "district", "ward", "department", "team", "farm", "factory", "plant",
     "office", "branch", "institution", "university", "provider", "contractor", "dealer", "shop",
     "association", "society", "village", "town", "city", "port", "harbour", "station", "airport")
)  # fmt: skip
"""What things and people are from."""
_TITLE = re.compile(r"(?:Dr|Mr|Mrs|Ms|Prof)\b|[A-Z][a-z]+ [A-Z][a-z]+$")
STATES = frozenset(
    ("status", "state", "type", "kind", "category", "class", "stage", "phase", "diet", "level",
     "reason", "plan", "condition", "result", "method", "mode", "colour", "color", "grade")
)  # fmt: skip
_HELD: tuple[tuple[frozenset[str], frozenset[str]], ...] = tuple(
    (frozenset(values.split(", ")), frozenset(names.split()))
    for values, names in (
        ("phone, telephone, letter, post, mail, fax, email, e-mail, web, website, online, chat, "
         "counter, shop, portal, app, radio, newspaper, flyer", "channel medium source origin way"),
        ("card, cash, invoice, transfer, bank transfer, cheque, check, paypal, direct debit, "
         "credit card, debit card, debit, voucher, wire", "method payment"),
        ("vegan, vegetarian, meat, halal, kosher, gluten-free", "diet"),
        ("nuts, nut, milk, egg, eggs, gluten, soy, fish", "allergen allergens"),
        ("red, blue, green, yellow, black, white, grey, gray, brown", "colour color"),
        ("cat, cats, dog, dogs, fish, bird, birds, horse, snake, rabbit", "species animal breed"),
        ("gold, silver, bronze, platinum, basic, premium, standard, free, trial, pro, plus",
         "plan tier membership level grade class rate"),
        ("high, low, medium, critical, minor, major", "priority severity level urgency risk"),
        ("small, medium, large", "size"),
        ("monday, tuesday, wednesday, thursday, friday, saturday, sunday", "day weekday"),
        ("german, english, french, spanish, italian, dutch, polish", "language nationality"),
        ("beginner, beginners, intermediate, advanced", "level course"),
        ("full-time, part-time, temporary, permanent", "contract hours employment"),
        ("truck, van, car, bike, bicycle, bus, ship, train, air, sea, road, rail, plane, ferry, "
         "boat, tram, lorry, flight, coach, courier", "vehicle transport mode carriage"),
        ("north, south, east, west", "region area zone district"),
        ("water, plastic, steel, wood, glass, paper, metal, wool", "material"),
        ("day, night, early, late", "shift tariff"),
    )
)  # fmt: skip
"""Values, and properties that hold such."""


def usually_held(name: str) -> tuple[str, ...]:
    """Return the texts that a property of a name holds as a rule."""
    words = set(name.split())
    return tuple(sorted(one for values, names in _HELD if words & names for one in values))


_DOCTORS = frozenset(
    ("doctor", "physician", "surgeon", "dentist", "vet", "therapist", "specialist", "professor",
     "lecturer", "teacher", "examiner")
)  # fmt: skip
_CODE = re.compile(r"(?=[^ ]*\d)[A-Za-z]{0,4}[-./]?[\dA-Z][\w./-]*")
_CODES = frozenset(("number", "code", "id", "reference", "plate", "serial", "sku", "key"))
_SORTS = (
    "type", "kind", "category", "class", "species", "breed", "material", "diet", "plan", "sort",
    "genre", "group", "colour", "color", "size", "brand", "model", "method",
)  # fmt: skip
_STATE = re.compile(
    r"(?i)^(?:on|in|at|under|not|to|out|off|no|un\w+|re\w+)\b|(?:ed|en|ing|ive|able|ible|ent|ant|"
    r"ful|less|ous|y|id|ue)$|^(?:new|open|lost|late|old|sick|ill|due|void|done|final|live|active|"
    r"urgent|ready|free|full|empty|sold|sent|held|kept|let|dead|gone|stolen|normal|valid|idle|busy|"
    r"good|bad|poor|ok|fine|safe|hot|cold|legal|private|public|critical|special|internal|reserved)$"
)
"""What tells that a word says how something is, not of what sort it is."""
_NAMES = frozenset(("number", "name", "title", "code", "reference", "id", "email", "note"))


STEM, _SPOKEN_OF = 2, 1


def says_how(word: str) -> bool:
    """Tell whether a word says how something is (paid, urgent) rather than what it has."""
    return _STATE.search(word) is not None


def related(name: str, text: str) -> bool:
    """Tell whether words speak of a property: rated, of its rating; heavy, of its weight."""
    return nearness(name, text) > 0


def nearness(name: str, text: str) -> int:
    """Say how sure it is that words speak of a property: 0 if they do not, more where a word of
    theirs has the stem of a word of its name."""
    said = {_bare(one) for one in re.findall(r"[a-z]+", text.lower())}
    words = {lemma(one) for one in name.split()}
    if any(_alike(one, other) for one in said for other in words - _ANY or words):
        return STEM
    return _SPOKEN_OF if any(words & names and said & ways for ways, names in _ABOUT) else 0


def _bare(word: str) -> str:
    """Return a word as it is listed: heavy for heavier, long for longest."""
    said = lemma(word)
    if said in _COMPARED:
        return said
    for ending in ("iest", "ier"):
        if said.endswith(ending) and f"{said.removesuffix(ending)}y" in _COMPARED:
            return f"{said.removesuffix(ending)}y"
    for ending in ("est", "er"):
        stem = said.removesuffix(ending)
        for one in (stem, f"{stem}e", stem[:-1]):
            if said != stem and one in _COMPARED:
                return one
    return said


_COMPARED = frozenset(one for said, _ in _ABOUT for one in said)
_ANY = frozenset(("date", "day", "number", "name", "of", "the", "is", "has"))
"""Words of names that say nothing of what sort a property is."""


def acting(name: str, text: str) -> bool:
    """Tell whether words say what the one does whom a property names: owns it, of its owner."""
    said = {lemma(one) for one in re.findall(r"[a-z]+", text.lower())}
    words = {lemma(one) for one in name.split()}
    if any(words & names and said & ways for ways, names in _ACTING):
        return True
    actors = words & PEOPLE | {one for one in words if one.endswith(("er", "or", "ee"))}
    return any(_alike(one, other) for one in said for other in actors)


def _alike(one: str, other: str) -> bool:
    """Tell whether two words are of one stem: renew and renewal, prepare and preparation."""
    if one == other:
        return len(one) > 2
    short, long = sorted((one.rstrip("e"), other.rstrip("e")), key=len)
    return len(short) >= 3 and long.startswith(short) and len(long) - len(short) <= 5


def likely(names: Iterable[str], text: str, value: str, before: str = "") -> list[str]:
    """Return properties that hold texts, those first that would hold this value: a status for
    what is written small, a place after `in`, a person after `by`."""
    bare = value.strip('"').split('"')[0]
    low = bare.lower()
    capital = bare[:1].isupper()

    def rank(name: str) -> tuple[int, ...]:
        words = set(name.split())
        small = 0 if bool(words & STATES) != capital else 1
        somebody = bool(words & PEOPLE) or is_person(name)
        place = bool(words & PLACES)
        led = 1
        origin = bool(words & _ORIGINS)
        if before in ("from", "of", "out of") and origin:
            led = -1
        elif _TITLE.match(bare):
            led = 1 - somebody
            if bare.startswith(("Dr", "Prof")) and words & _DOCTORS:
                led = -1
        elif before == "from":
            led = 0 if place or origin else 1 if somebody else 2
        elif before in ("in", "at", "for", "to"):
            led = 1 - place
        elif before in ("by", "with", "of"):
            led = 1 - somebody
        # A word such as paid or open is a state; fish or meals are a sort of something.
        kinds = ("status", "state") if capital or _STATE.search(bare) else _SORTS
        status = 0 if not capital and words & set(kinds) else 1
        held = any(low in values and words & names for values, names in _HELD)
        code = _CODE.fullmatch(bare) is not None
        own = words & set(low.split())
        known = 0 if held or own or (code and words & _CODES) else 1
        if code and somebody:
            # "KA-2" is nobody's name.
            known = 2
        return (
            0 if related(name, text) else 1,
            known,
            small,
            led,
            status,
            1 if words & _NAMES else 0,
        )

    return sorted(names, key=rank)
