"""How a page writes what is not text."""

import pytest

from edition.pages.render import figure


@pytest.mark.parametrize(
    ("value", "written"),
    [(72.0, "72"), (24.5, "24.5"), (290e9, "290,000,000,000"), (0.00001, "0.00001"), (1.00001, "1.00001")],
)
def test_a_number_as_it_is_written(value, written):
    """Its thousands apart, with the decimals that it has."""
    assert figure(value) == written
