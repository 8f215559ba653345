"""Data classes that cost nothing until they are used: start-up is a feature.

`dataclasses` compiles three methods for every class as it is defined, which for the tree and
the plan would take longer than all else that a short run does. Here a class gets its slots at
once and its `__init__` when it is first called; comparison, hash and representation are
closures. What `dataclasses` itself asks of a class (`fields`, `replace`) is made when asked
for. To a type checker these are the standard ones.
"""

from __future__ import annotations

from operator import attrgetter
from reprlib import recursive_repr
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
    from dataclasses import field as field
    from dataclasses import fields as fields
    from dataclasses import is_dataclass as is_dataclass
    from dataclasses import replace as replace
else:

    def dataclass(*, slots=True, frozen=False, eq=True):
        """Make a class of plain data, as `dataclasses.dataclass` with these arguments does."""
        if not slots:
            raise TypeError("every data class here has slots")
        return lambda cls: _made(cls, frozen, eq)

    def field(**about):
        """Say more of a field: `default`, `default_factory`, `init`, `compare`, `repr`,
        `kw_only`."""
        return _Said(about)

    def fields(thing):
        """Return the fields of a data class or of one of its things, in their order."""
        return members(thing if isinstance(thing, type) else type(thing))

    def is_dataclass(thing):
        """Tell whether something is a data class or a thing of one."""
        return hasattr(thing, "__members__")

    def replace(thing, /, **changes):
        """Return another thing of its class with some of its fields changed."""
        for one in members(type(thing)):
            if one.init and one.name not in changes:
                changes[one.name] = getattr(thing, one.name)
        return type(thing)(**changes)


class Member:
    """A field of a data class."""

    __slots__ = ("compare", "default", "default_factory", "init", "kind", "kw_only", "name", "repr")

    def __init__(self, name: str, kind: Any, about: dict[str, Any]) -> None:
        self.name = name
        self.kind = kind
        self.default = about.get("default", MISSING)
        self.default_factory = about.get("default_factory", MISSING)
        self.init: bool = about.get("init", True)
        self.compare: bool = about.get("compare", True)
        self.repr: bool = about.get("repr", True)
        self.kw_only: bool = about.get("kw_only", False)


MISSING: Any = object()
"""Stands for a default that there is not."""


def members(cls: type[Any]) -> tuple[Member, ...]:
    """Return the fields of a data class in their order; none for any other class."""
    found: tuple[Member, ...] = getattr(cls, "__members__", ())
    return found


class _Said:
    """What `field` was told, until its class is made."""

    __slots__ = ("about",)

    def __init__(self, about: dict[str, Any]) -> None:
        self.about = about


def _made(cls: type[Any], frozen: bool, eq: bool) -> type[Any]:
    """Return the class anew with slots for its fields and the methods of plain data."""
    space = dict(cls.__dict__)
    inherited: dict[str, Member] = {}
    for base in cls.__mro__[-1:0:-1]:
        for member in base.__dict__.get("__members__", ()):
            inherited[member.name] = member
    all_members = dict(inherited)
    own = []
    for name, kind in cls.__annotations__.items():
        if "ClassVar" in str(kind):
            continue
        given = space.pop(name, MISSING)
        about = given.about if type(given) is _Said else {}
        if type(given) is not _Said and given is not MISSING:
            about = {"default": given}
        all_members[name] = Member(name, kind, about)
        if name not in inherited:
            own.append(name)
    found = tuple(all_members.values())
    for name in ("__dict__", "__weakref__"):
        space.pop(name, None)
    space["__slots__"] = tuple(own)
    space["__members__"] = found
    space["__match_args__"] = tuple(one.name for one in found if one.init and not one.kw_only)
    space["__dataclass_fields__"] = _Fields(found)
    space.setdefault("__repr__", _repr)
    compared = tuple(one.name for one in found if one.compare)
    if eq:
        space.setdefault("__eq__", _equal(compared))
    if frozen:
        space.update(
            __setattr__=_refuse_setting, __delattr__=_refuse_deleting,
            __getstate__=_state, __setstate__=_restore,
        )  # fmt: skip
        if eq and space.get("__hash__") is None:
            space["__hash__"] = _hash(compared)
    elif eq:
        space.setdefault("__hash__", None)
    qualified = cls.__qualname__
    meta: Any = type(cls)
    made: type[Any] = meta(cls.__name__, cls.__bases__, space)
    made.__qualname__ = qualified
    if "__init__" not in space:
        setattr(made, "__init__", _first(made, frozen))  # noqa: B010
    return made


