"""Bounds the list of contents that stands on every page, so that a page does not grow with the edition."""

from __future__ import annotations

MOST = 40  # more than a group of this paper has: it shows them all


def on_env(env, config, files):
    """Templates list a group of the navigation as `group.children | near(page)`."""
    env.filters["near"] = near
    return env


def near(items, page, most=MOST):
    """The items of a group; of a long one those round the page, or its first ones where the page is elsewhere."""
    place = next((index for index, item in enumerate(items) if item is page), 0)
    start = max(0, min(place - most // 2, len(items) - most))
    return items[start : start + most]
