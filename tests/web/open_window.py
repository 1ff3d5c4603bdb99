"""A window without a browser: speaks to the server as a page does, and can send what no page would."""

import itertools
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlencode

import httpx
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.Element_pb2 import Element
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Subprotocol

from tests.serving import Served
from tracker.web.access.identity import COOKIE

_PATIENCE = 60.0
_numbers = itertools.count()


class Window:
    """One page open at the server, under the session of a token, or under none."""

    def __init__(self, socket: ClientConnection, server: Served, token: str) -> None:
        """Speak through a websocket."""
        self._socket = socket
        self._server = server
        self._token = token
        self._place = BackMsg()
        self._unread: list[ForwardMsg] = []
        self.session = ""
        self.elements: list[Element] = []
        self.fragments: dict[str, str] = {}

    def open(self, page: str, **asked: str) -> str:
        """Have a page made and give all that it says."""
        self._place.rerun_script.page_name = page
        self._place.rerun_script.query_string = urlencode(asked)
        return self._run(self._place)

    def type(self, widget: str, text: str) -> str:
        """Type a text into a field, and give all that the page says then."""
        return self._change(WidgetState(id=widget, string_value=text))

    def press(self, widget: str) -> str:
        """Press a button, drawn or not, and give all that the page says then."""
        return self._change(WidgetState(id=widget, trigger_value=True))

    def _change(self, state: WidgetState) -> str:
        message = BackMsg()
        message.CopyFrom(self._place)
        message.rerun_script.widget_states.widgets.append(state)
        return self._run(message)

    def redraw(self, fragment: str) -> str:
        """Have a fragment redrawn, and give all that is drawn then."""
        message = BackMsg()
        message.CopyFrom(self._place)
        message.rerun_script.fragment_id = fragment
        return self._run(message)

    def make_file(self, deferred: str) -> str:
        """Have a file made, and give its address; empty where it is refused."""
        message, number = BackMsg(), f"request {next(_numbers)}"
        message.backend_operation_request.request_id = number
        message.backend_operation_request.session_id = self.session
        message.backend_operation_request.deferred_file.file_id = deferred
        self._socket.send(message.SerializeToString())
        while True:
            told = self._receive()
            if told.WhichOneof("type") != "backend_operation_response":
                # The page may be made again before the answer comes, and then sweeps the answer away.
                self._unread.append(told)
                if (
                    told.WhichOneof("type") == "script_finished"
                    and told.script_finished == ForwardMsg.FINISHED_SUCCESSFULLY
                ):
                    return ""
            else:
                assert told.backend_operation_response.request_id == number
                return str(told.backend_operation_response.deferred_file.url)

    def said_next(self) -> str:
        """Return all that the page says which the server makes by itself."""
        return self._until_made()

    def get(self, address: str) -> httpx.Response:
        """Ask for an address of the server with the window's cookie."""
        return httpx.get(f"{self._server.address}{address}", cookies=self._cookies())

    def upload(self, content: bytes, *, file: str = "", **headers: str) -> httpx.Response:
        """Hand a file over."""
        cookies = self._cookies()
        xsrf = httpx.get(f"{self._server.address}/_stcore/health").cookies["_streamlit_xsrf"]
        return httpx.put(
            f"{self._server.address}/_stcore/upload_file/{self.session}/{file or next(_numbers)}",
            files={"file": ("report.pdf", content)},
            cookies=cookies | {"_streamlit_xsrf": xsrf},
            headers={"X-Xsrftoken": xsrf, **headers},
            timeout=_PATIENCE,
        )

    def widget(self, label: str) -> str:
        """Return the identifier of the widget with a label."""
        drawn = [getattr(one, one.WhichOneof("type") or "") for one in self.elements]
        return next(str(one.id) for one in drawn if getattr(one, "label", "") == label)

    def download(self, label: str) -> str:
        """Return what stands for the file of a download button."""
        buttons = [one.download_button for one in self.elements if one.HasField("download_button")]
        return next(str(one.deferred_file_id) for one in buttons if one.label == label)

    def _cookies(self) -> dict[str, str]:
        return {COOKIE: self._token} if self._token else {}

    def _run(self, message: BackMsg) -> str:
        self._socket.send(message.SerializeToString())
        return self._until_made()

    def _until_made(self) -> str:
        self.elements, said = [], []
        while True:
            told = self._unread.pop(0) if self._unread else self._receive()
            kind = told.WhichOneof("type")
            if kind == "new_session":
                self.session = told.new_session.initialize.session_id or self.session
                self._place.rerun_script.page_script_hash = told.new_session.page_script_hash
            elif kind == "delta":
                said.append(str(told.delta))
                if told.delta.WhichOneof("type") == "new_element":
                    self.elements.append(told.delta.new_element)
                if told.delta.fragment_id:
                    self.fragments[told.delta.fragment_id] = said[-1]
            elif kind == "script_finished" and told.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN:
                return "\n".join(said)

    def _receive(self) -> ForwardMsg:
        payload = self._socket.recv(timeout=_PATIENCE)
        assert isinstance(payload, bytes)
        told = ForwardMsg()
        told.ParseFromString(payload)
        return told


@contextmanager
def window(server: Served, token: str = "") -> Iterator[Window]:
    """Open a window at a server, signed in by a token where one is given."""
    address = f"ws://localhost:{server.port}/_stcore/stream"
    headers = {"Cookie": f"{COOKIE}={token}"} if token else {}
    protocols = [Subprotocol("streamlit")]
    with connect(
        address, subprotocols=protocols, additional_headers=headers, max_size=None, compression=None
    ) as socket:
        yield Window(socket, server, token)