def _first(cls: type[Any], frozen: bool) -> Any:
    """Return an `__init__` that puts the real one in its place when it is first called."""

    def __init__(self: Any, *args: Any, **named: Any) -> None:
        init = _init(members(cls), frozen)
        setattr(cls, "__init__", init)  # noqa: B010
        init(self, *args, **named)

    return __init__


def _init(found: tuple[Member, ...], frozen: bool) -> Any:
    """Compile the `__init__` of a class with these fields."""
    space: dict[str, Any] = {"MISSING": MISSING, "put": object.__setattr__}
    plain: list[str] = []
    named: list[str] = []
    body: list[str] = []
    for one in found:
        name = one.name
        shown, value = name, name
        if one.default is not MISSING:
            space[f"default_{name}"] = one.default
            shown = f"{name}=default_{name}"
        elif one.default_factory is not MISSING:
            space[f"make_{name}"] = one.default_factory
            shown = f"{name}=MISSING"
            value = f"make_{name}() if {name} is MISSING else {name}"
        if one.init:
            (named if one.kw_only else plain).append(shown)
        elif one.default_factory is not MISSING:
            value = f"make_{name}()"
        else:
            value = f"default_{name}"
        body.append(f"put(self, {name!r}, {value})" if frozen else f"self.{name} = {value}")
    head = ", ".join(["self", *plain, *(["*", *named] if named else [])])
    exec(f"def __init__({head}):\n " + "\n ".join(body or ["pass"]), space)
    return space["__init__"]


def _equal(names: tuple[str, ...]) -> Any:
    if not names:
        return lambda self, other: True if other.__class__ is self.__class__ else NotImplemented
    get = attrgetter(*names)

    def __eq__(self: Any, other: Any) -> Any:
        if other.__class__ is self.__class__:
            return get(self) == get(other)
        return NotImplemented

    return __eq__


def _hash(names: tuple[str, ...]) -> Any:
    get = attrgetter(*names) if names else type
    return lambda self: hash(get(self))


@recursive_repr()
def _repr(self: Any) -> str:
    shown = ", ".join(
        f"{one.name}={getattr(self, one.name)!r}" for one in members(type(self)) if one.repr
    )
    return f"{type(self).__qualname__}({shown})"


def _refuse_setting(self: Any, name: str, value: object) -> None:
    from dataclasses import FrozenInstanceError

    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_deleting(self: Any, name: str) -> None:
    from dataclasses import FrozenInstanceError

    raise FrozenInstanceError(f"cannot delete field {name!r}")


def _state(self: Any) -> list[Any]:
    return [getattr(self, one.name) for one in members(type(self))]


def _restore(self: Any, state: list[Any]) -> None:
    for one, value in zip(members(type(self)), state, strict=True):
        object.__setattr__(self, one.name, value)


class _Fields:
    """`__dataclass_fields__`, made when `dataclasses` first asks for it."""

    __slots__ = ("found", "made")

    def __init__(self, found: tuple[Member, ...]) -> None:
        self.found = found
        self.made: dict[str, Any] | None = None

    def __get__(self, instance: object, owner: type[Any]) -> dict[str, Any]:
        if self.made is None:
            import dataclasses

            def made(one: Member) -> Any:
                about: dict[str, Any] = {}
                if one.default is not MISSING:
                    about["default"] = one.default
                if one.default_factory is not MISSING:
                    about["default_factory"] = one.default_factory
                return dataclasses.field(
                    init=one.init, compare=one.compare, repr=one.repr, kw_only=one.kw_only, **about
                )

            fields = {}
            for one in self.found:
                fields[one.name] = item = made(one)
                item.name, item.type = one.name, one.kind
                item._field_type = dataclasses._FIELD  # type: ignore[attr-defined]
            self.made = fields
        return self.made


__all__ = [
    "MISSING",
    "Member",
    "dataclass",
    "field",
    "fields",
    "is_dataclass",
    "members",
    "replace",
]
