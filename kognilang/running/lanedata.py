"""Lanes as data: how where a run stands is written as JSON, and read back."""

from __future__ import annotations

from typing import Any

from kognilang.running.frames import Asking, Frame, Group, Guard, Lane, Loop, Settling, Trying
from kognilang.running.heap import Heap


def lane_data(lane: Lane, heap: Heap) -> dict[str, Any]:
    """Write a lane; its open inner lanes are named by place and written on their own."""
    data: dict[str, Any] = {
        "s": lane.status,
        "stack": [_frame_data(frame, heap) for frame in lane.stack],
    }
    if lane.writes:
        data["writes"] = lane.writes
    if lane.adds:
        data["adds"] = [[how, name, heap.encode(value)] for how, name, value in lane.adds]
    if lane.asking is not None:
        data["asking"] = _asking_data(lane.asking, heap)
    if lane.wake:
        data["wake"] = lane.wake
    if lane.trying is not None:
        one = lane.trying
        data["trying"] = [
            one.depth, one.code, one.pc, [list(pair) for pair in one.failures], one.left,
            heap.encode(one.waiting),
        ]  # fmt: skip
    return data


def _asking_data(asking: Asking, heap: Heap) -> dict[str, Any]:
    data: dict[str, Any] = {"q": asking.question, "kind": asking.kind}
    for name in ("problem", "place", "prop", "needs", "due", "remind"):
        if value := getattr(asking, name):
            data[name] = value
    if asking.every is not None:
        data["every"] = heap.encode(asking.every)
    if asking.targets:
        data["targets"] = [
            [label, heap.encode(thing), name] for label, thing, name in asking.targets
        ]
    if asking.thing is not None:
        data["thing"] = heap.encode(asking.thing)
    if asking.candidates:
        data["candidates"] = [heap.encode(one) for one in asking.candidates]
    if asking.rest:
        data["rest"] = [heap.encode(one) for one in asking.rest]
    return data


def _frame_data(frame: Frame, heap: Heap) -> dict[str, Any]:
    encode = heap.encode
    data: dict[str, Any] = {"pc": frame.pc, "kind": frame.kind}
    if not frame.shares:
        data["names"] = {name: encode(value) for name, value in frame.names.items()}
    else:
        data["shares"] = True
    for name in ("code", "result", "key", "intent"):
        if value := getattr(frame, name):
            data[name] = value
    if frame.procedure >= 0:
        data["procedure"] = frame.procedure
    if frame.loops:
        data["loops"] = {
            str(number): _loop_data(loop, heap) for number, loop in frame.loops.items()
        }
    if frame.guards:
        data["guards"] = [
            [
                g.number,
                [list(r) for r in g.reasons],
                g.again,
                g.tries,
                encode(g.waiting),
                list(g.loops),
                g.writes,
                [list(one) for one in g.failures],
            ]
            for g in frame.guards
        ]
    if frame.settling is not None:
        one = frame.settling
        asking = _asking_data(one.asking, heap)
        data["settling"] = [one.id, one.words, asking, one.row, list(one.tried)]
    if frame.overrides:
        data["overrides"] = {key: encode(value) for key, value in frame.overrides.items()}
    return data


def _loop_data(loop: Loop, heap: Heap) -> dict[str, Any]:
    data: dict[str, Any] = {"at": loop.at}
    if loop.items is not None:
        data["items"] = heap.encode(loop.items)
    if loop.range is not None:
        first, step, count = loop.range
        data["range"] = [heap.encode(first), heap.encode(step), count]
    if loop.rounds:
        data["rounds"] = loop.rounds
    if loop.since:
        data["since"] = loop.since
    if loop.group is not None:
        group = loop.group
        data["group"] = {
            "loop": group.loop,
            "prefix": group.prefix,
            "start": group.start,
            "end": group.end,
            "item": group.item,
            "noun": group.noun,
            "items": heap.encode(group.items),
            "ledger": heap.encode(group.ledger),
            "sentence": group.sentence,
            "next": group.next,
            "open": len(group.open),
            "line": group.line,
            "done": group.done,
            "skipped": group.skipped,
            "stopping": group.stopping,
            "reason": group.reason,
            "base": group.base,
        }
        if group.apart:
            data["group"] |= {"apart": group.apart, "first": group.first}
            if group.around:
                data["group"]["around"] = group.around
        if group.starts:
            data["group"] |= {
                "starts": group.starts,
                "exit": group.exit,
                "fault": group.fault,
            }
    return data


