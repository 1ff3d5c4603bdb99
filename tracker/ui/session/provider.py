"""The identity provider: how the screen is told of it, and what its cookie claims of a visitor."""

import json
from collections.abc import Mapping

from streamlit.auth_util import get_cookie_with_chunks
from streamlit.runtime.secrets import SecretsValue
from streamlit.web.server.server_util import get_cookie_secret
from streamlit.web.server.starlette.starlette_app_utils import decode_signed_value

from tracker.services.access_settings import Provider

_COOKIE = "_streamlit_user"


def provider_secrets(provider: Provider | None, public_url: str) -> dict[str, SecretsValue]:
    """Write what `st.login` reads, to be kept in memory; nothing where there is no provider."""
    if provider is None:
        return {}
    told: dict[str, SecretsValue] = {
        "redirect_uri": f"{public_url}/oauth2callback",
        "cookie_secret": provider.cookie_secret,
        "client_id": provider.client_id,
        "client_secret": provider.client_secret,
        "server_metadata_url": provider.metadata_address,
    }
    return {"auth": told}


def provider_claims(cookies: Mapping[str, str]) -> dict[str, object]:
    """Read the claims of a sign-in at the provider from its signed cookies; nothing where there is no valid one."""

    def signed(name: str) -> bytes | None:
        value = cookies.get(name)
        return decode_signed_value(get_cookie_secret(), name, value) if value else None

    try:
        told = json.loads(get_cookie_with_chunks(signed, _COOKIE) or b"{}")
    except ValueError:
        return {}
    return told if isinstance(told, dict) and told.get("is_logged_in") else {}
