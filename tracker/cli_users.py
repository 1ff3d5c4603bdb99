"""The commands that keep accounts: `user add`, `list`, `disable`, `password` and `unlock`."""

import argparse
import getpass
import sys
from collections.abc import Callable
from contextlib import closing
from typing import Any

from tracker.domain.people.roles import Role
from tracker.errors import Problem, RefusedInputError
from tracker.language import _, labelled
from tracker.services import stores
from tracker.services.accounts import account_keeping, account_passwords
from tracker.services.accounts.account_keeping import OPERATOR

_Command = Callable[[argparse.Namespace], None]


def add_user_commands(commands: Any) -> None:
    """Describe `user` and what it can do."""
    text = _("keep the accounts that may sign in")
    parser = commands.add_parser("user", help=text, description=text, allow_abbrev=False)
    actions = parser.add_subparsers(title=_("commands"), metavar="COMMAND", required=True)
    adding = _action(actions, "add", _add, _("add an account; the password is asked for, or read from standard input"))
    adding.add_argument("name", metavar="NAME", help=_("a short name or an e-mail address"))
    adding.add_argument("--role", choices=[str(role) for role in Role], required=True, help=_("what the person does"))
    adding.add_argument(
        "--zone", metavar="Z", action="append", default=[], help=_("a zone of an official or reviewer; may be repeated")
    )
    adding.add_argument("--name", dest="shown_name", metavar="TEXT", default="", help=_("the person's name"))
    adding.add_argument(
        "--no-password", action="store_true", help=_("for people whom the identity provider vouches for")
    )
    _action(actions, "list", _list, _("list the accounts"))
    for name, command, does in (
        ("disable", _disable, _("disable an account and end its sessions")),
        ("password", _password, _("set a password; it is asked for, or read from standard input")),
        ("unlock", _unlock, _("forget failed sign-ins, so that nobody waits for them")),
    ):
        _action(actions, name, command, does).add_argument("name", metavar="NAME", help=_("the account"))


def _action(actions: Any, name: str, command: _Command, text: str) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = actions.add_parser(name, help=text, description=text, allow_abbrev=False)
    parser.set_defaults(command=command)
    return parser


def _add(given: argparse.Namespace) -> None:
    with closing(stores.open_store(stores.store_address(given.database))) as store:
        added = account_keeping.add_account(
            store,
            OPERATOR,
            given.name,
            role=Role(given.role),
            zones=given.zone,
            shown_name=given.shown_name,
            password=None if given.no_password else _asked_password(),
        )
    sys.stdout.write(_("The account {account} was added.").format(account=added.account) + "\n")


def _list(given: argparse.Namespace) -> None:
    with closing(stores.open_store(stores.store_address(given.database))) as store:
        for account in account_keeping.list_accounts(store, OPERATOR):
            zones = ",".join(account.zones)
            state = _("disabled") if account.disabled else ""
            line = "\t".join((account.account, account.name, str(account.role), zones, state))
            sys.stdout.write(line.rstrip() + "\n")


def _disable(given: argparse.Namespace) -> None:
    with closing(stores.open_store(stores.store_address(given.database))) as store:
        account_keeping.disable_account(store, OPERATOR, given.name)
    sys.stdout.write(_("{account} was disabled; its sessions have ended.").format(account=given.name) + "\n")


def _password(given: argparse.Namespace) -> None:
    with closing(stores.open_store(stores.store_address(given.database))) as store:
        account_passwords.set_password(store, OPERATOR, given.name, _asked_password())
    text = _("The password of {account} was changed; its sessions have ended, and its owner has to choose another.")
    sys.stdout.write(text.format(account=given.name) + "\n")


def _unlock(given: argparse.Namespace) -> None:
    with closing(stores.open_store(stores.store_address(given.database))) as store:
        account_passwords.unlock_account(store, OPERATOR, given.name)
    sys.stdout.write(_("{account} can try to sign in again at once.").format(account=given.name) + "\n")


def _asked_password() -> str:
    """Return a password asked for twice, or one line read; never an argument, which others could see."""
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    password = getpass.getpass(labelled(_("Password"), ""))
    if getpass.getpass(labelled(_("The same password again"), "")) != password:
        raise RefusedInputError([Problem(_("The two passwords differ"))])
    return password
