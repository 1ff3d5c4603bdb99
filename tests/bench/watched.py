"""Run a command and print, as the last line, how many seconds it took and how many bytes of memory it held at most.

It runs in a small process of its own, because Linux counts the memory of the process that starts another into it.
"""

import json
import resource
import subprocess
import sys
from time import perf_counter


def main() -> int:
    """Run the command of the arguments and give its exit status."""
    begin = perf_counter()
    status = subprocess.run(sys.argv[1:], check=False).returncode
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024
    sys.stdout.write(json.dumps({"seconds": perf_counter() - begin, "memory": memory}) + "\n")
    return status


if __name__ == "__main__":
    sys.exit(main())
