"""Reading and writing single files so that nobody ever meets half of one."""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.parse import quote

import msgspec

from cluneal_lit.errors import StoreError

# What msgspec raises for JSON that does not read, bytes that are no UTF-8 and nesting without end among it.
UNREADABLE: tuple[type[Exception], ...] = (msgspec.DecodeError, UnicodeDecodeError, RecursionError)

_PART = ".cluneal-lit-"  # what the name of an unfinished file begins with
_LONGEST = 150  # characters of a file name; file systems end at 255 bytes, and a suffix must fit behind


def written(path: Path, content: bytes, *, durable: bool = True, mode: int = 0o644) -> bool:
    """Write the file if its content differs, through a temporary file beside it; say whether it was written.

    Not `durable`: a power cut soon after may lose the content, so that only what is checked when it is read is written
    so.
    """
    try:
        if _holds(path, content):
            return False
        with _part(path, content, durable, mode) as part:
            part.replace(path)
    except OSError as error:
        raise _refused(path, "written", error, "; nothing of it was changed") from error
    return True


def _holds(path: Path, content: bytes) -> bool:
    with suppress(FileNotFoundError, NotADirectoryError):
        return path.read_bytes() == content
    return False


def created(path: Path, content: bytes) -> bool:
    """Write the file unless there is one, whatever it holds; say whether it was written."""
    try:
        with _part(path, content) as part:
            _take_name(part, path, content)
    except FileExistsError as error:
        if path.exists():
            return False
        raise _refused(path, "written", error, "; move what is there elsewhere") from error
    except OSError as error:
        raise _refused(path, "written", error, "; nothing of it was changed") from error
    return True


@contextmanager
def _part(path: Path, content: bytes, durable: bool = True, mode: int = 0o644) -> Iterator[Path]:
    """A temporary file beside the path that holds the content, on the disk; it is gone when the block ends."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=_PART, suffix=".part", delete=False) as file:
        part = Path(file.name)
        try:
            file.write(content)
            file.flush()
            if durable:
                os.fsync(file.fileno())
            part.chmod(mode)
            yield part
        finally:
            part.unlink(missing_ok=True)


def _take_name(part: Path, path: Path, content: bytes) -> None:
    """Give the file its name as well. Raises FileExistsError where another has it."""
    try:
        os.link(part, path)
    except FileExistsError:
        raise
    except OSError:  # a file system without hard links, such as FAT: there a kill can leave half of the file
        with path.open("xb") as file:
            try:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            except BaseException:
                path.unlink(missing_ok=True)
                raise


def append_line(path: Path, line: bytes) -> None:
    """Add one line, or several, to the file, on the disk before this returns; never to a line that a kill cut off."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("a+b") as file:
            if file.seek(0, os.SEEK_END):
                file.seek(-1, os.SEEK_END)
                line = line if file.read(1) == b"\n" else b"\n" + line
            file.write(line + b"\n")
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        raise _refused(path, "written", error) from error


def append(path: Path, content: bytes) -> None:
    """Add to the file what is checked when it is read: a kill or a power cut may leave half of it."""
    try:
        with path.open("ab") as file:
            file.write(content)
    except OSError as error:
        raise _refused(path, "written", error) from error


def content(path: Path) -> bytes:
    """The bytes of the file; none for a file that is not there."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return b""
    except OSError as error:
        raise _refused(path, "read", error, "; make it readable") from error


def is_other(path: Path) -> bool:
    """Whether something is there that is no file: a folder, a pipe that would never end."""
    try:
        return not path.is_file() and path.exists()
    except OSError:  # who reads it says why it cannot be
        return False


def ends_with(path: Path, end: bytes) -> bool:
    """Whether the file ends with these bytes; the rest of it is not read."""
    try:
        with path.open("rb") as file:
            file.seek(max(0, file.seek(0, os.SEEK_END) - len(end)))
            return file.read() == end
    except FileNotFoundError:
        return False
    except OSError as error:
        raise _refused(path, "read", error, "; make it readable") from error


def remove_unfinished(folder: Path) -> None:
    """Remove what a killed run left half written below the folder; only for who holds the writer's lock."""
    for part in unfinished(folder):
        remove(part)


def unfinished(folder: Path) -> tuple[Path, ...]:
    """What a killed run left half written below the folder, or a run under way is writing, sorted."""
    return tuple(sorted(folder.rglob(f"{_PART}*.part")))


def remove(path: Path) -> None:
    """Remove a file; one that is not there is as good as removed."""
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise _refused(path, "removed", error, "; remove it") from error


def text(path: Path) -> str:
    """The text of a file that people wrote. Raises StoreError for one that is not UTF-8."""
    return decoded(content(path))


def decoded(content: bytes) -> str:
    """The text of these bytes, which people wrote. Raises StoreError for what is not UTF-8."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise StoreError("is not UTF-8; save it as UTF-8") from error


def shown(name: str) -> str:
    """The name of a file as it can be printed: bytes that are not UTF-8 as `\\xe9`."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")


def digest(content: bytes) -> str:
    """The SHA-256 of the bytes, as hex digits."""
    return hashlib.sha256(content).hexdigest()


def file_name(text: str) -> str:
    """A file name for an identifier: lower case, every byte outside `a-z 0-9 . _ -` percent-encoded, cut when long."""
    name = quote(text.lower(), safe="._-").replace("~", "%7E")
    return name if len(name) <= _LONGEST else f"{name[:_LONGEST]}-{digest(text.lower().encode())[:16]}"


def _refused(path: Path, done: str, error: OSError, then: str = "") -> StoreError:
    """What a person can do about it; a file, or a link that leads nowhere, may stand where a folder has to."""
    if way := next((one for one in path.parents if os.path.lexists(one) and not one.is_dir()), None):
        return StoreError(f"{way}: is no folder; move it elsewhere, a folder goes there")
    return StoreError(f"{path}: cannot be {done}: {(error.strerror or str(error)).lower()}{then}")
