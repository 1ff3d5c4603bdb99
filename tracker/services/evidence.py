"""Evidence files: kept under their checksum, given to those who are signed in."""

from dataclasses import dataclass

from tracker.domain.roles import Person
from tracker.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceFile:
    """A file as it was kept; `name` is what it was called, to be shown as text alone."""

    checksum: str
    name: str
    mime: str
    size: int
    content: bytes


def keep(store: Store, person: Person, name: str, content: bytes) -> str:
    """Keep a file and give its checksum; RefusedInputError where it is no PDF, PNG or JPEG of at most 10 MB."""
    raise NotImplementedError


def fetch(store: Store, person: Person, checksum: str) -> EvidenceFile:
    """Give a file to someone who is signed in; NotAllowedError else, NotFoundError where there is none."""
    raise NotImplementedError
