"""What an identity provider says is believed where it is signed as agreed, for us and in time; nothing else is."""

import hmac
import http.client
import json
import threading
import time
from base64 import urlsafe_b64encode
from collections.abc import Callable, Iterator
from hashlib import sha256
from http.cookies import SimpleCookie
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from joserfc import jwt
from joserfc.jwk import OctKey, RSAKey
from streamlit.web.server.starlette.starlette_app_utils import create_signed_value

from tests.conftest import Serve
from tests.serving import Served
from tracker.domain.people.roles import Role
from tracker.services.accounts.account_keeping import OPERATOR, add_account
from tracker.services.stores import make_store

NAME, CLIENT = "li@example.org", "tracker"
COOKIE, COOKIE_SECRET = "_streamlit_user", "0123456789abcdef0123456789abcdef"
KEY, FOREIGN_KEY = (RSAKey.generate_key(2048, {"kid": "one", "use": "sig"}) for _key in range(2))


class Provider:
    """A provider on the loopback address that hands out whatever token a test wants."""

    def __init__(self) -> None:
        """Serve from a thread until `close`."""
        self.token = ""
        provider = self

        class Answers(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                self._say(provider.described() if "openid-configuration" in self.path else provider.keys())

            def do_POST(self) -> None:
                self.rfile.read(int(self.headers["Content-Length"]))
                self._say({"access_token": "a", "token_type": "Bearer", "id_token": provider.token})

            def _say(self, told: object) -> None:
                content = json.dumps(told).encode()
                self.send_response(200)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(content)))
                self.end_headers()
                self.wfile.write(content)

            def log_message(self, *_said: object) -> None:
                """Say nothing."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
        self.address = f"http://127.0.0.1:{self.server.server_address[1]}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def described(self) -> dict[str, object]:
        """Say where things are and how tokens are signed."""
        places = {"authorization_endpoint": "authorize", "token_endpoint": "token", "jwks_uri": "keys"}
        description: dict[str, object] = {name: f"{self.address}/{place}" for name, place in places.items()}
        return description | {"issuer": self.address, "id_token_signing_alg_values_supported": ["RS256"]}

    def keys(self) -> dict[str, object]:
        """Return the public key."""
        return {"keys": [KEY.as_dict(private=False)]}

    def close(self) -> None:
        """Stop serving."""
        self.server.shutdown()
        self.server.server_close()


#: Makes an identity token for a visit, which its nonce names.
Token = Callable[[Provider, str], str]


@pytest.fixture(scope="module")
def provider() -> Iterator[Provider]:
    running = Provider()
    yield running
    running.close()


@pytest.fixture(scope="module")
def closed_server(serve: Serve, provider: Provider, tmp_path_factory: pytest.TempPathFactory) -> Served:
    """Serve to the signed-in alone, with an account that the provider vouches for."""
    place = f"sqlite:///{tmp_path_factory.mktemp('tokens') / 'tracker.db'}"
    store = make_store(place)
    add_account(store, OPERATOR, NAME, role=Role.PLANNER)
    store.close()
    settings = {
        "TRACKER_OIDC_ISSUER": provider.address,
        "TRACKER_OIDC_CLIENT_ID": CLIENT,
        "TRACKER_OIDC_CLIENT_SECRET": "hidden",
        "TRACKER_OIDC_COOKIE_SECRET": COOKIE_SECRET,
    }
    return serve(place, TRACKER_OPEN_DISPLAY="no", **settings)


def _ask(server: Served, path: str, cookies: SimpleCookie) -> tuple[int, str]:
    """Ask for a path, keep the cookies that are set, and give the status and where it leads."""
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=30)
    given = "; ".join(f"{name}={one.coded_value}" for name, one in cookies.items())
    connection.request("GET", path, headers={"Host": f"localhost:{server.port}", "Cookie": given})
    answer = connection.getresponse()
    answer.read()
    for cookie in answer.headers.get_all("set-cookie") or ():
        cookies.load(cookie)
    connection.close()
    return answer.status, answer.headers.get("location", "")


def _is_in(server: Served, cookies: SimpleCookie) -> bool:
    return _ask(server, "/media/none", cookies)[0] != 401


def _sign_in(server: Served, provider: Provider, token: Token) -> bool:
    """Go to the provider and come back with the token made for this visit; say whether that lets somebody in."""
    cookies: SimpleCookie = SimpleCookie()
    head, chosen = {"alg": "HS256"}, {"provider": "default", "exp": int(time.time()) + 60}
    button = jwt.encode(head, chosen, OctKey.import_key(COOKIE_SECRET))
    place = _ask(server, f"/auth/login?provider={quote(button)}", cookies)[1]
    query = parse_qs(urlsplit(place).query)
    provider.token = token(provider, query["nonce"][0])
    _ask(server, f"/oauth2callback?code=c&state={query['state'][0]}", cookies)
    return _is_in(server, cookies)


def _claims(provider: Provider, nonce: str, /, **changed: object) -> dict[str, object]:
    now = int(time.time())
    claims: dict[str, object] = {"iss": provider.address, "aud": CLIENT, "sub": "1", "email": NAME}
    return claims | {"email_verified": True, "iat": now, "exp": now + 300, "nonce": nonce} | changed


def _signed(key: RSAKey = KEY, head: dict[str, object] | None = None, **changed: object) -> Token:
    header = {"alg": "RS256", "kid": "one"} | (head or {})
    return lambda provider, nonce: jwt.encode(header, _claims(provider, nonce, **changed), key)


def _bare(head: dict[str, object], signature: str = "") -> Token:
    """Make a token of a head that no honest library writes."""
    return lambda provider, nonce: f"{_joined(head, _claims(provider, nonce))}.{signature}"


def _joined(*parts: dict[str, object]) -> str:
    return ".".join(_letters(json.dumps(part).encode()) for part in parts)


def _letters(content: bytes) -> str:
    return urlsafe_b64encode(content).rstrip(b"=").decode()


def _by_public_key(provider: Provider, nonce: str) -> str:
    """Sign with the public key as if it were a shared secret."""
    signed = _joined({"alg": "HS256", "kid": "one"}, _claims(provider, nonce))
    return f"{signed}.{_letters(hmac.digest(KEY.as_pem(private=False), signed.encode(), sha256))}"


def _reworded(provider: Provider, nonce: str) -> str:
    head, _claimed, signature = _signed(email="somebody@example.org")(provider, nonce).split(".")
    return f"{head}.{_joined(_claims(provider, nonce))}.{signature}"


def test_a_token_signed_by_the_provider_lets_its_person_in(closed_server: Served, provider: Provider) -> None:
    assert _sign_in(closed_server, provider, _signed())


LONG_AGO = int(time.time()) - 3600


@pytest.mark.parametrize(
    "token",
    [
        pytest.param(_signed(FOREIGN_KEY), id="another key"),
        pytest.param(_signed(FOREIGN_KEY, {"jwk": FOREIGN_KEY.as_dict(private=False)}), id="a key of its own"),
        pytest.param(_signed(FOREIGN_KEY, {"kid": "two"}), id="an unknown key"),
        pytest.param(_bare({"alg": "none"}), id="no signature"),
        pytest.param(_bare({"alg": "RS256", "kid": "one"}, "AAAA"), id="a signature of zeros"),
        pytest.param(_by_public_key, id="the public key as a secret"),
        pytest.param(_reworded, id="reworded"),
        pytest.param(_signed(exp=LONG_AGO, iat=LONG_AGO - 300), id="expired"),
        pytest.param(_signed(aud="another product"), id="for another product"),
        pytest.param(_signed(iss="https://evil.example"), id="of another provider"),
        pytest.param(_signed(nonce="of another visit"), id="of another visit"),
    ],
)
def test_any_other_token_lets_nobody_in(closed_server: Served, provider: Provider, token: Token) -> None:
    assert not _sign_in(closed_server, provider, token)


def _kept(provider: Provider, secret: str = COOKIE_SECRET, name: str = COOKIE) -> str:
    claims = _claims(provider, "n", is_logged_in=True, origin="http://localhost", provider="default")
    return create_signed_value(secret, name, json.dumps(claims)).decode()


def test_a_cookie_counts_as_the_server_signed_it_and_no_other(closed_server: Served, provider: Provider) -> None:
    cookies: SimpleCookie = SimpleCookie({COOKIE: _kept(provider)})
    assert _is_in(closed_server, cookies)
    right = _kept(provider)
    content, _dot, signature = right.partition(".")
    another = _letters(json.dumps(json.dumps(_claims(provider, "n", is_logged_in=True))).encode())
    for forged in (
        _kept(provider, secret="another secret of thirty-two bytes"),
        _kept(provider, name="_streamlit_xsrf"),
        f"{another}.{signature}",
        content,
        f"{content}..",
        right[:-2],
        json.dumps(_claims(provider, "n", is_logged_in=True)),
    ):
        cookies = SimpleCookie({COOKIE: forged})
        assert not _is_in(closed_server, cookies), forged
