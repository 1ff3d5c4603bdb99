"""Coroutines run to their end from a plain test."""

import asyncio
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

_Answer = TypeVar("_Answer")


def run_to_end(work: Coroutine[Any, Any, _Answer]) -> _Answer:
    """Run a coroutine in a thread of its own: in the tests' own thread the browser keeps an event loop running."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, work).result()
