"""One exchange with a web server: only with listed hosts, in bounded time, told in plain words."""

from __future__ import annotations

import http.client
import json
import re
import socket
import ssl
from collections.abc import Mapping
from decimal import Decimal
from typing import Any
from urllib.parse import SplitResult, urlencode, urljoin, urlsplit, urlunsplit

from kognilang import Here, Problematic

LARGEST = 50_000_000
"""Bytes of an answer; a larger one is refused."""

REDIRECTS = 5

_SECRET = re.compile(r"\$\{([A-Za-z_][A-Za-z0-9_]*)\}")


class Answer:
    """What a server answered."""

    def __init__(self, status: int, headers: Mapping[str, str], body: bytes, where: str) -> None:
        self.status = status
        self.headers = headers
        self.body = body
        self.where = where

    @property
    def is_json(self) -> bool:
        """Whether the body says that it is JSON."""
        kind = self.headers.get("content-type", "").partition(";")[0].strip().lower()
        return kind.endswith(("/json", "+json"))

    def text(self) -> str:
        """Return the body as text, by the encoding that the server names."""
        found = re.search(r"charset=\"?([\w-]+)", self.headers.get("content-type", ""))
        try:
            return self.body.decode(found[1] if found else "utf-8", "replace")
        except LookupError:
            return self.body.decode("utf-8", "replace")


def exchange(
    here: Here,
    method: str,
    address: str,
    *,
    query: Mapping[str, str] | None = None,
    body: Any = None,
    writing: bool = False,
) -> Answer:
    """Ask a server and return its answer, whatever its status.

    Raises Problematic: `not-allowed` for a host that is not listed, `unreachable` where nothing
    was handed over, `unsure` where a write was handed over and no answer came.
    """
    url = _allowed(here, address)
    if query:
        pairs = urlencode(query)
        url = url._replace(query=f"{url.query}&{pairs}" if url.query else pairs)
    data = None if body is None else json.dumps(body, ensure_ascii=False).encode()
    for _ in range(REDIRECTS + 1):
        answer = _once(here, method, url, data, writing)
        place = answer.headers.get("location", "")
        if writing or answer.status not in (301, 302, 303, 307, 308) or not place:
            return answer
        url = _allowed(here, urljoin(urlunsplit(url), place))
    raise Problematic(f"{url.hostname} sends from one address to the next without end.", "refused")


def accepted(answer: Answer) -> Answer:
    """Return the answer if the server did what was asked. Raises Problematic, in its words."""
    if 200 <= answer.status < 300:
        return answer
    words = _reason(answer)
    told = f": {words}" if words else ""
    values = [("status", str(answer.status)), ("address", answer.where)]
    host = urlsplit(answer.where).hostname or answer.where
    if answer.status in (404, 410):
        raise Problematic(f"{host} has nothing at that address{told}.", "not-found", values=values)
    if answer.status in (401, 403):
        raise Problematic(
            f"{host} does not allow this ({answer.status}){told}. Check the secret for it in "
            "kognilang.toml.",
            "refused",
            values=values,
        )
    if answer.status in (408, 425, 429) or answer.status >= 500:
        raise Problematic(
            f"{host} cannot do this now ({answer.status}){told}.",
            "unreachable" if answer.status in (408, 425, 429, 503) else "unsure",
            ["Try again."],
            values,
        )
    raise Problematic(f"{host} refuses this ({answer.status}){told}.", "refused", values=values)


def _reason(answer: Answer) -> str:
    """Return what the server says about a refusal, shortly."""
    text = answer.text()
    if answer.is_json:
        try:
            data = json.loads(text)
        except ValueError:
            data = None
        if isinstance(data, dict):
            for name in ("message", "error", "detail", "title"):
                if isinstance(data.get(name), str):
                    text = data[name]
                    break
    elif "<" in text:
        return ""
    return " ".join(text.split())[:200].rstrip(".")


