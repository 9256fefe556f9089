"""The edition as a library: reads the corpus and the facts, ties them together, checks them.

Nothing in here knows MkDocs. The order of reading, each module one idea:

faults     what is wrong, and where
records    the shape of the data files
data       YAML files into records, with the line of every fault
inline     the markup inside a sentence
corpus     one section file into lines and notes
alignment  two trees of files that have to mirror each other
edition    everything together: the paper as typed records
collation  the source with the recorded differences gives the edition
numerals   the numbers of a Chinese and of an English sentence
termbase   the terms in a sentence, longest match first
places     every text that has to have a source
rules      what has to be true of the whole edition
mentions   where terms and names stand, and how often
tables     the cross-reference tables; tabular writes them as CSV and JSON
charts     the figures, by drawing (a charting library) and svg (what may stand in a page)
pieces     a text cut at notes and mentions
side       the edition in one language
html       a page of the edition as HTML, by templates
search_index  what the search in the browser reads
export     paper.json
addresses  where the site is
works      a printed citation in its parts
csl        what can be cited, as CSL-JSON
citations  formatted by a citation processor in the styles of styles/
reference_files  BibTeX, RIS and CSL-JSON
metadata   what a page says of itself to programs; card is its picture
markup     XML as trees
people     names in their parts
jats       the paper as JATS XML; jats_front is its front matter
tmx        the aligned sentences as a translation memory
plaintext  the paper as text
book       the paper as chapters of XHTML; epub makes a file of them
llms       llms.txt
downloads  all files that readers take away; shelf lists those that are there
"""
