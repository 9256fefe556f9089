"""A folder served as a good host serves it: brotli where the browser takes it, assets kept for ever, pages asked again.

Every answer is noted, so that weight is what a host sends and not what a browser says that it got.
"""

from __future__ import annotations

import functools
import hashlib
import http.server
import mimetypes
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

import brotli

TEXT = {".html", ".css", ".js", ".json", ".svg", ".txt", ".xml", ".webmanifest"}
FOR_EVER = "public, max-age=31536000, immutable"


@dataclass(frozen=True)
class Answer:
    """What was sent for a request: `size` is that of the body, in bytes as they go over the line."""

    path: str
    status: int
    type: str
    size: int


class Host(http.server.ThreadingHTTPServer):
    """A server of a folder that notes its answers; `url` is its address, without a slash at the end."""

    daemon_threads = True

    def __init__(self, folder: Path):
        super().__init__(("127.0.0.1", 0), Handler)
        self.folder, self.answers = folder, []
        self.url = f"http://127.0.0.1:{self.server_port}"

    def handle_error(self, request, client_address):
        """Nothing: browsers hang up."""


class Handler(http.server.BaseHTTPRequestHandler):
    """Answers one connection."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def do_GET(self):
        """A file with its encoding and its time to live, 304 if the browser has it, or the site's page for 404."""
        path = unquote(urlsplit(self.path).path)
        file = self.server.folder / (path.lstrip("/") + ("index.html" if path.endswith("/") else ""))
        status = 200 if file.is_file() else 404
        file = file if status == 200 else self.server.folder / "404.html"
        packed = file.suffix in TEXT and "br" in self.headers.get("Accept-Encoding", "")
        body = _body(file, packed)
        tag = f'"{hashlib.sha256(body).hexdigest()[:16]}"'
        if status == 200 and self.headers.get("If-None-Match") == tag:
            status, body = 304, b""
        kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
        self.server.answers.append(Answer(path, status, kind, len(body)))
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if file.suffix in TEXT else kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", FOR_EVER if path.startswith("/assets/") else "no-cache")
        self.send_header("ETag", tag)
        self.send_header("Vary", "Accept-Encoding")
        if packed:
            self.send_header("Content-Encoding", "br")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        """Nothing."""


@functools.cache
def _body(file: Path, packed: bool) -> bytes:
    """The bytes of a file as they are sent."""
    return brotli.compress(file.read_bytes()) if packed else file.read_bytes()


@contextmanager
def serving(folder: Path) -> Iterator[Host]:
    """A host of a folder, running."""
    host = Host(folder)
    threading.Thread(target=host.serve_forever, daemon=True).start()
    yield host
    host.shutdown()
    host.server_close()
