"""What a web server says with the files of the site, from hosting/headers.yml."""

from __future__ import annotations

import re
from pathlib import Path, PurePosixPath

from edition.corpus.yaml_records import load
from edition.model.records import Record
from edition.model.templates import environment

FOLDER = "hosting"
HEADER_ONLY = {"frame-ancestors", "sandbox", "report-uri", "report-to"}  # CSP 3, 3.3: not for a <meta>


class Cache(Record):
    """The addresses that hold a digest of their content, as a regular expression, Cache-Control for them, and for others."""

    hashed: re.Pattern[str]
    yes: str
    no: str


class Hosting(Record):
    """hosting/headers.yml as a record."""

    policy: dict[str, str]
    headers: dict[str, str]
    cache: Cache
    own: dict[str, str]
    open: dict[str, str]

    @property
    def types(self) -> dict[str, str]:
        """The media type of every kind of file, by its ending."""
        return self.own | self.open

    @property
    def everywhere(self) -> dict[str, str]:
        """The headers of every answer."""
        return {"Content-Security-Policy": _policy(self.policy), **self.headers}

    @property
    def meta_policy(self) -> str:
        """The policy as <meta http-equiv="Content-Security-Policy"> can have it."""
        return _policy({name: value for name, value in self.policy.items() if name not in HEADER_ONLY})

    def of(self, path: str) -> dict[str, str]:
        """All headers for a file by its path in the site, e.g. "/paper.json" or, for a page, "/paper/full/"."""
        ending = "html" if path.endswith("/") else PurePosixPath(path).suffix[1:]
        hashed = self.cache.hashed.match(path)
        headers = {**self.everywhere, "Cache-Control": self.cache.yes if hashed else self.cache.no}
        if ending in self.types:
            headers["Content-Type"] = self.types[ending]
        if ending in self.open:
            headers["Access-Control-Allow-Origin"] = "*"
        return headers


def _policy(directives: dict[str, str]) -> str:
    return "; ".join(f"{name} {value}" for name, value in directives.items())


def load_hosting(root: Path) -> Hosting:
    """hosting/headers.yml of the project at `root`; raises BrokenEdition."""
    return load(root, f"{FOLDER}/headers.yml", Hosting)


def headers_file(root: Path, site: Path) -> str:
    """`_headers` for Netlify and Cloudflare Pages, for the files that are in the finished site.

    Both join the values of a header that several rules give, so no two rules here give the same one to the same file;
    and only one `*`, at the end of a path, is common to both, so that every open file is named.
    """
    hosting = load_hosting(root)
    paths = sorted(f"/{path.relative_to(site).as_posix()}" for path in site.rglob("*") if path.is_file())
    template = environment(root / FOLDER, keep_trailing_newline=True).get_template("_headers.jinja")
    return template.render(
        hosting=hosting,
        folders=sorted({found[0] for path in paths if (found := hosting.cache.hashed.match(path))}),
        files={path: hosting.types[ending] for path in paths if (ending := path.rpartition(".")[2]) in hosting.open},
    )
