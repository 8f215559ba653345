"""The project's data classes behave as the standard ones do."""

from __future__ import annotations

import copy
import dataclasses
import pickle

import pytest

from kognilang.dataclass import dataclass, field, fields, is_dataclass, members, replace


@dataclass(slots=True)
class Placed:
    """Something with a place that is not compared."""

    place: int = field(default=0, kw_only=True, compare=False, repr=False)


@dataclass(slots=True)
class Basket(Placed):
    """A basket."""

    owner: str
    items: list[str] = field(default_factory=list)
    size: int = 3


@dataclass(frozen=True, slots=True)
class Coin:
    """A coin."""

    value: int
    side: str = "heads"


def test_values_defaults_and_places() -> None:
    one, other = Basket("Ann", place=4), Basket("Ann")
    assert (one.owner, one.items, one.size, one.place) == ("Ann", [], 3, 4)
    assert one == other and one.items is not other.items
    assert one != Basket("Bob") and one != "Ann"
    assert repr(one).endswith("Basket(owner='Ann', items=[], size=3)")
    with pytest.raises(TypeError):
        Basket()  # type: ignore[call-arg]
    with pytest.raises(AttributeError):
        one.colour = "red"  # type: ignore[attr-defined]


def test_the_standard_functions_know_them() -> None:
    one = Basket("Ann", size=5)
    assert [item.name for item in dataclasses.fields(one)] == ["place", "owner", "items", "size"]
    assert [item.name for item in members(Basket)] == ["place", "owner", "items", "size"]
    assert dataclasses.replace(one, owner="Bob") == Basket("Bob", size=5)
    assert [item.name for item in fields(one)] == [item.name for item in fields(Basket)]
    assert fields(one)[1].name == "owner" and is_dataclass(one) and not is_dataclass("Ann")
    changed = replace(one, owner="Bob", items=["tea"], place=7)
    assert (changed, changed.place) == (Basket("Bob", ["tea"], 5), 7) and one.owner == "Ann"
    with pytest.raises(TypeError):
        replace(one, colour="red")  # type: ignore[call-arg]
    assert Basket.__match_args__ == ("owner", "items", "size")
    assert copy.deepcopy(one) == one


def test_frozen_ones_hash_by_value_and_do_not_change() -> None:
    coin = Coin(5)
    assert hash(coin) == hash(Coin(5)) and {coin, Coin(5)} == {coin}
    assert pickle.loads(pickle.dumps(coin)) == coin == copy.copy(coin)
    with pytest.raises(dataclasses.FrozenInstanceError):
        coin.value = 6  # type: ignore[misc]
    with pytest.raises(TypeError):
        hash(Basket("Ann"))
