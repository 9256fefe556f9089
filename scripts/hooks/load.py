"""Before the pages: reads the edition, stops the build if a single rule is broken, and makes ready what pages ask
for."""

from __future__ import annotations

import logging
import os
import sys
from pathlib import Path

from mkdocs.exceptions import Abort

sys.path.insert(0, str(Path(__file__).parents[1]))  # where the library is, for this hook and those after it

from edition.faults import Refused  # noqa: E402
from edition.publish.build_date import SOURCE_DATE_EPOCH, build_epoch  # noqa: E402
from edition.site.build import prepare  # noqa: E402

_command = []  # MkDocs tells it once, before there is a configuration


def on_startup(command, dirty):
    """Take what is run: build, serve or gh-deploy. MkDocs logs warnings and no more; --quiet would not do, since --strict
    counts the warnings that are logged, and --quiet logs none. --verbose stays what it is."""
    _command[:] = [command]
    log = logging.getLogger("mkdocs")
    if log.level != logging.DEBUG:
        log.setLevel(logging.WARNING)


def on_config(config):
    """Hooks and templates find the build as `config.extra.build`; the English one, inside the Chinese, finds it
    there."""
    if "build" not in config.extra:
        root = Path(config.config_file_path).parent
        os.environ[SOURCE_DATE_EPOCH] = str(build_epoch(root))  # read by the site generator and the EPUBs
        english = next(one for one in config.plugins["i18n"].config.languages if one.locale == "en")
        names = (config.site_name, english.site_name)  # the first language to be built is Chinese
        config.extra["build"] = prepare(root, names, config.site_url, config.extra, serving=_command == ["serve"])
    return config


def on_build_error(error):
    """Show an error that the user can mend as its message alone, without a traceback."""
    if isinstance(error, Refused):
        raise Abort(f"{error}\nThe site was not built.")
