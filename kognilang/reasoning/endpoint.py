"""The endpoint: any server that speaks OpenAI's chat completions, asked with patience."""

from __future__ import annotations

import email.utils
import json
import random
import time
from collections.abc import Callable
from functools import partial
from typing import Any

from kognilang.dataclass import dataclass
from kognilang.reasoning.config import ModelSettings
from kognilang.reasoning.incoming import WAITING, Incoming, Watch, gathered, whole
from kognilang.reasoning.port import ModelFault, Request
from kognilang.reasoning.validating import fault_of, json_in

FORMATS = ("json_schema", "json_object", "text")
"""How a reply's form is asked for, the strictest first: servers differ in what they take."""

_LONGEST_WAIT = 60.0
_CHARACTERS = 4
"""So many characters count as one token, where a server does not say how many there were."""
_RETRIED = (408, 409, 429, 500, 502, 503, 504, 529)


@dataclass(slots=True)
class Spent:
    """What one request took, with all its tries. `replies` counts those that came, in part or
    whole."""

    replies: int = 0
    tokens_in: int = 0
    tokens_out: int = 0


class Endpoint:
    """Asks one server. The client library is imported with the first request: it takes 2 s.

    Tries again, waiting longer each time, where the server is slow, busy or broken (for as
    long as it says itself, up to a minute), and once more where a reply was cut off or has not
    the form that was asked for. Where somebody watches (`watch`), replies come piece by piece.
    """

    def __init__(
        self,
        settings: ModelSettings,
        *,
        sleep: Callable[[float], None] = time.sleep,
        jitter: Callable[[], float] = random.random,
    ) -> None:
        self.settings = settings
        self._sleep = sleep
        self._jitter = jitter
        self.watch: Watch | None = None
        self._client: Any = None
        self._formats: dict[str, int] = {}
        self._in_one_piece: set[str] = set()
        """The models whose server does not send replies piece by piece."""
        self._name = ""

    def name_for(self, job: str) -> str:
        """Return the name of the model for a job; where nothing says, the server's first one."""
        name = self.settings.model_for(job)
        if name:
            return name
        if not self._name:
            listed = self.served()
            if not listed:
                raise ModelFault(
                    f"{self._where} has no model loaded. Load one there, or name one in "
                    'kognilang.toml: [model] name = "…".',
                    "model-not-set-up",
                )
            self._name = listed[0]
        return self._name

    def served(self) -> list[str]:
        """Return the names of the models that the server offers. Raises ModelFault."""
        return [one.id for one in self._patiently(lambda: list(self._open().models.list()))]

    def ask(self, request: Request, model: str, spent: Spent) -> Any:
        """Return the reply's data: as the schema says, or its text. Raises ModelFault."""
        complaint = ""
        most = request.most_tokens
        for last in (False, True):
            text, cut = self._reply(request, model, complaint, most, spent)
            if cut:
                complaint, most = "", most * 2
                fault = "it was cut off before its end"
                continue
            if request.schema is None:
                if text.strip():
                    return text
                complaint, fault = "", "it was empty"
                continue
            try:
                data = json_in(text)
            except ValueError:
                fault = "it was empty" if not text.strip() else "it is not JSON"
            else:
                fault = fault_of(data, request.schema)
                if not fault:
                    return data
            if not last:
                complaint = f"Your last reply could not be used: {fault}."
        raise ModelFault(
            f"The model {model} gave no reply that can be used: {fault}. Try again, or name "
            "another model in kognilang.toml.",
            "model-unclear",
        )

    # -- one reply ------------------------------------------------------------------------

    def _reply(
        self, request: Request, model: str, complaint: str, most: int, spent: Spent
    ) -> tuple[str, bool]:
        """Return the reply's text, and whether it was cut off."""
        while True:
            level = self._formats.get(model, 0) if request.schema is not None else len(FORMATS) - 1
            arguments = self._arguments(request, model, level, complaint, most)
            try:
                answer = self._patiently(partial(self._create, request.job, arguments, spent))
                break
            except _Unsupported as refused:
                streamed = self._streams(model)
                if streamed and (refused.about_streams or level + 1 >= len(FORMATS)):
                    self._in_one_piece.add(model)
                    self._formats.pop(model, None)
                elif level + 1 < len(FORMATS):
                    self._formats[model] = level + 1
                else:
                    raise ModelFault(
                        f"{self._where} refuses the request as malformed. Is it an "
                        "OpenAI-compatible server that offers chat completions?",
                        "model-not-set-up",
                    ) from None
        if answer.refusal or answer.finish == "content_filter":
            said = " ".join(answer.refusal.split())[:200]
            why = f': "{said}"' if said else ""
            raise ModelFault(f"The model {model} declined to answer{why}.", "model-refused")
        return answer.text, answer.finish == "length"

    def _streams(self, model: str) -> bool:
        return self.watch is not None and model not in self._in_one_piece

    def _arguments(
        self, request: Request, model: str, level: int, complaint: str, most: int
    ) -> dict[str, Any]:
        varying = request.varying
        if complaint:
            varying += f"\n\n{complaint}"
        found: dict[str, Any] = {
            "model": model,
            "messages": [
                {"role": "system", "content": request.beginning},
                {"role": "user", "content": varying},
            ],
            "max_tokens": most,
            "temperature": 0.0 if request.sample == 0 else 0.7,
            "seed": request.sample,
        }
        if model.startswith(("o1", "o3", "o4", "gpt-5")):
            # These count their thinking among the tokens and choose the temperature themselves.
            found["max_completion_tokens"] = 4 * found.pop("max_tokens")
            del found["temperature"]
        if request.schema is None:
            return found
        if FORMATS[level] == "json_schema":
            found["response_format"] = {
                "type": "json_schema",
                "json_schema": {
                    "name": request.job,
                    "strict": True,
                    "schema": _alternatives(request.schema)
                    if self.settings.url
                    else request.schema,
                },
            }
            return found
        shape = json.dumps(request.schema, ensure_ascii=False)
        found["messages"][0]["content"] += f"\n\nReply with JSON alone, by this schema:\n{shape}"
        if FORMATS[level] == "json_object":
            found["response_format"] = {"type": "json_object"}
        return found

    def _create(self, job: str, arguments: dict[str, Any], spent: Spent) -> Incoming:
        """Make one call and wait for the end of its reply; what came of it is counted even where
        it then breaks off."""
        create = self._open().chat.completions.create
        watch = self.watch
        if watch is None or arguments["model"] in self._in_one_piece:
            answer = whole(create(**arguments))
            _count(arguments, answer, spent)
            return answer
        answer = Incoming()
        stream = create(**arguments, stream=True, stream_options={"include_usage": True})
        kind = stream.response.headers.get("content-type", "")
        try:
            if "json" in kind:
                # It was asked for pieces and sends the whole: no need to ask again.
                self._in_one_piece.add(arguments["model"])
                body = json.loads(stream.response.read())
                answer = whole(_library().types.chat.ChatCompletion.model_validate(body))
            else:
                gathered(stream, partial(watch, job), answer)
        finally:
            stream.close()
            _count(arguments, answer, spent)
            watch(job, "")
        return answer

    # -- patience -------------------------------------------------------------------------

    def _open(self) -> Any:
        if self._client is None:
            openai = _library()
            self._client = openai.OpenAI(
                api_key=self.settings.key or "none",
                base_url=self.settings.url or None,
                timeout=self.settings.timeout,
                max_retries=0,
            )
        return self._client

    @property
    def _where(self) -> str:
        return f"The model's server {self.settings.url}" if self.settings.url else "The service"

    def _patiently(self, call: Callable[[], Any]) -> Any:
        """Make a call, again where that may help. Raises ModelFault, and _Unsupported where the
        server does not take the form in which the reply was asked for."""
        openai = _library()
        tries = self.settings.tries
        for attempt in range(1, tries + 1):
            try:
                return call()
            except openai.APITimeoutError:
                fault = f"{self._where} did not answer within {self.settings.timeout:g} seconds"
                wait = None
            except openai.APIStatusError as refused:
                status = refused.status_code
                if status in (401, 403):
                    raise ModelFault(
                        f"{self._where} does not accept the key in OPENAI_API_KEY. Set the "
                        "right one, then try again.",
                        "model-not-set-up",
                    ) from None
                if status == 404:
                    raise ModelFault(
                        f"{self._where} does not know the model, or has no chat completions "
                        'there. Check [model] name = "…" in kognilang.toml and OPENAI_BASE_URL.',
                        "model-not-set-up",
                    ) from None
                if _out_of_credit(refused):
                    raise ModelFault(
                        f"{self._where} says that the account has no credit left. Top it up, "
                        "then try again.",
                        "model-not-set-up",
                    ) from None
                if status not in _RETRIED:
                    raise _Unsupported(refused) from None
                fault = f"{self._where} is {'too busy' if status == 429 else 'in trouble'}"
                fault += f" (HTTP {status})"
                wait = _asked_wait(refused)
                if status in (500, 501) and attempt > 1 and _about_format(refused):
                    raise _Unsupported(refused) from None
            except openai.APIConnectionError:
                fault, wait = f"{self._where} cannot be reached", None
            except (openai.APIError, ValueError):
                # The body was no JSON, or was cut off in its middle.
                fault, wait = f"{self._where} sent something that is no whole reply", None
            if attempt < tries:
                if wait is None:
                    wait = min(2.0 ** (attempt - 1), 20.0) * (0.75 + self._jitter() / 2)
                wait = min(wait, _LONGEST_WAIT)
                if self.watch is not None and wait >= 1:
                    self.watch(WAITING, f"{fault}. It is asked again in {wait:.0f} s …")
                self._sleep(wait)
        raise ModelFault(
            f"{fault}, and {tries} tries did not help. Try again later; whatever is settled "
            "runs without the model."
            if tries > 1
            else f"{fault}. Try again later."
        )


