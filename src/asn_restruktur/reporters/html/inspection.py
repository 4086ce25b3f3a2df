"""How does what was understood of the files become one page for a browser?"""

from markupsafe import Markup

from asn_restruktur import __version__
from asn_restruktur.findings import params
from asn_restruktur.loaders.understood import Reading
from asn_restruktur.reporters.foreign_text import one_line
from asn_restruktur.reporters.html.frame import environment, policy, style
from asn_restruktur.reporters.inspection.worded import worded
from asn_restruktur.reporters.messages import Catalogue


def page(reading: Reading, words: Catalogue) -> str:
    """Show every file and sheet on one self-contained page, a card a sheet.

    Args:
        reading: what was understood.
        words: the language.

    Returns:
        HTML: no request leaves it, it runs no script, and no text of a stranger is obeyed in it.
    """

    def say(key: str) -> str:
        return words.say(f"inspect.{key}")

    title = say("page.title")
    css = style(title, "report.css", "inspection.css")
    return (
        environment()
        .get_template("inspection.html.j2")
        .render(
            lang=str(words.lang),
            version=__version__,
            title=title,
            say=say,
            made=words.say("inspect.page.made", params(version=__version__)),
            files=worded(reading, words),
            problems=[one_line(words.problem(problem)) for problem in reading.problems],
            severity={
                name: words.word(f"severity.{name}") for name in ("error", "warning", "note")
            },
            policy=policy(css),
            css=Markup(css),  # noqa: S704  # ours, and the title in it is escaped
        )
        + "\n"
    )
