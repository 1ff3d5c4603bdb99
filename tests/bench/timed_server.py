"""The server, which writes down how long each run of a page's script takes; with --unfrozen without gc.freeze.

`python -m tests.bench.timed_server FILE [--unfrozen]`; the file gets one line a run: milliseconds and the page.
"""

import sys
from pathlib import Path
from time import perf_counter

from streamlit.runtime.scriptrunner import script_runner
from streamlit.runtime.scriptrunner_utils.script_requests import RerunData

import app
from tracker.web import startup

_RUN = script_runner.ScriptRunner._run_script


def main() -> int:
    """Serve as app.py does."""
    file = Path(sys.argv[1])

    def run(runner: script_runner.ScriptRunner, asked: RerunData) -> None:
        begin = perf_counter()
        _RUN(runner, asked)
        with file.open("a", encoding="utf-8") as written:
            written.write(f"{(perf_counter() - begin) * 1000:.3f} {asked.page_name}\n")

    setattr(script_runner.ScriptRunner, _RUN.__name__, run)
    if "--unfrozen" in sys.argv[2:]:
        startup.freeze = lambda: None
    return app.main()


if __name__ == "__main__":
    sys.exit(main())
