"""Finds the browser that the tests drive, or gets one; says what to install where neither can be done.

As a program it prepares the machine: Debian's as root, Playwright's own elsewhere, and type for Chinese.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

SHELL = (
    "chromium-headless-shell"  # the same engine without a window round the page: a page opens in a third of the time
)
NAMES = (SHELL, "chromium", "chromium-browser", "google-chrome")
FONTS = "fonts-noto-cjk"
NOT_STARTED = {"SYSTEMD_OFFLINE": "1", "RUNLEVEL": "1"}  # the tests start the servers; nothing else shall


def system_browser() -> str | None:
    """The path of a Chromium of the system, if there is one."""
    return next(filter(None, map(shutil.which, NAMES)), None)


def playwright_browser() -> str | None:
    """The path of Playwright's own Chromium, if it is installed."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if os.path.exists(path) else None


def executable() -> str | None:
    """The path of the browser to drive, or None."""
    return system_browser() or playwright_browser()


def has_chinese_type() -> bool:
    """Whether there is a font with Chinese characters, as far as fontconfig can tell; elsewhere systems bring one."""
    if not shutil.which("fc-list"):
        return not is_debian_root()
    return bool(subprocess.run(["fc-list", ":lang=zh-cn"], capture_output=True, check=False).stdout)


def is_debian_root() -> bool:
    """Whether Debian's packages can be installed without asking."""
    return bool(shutil.which("apt-get")) and os.geteuid() == 0


def install(*packages: str) -> bool:
    """Install packages of Debian; whether the command ended well."""
    subprocess.run(["apt-get", "update", "-qq"], check=False)
    command = ["apt-get", "install", "-y", "-qq", *packages]
    environment = {**os.environ, **NOT_STARTED}
    return subprocess.run(command, stdout=subprocess.DEVNULL, check=False, env=environment).returncode == 0


def get_one() -> bool:
    """Try to install a browser; whether the command ended well."""
    if is_debian_root():
        return install("chromium")
    return subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False).returncode == 0


if __name__ == "__main__":
    if not has_chinese_type() and not (is_debian_root() and install("fontconfig", FONTS)):
        print(
            f"No font has Chinese characters; what is drawn and printed will lack them. Install {FONTS}.",
            file=sys.stderr,
        )
    if is_debian_root() and not shutil.which(SHELL):
        install(SHELL)
    if not (executable() or (get_one() and executable())):
        sys.exit("The browser tests need Chromium: install the package “chromium” of your system, then run this again.")
