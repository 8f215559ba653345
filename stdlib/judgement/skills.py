"""Judgement: a model decides, classifies, finds, extracts, writes and compares.

Each is explicit in the text and has a typed result. What it reads is quoted data and is never
obeyed. Where the model is not sure enough (`confidence` under `[judgement]` in kognilang.toml,
0.8 by default), or shows no passage for what it says, a person is asked.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from kognilang import Exceptional, Here, List, Problematic, Record, Schema, recognise, skill

from ..places import settings_of
from .material import material, texts_of

YES_OR_NO = {"type": "string", "enum": ["yes", "no"]}
TEXT = {"type": "string"}
SURE = 0.8
"""So sure must a model be where the settings say nothing."""
MOST_SAMPLES = 9


@skill(
    "decide whether {thing} is {quality: column} [asking {samples: number} times]",
    effect="read",
    example='The email is "My parcel never came!".\nDecide whether the email is a complaint.',
)
def decide_is(thing: Any, quality: str, here: Here, samples: Decimal | None = None) -> bool:
    """Whether a text, record or document is something, as a careful reader would say."""
    claim = f'Is the following true of the data: it is "{quality}" (or "a {quality}")?'
    return _decided(here, thing, claim, f'whether it counts as "{quality}"', samples)


@skill(
    "decide from {thing} whether {claim: text} [asking {samples: number} times]",
    "decide whether {claim: text} from {thing} [asking {samples: number} times]",
    effect="read",
    example=(
        'The email is "My parcel never came!".\n'
        'Decide from the email whether "the customer wants the money back".'
    ),
)
def decide_whether(thing: Any, claim: str, here: Here, samples: Decimal | None = None) -> bool:
    """Whether a statement is true by what a text, record or document says."""
    task = f'Is this statement true by what the data say: "{claim}"?'
    return _decided(here, thing, task, f'whether "{claim}"', samples)


@skill(
    "classify {thing} as {choices: list} [asking {samples: number} times]",
    "classify {thing} into {choices: list} [asking {samples: number} times]",
    effect="read",
    example=(
        'The ticket is "The export button does nothing.".\n'
        'Classify the ticket as "bug", "question" or "praise" and call it the sort.'
    ),
)
def classify(thing: Any, choices: List, here: Here, samples: Decimal | None = None) -> str:
    """The one of the given choices that fits a text, record or document best."""
    names = texts_of(choices.items)
    task = "Which one of these fits the data best: " + ", ".join(f'"{one}"' for one in names) + "?"
    what = "which of the choices fits"
    schema = {"type": "string", "enum": names}
    found = _judged(here, thing, task, schema, samples, what, "text", tuple(names))
    _sure(here, found, "which of the choices fits", str(found.answer), "text", tuple(names))
    return str(found.answer)


@skill(
    "find {what: text} in {thing} [asking {samples: number} times]",
    effect="read",
    example=(
        'The email is "We expect the parcel on 3 May 2026.".\n'
        'Find "the day on which the parcel is expected" in the email as the expected day.'
    ),
)
def find(what: str, thing: Any, here: Here, samples: Decimal | None = None) -> Any:
    """What a text, record or document says of something; asked where it says nothing."""
    found = here.judge(
        f'What do the data say is "{what}"? Answer with the value alone, copied letter by letter '
        "from the data; with an empty text if they do not say.",
        material(here, thing),
        TEXT,
        _times(samples),
    )
    text = str(found.answer).strip()
    if not text:
        found.confidence = 0.0
    _sure(here, found, f"what {what} is", text, "any")
    return recognise(text, settings_of(here))


@skill(
    "extract {kind: kind} from {thing}",
    effect="read",
    example=(
        "An order has a number (text), a customer (text) and a total (money).\n"
        'The email is "Please take our order 77 for $120. Yours, Acme".\n'
        "Extract the order from the email."
    ),
)
def extract(kind: Schema, thing: Any, here: Here) -> Record:
    """A record of a declared kind, filled from a text, record or document by a model.

    A field that the data do not show is asked about when a step first needs it.
    """
    names = [name for name, _, many in kind.fields if not many]
    if not names:
        raise Problematic(
            f"The kind {kind.noun} has no single field that could be extracted.", "refused"
        )
    parts = material(here, thing)
    found = here.judge(
        f"Fill in the fields of this {kind.noun} from the data: "
        + ", ".join(f"{name} ({sort or 'text'})" for name, sort, many in kind.fields if not many)
        + ". Copy each value letter by letter from the data; an empty text where they do not say.",
        parts,
        {
            "type": "object",
            "properties": dict.fromkeys(names, TEXT),
            "required": names,
            "additionalProperties": False,
        },
    )
    record = Record(kind=kind.noun)
    for name, sort, many in kind.fields:
        if many:
            continue
        text = str(found.answer[name]).strip()
        if text and any(_flat(text) in _flat(one) for one in parts.values()):
            record.fields[name] = text if sort == "text" else recognise(text, settings_of(here))
        else:
            record.missing[name] = "the text does not show it"
    if not record.fields:
        raise Problematic(f"Nothing of the {kind.noun} is found in it.", "no-match")
    return record


@skill(
    "summarise|summarize {thing} [in {count: number} sentences|sentence]",
    effect="read",
    example='The email is "My parcel never came!".\nSummarise the email in 1 sentence.',
)
def summarise(thing: Any, here: Here, count: Decimal | None = None) -> str:
    """A summary of a text, record or document, as a text."""
    length = f"in {count} sentences or fewer" if count is not None else "in a few sentences"
    return _written(here, f"Summarise the data {length}, with nothing that is not there.", thing)


@skill(
    "draft a reply to {thing} [saying {points: block}]",
    effect="read",
    example='The email is "My parcel never came!".\nDraft a reply to the email as the reply.',
)
def draft_reply(thing: Any, here: Here, points: str = "") -> str:
    """A polite reply to a text or record, as a text that nobody has sent."""
    task = "Draft a short, polite reply to the data, promising nothing that the points do not say."
    return _written(here, f"{task} Points to make: {points}" if points else task, thing)


@skill(
    "translate {thing} into {language: column}",
    effect="read",
    example='The letter is "Bonjour".\nTranslate the letter into English.',
)
def translate(thing: Any, language: str, here: Here) -> str:
    """A text in another language, as a text."""
    return _written(here, f"Translate the data into {language}, whole, with nothing added.", thing)


@skill(
    "compare {first} with {second}",
    effect="read",
    properties={"same": "yes/no", "differences": "list"},
    example=(
        'The offer is "Ten days, $500".\nThe order is "Ten days, $600".\n'
        "Compare the offer with the order and call it the comparison.\n"
        'Say "{the comparison\'s differences}".'
    ),
)
def compare(first: Any, second: Any, here: Here) -> Record:
    """Whether two texts mean the same, and how they differ, each difference in a sentence."""
    data = {f"first {name}": text for name, text in material(here, first).items()}
    data |= {f"second {name}": text for name, text in material(here, second).items()}
    found = here.judge(
        "Do the parts that begin with first and those that begin with second mean the same? List "
        "each difference in one sentence; an empty list if there is none.",
        data,
        {
            "type": "object",
            "properties": {"same": YES_OR_NO, "differences": {"type": "array", "items": TEXT}},
            "required": ["same", "differences"],
            "additionalProperties": False,
        },
        shown=False,
    )
    differences: list[Any] = [str(one) for one in found.answer["differences"]]
    same = found.answer["same"] == "yes"
    if same == bool(differences):
        raise Problematic(
            "The model contradicts itself: it says that they are the same and lists differences, "
            "or the other way round.",
            "unclear-judgement",
            suggestions=("try again",),
        )
    _sure(here, found, "whether they mean the same", "yes" if same else "no", "")
    return Record(kind="comparison", fields={"same": same, "differences": List(items=differences)})


def _decided(here: Here, thing: Any, task: str, what: str, samples: Decimal | None) -> bool:
    found = _judged(here, thing, task, YES_OR_NO, samples, what, "yes/no")
    _sure(here, found, what, str(found.answer), "yes/no")
    return bool(found.answer == "yes")


def _judged(
    here: Here,
    thing: Any,
    task: str,
    answer: dict[str, Any],
    samples: Decimal | None,
    what: str,
    needs: str,
    choices: tuple[Any, ...] = (),
) -> Any:
    """Let the model judge; where there is none, a person says it, with the data before them.
    Raises Exceptional."""
    data = material(here, thing)
    try:
        return here.judge(task, data, answer, _times(samples))
    except Problematic as fault:
        if fault.problem != "model-not-set-up":
            raise
        raise Exceptional(
            "unsure-judgement",
            f"{fault.message} Somebody has to say {what}.",
            needs=needs,
            values=tuple(data.items()),
            candidates=choices,
        ) from None


def _written(here: Here, task: str, thing: Any) -> str:
    text = str(here.judge(task, material(here, thing), TEXT, shown=False).answer).strip()
    if not text:
        raise Problematic(
            "The model wrote nothing.", "unclear-judgement", suggestions=("try again",)
        )
    return text


def _times(samples: Decimal | None) -> int:
    if samples is None:
        return 1
    if samples != int(samples) or not 1 <= samples <= MOST_SAMPLES:
        raise Problematic(
            f"It is asked a whole number of times, from 1 to {MOST_SAMPLES}, not {samples}.",
            "refused",
        )
    return int(samples)


def _sure(
    here: Here, found: Any, what: str, answer: str, needs: str, choices: tuple[Any, ...] = ()
) -> None:
    """Ask a person where the model is less sure than the settings want. Raises Exceptional."""
    least = here.setting("judgement.confidence", SURE)
    if not isinstance(least, int | float) or isinstance(least, bool) or not 0 <= least <= 1:
        raise Problematic(
            f"kognilang.toml: [judgement] confidence should be a number from 0 to 1, not {least}.",
            "refused",
        )
    if found.confidence >= least:
        return
    passages = [(f"it says ({where})", passage) for passage, where in found.evidence]
    guess = f' Its guess is "{answer}".' if answer else ""
    why = f"no more than {found.confidence:.0%} sure" if passages else "no passage in it shows it"
    raise Exceptional(
        "unsure-judgement",
        f"I cannot tell for certain {what}: {why}.{guess}",
        needs=needs,
        values=tuple(passages),
        candidates=choices,
        suggestions=(answer,) if answer and not choices else (),
    )


def _flat(text: str) -> str:
    return " ".join(text.split()).lower()
