"""Names of people in their parts."""

import pytest

from edition.model.person_names import in_parts
from edition.model.records import PersonalName

CASES = [
    ("张建平", "ZHANG Jianping", "Zhang J P", ("张", "建平", "Zhang", "Jianping", "J P")),
    ("张旭", "ZHANG Xu", "Zhang X", ("张", "旭", "Zhang", "Xu", "X")),
    ("欧阳修", "OUYANG Xiu", "Ouyang X", ("欧阳", "修", "Ouyang", "Xiu", "X")),  # a surname of two characters
    ("岳凌生", "YUE Lingsheng", "", ("岳", "凌生", "Yue", "Lingsheng", "")),  # an editor, whom no citation names
]


@pytest.mark.parametrize("zh, en, printed, parts", CASES)
def test_in_parts(zh, en, printed, parts):
    """The initials of the printed form say how long the Chinese given name is."""
    names = in_parts(PersonalName(zh=zh, en=en), printed)
    assert (names["zh"].family, names["zh"].given) == parts[:2]
    assert (names["en"].family, names["en"].given, names["en"].initials) == parts[2:]
