"""Work for runner tests: documents that kill, hang or flood their worker, told by the name of the file."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path

from flows.steps import Options, process
from schemas.errors import InputError
from schemas.result import Checked


def work(path: Path) -> Checked | InputError:
    name = path.name
    if "crash" in name:
        os.kill(os.getpid(), signal.SIGKILL)
    if "hang" in name:
        while True:
            time.sleep(1)
    if "flood" in name:
        held = []
        while True:
            held.append(bytearray(64 * 1024 * 1024))
    if "once" in name:
        mark = path.with_suffix(".mark")
        if not mark.exists():
            mark.touch()
            os.kill(os.getpid(), signal.SIGKILL)
    return process(path, Options(keep_text=True))
