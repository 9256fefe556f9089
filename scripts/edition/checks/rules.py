"""Every rule of the text and its data, in the order in which their faults are reported. A rule is a function; its
docstring is the rule in a sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from edition.checks import apparatus, collation, numbers, terms, text
from edition.corpus.edition import Edition
from edition.faults import Fault

RULES: tuple[Callable[[Edition], Iterable[Fault]], ...] = (
    apparatus.ids_are_unique,
    text.markup_is_known,
    text.sentences_end,
    text.paragraphs_are_not_too_long,
    apparatus.citations_resolve,
    text.sections_have_their_section,
    text.notes_are_anchored,
    text.numbers_agree,
    text.translations_are_current,
    terms.terms_are_rendered,
    terms.terms_occur,
    terms.aliases_lead_to_one_entry,
    numbers.figures_are_in_their_sentences,
    numbers.figures_state_their_values,
    numbers.dates_are_stated,
    numbers.every_figure_is_listed,
    numbers.other_digits_are_there,
    numbers.charts_have_their_figures,
    apparatus.affiliations_are_listed,
    apparatus.editors_notes_are_anchored,
    apparatus.editors_notes_are_in_order,
    apparatus.references_are_read,
    apparatus.citation_agrees,
    apparatus.gaps_are_in_both_languages,
    apparatus.rejoining_has_its_reason,
    *collation.RULES,
)
