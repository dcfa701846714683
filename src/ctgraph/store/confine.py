"""What a worker may not do: reach the network, grow without bound, leave a core file, outlive its deadline, push in.

Network: pyoxigraph follows SERVICE and has no switch for it. On Linux a seccomp filter makes `socket(2)` fail
with EACCES; it needs no privilege, and works in containers. Elsewhere, and where the kernel refuses the
filter, the table of file descriptors is filled up, so that no socket can be opened; then a store of more than
a few gigabytes may be unable to open all its files, too.
"""

from __future__ import annotations

import ctypes
import errno
import os
import resource
import signal
import struct
import sys
from contextlib import suppress
from typing import Final

_PR_SET_PDEATHSIG: Final = 1
_PR_SET_NO_NEW_PRIVS: Final = 38
_PR_SET_SECCOMP: Final = 22
_SECCOMP_MODE_FILTER: Final = 2
_ALLOW: Final = 0x7FFF0000
_DENY: Final = 0x00050000 | errno.EACCES
# Per machine: the AUDIT_ARCH value and the number of `socket`, from linux/audit.h and the system call tables.
_MACHINES: Final = {"x86_64": (0xC000003E, 41), "aarch64": (0xC00000B7, 198)}
_SPARE_SECONDS: Final = 1.0


def deny_sockets() -> bool:
    """Make every new socket fail, in this process and for good; False where the kernel offers no filter."""
    machine = _MACHINES.get(os.uname().machine)
    if not sys.platform.startswith("linux") or machine is None:
        return False
    architecture, number = machine
    # Classic BPF: load the architecture; a foreign one is denied all; load the call; deny `socket`.
    program = b"".join(
        struct.pack("HBBI", code, yes, no, value)
        for code, yes, no, value in (
            (0x20, 0, 0, 4),
            (0x15, 0, 2, architecture),
            (0x20, 0, 0, 0),
            (0x15, 0, 1, number),
            (0x06, 0, 0, _DENY),
            (0x06, 0, 0, _ALLOW),
        )
    )
    instructions = ctypes.create_string_buffer(program, len(program))
    header = struct.pack("HxxxxxxP", len(program) // 8, ctypes.addressof(instructions))
    prctl = ctypes.CDLL(None, use_errno=True).prctl
    if prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0:
        return False
    return bool(prctl(_PR_SET_SECCOMP, _SECCOMP_MODE_FILTER, header, 0, 0) == 0)


def end_with_parent() -> None:
    """Have this process killed when the thread that started it ends, which it would not notice by itself in a query.

    Linux alone; elsewhere it ends at the deadline of what it does.
    """
    if sys.platform.startswith("linux"):
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)


def fill_descriptors() -> None:
    """Leave no file descriptor free; for after the store is open, where sockets cannot be denied."""
    limit = max(int(name) for name in os.listdir("/dev/fd")) + 16
    resource.setrlimit(resource.RLIMIT_NOFILE, (limit, limit))
    try:
        while True:
            os.dup(0)
    except OSError as error:
        if error.errno != errno.EMFILE:
            raise


def limit_memory(extra: int) -> None:
    """Let the address space grow by `extra` bytes from now on; what passes that ends the process.

    Where the system does not tell how large it is (macOS), it cannot be limited this way, and is not.
    """
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    try:
        with open("/proc/self/statm", encoding="ascii") as statm:
            limit = int(statm.read().split()[0]) * resource.getpagesize() + extra
    except FileNotFoundError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))


def give_way() -> None:
    """Do not take the processor from who sends a question, but begin after its round; on Linux, if it lets us.

    It asks several workers and sends several answers in one round, which would be broken off at each of them.
    """
    if sys.platform.startswith("linux"):
        with suppress(OSError):
            os.sched_setscheduler(0, os.SCHED_BATCH, os.sched_param(0))


def die_after(seconds: float) -> None:
    """Have the kernel end this process after the deadline, should the parent be gone by then; 0 calls it off."""
    signal.setitimer(signal.ITIMER_REAL, seconds + _SPARE_SECONDS if seconds else 0)
