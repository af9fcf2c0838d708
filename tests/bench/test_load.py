"""The load that the bench makes: an answer counts from when it was due, and what goes wrong is counted."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

from bench.line import request_of
from bench.load import Load, at_full_speed, at_pace

GOOD = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"
BROKEN = b"HTTP/1.1 500 Oops\r\nContent-Length: 0\r\n\r\n"
REQUEST = request_of("localhost", "/")


def under_load(answer: bytes, load: Callable[[int], Awaitable[Load]], slow_at_first: float = 0) -> Load:
    """Load a server that sends this answer every time; all wait for its first one, which may be slow."""

    async def run() -> Load:
        first = asyncio.Lock()
        slow = [slow_at_first]

        async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            try:
                while True:
                    await reader.readuntil(b"\r\n\r\n")
                    async with first:
                        await asyncio.sleep(slow.pop() if slow else 0)
                    writer.write(answer)
                    if not answer:
                        break
            except (asyncio.IncompleteReadError, ConnectionError):
                pass
            finally:
                writer.close()

        server = await asyncio.start_server(serve, "127.0.0.1", 0)
        async with server:
            return await load(server.sockets[0].getsockname()[1])

    return asyncio.run(run())


def test_who_waits_for_another_is_counted_from_the_moment_they_came() -> None:
    load = under_load(GOOD, lambda port: at_pace(port, REQUEST, 100, 0.3, 4), slow_at_first=0.25)
    assert len(load.seconds) == 30
    assert load.errors == 0
    # Who came in the first tenth of a second waited for the slow one as well.
    assert sum(seconds > 0.1 for seconds in load.seconds) >= 10


def test_a_wrong_answer_and_a_closed_line_are_counted() -> None:
    wrong = under_load(BROKEN, lambda port: at_pace(port, REQUEST, 100, 0.1, 2))
    assert wrong.wrong == {"500": 10}
    closed = under_load(b"", lambda port: at_pace(port, REQUEST, 100, 0.1, 2))
    assert closed.errors == 10
    assert closed.seconds == []


def test_full_speed_ends_by_itself() -> None:
    load = under_load(GOOD, lambda port: at_full_speed(port, REQUEST, 0.2, 3))
    assert load.errors == 0
    assert len(load.seconds) > 10
    assert 0.2 <= load.lasted < 2
