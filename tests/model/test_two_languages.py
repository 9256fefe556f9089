"""What has two languages is read by language."""

import pytest

from edition.model.records import Both


def test_a_pair_is_read_by_language():
    """Either language, and no other, also where it is the name of an attribute."""
    both = Both(zh="标准", en="standard")
    assert (both["zh"], both["en"]) == ("标准", "standard")
    for other in ("fr", "model_config"):
        with pytest.raises(KeyError):
            both[other]
