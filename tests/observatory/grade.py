"""Grades the built site as the HTTP Observatory of MDN does: on a host with our headers, on hosts without them, where the
page has its own <meta>, and without that. Fails where our headers get less than A+ and 130 points. Ten more are there for
subresource integrity, with which scripts would not run from file://, and for preloading HSTS, which is a domain owner's.

    python tests/observatory/grade.py site
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
sys.path.insert(0, str(ROOT / "scripts"))

from edition.hosting import load_hosting  # noqa: E402

POLICY = re.compile(r"<meta [^>]*(Content-Security-Policy|referrer)[^>]*>")
TYPE = {"content-type": "text/html; charset=utf-8"}
GITHUB = TYPE | {
    "strict-transport-security": "max-age=31556952",
    "access-control-allow-origin": "*",
}  # what Pages sends


def grade(headers: dict[str, str], html: str) -> dict:
    """What the Observatory says of a page with these headers."""
    asked = json.dumps({"headers": {name.lower(): value for name, value in headers.items()}, "html": html})
    command = ["node", Path(__file__).with_name("grade.mjs")]
    return json.loads(subprocess.run(command, input=asked, capture_output=True, check=True, encoding="utf-8").stdout)


def main(site: Path) -> int:
    """Print the grades; 1 if ours is not the best."""
    html = (site / "index.html").read_text(encoding="utf-8")
    graded = {
        "our headers": grade(load_hosting(ROOT).of("/"), html),
        "<meta> on GitHub Pages": grade(GITHUB, html),
        "<meta> on a bare host": grade(TYPE, html),
        "nothing": grade(TYPE, POLICY.sub("", html)),
    }
    for name, result in graded.items():
        print(f"{name:24} {result['grade']:>2} {result['score']:>4}")
    for test, (result, points) in graded["our headers"]["tests"].items():
        print(f"  {test:30} {points:+4} {result}")
    return graded["our headers"]["grade"] != "A+" or graded["our headers"]["score"] < 130


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
