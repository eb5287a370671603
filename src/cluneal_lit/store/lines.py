"""Lines added to a file that people write, or taken from it; no other byte changes."""

from __future__ import annotations


def with_line(content: bytes, line: str) -> bytes:
    """The content with a line at its end, which ends as the line before does; nothing else changes."""
    lines = content.split(b"\n")
    ended = lines[-1] == b""
    above = lines[:-1] if ended else lines
    returned = b"\r" if len(lines) > 1 and lines[-2].endswith(b"\r") else b""
    if ended:
        return b"\n".join((*above, line.encode() + returned, b""))
    return b"\n".join((*above[:-1], above[-1] + returned, line.encode()))


def without_line(content: bytes, number: int) -> bytes:
    """The content without the line of that number, counted from 1; where nothing ended it, the line before ends so."""
    lines = content.split(b"\n")
    del lines[number - 1]
    if lines and number > len(lines):
        lines[-1] = lines[-1].removesuffix(b"\r")
    return b"\n".join(lines)
