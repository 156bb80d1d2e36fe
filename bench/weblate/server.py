"""Weblate on loopback, with PostgreSQL, Valkey or Redis, and a git daemon: all data are in one folder."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

from bench.weblate.api import Weblate

POSTGRES_PORT, CACHE_PORT, GIT_PORT, PORT = 5543, 6390, 9419, 8099
GIT_URL = f"git://127.0.0.1:{GIT_PORT}/course.git"
SETTINGS = f"""
from weblate.settings_example import *

DEBUG = False
SECRET_KEY = "for loopback only"
SITE_DOMAIN = "127.0.0.1:{PORT}"
DATA_DIR = "{{data}}"
CACHE_DIR = DATA_DIR + "/cache"
STATIC_ROOT = CACHE_DIR + "/static"
MEDIA_ROOT = DATA_DIR + "/media"
DATABASES["default"] |= {{{{"HOST": "127.0.0.1", "PORT": "{POSTGRES_PORT}"}}}}
CACHES["default"]["LOCATION"] = "redis://127.0.0.1:{CACHE_PORT}/1"
CACHES["avatar"]["LOCATION"] = CACHE_DIR + "/avatar"
# Tasks run where they are asked for: no worker has to be waited for.
CELERY_TASK_ALWAYS_EAGER = True
CELERY_TASK_EAGER_PROPAGATES = True
CELERY_BROKER_URL = "memory://"
CELERY_RESULT_BACKEND = None
# Weblate refuses paths on disk and, unless told otherwise, addresses on loopback.
VCS_ALLOW_SCHEMES = {{{{"git"}}}}
VCS_RESTRICT_PRIVATE = False
API_RATELIMIT_USER = None
"""
ADMINISTRATOR = """
from weblate.auth.models import User
user = User.objects.filter(username="maintainer").first() or User.objects.create_superuser(
    "maintainer", "maintainer@example.com", "for-loopback-only")
print("token", user.auth_token.key)
from weblate.utils.version import VERSION
print("version", VERSION)
"""


@contextmanager
def running(folder: Path, program: str) -> Iterator[Weblate]:
    """A Weblate that ``program`` is the command of; what was begun is ended with it."""
    with ExitStack() as stack:
        stack.enter_context(_database(folder / "postgres"))
        cache = shutil.which("valkey-server") or shutil.which("redis-server") or "valkey-server"
        options = ["--bind", "127.0.0.1", "--save", "", "--dir", str(folder)]
        _started(stack, [cache, "--port", str(CACHE_PORT), *options], dict(os.environ), folder)
        git = ["--reuseaddr", "--listen=127.0.0.1", f"--port={GIT_PORT}", "--export-all"]
        git += [f"--base-path={folder}", "--enable=receive-pack", str(folder)]
        _started(stack, ["git", "daemon", *git], dict(os.environ), folder)
        yield _served(stack, folder, program)


def _served(stack: ExitStack, folder: Path, program: str) -> Weblate:
    """What its own server answers, once there are tables and an administrator."""
    (folder / "l10n_settings.py").write_text(SETTINGS.format(data=folder / "data"), encoding="utf-8")
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "l10n_settings", "PYTHONPATH": str(folder)}

    def weblate(*arguments: str) -> str:
        command = [program, *arguments]
        return subprocess.run(
            command, env=environment, cwd=folder, check=True, stdout=subprocess.PIPE, text=True
        ).stdout

    weblate("migrate", "--skip-checks")
    printed = [line.split() for line in weblate("shell", "-c", ADMINISTRATOR).splitlines()]
    told = {words[0]: words[1] for words in printed if len(words) == 2}
    print("Weblate", told["version"], flush=True)
    server = [program, "runserver", f"127.0.0.1:{PORT}", "--noreload", "--skip-checks"]
    _started(stack, server, environment, folder)
    _answers(f"http://127.0.0.1:{PORT}/healthz/")
    return Weblate(f"http://127.0.0.1:{PORT}", told["token"])


def _started(stack: ExitStack, command: Sequence[str], environment: dict[str, str], folder: Path) -> None:
    """A process that ends with the stack; what it says is in a file called as it is."""
    log = stack.enter_context((folder / f"{Path(command[0]).name}.log").open("ab"))
    process = subprocess.Popen(command, env=environment, cwd=folder, stdout=log, stderr=log)
    stack.callback(process.wait, 30)
    stack.callback(process.terminate)


def _answers(url: str, seconds: int = 300) -> None:
    """Wait until somebody answers there."""
    end = time.monotonic() + seconds
    while True:
        try:
            urllib.request.urlopen(url, timeout=60).close()
        except (urllib.error.URLError, OSError):
            if time.monotonic() > end:
                raise
            time.sleep(1)
        else:
            return


@contextmanager
def _database(folder: Path) -> Iterator[None]:
    """PostgreSQL with an empty database, unless the folder has one already; it refuses root."""
    programs = Path(subprocess.check_output(["pg_config", "--bindir"], text=True).strip())
    folder.mkdir(parents=True, exist_ok=True)
    user = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    if user:
        shutil.chown(folder, "postgres")

    def postgres(name: str, *arguments: str) -> None:
        command = [*user, str(programs / name), *arguments]
        subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL)

    data, new = str(folder / "data"), not (folder / "data").exists()
    if new:
        postgres("initdb", "-D", data, "--auth=trust", "-U", "weblate", "-E", "UTF8")
    options = f"-p {POSTGRES_PORT} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off"
    postgres("pg_ctl", "-D", data, "-o", options, "-l", str(folder / "log"), "-w", "start")
    try:
        if new:
            postgres("createdb", "-h", "127.0.0.1", "-p", str(POSTGRES_PORT), "-U", "weblate", "weblate")
        yield
    finally:
        postgres("pg_ctl", "-D", data, "-m", "fast", "-w", "stop")
