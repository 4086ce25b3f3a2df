"""Which pages come from the code, and what do they say?

The pages of commands and rules under docs/, and the runs shown in both READMEs.
"""

import contextlib
import io
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from asn_restruktur.cli.app import COMMANDS
from asn_restruktur.cli.entry import run
from asn_restruktur.reporters.messages.catalogue import catalogue
from asn_restruktur.reporters.rule_page import PARTS, rule_record
from asn_restruktur.rules import RULES
from asn_restruktur.vocabulary import Language

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
READMES = {Language.ID: ROOT / "README.id.md", Language.EN: ROOT / "README.md"}
RUNS = {
    "first-run": ("analyze", "--sample"),
    "inspect-run": ("inspect", "data/samples/berantakan/formasi disporapar.xlsx"),
}
"""What the READMEs show, by the name of the place where they show it."""

NAMES = {
    Language.ID: ("perintah.md", "# Perintah", "aturan.md", "# Aturan"),
    Language.EN: ("commands.md", "# Commands", "rules.md", "# Rules"),
}


def pages() -> dict[str, str]:
    """Return every generated page by file name."""
    made = {}
    for lang, (commands, commands_title, rules, rules_title) in NAMES.items():
        made[commands] = "\n\n".join([commands_title, *_helps(lang)]) + "\n"
        made[rules] = "\n\n".join([rules_title, *_rules(lang)]) + "\n"
    return made


def with_run(readme: str, name: str, printed: str, lang: Language) -> str:
    """Return a README that shows what a run prints."""
    place = re.compile(rf"(<!-- {name} -->\n```console\n).*?(```\n<!-- /{name} -->)", re.DOTALL)
    typed = " ".join(f'"{part}"' if " " in part else part for part in RUNS[name])
    option = " --lang en" if lang is Language.EN else ""
    shown = f"$ asn-restruktur {typed}{option}\n{printed}"
    return place.sub(lambda found: f"{found[1]}{shown}{found[2]}", readme)


def run_of(name: str, lang: Language) -> str:
    """Return what a run prints at 80 columns."""
    with tempfile.TemporaryDirectory() as folder:
        for part in RUNS[name]:
            if (ROOT / part).is_file():
                (Path(folder) / part).parent.mkdir(parents=True)
                shutil.copy(ROOT / part, Path(folder) / part)
        return subprocess.run(
            [sys.executable, "-m", "asn_restruktur", *RUNS[name], "--lang", lang],
            cwd=folder,
            env=os.environ | {"COLUMNS": "80"},
            capture_output=True,
            check=True,
            encoding="utf-8",
        ).stdout


def _helps(lang: Language) -> list[str]:
    """Return the help of the tool and of each command, as printed at 80 columns."""
    names = ["", *(function.__name__ for function in COMMANDS)]
    return [f"```console\n$ {_call(name)}\n{_printed(name, lang)}```" for name in names]


def _call(name: str) -> str:
    return " ".join(part for part in ("asn-restruktur", name, "--help") if part)


def _printed(name: str, lang: Language) -> str:
    os.environ["COLUMNS"] = "80"
    with contextlib.redirect_stdout(io.StringIO()) as printed:
        run([*([name] if name else []), "--help", "--lang", lang])
    return printed.getvalue()


def _rules(lang: Language) -> list[str]:
    words = catalogue(lang)
    return [
        text
        for rule in RULES
        for record in [rule_record(rule, words)]
        for text in [
            f"## {rule.code} {record['title']}",
            words.say("cli.rule.severity", (("severity", _severity(record["severity"], lang)),))
            + "  \n"
            + words.say(
                "cli.rule.basis",
                (
                    ("basis", rule.basis.text),
                    ("confidence", words.word(f"confidence.{rule.basis.confidence}")),
                ),
            ),
            *(
                f"**{words.say(f'cli.rule.{part}')}.** {record[part]}"
                for part in PARTS
                if part in record
            ),
        ]
    ]


def _severity(name: str, lang: Language) -> str:
    return catalogue(lang).word(f"severity.{name}")


if __name__ == "__main__":
    DOCS.mkdir(exist_ok=True)
    for name, text in pages().items():
        (DOCS / name).write_text(text, encoding="utf-8", newline="\n")
        print(DOCS / name)
    for lang, path in READMES.items():
        text = path.read_text(encoding="utf-8")
        for name in RUNS:
            text = with_run(text, name, run_of(name, lang), lang)
        path.write_text(text, encoding="utf-8", newline="\n")
        print(path)