def _alternatives(schema: Any) -> Any:
    """Return the schema with `oneOf` for `anyOf`: the hosted service takes only the one, some
    servers only the other, and where the alternatives exclude each other both say the same."""
    if isinstance(schema, dict):
        return {
            "oneOf" if key == "anyOf" else key: _alternatives(value)
            for key, value in schema.items()
        }
    return [_alternatives(one) for one in schema] if isinstance(schema, list) else schema


def _library() -> Any:
    """Import the client, when a model is really called."""
    try:
        import openai
    except ImportError:
        raise ModelFault(
            "The library that talks to models is not installed. Install it with: "
            'pip install "kognilang[model]"',
            "model-not-set-up",
        ) from None
    return openai


class _Unsupported(Exception):
    """The server does not take the request in this form."""

    def __init__(self, refused: Any) -> None:
        super().__init__()
        self.about_streams = "stream" in str(getattr(refused, "message", "")).lower()


def _count(arguments: dict[str, Any], answer: Incoming, spent: Spent) -> None:
    """Count what a reply took: as the server says, else by the characters, so that budgets hold."""
    if answer.tokens_in is None and not answer.text and not answer.finish:
        return
    said = "".join(str(one["content"]) for one in arguments["messages"])
    spent.replies += 1
    spent.tokens_in += _tokens(said) if answer.tokens_in is None else answer.tokens_in
    spent.tokens_out += _tokens(answer.text) if answer.tokens_out is None else answer.tokens_out


def _tokens(text: str) -> int:
    return -(-len(text) // _CHARACTERS)


def _asked_wait(refused: Any) -> float | None:
    """Return how many seconds the server asks to wait, if it does."""
    headers = refused.response.headers
    exact = headers.get("retry-after-ms")
    try:
        if exact:
            return max(0.0, float(exact) / 1000)
        after = headers.get("retry-after")
        if not after:
            return None
        try:
            return max(0.0, float(after))
        except ValueError:
            moment = email.utils.parsedate_to_datetime(after)
            return max(0.0, moment.timestamp() - time.time())
    except (ValueError, TypeError):
        return None


def _out_of_credit(refused: Any) -> bool:
    return getattr(refused, "code", None) in ("insufficient_quota", "billing_hard_limit_reached")


def _about_format(refused: Any) -> bool:
    words = str(getattr(refused, "message", "")).lower()
    return "schema" in words or "response_format" in words or "grammar" in words
