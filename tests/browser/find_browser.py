"""Finds the browser that the tests drive, or gets one; says what to install where neither can be done.

As a program it prepares the machine: Debian's chromium as root, Playwright's own elsewhere.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

NAMES = ("chromium", "chromium-browser", "google-chrome")


def system_browser() -> str | None:
    """The path of a Chromium of the system, if there is one."""
    return next(filter(None, map(shutil.which, NAMES)), None)


def playwright_browser() -> str | None:
    """The path of Playwright's own Chromium, if it is installed."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if os.path.exists(path) else None


def get_one() -> bool:
    """Try to install a browser; whether the command ended well."""
    if shutil.which("apt-get") and os.geteuid() == 0:
        packages = ["chromium", "fonts-noto-cjk"]
        subprocess.run(["apt-get", "update", "-qq"], check=False)
        return (
            subprocess.run(
                ["apt-get", "install", "-y", "-qq", *packages], stdout=subprocess.DEVNULL, check=False
            ).returncode
            == 0
        )
    return subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False).returncode == 0


if __name__ == "__main__":
    if not (system_browser() or playwright_browser() or (get_one() and (system_browser() or playwright_browser()))):
        sys.exit("The browser tests need Chromium: install the package “chromium” of your system, then run this again.")