def _allowed(here: Here, address: str) -> SplitResult:
    """Return the parts of an address on a listed host. Raises Problematic."""
    text = str(address).strip()
    try:
        url = urlsplit(text)
        port = url.port
    except ValueError:
        raise Problematic(f'"{text}" is no web address.', "bad-address") from None
    if url.scheme not in ("http", "https") or not url.hostname:
        raise Problematic(
            f'"{text}" is no web address: it should begin with https:// and a host.', "bad-address"
        )
    if url.username or url.password:
        raise Problematic(
            f"The address of {url.hostname} holds a password, which would be seen in every "
            "trace. Name the secret in kognilang.toml instead.",
            "not-allowed",
        )
    name = url.hostname if port is None else f"{url.hostname}:{port}"
    listed = here.setting("web.hosts") or []
    if isinstance(listed, str):
        listed = [listed]
    wanted = [str(one).lower() for one in listed]
    if name.lower() not in wanted and not (port in (80, 443) and url.hostname in wanted):
        known = ", ".join(wanted) or "none yet"
        raise Problematic(
            f'The host "{name}" is not one that procedures may reach (listed: {known}).',
            "not-allowed",
            [f'Add to kognilang.toml under [web]: hosts = ["{name}"]'],
        )
    return url._replace(fragment="")


def _settings_of(here: Here, url: SplitResult) -> dict[str, Any]:
    """Return what the settings say of a host: `[web."api.example.com"]`."""
    web = here.setting("web") or {}
    names = [url.netloc.lower(), (url.hostname or "").lower()]
    for name, found in web.items() if isinstance(web, dict) else ():
        if isinstance(found, dict) and name.lower() in names:
            return found
    return {}


def _once(here: Here, method: str, url: SplitResult, data: bytes | None, writing: bool) -> Answer:
    own = _settings_of(here, url)
    seconds = own.get("time out", here.setting("web.time out", 30))
    seconds = float(seconds) if isinstance(seconds, int | float) and seconds > 0 else 30.0
    headers = {"Accept": "application/json, */*;q=0.5", "User-Agent": "KogniLang"}
    if data is not None:
        headers["Content-Type"] = "application/json; charset=utf-8"
    if writing:
        headers[str(own.get("key header") or "Idempotency-Key")] = here.key
    for name, value in dict(own.get("headers") or {}).items():
        headers[str(name)] = _SECRET.sub(lambda found: here.secret(found[1]), str(value))
    host = url.hostname or ""
    secure = url.scheme == "https"
    link: http.client.HTTPConnection
    if secure:
        context = ssl.create_default_context()
        link = http.client.HTTPSConnection(host, url.port, timeout=seconds, context=context)
    else:
        link = http.client.HTTPConnection(host, url.port, timeout=seconds)
    target = urlunsplit(("", "", url.path or "/", url.query, ""))
    where = urlunsplit(url)
    begun = False
    try:
        link.connect()
        begun = True
        link.request(method, _quoted(target), body=data, headers=headers)
        reply = link.getresponse()
        body = reply.read(LARGEST + 1)
    except (OSError, http.client.HTTPException) as fault:
        raise _failed(fault, host, seconds, begun and writing) from None
    finally:
        link.close()
    if len(body) > LARGEST:
        raise Problematic(f"{host} answers with more than {LARGEST // 1_000_000} MB.", "refused")
    found = {name.lower(): value for name, value in reply.getheaders()}
    return Answer(reply.status, found, body, where)


def _quoted(target: str) -> str:
    """Write what an address may not hold as it is (spaces, other letters) the way the web does."""
    from urllib.parse import quote

    return quote(target, safe="/?&=%:@!$'()*+,;~-._[]")


def _failed(fault: Exception, host: str, seconds: float, unsure: bool) -> Problematic:
    if isinstance(fault, TimeoutError):
        why = f"it did not answer within {seconds:g} seconds"
    elif isinstance(fault, socket.gaierror):
        why = "there is no such host"
    elif isinstance(fault, ssl.SSLError):
        why = "its certificate or encryption cannot be trusted"
    elif isinstance(fault, ConnectionRefusedError):
        why = "nothing answers there"
    else:
        why = "the connection broke"
    if unsure:
        return Problematic(
            f"This was handed over to {host}, but {why}, so it may or may not have happened.",
            "unsure",
        )
    return Problematic(f"{host} cannot be reached: {why}.", "unreachable", ["Try again."])


def parsed(answer: Answer) -> Any:
    """Return the JSON of an answer as plain data, its numbers exact; other content as text."""
    text = answer.text()
    if not answer.is_json:
        return text
    if not text.strip():
        return None
    try:
        return json.loads(text, parse_float=Decimal, parse_int=Decimal)
    except ValueError:
        host = urlsplit(answer.where).hostname
        raise Problematic(f"{host} answers with JSON that cannot be read.", "unreadable") from None
