"""Which figures does a report state, and which of its findings do they count?"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from asn_restruktur.findings import Figure, Finding


def merged(parts: Iterable[Iterable[Figure]]) -> dict[str, Figure]:
    """Gather the figures of all parts by key; two parts stating one figure is a fault of ours."""
    figures = [figure for part in parts for figure in part]
    twice = sorted(key for key, times in Counter(f.key for f in figures).items() if times > 1)
    if twice:
        message = f"figures stated twice: {', '.join(twice)}"
        raise ValueError(message)
    return {figure.key: figure for figure in figures}


def recounted(figures: Iterable[Figure], findings: Iterable[Finding]) -> list[Figure]:
    """Keep of each figure the findings that the report tells; a count of findings follows them."""
    told = {finding.fingerprint for finding in findings}
    kept = []
    for figure in figures:
        counted = tuple(fingerprint for fingerprint in figure.findings if fingerprint in told)
        is_count = figure.value == len(figure.findings) and figure.name != "data.left_out"
        value = len(counted) if is_count else figure.value
        kept.append(replace(figure, findings=counted, value=value))
    return kept
