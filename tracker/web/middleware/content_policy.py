"""The content-security policy: nothing is loaded from, sent to or framed by another host."""

import base64
import hashlib
import re

_INLINE_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)


def content_policy(page: str = "") -> str:
    """Return the policy for a page whose own inline scripts, and no others, may run."""
    scripts = " ".join(["'self'", "blob:", *inline_script_hashes(page)])
    return "; ".join(
        (
            "default-src 'self'",
            f"script-src {scripts}",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "connect-src 'self'",
            "worker-src 'self' blob:",
            "object-src 'none'",
            "base-uri 'self'",
            "form-action 'self'",
            "frame-ancestors 'none'",
        )
    )


def inline_script_hashes(page: str) -> list[str]:
    """Return the hash by which a browser knows each inline script of the page."""
    scripts = _INLINE_SCRIPT.findall(page)
    digests = [hashlib.sha256(script.encode()).digest() for script in scripts]
    return [f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests]
