"""The article as a reference, in both styles."""

from edition.quotation import citation


def test_in_chinese_as_gb_t_7714(edition):
    """Authors, title with its kind [J], journal, year, volume(issue): pages, DOI."""
    assert citation(edition.paper, "zh") == (
        "张建平, 张旭. “一带一路”共建国家应对气候变化国际合作经验借鉴及启示[J]. "
        "中国科学院院刊, 2023, 38(9): 1407-1415. DOI: 10.16418/j.issn.1000-3045.20230526006."
    )


def test_in_english_by_author_and_date(edition):
    """Names as family name and initial."""
    assert citation(edition.paper, "en").startswith("Zhang, J., & Zhang, X. (2023). Experiences and enlightenment of")
