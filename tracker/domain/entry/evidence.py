"""What is kept as evidence: which kinds of files, known by how they begin, and how large."""

LARGEST_EVIDENCE = 10 * 1024 * 1024
#: Each kind by its first bytes.
EVIDENCE_KINDS = {b"%PDF-": "application/pdf", b"\x89PNG\r\n\x1a\n": "image/png", b"\xff\xd8\xff": "image/jpeg"}
