"""The functions of ouvree for LibreOffice: hands cells to one node process and gives back its answers.

The process is started by the first formula and kept until LibreOffice ends, when it sees its input end. One line of JSON a
question, one line an answer. Where it is: ouvree.json beside this file, written by install.mjs. No shell, no network.
"""

import json
import os
import queue
import struct
import subprocess
import sys
import tempfile
import threading
import time
import types

# An answer takes milliseconds; a column of 100,000 deadlines about a second.
LIMIT_SEC = 10.0
# After a fault the next cells are refused at once for this long: a thousand of them must not each wait for the limit.
REST_SEC = 30.0

# Calc's error values are numbers that are none, with the code of the error in their lower half (519 #VALUE!, 32767 #N/A).
ERRORS = {
    text: struct.unpack("<d", struct.pack("<II", code, 0x7FF80000))[0]
    for text, code in {"#VALUE!": 519, "#N/A": 32767}.items()
}


class BridgeFault(Exception):
    """Node could not be started or did not answer; its text is the reason."""


class Bridge:
    """One node process. A thread writes and reads for it, so that whoever waits can stop waiting."""

    def __init__(self, settings):
        command = [settings["node"], settings["bridge"]]
        if settings.get("calendar"):
            command.append(settings["calendar"])
        self._complaints = tempfile.TemporaryFile()
        try:
            self._process = subprocess.Popen(
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=self._complaints,
                # No black window on Windows.
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        except OSError as error:
            raise BridgeFault(f"node could not be started: {error}; install again with install.mjs")
        self._questions = queue.Queue()
        self._answers = queue.Queue()
        threading.Thread(target=self._serve, daemon=True).start()

    def is_alive(self):
        return self._process.poll() is None

    def ask(self, question, limit_sec):
        """The answer, None if the process died; raises queue.Empty at the limit."""
        self._questions.put(question)
        line = self._answers.get(timeout=limit_sec)
        return json.loads(line, parse_int=float) if line.endswith(b"\n") else None

    def stop(self):
        """Ends the process and its thread."""
        self._process.kill()
        self._process.wait()
        self._questions.put(None)

    def complaint(self):
        """The last thing that it said about itself."""
        self._complaints.seek(0)
        lines = self._complaints.read().decode("utf-8", "replace").split("\n")
        told = [line.strip() for line in lines if "Error" in line]
        return told[0] if told else "no reason given"

    def _serve(self):
        while (question := self._questions.get()) is not None:
            try:
                # ASCII: node would take U+2028 for the end of a line.
                self._process.stdin.write(json.dumps(question).encode("ascii") + b"\n")
                self._process.stdin.flush()
                self._answers.put(self._process.stdout.readline())
            except (OSError, ValueError):
                self._answers.put(b"")


# LibreOffice runs this file anew when it has changed; what is kept for the session is kept outside of it.
_session = sys.modules.setdefault("ouvree_session", types.ModuleType("ouvree_session"))


def answer(name, *cells):
    """The answer for one cell or a table; called by Basic as OUVREE_<name>."""
    if name != "REASON":
        return _each(_answer_of(name, cells), _cell_of)
    function, *arguments = cells
    return _each(_answer_of(str(function), arguments), _reason_of)


g_exportedScripts = (answer,)


def _cell_of(answered):
    return ERRORS[answered["error"]] if isinstance(answered, dict) else answered


def _reason_of(answered):
    return answered["reason"] if isinstance(answered, dict) else ""


def _each(answered, change):
    if isinstance(answered, list):
        return tuple(tuple(change(cell) for cell in row) for row in answered)
    return change(answered)


def _answer_of(name, cells):
    rest_until = getattr(_session, "rest_until", 0.0)
    if time.monotonic() < rest_until:
        return {"error": "#VALUE!", "reason": _session.fault}
    try:
        return _ask([name, *cells], _settings())
    except BridgeFault as fault:
        _session.rest_until = time.monotonic() + REST_SEC
        _session.fault = str(fault)
        return {"error": "#VALUE!", "reason": str(fault)}


def _ask(question, settings):
    limit_sec = settings.get("limitSec", LIMIT_SEC)
    # Twice: a process that died is started again, and a question may be asked again.
    for _ in range(2):
        bridge = getattr(_session, "bridge", None)
        if bridge is not None and not bridge.is_alive():
            bridge.stop()
            bridge = None
        if bridge is None:
            bridge = _session.bridge = Bridge(settings)
        try:
            answered = bridge.ask(question, limit_sec)
        except queue.Empty:
            bridge.stop()
            raise BridgeFault(f"node gave no answer within {limit_sec:g} s and was stopped; calculate again later")
        if answered is not None:
            return answered
        bridge.stop()
    raise BridgeFault(f"node ended without an answer: {bridge.complaint()}")


def _settings():
    # LibreOffice sets __file__ to an address, and only after the file was run.
    here = os.path.dirname(_settings.__code__.co_filename)
    try:
        with open(os.path.join(here, "ouvree.json"), encoding="utf-8") as file:
            return json.load(file)
    except (OSError, ValueError) as error:
        raise BridgeFault(f"ouvree.json beside ouvree.py cannot be read: {error}; install again with install.mjs")
