"""A visitor without a browser: has the script of a page run by the server, as a click does, and waits for its end."""

from collections.abc import Iterator
from contextlib import contextmanager
from time import perf_counter
from urllib.parse import urlencode

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Subprotocol

from tests.serving import Served

_PATIENCE = 120.0


class Visitor:
    """One session at the server."""

    def __init__(self, socket: ClientConnection) -> None:
        """Speak through a websocket."""
        self._socket = socket

    def visit(self, page: str, shows: str, **asked: str) -> float:
        """Have a page made and say how many seconds that took; RuntimeError where it does not show a text."""
        message = BackMsg()
        message.rerun_script.page_name = page
        message.rerun_script.query_string = urlencode(asked)
        begin = perf_counter()
        self._socket.send(message.SerializeToString())
        shown = False
        while True:
            payload = self._socket.recv(timeout=_PATIENCE)
            assert isinstance(payload, bytes)
            shown = shown or shows.encode() in payload
            if ForwardMsg.FromString(payload).WhichOneof("type") == "script_finished":
                break
        taken = perf_counter() - begin
        if not shown:
            raise RuntimeError(f"the page {page} does not show {shows!r}")
        return taken


@contextmanager
def visitor(server: Served) -> Iterator[Visitor]:
    """Open a session at a server."""
    address = f"ws://localhost:{server.port}/_stcore/stream"
    with connect(address, subprotocols=[Subprotocol("streamlit")], max_size=None, compression=None) as socket:
        yield Visitor(socket)
