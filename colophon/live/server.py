"""The server of the preview: watches the book's files, has the pages made, tells the browsers.

Only this computer is served, and only the pages and the language's own catalogues.
"""

from __future__ import annotations

import asyncio
import contextlib
import html
import json
import socket
import sys
import time
import webbrowser
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import uvicorn
import watchfiles
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response, StreamingResponse
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from colophon.catalogs.files import catalogs
from colophon.catalogs.read import read
from colophon.live import places
from colophon.live.rebuild import Outcome, Preview, rebuild
from colophon.problems import Problem
from colophon.project import NO_SOURCES, Project

HOST = "127.0.0.1"
EVENTS = "/-/events"
_PAGE = Path(__file__).parent / "page.html"


def serve(project: Project, language: str) -> int:
    """Serve until the user stops."""
    with socket.socket() as listening:
        listening.bind((HOST, 0))  # any port that is free
        desk = Desk(Preview(project, language), f"http://{HOST}:{listening.getsockname()[1]}")
        settings = uvicorn.Config(desk.app, log_level="error", timeout_graceful_shutdown=1)
        with contextlib.suppress(KeyboardInterrupt):
            uvicorn.Server(settings).run(sockets=[listening])
    return 0


class Desk:
    """What the preview shows now, and the browsers that wait for something new."""

    def __init__(self, preview: Preview, address: str) -> None:
        self.preview = preview
        self.address = address
        self.problems: list[Problem] = []
        self._changed = asyncio.Event()
        self._waiting: set[asyncio.Event] = set()
        preview.pages.mkdir(parents=True, exist_ok=True)
        self.app = Starlette(
            routes=[
                Route(EVENTS, self._events),
                Route(places.PATH, self._message),
                Mount("/", _Pages(self)),
            ],
            # A page from elsewhere must not read the book through a name it gives this computer.
            middleware=[Middleware(TrustedHostMiddleware, allowed_hosts=[HOST, "localhost"])],
            lifespan=self._lifespan,
        )

    @contextlib.asynccontextmanager
    async def _lifespan(self, app: Starlette) -> AsyncIterator[None]:
        tasks = [asyncio.create_task(self._watch()), asyncio.create_task(self._build())]
        webbrowser.open(self.address)
        yield
        for task in tasks:
            task.cancel()

    async def _watch(self) -> None:
        self._changed.set()  # the first build
        project = self.preview.project
        paths = [project.source, *project.locale_dirs, *project.citation_files]
        paths.append(project.root / "conf.py")
        found = [path for path in paths if path.exists()]
        async for _ in watchfiles.awatch(*found, watch_filter=self._is_source):
            self._changed.set()

    def _is_source(self, change: watchfiles.Change, name: str) -> bool:
        path = Path(name)
        # A .mo is what Poedit makes of each .po; the build makes its own.
        return path.suffix != ".mo" and not NO_SOURCES & set(path.parts)

    async def _build(self) -> None:
        _say(f"{self.address}  (Ctrl-C ends)")
        everything = False
        while True:
            if not everything:
                await self._changed.wait()
            self._changed.clear()
            start = time.monotonic()
            outcome = await asyncio.to_thread(rebuild, self.preview, everything=everything)
            self._show(outcome, time.monotonic() - start)
            # First the page that somebody waits for, then all that name its title.
            everything = outcome.stale and not everything

    def _show(self, outcome: Outcome, seconds: float) -> None:
        news = outcome.pages or outcome.problems != self.problems
        self.problems = outcome.problems
        for problem in outcome.problems:
            sys.stderr.write(f"{problem}\n")
        if outcome.pages:
            shown = " ".join(outcome.pages[:3]) + (" …" if len(outcome.pages) > 3 else "")
            _say(f"[{seconds:5.1f} s] {shown}")
        if news:
            for browser in self._waiting:
                browser.set()

    def snippet(self) -> str:
        """What every page gets besides its own: the problems, and the wish to be told of news."""
        told = json.dumps([str(problem) for problem in self.problems]).replace("<", "\\u003c")
        return _PAGE.read_text("utf-8").replace("PROBLEMS", told).replace("EVENTS", EVENTS)

    async def _events(self, request: Request) -> Response:
        """A stream that says "new" whenever there is something new to see."""
        news = asyncio.Event()
        self._waiting.add(news)

        async def stream() -> AsyncIterator[str]:
            try:
                yield ": open\n\n"
                while True:
                    await news.wait()
                    news.clear()
                    yield "data: new\n\n"
            finally:
                self._waiting.discard(news)

        return StreamingResponse(stream(), media_type="text/event-stream")

    async def _message(self, request: Request) -> Response:
        """The catalogue, with the line of the message asked for."""
        asked = request.query_params
        project, language = self.preview.project, self.preview.language
        for domain, path in catalogs(project.locale_dirs, language):
            if domain != asked.get("chapter"):
                continue
            for message in read(path)[0]:
                if places.digest(message.msgid) == asked.get("message"):
                    name = (
                        path.relative_to(project.root)
                        if path.is_relative_to(project.root)
                        else path
                    )
                    return HTMLResponse("".join(_listing(path, str(name), message.line)))
        return PlainTextResponse(
            "The catalogue has no such message: run make catalogs.", status_code=404
        )


class _Pages(StaticFiles):
    """The last good pages, each with the snippet."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(directory=desk.preview.pages, html=True)
        self._desk = desk

    async def get_response(self, path: str, scope: Scope) -> Response:
        full, stat = self.lookup_path(path)
        if stat is None and path == ".":
            return HTMLResponse(f"<!DOCTYPE html><title>…</title><body>…{self._desk.snippet()}")
        if path == "." or full.endswith("/"):
            full = str(Path(full) / "index.html")
        if full.endswith(".html") and Path(full).is_file():
            text = Path(full).read_text("utf-8") + self._desk.snippet()
            return HTMLResponse(text, headers={"Cache-Control": "no-store"})
        return await super().get_response(path, scope)


def _listing(path: Path, name: str, line: int) -> Iterator[str]:
    yield '<!DOCTYPE html><meta charset="utf-8">'
    yield f"<title>{html.escape(name)}:{line}</title>"
    yield "<style>:target{background:#ff9} li{font-family:monospace;white-space:pre-wrap}</style>"
    yield f"<h1>{html.escape(name)}:{line}</h1>"
    yield f"<script>if (!location.hash) location.hash = 'L{line}'</script><ol>"
    for number, text in enumerate(path.read_text("utf-8-sig").splitlines(), 1):
        yield f'<li id="L{number}">{html.escape(text)}</li>\n'
    yield "</ol>"


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()