def lane_from(
    data: dict[str, Any], path: str, parent: Group | None, place: int, heap: Heap
) -> Lane:
    """Read a lane; the open lanes of its groups are rows of their own and read by the machine."""
    lane = Lane(path, data["s"], parent=parent, place=place)
    lane.writes = data.get("writes", 0)
    lane.adds = [(how, name, heap.decode(value)) for how, name, value in data.get("adds", ())]
    lane.wake = data.get("wake", "")
    if "asking" in data:
        lane.asking = _asking_of(data["asking"], heap)
    if "trying" in data:
        depth, code, pc, failures, left, waiting = data["trying"]
        pairs = [(at, message) for at, message in failures]
        lane.trying = Trying(depth, code, pc, pairs, left, heap.decode(waiting))
    top = _top_of(parent)
    around = parent.owner.stack[-1] if parent is not None else None
    for one in data["stack"]:
        frame = _frame_of(one, lane, heap)
        if frame.shares:
            below = lane.stack[-1]
            frame.names, frame.outer = below.names, below.outer
        elif frame.kind in ("lane", "branch"):
            frame.outer = around
        elif frame.kind == "item":
            frame.outer = lane.stack[-1]
        elif frame.kind == "call":
            frame.outer = top or lane.stack[0]
        lane.stack.append(frame)
    return lane


def _asking_of(one: dict[str, Any], heap: Heap) -> Asking:
    return Asking(
        one["q"],
        one["kind"],
        one.get("problem", ""),
        one.get("place", ""),
        one.get("prop", ""),
        heap.decode(one.get("thing")),
        one.get("needs", ""),
        tuple(heap.decode(c) for c in one.get("candidates", ())),
        tuple(heap.decode(c) for c in one.get("rest", ())),
        tuple((label, heap.decode(t), name) for label, t, name in one.get("targets", ())),
        one.get("due", ""),
        one.get("remind", ""),
        heap.decode(one["every"]) if "every" in one else None,
    )


def _top_of(parent: Group | None) -> Frame | None:
    top = None
    while parent is not None:
        top = parent.owner.stack[0]
        parent = parent.owner.parent
    return top


def _frame_of(data: dict[str, Any], lane: Lane, heap: Heap) -> Frame:
    frame = Frame(
        data.get("code", ""),
        data["pc"],
        {name: heap.decode(value) for name, value in data.get("names", {}).items()},
        kind=data["kind"],
        procedure=data.get("procedure", -1),
        result=data.get("result", ""),
        shares=data.get("shares", False),
        key=data.get("key", ""),
        intent=data.get("intent", ""),
    )
    frame.loops = {int(n): _loop_of(one, lane, heap) for n, one in data.get("loops", {}).items()}
    frame.guards = [
        Guard(
            number,
            tuple((reason[0], reason[1]) for reason in reasons),
            again,
            tries,
            heap.decode(waiting),
            tuple(loops),
            writes,
            tuple((at, message) for at, message in (failures[0] if failures else ())),
        )
        for number, reasons, again, tries, waiting, loops, writes, *failures in data.get(
            "guards", ()
        )
    ]
    if "settling" in data:
        id, words, asking, row, tried = data["settling"]
        frame.settling = Settling(id, words, _asking_of(asking, heap), row, tuple(tried))
    frame.overrides = {key: heap.decode(one) for key, one in data.get("overrides", {}).items()}
    return frame


def _loop_of(data: dict[str, Any], lane: Lane, heap: Heap) -> Loop:
    loop = Loop(at=data["at"], rounds=data.get("rounds", 0), since=data.get("since", ""))
    if "items" in data:
        loop.items = heap.decode(data["items"])
    if "range" in data:
        first, step, count = data["range"]
        loop.range = (heap.decode(first), heap.decode(step), count)
    if "group" in data:
        one = data["group"]
        loop.group = Group(
            lane,
            one["loop"],
            one["prefix"],
            one["start"],
            one["end"],
            one["item"],
            one["noun"],
            heap.decode(one["items"]),
            heap.decode(one["ledger"]),
            one["sentence"],
            one["next"],
            done=one["done"],
            skipped=one["skipped"],
            stopping=one["stopping"],
            reason=one["reason"],
            line=one["line"],
            base=one.get("base", one["prefix"]),
            starts=tuple(one.get("starts", ())),
            exit=one.get("exit", ""),
            fault=tuple(one["fault"]) if one.get("fault") else None,
            apart=one.get("apart", ""),
            around=one.get("around", ""),
            first=one.get("first", 0),
        )
    return loop
