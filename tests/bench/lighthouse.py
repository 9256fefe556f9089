"""Lighthouse's four scores for a page, on a phone on a slow line (its default) and on a desktop.

The program is installed by `make bench` from package.json. It asks for Node 22.19; Node 20 runs it, with a warning.
"""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

from bench.programs import Missing, run

PROGRAM = Path(__file__).parent / "node_modules/.bin/lighthouse"
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
FORMS = {"mobile": [], "desktop": ["--preset=desktop"]}
FLAGS = "--headless=new --no-sandbox --disable-gpu"


def scores(url: str, form: str, browser: str) -> tuple[int, ...]:
    """The scores of a page from 0 to 100, in the order of CATEGORIES; `browser` is the path of Chromium.
    Raises Missing where Lighthouse cannot be run."""
    if not shutil.which("node"):
        raise Missing("no Node.js on this machine")
    if not PROGRAM.exists():
        raise Missing("Lighthouse is not installed; npm could not get it")
    only = f"--only-categories={','.join(CATEGORIES)}"
    command = [str(PROGRAM), url, "--quiet", "--output=json", only, f"--chrome-flags={FLAGS}", *FORMS[form]]
    found = json.loads(run(command, env={**os.environ, "CHROME_PATH": browser}))["categories"]
    return tuple(round(100 * found[name]["score"]) for name in CATEGORIES)
