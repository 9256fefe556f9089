"""What the charts are made of."""

from dataclasses import replace

from edition.model.records import Term
from edition.pages.charts import terms_by_section


def test_a_term_that_the_text_has_not(edition):
    """A core term that stands in the facts alone has no section, and so no row."""
    more = Term(id="nowhere", zh=["无处可见"], en=["nowhere"], core=True)
    [figure, without] = [
        terms_by_section(replace(edition, terms=terms), "zh") for terms in ([more, *edition.terms], edition.terms)
    ]
    assert figure == without
