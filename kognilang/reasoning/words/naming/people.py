"""People: which words of a sentence are a person, a role or a department."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from kognilang.language.words import lemma
from kognilang.reasoning.words.phrases.synonyms import is_verb, verb_of

_OFFICE = frozenset(
    ("manager", "director", "chief", "boss", "head", "lead", "leader", "supervisor", "superior",
     "foreman", "forewoman", "overseer", "executive", "chairman", "chairwoman", "chairperson",
     "chair", "president", "secretary", "treasurer", "controller", "comptroller", "accountant",
     "bookkeeper", "auditor", "lawyer", "solicitor", "attorney", "counsel", "barrister",
     "notary", "paralegal", "janitor", "caretaker", "concierge", "porter", "receptionist",
     "clerk", "cashier", "teller", "administrator", "admin", "assistant", "deputy",
     "coordinator", "officer", "official", "inspector", "examiner", "surveyor", "assessor",
     "adjuster", "underwriter", "actuary", "analyst", "specialist", "expert", "adviser",
     "advisor", "consultant", "engineer", "technician", "mechanic", "electrician", "plumber",
     "fitter", "chemist", "pharmacist", "physician", "doctor", "surgeon", "nurse", "midwife",
     "dentist", "vet", "veterinarian", "therapist", "psychologist", "radiologist", "pathologist",
     "paramedic", "scientist", "researcher", "statistician", "librarian", "archivist",
     "registrar", "curator", "dean", "professor", "lecturer", "teacher", "tutor", "headmaster",
     "headmistress", "headteacher", "principal", "rector", "provost", "trainer", "coach",
     "instructor", "mentor", "examiner", "editor", "editor-in-chief", "sub-editor",
     "proofreader", "reporter", "journalist", "columnist", "reviewer", "photographer",
     "designer", "illustrator", "architect", "planner", "draughtsman", "producer", "publisher",
     "translator", "interpreter", "chef", "cook", "baker", "butcher", "waiter", "waitress",
     "sommelier", "bartender", "barista", "housekeeper", "butler", "cleaner", "gardener",
     "groundskeeper", "ranger", "warden", "guard", "doorman", "watchman", "bouncer", "policeman",
     "policewoman", "constable", "sheriff", "detective", "judge", "magistrate", "mayor",
     "councillor", "minister", "senator", "ambassador", "consul", "vicar", "priest", "pastor",
     "captain", "pilot", "dispatcher", "courier", "postman", "mailman", "driver", "chauffeur",
     "conductor", "stewardess", "steward", "storekeeper", "storeman", "warehouseman",
     "warehouse-keeper", "quartermaster", "logistician", "forwarder", "haulier", "buyer",
     "purchaser", "procurer", "salesman", "saleswoman", "salesperson", "rep", "representative",
     "agent", "broker", "dealer", "trader", "merchant", "reseller", "wholesaler", "retailer",
     "supplier", "vendor", "contractor", "subcontractor", "installer", "builder", "carpenter",
     "painter", "locksmith", "glazier", "roofer", "welder", "machinist", "operator",
     "programmer", "developer", "tester", "webmaster", "sysadmin", "dba", "scrum-master",
     "moderator", "organiser", "organizer", "host", "hostess", "convenor", "convener", "usher",
     "recruiter", "headhunter", "scheduler", "ombudsman", "ombudswoman", "trustee", "liquidator",
     "executor", "guardian", "custodian", "owner", "landlord", "landlady", "proprietor",
     "lessor", "investor", "sponsor", "shareholder", "stakeholder", "partner",
     "director-general", "spokesman", "spokeswoman", "spokesperson", "envoy", "handler",
     "keeper", "minder", "zookeeper", "beekeeper", "forester", "farmer", "fisherman",
     "harbourmaster", "stationmaster", "sergeant", "lieutenant", "major", "colonel", "general",
     "commander", "commissioner", "superintendent", "governor", "regulator", "beautician",
     "hairdresser", "stylist", "optician", "optometrist", "anaesthetist", "cardiologist",
     "oncologist", "dietician", "dietitian", "nutritionist", "social-worker", "caseworker",
     "carer", "caregiver", "childminder", "nanny", "matron")
)  # fmt: skip
"""Those who do an office: another word for an item they hardly are."""

_BODIES = frozenset(
    ("council", "board", "committee", "commission", "panel", "jury", "union", "association",
     "department", "management", "accounting", "accounts", "bookkeeping", "payroll", "treasury",
     "procurement", "purchasing", "legal", "compliance", "marketing", "hr", "reception",
     "security", "logistics", "facilities", "helpdesk", "headquarters", "headoffice",
     "leadership", "directorate", "secretariat", "ministry", "embassy", "consulate", "police",
     "staff", "team", "crew", "workforce", "personnel", "tribunal", "parliament", "senate",
     "assembly", "syndicate")
)  # fmt: skip
"""What people are together, and what a department is called."""

_WITH_MORE = frozenset(
    ("office", "desk", "master", "mistress", "unit", "group", "division", "section", "branch",
     "agency", "authority",
     "bureau", "court", "bank", "services", "support", "lab", "laboratory", "clinic", "workshop",
     "kitchen", "newsroom", "depot", "registry", "administration", "operations", "engineering",
     "maintenance", "finance", "assurance", "relations", "payable", "receivable", "affairs",
     "hotline", "master", "hand", "worker")
)  # fmt: skip
"""What is people only behind another word: the help desk, the tax office."""

_CLIENTS = frozenset(
    ("customer", "client", "guest", "visitor", "patient", "student", "pupil", "member", "tenant",
     "resident", "lodger", "occupant", "applicant", "candidate", "employee", "worker", "trainee",
     "intern", "apprentice", "hire", "newcomer", "passenger", "traveller", "traveler",
     "participant", "attendee", "delegate", "subscriber", "user", "donor", "borrower", "lender",
     "debtor", "creditor", "payer", "payee", "recipient", "addressee", "sender", "claimant",
     "policyholder", "insured", "insurer", "holder", "cardholder", "account-holder", "author",
     "writer", "contributor", "reader", "requester", "requestor", "complainant", "plaintiff",
     "defendant", "witness", "neighbour", "neighbor", "parent", "mother", "father", "child",
     "kid", "son", "daughter", "wife", "husband", "spouse", "partner", "relative", "family",
     "friend", "person", "people", "individual", "man", "woman", "guy", "citizen", "taxpayer",
     "voter", "consignee", "shipper", "carrier", "athlete", "player", "rider", "jockey",
     "breeder", "artist", "musician", "singer", "speaker", "presenter", "exhibitor", "caller",
     "contact", "hirer", "renter", "lessee", "licensee", "assignee", "nominee", "grantee",
     "beneficiary", "heir", "reporter", "respondent", "scholar", "fellow", "volunteer", "bidder",
     "tenderer", "buyer", "seller", "owner", "somebody", "someone", "everyone", "everybody",
     "colleague", "co-worker", "coworker", "teammate")
)  # fmt: skip
"""Those whom a thing is about as a rule: another word for an item they may be."""

_THINGS = frozenset(
    ("order", "letter", "number", "folder", "paper", "computer", "container", "reminder",
     "newsletter", "printer", "scanner", "counter", "filter", "transfer", "offer", "register",
     "server", "timer", "trailer", "sticker", "poster", "header", "footer", "locker", "voucher",
     "cover", "chapter", "matter", "quarter", "meter", "marker", "layer", "tower", "power",
     "water", "corner", "border", "drawer", "binder", "adapter", "adaptor", "charger", "router",
     "heater", "boiler", "freezer", "cooler", "toner", "cylinder", "calendar", "ledger",
     "tender", "waiver", "disclaimer", "helicopter", "steamer", "tanker", "freighter",
     "carrier-bag", "error", "factor", "door", "floor", "motor", "tractor", "mirror", "colour",
     "color", "vector", "sensor", "monitor", "indicator", "calculator", "generator", "elevator",
     "projector", "detector", "processor", "connector", "reactor", "radiator", "refrigerator",
     "compressor", "ventilator", "conveyor", "escalator", "converter", "transformer", "tracker",
     "list", "checklist", "shortlist", "blacklist", "whitelist", "waitlist", "wishlist",
     "playlist", "twist", "mist", "wrist", "career", "beer", "deer", "placeholder", "ottoman",
     "talisman", "surname", "recorder", "loader", "mixer", "blender", "roller", "cutter",
     "dispenser", "lighter", "trigger", "buffer", "starter", "filler", "banner", "pointer",
     "answer", "remainder", "retainer", "disorder", "charter", "barter", "shelter", "shutter",
     "gutter", "litter", "fee", "coffee", "tree", "degree", "guarantee", "knee", "toffee",
     "levee", "cracker", "burger", "cleaner-fluid", "butter", "dinner", "supper", "flyer",
     "folder", "adder", "divider", "spacer", "fastener", "opener", "stapler", "hanger",
     "starter", "eraser", "ruler", "sharpener", "shredder", "copier", "toaster", "cooker",
     "washer", "dryer", "drier", "hoover", "dishwasher", "trimmer", "mower", "sprinkler",
     "planter", "timer", "pager", "beeper", "breaker")
)  # fmt: skip
"""What ends as a person does, and is none."""

_PERSONAL = re.compile(
    r"(?:ologist|ician|[a-z]{2}man|woman|person|keeper|officer|eer|[a-z]{2}ist)$"
)
_TITLE = re.compile(
    r"(?:C[A-Z]O|C[A-Z]{2}O|[A-Z]?VP|MD|GM|PM|PA|PO|HR|IT|QA|QC|DPO|PR|R&D|CEO|MP|GP|AP|AR|HQ|EHS|"
    r"SOC|NOC|PMO|DBA)$"
)
_LEADING = frozenset(("head", "chief", "director", "manager", "leader", "chair", "secretary", "vp",
                      "president", "board", "member", "owner", "department", "council", "team",
                      "office", "people", "person", "group", "court", "keeper", "master",
                      "chairman", "officer", "ministry", "bank", "house",
                      "vice-president"))  # fmt: skip
"""What may stand before `of`: the head of finance."""

_PLURAL_ALIKE = frozenset(("sales", "accounts", "facilities", "logistics", "operations",
                           "headquarters", "services", "relations", "affairs", "boss"))  # fmt: skip


@lru_cache(2048)
def is_person(words: str) -> bool:
    """Tell whether words without their article are a person, a role or a department: `head of
    finance`, `works council`, `CFO`."""
    return _sort(words) != ""


@lru_cache(2048)
def holds_office(words: str) -> bool:
    """Tell whether words are somebody with an office, or a body: another word for the item that
    a text goes through they are hardly."""
    return _sort(words) == "office"


def names_office(words: str) -> bool:
    """Tell whether words end in the noun of an office or a body: the harbour master; not the log
    exists, which only sounds like one."""
    low = words.split()[-1].lower() if words.split() else ""
    known = {low, lemma(low)} & (_OFFICE | _BODIES | _WITH_MORE)
    return bool(known) or low.endswith(("master", "foreman", "forewoman", "manager", "chief"))


def _sort(words: str) -> str:
    said = words.split()
    if not said:
        return ""
    for at, word in enumerate(said[1:], 1):
        if word == "of":
            known = lemma(said[at - 1].lower()) in _LEADING and len(said) > at + 1
            return _sort(" ".join(said[:at])) if known else ""
    last = said[-1]
    if _TITLE.match(last):
        return "office"
    low = last.lower()
    one = lemma(low) if low.endswith(("s", "men", "people")) and low not in _PLURAL_ALIKE else low
    tail = one.rpartition("-")[2]
    if {low, one} & (_OFFICE | _BODIES):
        return "office"
    if len(said) > 1 and {low, one} & _WITH_MORE:
        return "office"
    if {low, one} & _CLIENTS:
        return "client"
    if {low, one, tail} & _THINGS:
        return ""
    if tail in _OFFICE or _PERSONAL.search(one):
        return "office"
    made = one.endswith(("er", "or")) and len(one) > 5 and verb_of(one)
    return "office" if made else ""


_NOUN = r"[A-Za-z][\w&-]*"
_LEAD = re.compile(r"(?i)(?<![\w'-])(?:the|our|my|your|their|his|her|its|an?|another) ")
_SOMEONE = re.compile(
    r"(?i)(?:someone|somebody|anyone|anybody|everyone|everybody|one|"
    r"(?:a|the|our) (?:person|people|colleagues?|folks|"
    r"guys?|lady|gentleman)|people|folks|colleagues) (?:from|in|at|over at|of) $"
)
"""What may be said before a department: someone from accounting."""
_TITLES = re.compile(
    r"(?<![\w'-])(?:HR|IT|QA|C[EFTOIM]O|DPO|[Aa]ccounts (?:payable|receivable)|[Mm]anagement)"
    r"(?![\w-])"
)
_DEPARTMENT = re.compile(
    r"(?:^|(?<=[;:] )|(?<=from )|(?<=by )|(?<=with )|(?<=ask )|(?<=Ask )|(?<=tell )|(?<=Tell )|"
    r"(?<=let )|(?<=Let )|(?<=have )|(?<=Have )|(?<=inform )|(?<=Inform )|(?<=notify )|"
    r"(?<=Notify )|(?<=, )|(?<=in )|(?<=and )|(?<=or ))"
    r"((?i:accounting|legal|finance|procurement|purchasing|marketing|payroll|compliance|treasury|"
    r"security|reception|logistics|facilities|bookkeeping|sales|maintenance))"
    r"(?= (?i:has|have|must|should|needs?|is|are|gets?|knows?|wants?|decides?|approves?|signs?|will"
    r"|shall|can|for|whether|if|to|know|that|what|on|before|first|about|and|or|⟦)\b|'s |[.,:;]|$)"
)
"""A department without an article."""
_BEGUN = re.compile(
    r"(?:Please |Then )?([A-Z][\w-]+(?: [a-z][\w-]+){0,2}?) (?:to|must|has|should|needs|will|is|"
    r"gets|knows|"
    r"wants|decides|approves|signs|shall|may|can|have|are)\b"
)
"""A role with which a sentence begins that is written as a note: Treasurer to confirm it."""
_NO_ROLE = frozenset(
    ("no", "any", "every", "each", "all", "some", "if", "when", "once", "where", "should", "unless",
     "only", "both", "either", "neither", "most", "many", "few", "none", "nobody", "please", "then",
     "after", "before", "until", "without", "with", "for", "as", "which", "what", "whatever")
)  # fmt: skip
_PRESENT = re.compile(r" (?:on duty|in charge|on call|on shift|concerned|responsible)(?![\w-])")
"""What tells which of several in an office is meant, and stands in no name."""
_GIVEN = re.compile(
    r"(?i)'s? (?:(?:own|written|formal|explicit|prior|final|express|official|personal|clear|"
    r"verbal) )*(?:approval|ok\b|okay|o\.k\.|consent|blessing|sign-?off|signature|go-?ahead|"
    r"green light|permission|agreement|nod|clearance|assent|say-?so|endorsement|authori[sz]ation|"
    r"yes|no\b|answer|reply|word|opinion|view|verdict|decision|call|choice|job|confirmation|task|"
    r"input|advice|attention|seal|thumbs|knowledge|discretion|judge?ment|okaying|turn)"
)
"""What somebody gives, and what is no property of theirs."""
_ENDS = frozenset(("and", "or", "is", "are", "has", "have", "must", "should", "to", "that", "who",
                   "which", "with", "by", "if", "whether", "the", "a", "an", "will", "can", "may",
                   "needs", "gets", "what", "when", "then", "not", "on", "at", "from", "in",
                   "for"))  # fmt: skip
_LONGEST = 5


def people(sentence: str, others: frozenset[str]) -> Iterator[tuple[int, int, str]]:
    """Yield where a sentence has persons, roles and departments with an office, and what they are
    called in a procedure: `the head of finance`. `others` are nouns that mean something else."""
    bare = re.sub(r'"[^"]*"', lambda quoted: "·" * len(quoted[0]), sentence)
    for found in _LEAD.finditer(bare):
        longest = role_at(bare, found.end())
        if longest is None:
            continue
        end, words = longest
        known = {words.lower(), lemma(words.lower())} & others
        if known or not holds_office(words) or _owns(bare, end):
            continue
        after = _PRESENT.match(bare, end)
        yield (
            _someone(bare, found.start()),
            after.end() if after is not None else end,
            f"the {words[:1].lower() + words[1:] if words[1:2].islower() else words}",
        )
    begun = _BEGUN.match(bare)
    if (
        begun is not None
        and holds_office(begun[1])
        and not (
            _LEAD.match(bare)
            or begun[1].lower() in others
            or begun[1].split()[0].isupper()
            or begun[1].split()[0].lower() in _NO_ROLE
            or (" " in begun[1] and is_verb(begun[1].split()[0].lower()))
        )
    ):
        yield begun.start(1), begun.end(1), f"the {begun[1][:1].lower() + begun[1][1:]}"
    for found in (*_TITLES.finditer(bare), *_DEPARTMENT.finditer(bare)):
        words = found[0]
        if words.lower() not in others and not _owns(bare, found.end()):
            named = words.isupper() or " " in words
            called = words if named else f"the {words.lower()}"
            yield _someone(bare, found.start()), found.end(), called


def _owns(text: str, end: int) -> bool:
    """Tell whether what ends at a place has something of its own: the manager's address."""
    return text[end : end + 1] == "'" and _GIVEN.match(text, end) is None


def _someone(text: str, start: int) -> int:
    """Return where a department begins with `someone from` before it."""
    before = _SOMEONE.search(text[:start])
    return before.start() if before is not None else start


def role_at(text: str, start: int) -> tuple[int, str] | None:
    """Return the longest role that begins at a place, with where it ends."""
    best: tuple[int, str] | None = None
    words: list[str] = []
    here = start
    for one in re.compile(rf"({_NOUN})( ?)").finditer(text, start):
        word = one[1]
        if one.start() != here or len(words) == _LONGEST or word.lower() in _ENDS:
            break
        if "of" in words[:-1] and word.lower() not in _BODIES | _WITH_MORE:
            break
        words.append(word)
        here = one.end()
        if word.lower() != "of" and is_person(" ".join(words)):
            best = (one.end(1), " ".join(words))
        if not one[2]:
            break
    return best
