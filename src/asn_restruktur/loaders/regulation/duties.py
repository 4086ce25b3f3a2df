"""Which duties, functions and tasks does each unit have, and where does each stand?"""

from collections.abc import Sequence

from asn_restruktur.loaders.regulation.articles import Article
from asn_restruktur.loaders.regulation.chapters import is_annex, states_duties
from asn_restruktur.loaders.regulation.duty_reader import DutyReader
from asn_restruktur.loaders.regulation.free_text import read_free
from asn_restruktur.loaders.regulation.statements import Duties
from asn_restruktur.loaders.regulation.unit_tree import UnitTree
from asn_restruktur.loaders.understood import LeftOut


def read_duties(articles: Sequence[Article], tree: UnitTree) -> Duties:
    """Read the duties of every article.

    Text outside of articles is read by its headings in an annex, and where there are no articles
    at all; before and between articles it states no duty.

    Args:
        articles: the text, amendments applied.
        tree: units of the text; those that it names here first are added.
    """
    reader = DutyReader(tree, articles)
    is_free = not any(article.label for article in articles)
    for article in articles:
        reader.enter(article)
        if not article.label and (is_free or is_annex(article)):
            read_free(article.nodes, reader)
        elif (article.label or article.headings) and states_duties(article):
            for node in article.nodes:
                reader.visit((node,))
        else:
            reader.leave(article.nodes, LeftOut.NO_DUTY)
    reader.take_speaking_heads()
    return reader.found
