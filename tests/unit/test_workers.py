"""Work in copies of a process comes to the same as work in one."""

import os
import subprocess
import sys

import pytest

SCRIPT = """
import os
from dossierpress.workers import begin, spread, workers

def squares(numbers):
    if {failing!r} and os.getpid() != first:
        raise ValueError("only in the first process")
    return [number * number for number in numbers], os.getpid()

first = os.getpid()
count = workers(1000)
found = list(spread(range(10), squares, count))
waiting = begin(lambda: ("begun", os.getpid()))
in_copies = list(spread(range(2), lambda _: os.getpid() == first or waiting()[1] == os.getpid(), 2))
word, process = waiting()
print(sorted(sum((numbers for numbers, _ in found), [])), len({{pid for _, pid in found}}))
print(count, word, process != first, all(in_copies))
"""


@pytest.mark.parametrize(("number", "failing"), [("1", False), ("2", False), ("3", True)])
def test_shares_are_done_somewhere_and_in_the_end_here(number: str, failing: bool) -> None:
    environ = os.environ | {"DOSSIER_WORKERS": number}
    command = [sys.executable, "-c", SCRIPT.format(failing=failing)]
    done = subprocess.run(command, env=environ, capture_output=True, text=True, check=True)
    numbers, rest = done.stdout.splitlines()
    assert numbers.startswith(str([number * number for number in range(10)]))
    assert numbers.endswith("] 1" if failing or number == "1" else f"] {number}")
    assert rest == f"{number} begun {number != '1'} True"


def test_a_process_with_threads_begins_no_other() -> None:
    script = (
        "import threading; from dossierpress.workers import workers; hold = threading.Event();"
        "threading.Thread(target=hold.wait).start(); print(workers(10**6)); hold.set()"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True)
    assert done.stdout == b"1\n"
