"""Puts a server under load: at a fixed pace, at full speed, and with visitors who walk the whole route."""

from __future__ import annotations

import asyncio
import time
from collections import Counter
from collections.abc import Mapping

import msgspec

from app.facts.model import Facts
from app.facts.values import Answer
from bench.line import Line, Reply, cookies_after, request_of
from bench.visitor import ROUTE, form_of

LANGUAGES = ("nl", "en", "ar")
MOST_PAGES = 30


class Load(msgspec.Struct):
    """What came of it: the seconds that each answer took, how long all of it took, and what went wrong."""

    seconds: list[float] = msgspec.field(default_factory=list)
    lasted: float = 0
    wrong: Counter[str] = msgspec.field(default_factory=Counter)

    def note(self, begin: float, reply: Reply, expected: int = 200) -> None:
        """Note an answer."""
        self.seconds.append(time.perf_counter() - begin)
        if reply.status != expected:
            self.wrong[str(reply.status)] += 1

    @property
    def errors(self) -> int:
        """How many requests were not answered as they should be."""
        return sum(self.wrong.values())


async def at_pace(port: int, request: bytes, per_second: int, seconds: float, lines: int) -> Load:
    """Send requests at fixed moments whatever the answers do, each timed from its moment (open loop)."""
    load, free = Load(), [Line(port) for _ in range(lines)]
    begin = time.perf_counter() + 0.1

    async def one(moment: float, line: Line) -> None:
        try:
            load.note(moment, await line.ask(request))
        except (OSError, EOFError) as error:
            load.wrong[type(error).__name__] += 1
        free.append(line)

    async with asyncio.TaskGroup() as tasks:
        for number in range(round(per_second * seconds)):
            moment = begin + number / per_second
            await asyncio.sleep(max(0, moment - time.perf_counter()))
            # The line that has been free longest: visitors who read have open lines to every worker.
            tasks.create_task(one(moment, free.pop(0) if free else Line(port)))
    load.lasted = time.perf_counter() - begin
    for line in free:
        line.close()
    return load


async def at_full_speed(port: int, request: bytes, seconds: float, lines: int) -> Load:
    """Send the next request as soon as an answer is there, on some lines at once (closed loop)."""
    load, begin = Load(), time.perf_counter()

    async def one(line: Line) -> None:
        while time.perf_counter() - begin < seconds:
            sent = time.perf_counter()
            try:
                load.note(sent, await line.ask(request))
            except (OSError, EOFError) as error:
                load.wrong[type(error).__name__] += 1
        line.close()

    async with asyncio.TaskGroup() as tasks:
        for _ in range(lines):
            tasks.create_task(one(Line(port)))
    load.lasted = time.perf_counter() - begin
    return load


class Walker:
    """A visitor who walks the route with a line and cookies of their own."""

    def __init__(self, port: int, facts: Facts, answers: Mapping[str, Answer], load: Load) -> None:
        self._port, self._facts, self._answers, self._load = port, facts, answers, load
        self._line = Line(port)
        self._cookies: dict[bytes, bytes] = {}

    async def walk(self, language: str, pause: float) -> None:
        """Go from the first page by every question to the outcome, with a pause for reading."""
        await self._page(f"/{language}/", pause)
        path = f"/{language}/route/{ROUTE}"
        for _ in range(MOST_PAGES):
            html = await self._page(path, pause)
            if path.endswith("/uitkomst"):
                break
            path = await self._next(path, html)
        else:
            self._load.wrong["no outcome"] += 1
        self._line.close()

    async def _next(self, path: str, html: bytes) -> str:
        if path.endswith("/controleer"):
            return path.removesuffix("controleer") + "uitkomst"
        fact = path.rpartition("/vraag/")[2] if "/vraag/" in path else None
        body = form_of(html) if fact is None else form_of(html, self._facts[fact], self._answers.get(fact))
        return (await self._ask(path, body, expected=303)).location

    async def _page(self, path: str, pause: float) -> bytes:
        reply = await self._ask(path)
        await asyncio.sleep(pause)
        return reply.content

    async def _ask(self, path: str, body: bytes | None = None, expected: int = 200) -> Reply:
        cookies = [f"{name.decode()}={value.decode()}" for name, value in self._cookies.items()]
        request = request_of(f"localhost:{self._port}", path, cookies, body)
        begin = time.perf_counter()
        reply = await self._line.ask(request)
        self._load.note(begin, reply, expected)
        self._cookies = cookies_after(self._cookies, reply)
        return reply


async def walking(
    port: int, facts: Facts, answers: Mapping[str, Answer], visitors: int, pause: float
) -> Load:
    """Let this many visitors walk the route at the same time, each language as often."""
    load, begin = Load(), time.perf_counter()
    async with asyncio.TaskGroup() as tasks:
        for number in range(visitors):
            walker = Walker(port, facts, answers, load)
            # Nobody presses a button in the same millisecond as 49 others.
            later = pause * number / visitors
            tasks.create_task(_after(later, walker, LANGUAGES[number % len(LANGUAGES)], pause))
    load.lasted = time.perf_counter() - begin
    return load


async def _after(later: float, walker: Walker, language: str, pause: float) -> None:
    await asyncio.sleep(later)
    await walker.walk(language, pause)
