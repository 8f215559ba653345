"""What may come next at the cursor of the prompt: directives, and how a sentence goes on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from kognilang.meaning.continuing import Continuation, continuations
from kognilang.meaning.vocabulary import Vocabulary

if TYPE_CHECKING:
    from kognilang.session import Session
    from kognilang.session.conversation import Conversation

Candidate = Continuation
"""A text that may replace the last `length` characters; `about` says what it is."""


def candidates(
    before: str, vocabulary: Vocabulary, commands: Iterable[str] = ()
) -> Iterator[Candidate]:
    """Yield what may come next after the text `before` the cursor, the likeliest first."""
    line = before.rsplit("\n", 1)[-1]
    if line.startswith(":"):
        yield from (Candidate(c, len(line), "command") for c in commands if c.startswith(line))
        return
    yield from continuations(before, vocabulary)


def completer(
    session: Session, conversation: Conversation, commands: Iterable[str]
) -> Callable[[str], Iterator[Candidate]]:
    """Complete from the books and from what is in scope when the key is pressed."""
    seen: tuple[object, Vocabulary] | None = None

    def complete(before: str) -> Iterator[Candidate]:
        nonlocal seen
        if seen is None or seen[0] is not conversation.known:
            seen = conversation.known, _vocabulary(session, conversation)
        return candidates(before, seen[1], commands)

    return complete


def _vocabulary(session: Session, conversation: Conversation) -> Vocabulary:
    """Return what can be named after what has run so far."""
    from kognilang.meaning.phrases import Phrases
    from kognilang.meaning.understanding import known_phrases
    from kognilang.terminal.repl.scope import kinds_of, properties_of

    names = conversation.names()
    fields = properties_of(names)
    own = Phrases()
    adjectives: list[str] = []
    known = conversation.known
    if known is not None:
        own, adjectives = known_phrases(known)
        for noun, kind in known.kinds.items():
            fields.setdefault(noun, [one.name for one in kind.fields])
        for noun, derived in known.derived.items():
            fields[noun] = list(dict.fromkeys([*fields.get(noun, ()), *derived]))
    skills = session.library.skills

    def about(target: str | int) -> str:
        return skills[target].effect if isinstance(target, str) else "defined here"

    return Vocabulary(
        kinds_of(names),
        fields,
        (own, session.library.phrases),
        about,
        adjectives,
        list(session.settings.people),
    )
