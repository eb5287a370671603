"""The limits that the services keep, as they do it: by the second, and by calls at once."""

from __future__ import annotations

import threading
import time
from collections import deque


class Meter:
    """Counts the calls of the last second, or of some seconds, and those under way."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._calls: deque[float] = deque()
        self._inside = 0

    def enter(self, rate: int, at_once: int, seconds: float = 1) -> bool:
        """Whether one more call is within the limits."""
        with self._lock:
            now = time.monotonic()
            while self._calls and self._calls[0] <= now - seconds:
                self._calls.popleft()
            self._calls.append(now)
            self._inside += 1
            return len(self._calls) <= rate and self._inside <= at_once

    def leave(self) -> None:
        with self._lock:
            self._inside -= 1
