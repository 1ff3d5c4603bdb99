"""Evidence files: kept under their checksum, given to those who are signed in."""

from tracker.domain.entry.evidence import EVIDENCE_KINDS, LARGEST_EVIDENCE
from tracker.domain.people.roles import Permission, Person
from tracker.domain.text import LONGEST_NAME, shown
from tracker.errors import NotAllowedError, NotFoundError, Problem, RefusedInputError
from tracker.language import _
from tracker.services.accounts.acting import desk_of
from tracker.store import Store
from tracker.store.database.reader import Reader
from tracker.store.entry import evidence as kept
from tracker.store.entry.evidence import KeptFile

#: Where the server hands a file out, followed by its checksum.
ADDRESS = "/evidence"


def keep(store: Store, person: Person, name: str, content: bytes) -> str:
    """Keep a file and give its checksum; RefusedInputError where it is no PDF, PNG or JPEG of at most 10 MB."""
    person.require(Permission.REPORT)
    mime = _kind(name, content)
    with desk_of(store, person) as writer:
        return kept.keep_file(writer, person.account, _plain_name(name), mime, content)


def find(store: Store, person: Person, checksum: str) -> KeptFile:
    """Describe a file to someone who is signed in; NotAllowedError else, NotFoundError where there is none."""
    _require_signed_in(person)
    with store.snapshot() as reader:
        return _file(reader, checksum)


def fetch(store: Store, person: Person, checksum: str) -> tuple[KeptFile, bytes]:
    """Return a file to someone who is signed in; NotAllowedError else, NotFoundError where there is none."""
    _require_signed_in(person)
    with store.snapshot() as reader:
        return _file(reader, checksum), kept.content_of_file(reader, checksum)


def _require_signed_in(person: Person) -> None:
    person.require(Permission.VIEW)
    if not person.account:
        raise NotAllowedError(_("Evidence is shown to those who are signed in."))


def _file(reader: Reader, checksum: str) -> KeptFile:
    file = kept.file_kept(reader, checksum)
    if file is None:
        raise NotFoundError(_("There is no such evidence file."))
    return file


def _kind(name: str, content: bytes) -> str:
    """Recognise a file by how it begins, whatever it is called; RefusedInputError where it is none of ours."""
    right = _("a PDF, PNG or JPEG file of at most 10 MB")
    if len(content) > LARGEST_EVIDENCE:
        raise RefusedInputError([Problem(_("the file is too large"), shown(name), right, column="evidence")])
    for beginning, mime in EVIDENCE_KINDS.items():
        if content.startswith(beginning):
            return mime
    wrong = _("the file is empty") if not content else _("not a kind of file that is kept as evidence")
    raise RefusedInputError([Problem(wrong, shown(name), right, column="evidence")])


def _plain_name(name: str) -> str:
    """Keep a name as text of its last part, with nothing that hides or leads elsewhere."""
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    plain = "".join(character for character in last if character.isprintable()).strip(". ")
    return plain[-LONGEST_NAME:] or "evidence"
