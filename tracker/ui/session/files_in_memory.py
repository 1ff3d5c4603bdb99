"""Files that pass through the server's memory: whom each download was made for, and which uploads are held."""

from collections import OrderedDict
from collections.abc import Mapping
from pathlib import PurePosixPath
from threading import Lock

from streamlit.runtime import exists, get_instance
from streamlit.runtime.memory_media_file_storage import _calculate_file_id
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager
from streamlit.runtime.scriptrunner import get_script_run_ctx
from streamlit.runtime.uploaded_file_manager import UploadedFile

from tracker.domain.people.roles import Person

# A browser asks for a file as soon as it is made.
_KEPT = 10_000
_lock = Lock()
_owners: OrderedDict[str, dict[str, Person]] = OrderedDict()


def hand_out(person: Person, content: bytes, mime: str, name: str) -> None:
    """Remember for whom a file was made, before Streamlit gives it an address, which is made of its content."""
    with _lock:
        made = _calculate_file_id(content, mime, name)
        _owners.setdefault(made, {})[person.session] = person
        _owners.move_to_end(made)
        while len(_owners) > _KEPT:
            _owners.popitem(last=False)


def owners_of(file_name: str) -> tuple[Person, ...]:
    """Return those for whom the file of a name was made, as they were then; nobody for a file that is not known."""
    with _lock:
        return tuple(_owners.get(PurePosixPath(file_name).stem, {}).values())


def uploads_held() -> Mapping[tuple[str, str], int]:
    """Return the bytes of each uploaded file the server holds, by the window it belongs to and its own identifier."""
    manager = get_instance().uploaded_file_mgr if exists() else None
    if not isinstance(manager, MemoryUploadedFileManager):
        return {}
    with manager._lock:  # noqa: SLF001 - another thread may be adding a file
        return {
            (window, file): len(record.data)
            for window, files in manager.file_storage.items()
            for file, record in files.items()
        }


def forget_upload(file: UploadedFile) -> None:
    """Let go of a file that was read; Streamlit would hold it until the window is closed."""
    context = get_script_run_ctx()
    if context is not None and isinstance(context.uploaded_file_mgr, MemoryUploadedFileManager):
        context.uploaded_file_mgr.remove_file(context.session_id, file.file_id)
