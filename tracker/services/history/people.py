"""The people who did something, by name: no page shows the account where the person has a name."""

from collections import Counter

from tracker.language import _, aside
from tracker.store import Reader
from tracker.store.audit.audit_events import account_names


def people_names(reader: Reader) -> dict[str, str]:
    """Return the name of each account, with the account in brackets where several people share a name."""
    names = account_names(reader)
    shared = Counter(name.casefold() for name in names.values())
    return {account: aside(name, account) if shared[name.casefold()] > 1 else name for account, name in names.items()}


def person_words(who: str, names: dict[str, str]) -> str:
    """Name who did it; what the program did at somebody's word is said so."""
    programs = {
        "import": _("the command line"),
        "command line": _("the command line"),
        "init": _("loaded with the product"),
        "?": _("somebody unknown"),
    }
    return programs.get(who) or names.get(who) or who


def person_name(reader: Reader, who: str) -> str:
    """Name the person of an account."""
    return person_words(who, people_names(reader))
