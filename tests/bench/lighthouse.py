"""Lighthouse's four scores for a page, on a phone on a slow line (its default) and on a desktop.

The program is installed by `make bench` from package.json. It asks for Node 22.19; Node 20 runs it, with a warning.
"""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

PROGRAM = Path(__file__).parent / "node_modules/.bin/lighthouse"
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
FORMS = {"mobile": [], "desktop": ["--preset=desktop"]}
FLAGS = "--headless=new --no-sandbox --disable-gpu"


class Missing(Exception):
    """Lighthouse cannot be run here; the message says why."""


def scores(url: str, form: str, browser: str) -> tuple[int, ...]:
    """The scores of a page from 0 to 100, in the order of CATEGORIES; `browser` is the path of Chromium.
    Raises Missing where Lighthouse cannot be run."""
    only = f"--only-categories={','.join(CATEGORIES)}"
    command = [str(PROGRAM), url, "--quiet", "--output=json", only, f"--chrome-flags={FLAGS}", *FORMS[form]]
    environment = {**os.environ, "CHROME_PATH": browser}
    try:
        done = subprocess.run(command, check=True, capture_output=True, text=True, env=environment)
    except FileNotFoundError:
        raise Missing("Lighthouse is not installed; npm could not get it") from None
    except subprocess.CalledProcessError as error:
        raise Missing(error.stderr.strip() or "Lighthouse gave no reason") from None
    found = json.loads(done.stdout)["categories"]
    return tuple(round(100 * found[name]["score"]) for name in CATEGORIES)
