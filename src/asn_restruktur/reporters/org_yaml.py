"""How does the organisation as understood become a file that can be edited and given again?"""

from collections.abc import Mapping

from asn_restruktur.reporters.orgfile_yaml import org_file
from asn_restruktur.reporters.report import Report


def render(report: Report) -> Mapping[str, bytes]:
    """Write the organisation as an org file.

    Returns:
        Content of `org.yaml`.
    """
    return {"org.yaml": org_file(report.organisation)}
