"""What should be done, in which order, and what would each step end and cost?"""

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from asn_restruktur.reporters.html.wording import Clause, Wording
from asn_restruktur.reporters.report import Report

_BAR = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A recommendation in words.

    Args:
        rank: 1 is done first.
        title: what to do, as an imperative with names.
        reason: why.
        how: the steps to take.
        could: what could go wrong.
        ends: how many findings it would end.
        moved: how many people change their unit.
        effect: findings ended, effort and people moved, in a line.
        bar: its effect in percent of the largest one.
        effort: 1-3, with its word.
        risk: 1-3, with its word.
        findings: fingerprints it rests on.
    """

    rank: int
    title: str
    reason: str
    how: str
    could: str
    ends: Markup
    moved: Markup
    effect: Markup
    bar: int
    effort: int
    effort_word: str
    risk: int
    risk_word: str
    findings: tuple[str, ...]


def steps(report: Report, say: Wording) -> tuple[Step, ...]:
    """Word the recommendations, in their order."""
    most = max((advice.ends for advice in report.recommendations), default=1)
    worded = []
    for advice in report.recommendations:
        ends = report.figures[f"advice.ends:{advice.rank}"]
        moved = report.figures[f"advice.people_moved:{advice.rank}"]
        risk = advice.risk.name.lower()
        effort = say.words.word(f"level.{int(advice.effort)}")
        ends_clause = say.clause("advice.ends", count=ends)
        moved_clause = say.clause("advice.moved", count=moved)
        effect = Clause(
            " · ".join([ends_clause, say.clause("advice.effort", effort=effort), moved_clause])
        )
        worded.append(
            Step(
                rank=advice.rank,
                title=say.words.recommendation(advice),
                reason=say.words.reason(advice),
                how=say.words.say(f"advice.{advice.action}.steps", advice.params),
                could=say.words.say(f"advice.{advice.action}.risk.{risk}", advice.params),
                ends=say("advice.as_is", clause=ends_clause),
                moved=say("advice.as_is", clause=moved_clause),
                effect=say("advice.as_is", clause=effect),
                bar=round(advice.ends * _BAR / most),
                effort=int(advice.effort),
                effort_word=effort,
                risk=int(advice.risk),
                risk_word=say.words.word(f"level.{int(advice.risk)}"),
                findings=tuple(advice.findings),
            )
        )
    return tuple(worded)


def rank_by_finding(report: Report) -> Mapping[str, int]:
    """Tell which recommendation would end a finding; the first, where several would."""
    ranks: dict[str, int] = {}
    for advice in report.recommendations:
        for fingerprint in advice.findings:
            ranks.setdefault(fingerprint, advice.rank)
    return ranks
