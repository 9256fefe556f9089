"""The contents on every page are bounded."""

import pytest

from shared import hook

near = hook("pages").near


@pytest.mark.parametrize(
    ("length", "place", "shown"),
    [
        (3, 0, (0, 3)),
        (40, 39, (0, 40)),
        (100, 0, (0, 40)),
        (100, 50, (30, 70)),
        (100, 99, (60, 100)),
        (100, None, (0, 40)),
    ],
)
def test_a_long_group_shows_what_is_near(length, place, shown):
    """Up to forty entries all are shown; of more, forty round the page, or the first ones where the page is elsewhere."""
    items = [object() for _ in range(length)]
    assert near(items, None if place is None else items[place]) == items[slice(*shown)]
