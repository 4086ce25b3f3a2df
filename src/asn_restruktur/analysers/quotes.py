"""What do statements say, word for word, and where does each stand?"""

from collections.abc import Iterable

from asn_restruktur.findings import Evidence, Subject, SubjectKind
from asn_restruktur.organisation.model import Organisation
from asn_restruktur.vocabulary import TableName


class Quotes:
    """The statements of an organisation, to be cited by id."""

    def __init__(self, organisation: Organisation) -> None:
        self._organisation = organisation
        functions = organisation.functions
        self._row = dict(zip(functions["statement_id"], functions.index, strict=True))

    def evidence(self, statement_ids: Iterable[str]) -> tuple[Evidence, ...]:
        """Quote statements with their cells, in the order given; unknown ids are passed over."""
        known = [statement for statement in statement_ids if statement in self._row]
        shown = self._organisation.functions.loc[[self._row[one] for one in known]]
        places = self._organisation.places(TableName.FUNCTIONS, shown.index, "text")
        return tuple(
            Evidence(place=place, quote=text, subject=Subject(SubjectKind.STATEMENT, statement))
            for place, text, statement in zip(places, shown["text"], known, strict=True)
        )
