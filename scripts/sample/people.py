"""Who holds the posts?"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sample.dice import Dice
from sample.names import name, with_titles
from sample.posts import Post

FIRST_OF_SEQUENCE = 901
"""The three last digits of a NIP start here: no agency numbers so many people of one birth date
and month of appointment, so that no invented NIP is that of a living person."""
GOLONGAN_OF_ESELON = {  # PP 100/2000 jo. PP 13/2002
    "II.a": (52, 58, ("IV/d",)),
    "II.b": (48, 58, ("IV/b", "IV/c")),
    "III.a": (44, 57, ("IV/a", "IV/b")),
    "III.b": (40, 57, ("III/d", "IV/a")),
    "IV.a": (35, 57, ("III/c", "III/d")),
    "IV.b": (33, 57, ("III/b", "III/c")),
}
GOLONGAN_OF_LEVEL = {
    "ahli madya": (42, 59, ("IV/a", "IV/b", "IV/c")),
    "ahli muda": (34, 57, ("III/c", "III/d")),
    "ahli pertama": (25, 45, ("III/a", "III/b")),
    "penyelia": (38, 57, ("III/c", "III/d")),
    "mahir": (30, 55, ("III/a", "III/b")),
    "terampil": (23, 45, ("II/c", "II/d")),
}
GOLONGAN_OF_EDUCATION = {
    "S-1": (25, 57, ("III/a", "III/b", "III/c", "III/d")),
    "D-III": (24, 57, ("II/c", "II/d", "III/a", "III/b")),
    "SMA": (22, 57, ("II/a", "II/b", "II/c", "II/d", "III/a")),
}
CONTRACT_GRADE = {"SMA": "V", "D-III": "VII", "S-1": "IX", "Profesi": "X", "S-2": "X"}
LEADERSHIP = {"jpt": "PKN Tingkat II", "administrator": "PKA", "pengawas": "PKP"}
LICENSED = ("Dokter", "Perawat", "Bidan", "Apoteker", "Nutrisionis", "Fisioterapis", "Radiografer")
OFFICIAL_MONTHS = (1, 3, 4, 12)


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """An employee; absent dates are None."""

    employee_id: str
    nip: str
    name: str
    sex: str
    birth_date: date
    status: str
    contract_end: date | None
    golongan: str
    post: Post
    education: str
    field_of_study: str
    appointed: date
    in_position_since: date
    certificates: str


def people(posts: Sequence[Post], as_of: date) -> list[Person]:
    """Put as many people into each post as it holds, in the order of the posts."""
    given: Counter[str] = Counter()
    elsewhere = sorted({field for post in posts for field in post.fields})
    found: list[Person] = []
    for post in posts:
        for place in range(post.filled):
            dice = Dice("people", post.post_id, place)
            found.append(_person(post, dice, as_of, given, elsewhere, number=len(found) + 1))
    return found


def _person(
    post: Post,
    dice: Dice,
    as_of: date,
    given: Counter[str],
    elsewhere: Sequence[str],
    *,
    number: int,
) -> Person:
    status = _status(post, dice)
    low, high, _ = _range(post)
    if status != "PNS":
        low, high = (23, 34) if status == "CPNS" else (min(low, 27), min(high, 52))
    born = as_of - timedelta(days=int(dice.between(low * 365.25, high * 365.25)))
    appointed = _appointed(born, as_of, status, dice)
    is_female = dice.chance(0.58)
    education, study = _education(post, dice, elsewhere)
    start = _nip_start(born, appointed, status, is_female=is_female)
    given[start] += 1
    return Person(
        employee_id=f"P{number:05d}",
        nip=f"{start}{FIRST_OF_SEQUENCE + given[start] - 1}",
        name=with_titles(name(dice, is_female=is_female), education, study),
        sex="P" if is_female else "L",
        birth_date=born,
        status=status,
        contract_end=_contract_end(appointed, as_of, dice) if status == "PPPK" else None,
        golongan=_golongan(post, status, born, education, as_of),
        post=post,
        education=education,
        field_of_study=study,
        appointed=appointed,
        in_position_since=_since(post, appointed, as_of, dice),
        certificates="; ".join(_certificates(post, dice)),
    )


def _status(post: Post, dice: Dice) -> str:
    if post.is_head or post.level in {"ahli muda", "ahli madya", "mahir", "penyelia"}:
        return "PNS"
    contract = 0.55 if post.title.startswith("Guru") else 0.3
    return dice.weighted({"PNS": 0.97 - contract, "PPPK": contract, "CPNS": 0.03})


def _range(post: Post) -> tuple[int, int, tuple[str, ...]]:
    if post.eselon:
        return GOLONGAN_OF_ESELON[post.eselon]
    if post.level:
        return GOLONGAN_OF_LEVEL[post.level]
    return GOLONGAN_OF_EDUCATION[post.education]


def _appointed(born: date, as_of: date, status: str, dice: Dice) -> date:
    """Choose the first day of service: young for a civil servant, lately for a contract."""
    month = dice.pick(OFFICIAL_MONTHS)
    if status == "CPNS":
        return date(as_of.year - 1, month, 1)
    if status == "PPPK":
        return date(as_of.year - dice.whole(1, 4), month, 1)
    year = min(born.year + dice.whole(22, 31), as_of.year - 2)
    return date(year, month, 1)


def _nip_start(born: date, appointed: date, status: str, *, is_female: bool) -> str:
    month = "21" if status == "PPPK" else f"{appointed:%m}"
    return f"{born:%Y%m%d}{appointed:%Y}{month}{2 if is_female else 1}"


def _contract_end(appointed: date, as_of: date, dice: Dice) -> date:
    years = max(dice.pick((1, 2, 3, 5, 5)), as_of.year - appointed.year + 1)
    return appointed.replace(year=appointed.year + years) - timedelta(days=1)


def _golongan(post: Post, status: str, born: date, education: str, as_of: date) -> str:
    """Return the grade: higher with age, the first one of a beginner."""
    low, high, grades = _range(post)
    if status == "PPPK":
        return CONTRACT_GRADE[education]
    if status == "CPNS":
        return {"SMA": "II/a", "D-III": "II/c"}.get(education, "III/a")
    age = min(high, max(low, as_of.year - born.year))
    return grades[(age - low) * len(grades) // (high - low + 1)]


def _education(post: Post, dice: Dice, elsewhere: Sequence[str]) -> tuple[str, str]:
    """Mostly what the post asks for; now and then a higher degree or another field."""
    education = post.education
    if education == "S-1" and dice.chance(0.35 if post.is_head else 0.08):
        education = "S-2"
    fits = education in {"Profesi", "SMA"} or dice.chance(0.85)
    return education, dice.pick(post.fields if fits else elsewhere)


def _since(post: Post, appointed: date, as_of: date, dice: Dice) -> date:
    """Choose when the post was taken: a head changes more often."""
    years = dice.between(0.1, 4.5 if post.is_head else 9)
    since = as_of - timedelta(days=int(years * 365.25))
    return max(since.replace(day=1), appointed)


def _certificates(post: Post, dice: Dice) -> list[str]:
    found = []
    if post.kind in LEADERSHIP and dice.chance(0.66):
        found.append(LEADERSHIP[post.kind])
    if post.title.startswith("Guru ") and dice.chance(0.7):
        found.append("Sertifikat Pendidik")
    if post.title.startswith(LICENSED) and dice.chance(0.93):
        found.append("Surat Tanda Registrasi")
    elif post.kind == "jf" and not post.title.startswith("Guru ") and dice.chance(0.55):
        found.append(f"Uji Kompetensi {post.title}")
    if dice.chance(0.05):
        found.append("Pengadaan Barang/Jasa Level 1")
    return found
