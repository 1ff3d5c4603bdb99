"""Evidence files are taken by what they are, kept under their checksum and shown to the signed-in alone."""

import pytest

from tests.services.round.round_samples import CHEN, HE, LI, WANG
from tracker.domain.entry.evidence import LARGEST_EVIDENCE
from tracker.domain.people.roles import VISITOR
from tracker.errors import NotAllowedError, NotFoundError, RefusedInputError
from tracker.services.round.evidence_files import fetch, find, keep
from tracker.store import Store

PDF = b"%PDF-1.7\n..."


@pytest.mark.parametrize(
    ("content", "mime"),
    [(PDF, "application/pdf"), (b"\x89PNG\r\n\x1a\n...", "image/png"), (b"\xff\xd8\xff\xe0...", "image/jpeg")],
)
def test_a_file_is_what_its_content_says(round_store: Store, content: bytes, mime: str) -> None:
    checksum = keep(round_store, LI, "report.exe", content)
    found, given = fetch(round_store, WANG, checksum)
    assert (found.mime, given, found.size, found.checksum) == (mime, content, len(content), checksum)
    assert round_store.version() == 1


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "empty"),
        (b"<script>", "not a kind"),
        (b"PK\x03\x04", "not a kind"),
        (PDF + b"x" * LARGEST_EVIDENCE, "too large"),
    ],
)
def test_any_other_file_is_refused(round_store: Store, content: bytes, said: str) -> None:
    with pytest.raises(RefusedInputError, match=said):
        keep(round_store, LI, "report.pdf", content)


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("../../etc/passwd.csv", "passwd.csv"),
        ("C:\\temp\\报告.pdf", "报告.pdf"),
        ("gnp\u202efdp.exe\n", "gnpfdp.exe"),
        ("..", "evidence"),
        ("x" * 400 + ".pdf", "x" * 296 + ".pdf"),
    ],
)
def test_a_files_name_is_text_and_no_place(round_store: Store, name: str, kept: str) -> None:
    assert find(round_store, CHEN, keep(round_store, LI, name, PDF)).name == kept


def test_evidence_is_kept_by_officials_and_shown_to_the_signed_in(round_store: Store) -> None:
    for person in (WANG, HE, CHEN, VISITOR):
        with pytest.raises(NotAllowedError):
            keep(round_store, person, "report.pdf", PDF)
    checksum = keep(round_store, LI, "report.pdf", PDF)
    with pytest.raises(NotAllowedError, match="signed in"):
        fetch(round_store, VISITOR, checksum)
    with pytest.raises(NotFoundError):
        fetch(round_store, LI, "0" * 64)
