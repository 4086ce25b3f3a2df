"""What are people called who do not exist?"""

from sample.dice import Dice


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


# Names are put together from syllables: they sound like the country and are nobody's.
BEGIN = _words("Ar Ba Bra Ca Da Dar Ga Gu Han In Ja Ka La Ma Na Pra Ra Sa Su Ta Wi Yu")
MIDDLE = _words("di ra ma na ri ta wa ka sa ngga mu ndra li hi")
MALE_END = _words("dana wan mara tara yasa jaya santo gara bima putra dharma lana")
FEMALE_END = _words("sari ningrum wati lestari mira yani kirana laras dewi nita asih tika")
FAMILY_BEGIN = _words("Wira Kusu Adi Purwa Sasra Natha Mangku Raja Harsa Nira Tirta Arga")
FAMILY_END = _words("mantara kusala wijana negara laksana sumba praya gunita darsana waluya")

FRONT = {"Kedokteran": "dr.", "Kedokteran Spesialis": "dr.", "Kedokteran Gigi": "drg."}
BEHIND = (  # the first that occurs in the field of study
    ("Kedokteran Spesialis", "Sp.PD."),
    ("Kedokteran Hewan", "drh."),
    ("Kedokteran", ""),
    ("Keperawatan", "S.Kep., Ns."),
    ("Kebidanan", "S.Tr.Keb., Bdn."),
    ("Farmasi", "S.Farm., Apt."),
    ("Psikologi", "S.Psi."),
    ("Kesehatan", "S.K.M."),
    ("Epidemiologi", "S.K.M."),
    ("Gizi", "S.Gz."),
    ("Informa", "S.Kom."),
    ("Pendidikan", "S.Pd."),
    ("Hukum", "S.H."),
    ("Pemerintahan", "S.I.P."),
    ("Akuntansi", "S.Ak."),
    ("Ekonomi", "S.E."),
    ("Manajemen", "S.E."),
    ("Teknik", "S.T."),
    ("Perencanaan", "S.T."),
    ("Arsitektur", "S.Ars."),
    ("Agro", "S.P."),
    ("Agri", "S.P."),
    ("", "S.Sos."),
)


def name(dice: Dice, *, is_female: bool) -> str:
    """Make up a name of two words."""
    end = FEMALE_END if is_female else MALE_END
    first = dice.pick(BEGIN) + dice.pick(MIDDLE) + dice.pick(end)
    return f"{first} {dice.pick(FAMILY_BEGIN)}{dice.pick(FAMILY_END)}"


def with_titles(person: str, education: str, field_of_study: str) -> str:
    """Add the academic titles that a bureau writes with the name."""
    if education == "SMA":
        return person
    if education == "D-III":
        return f"{person}, A.Md."
    front = FRONT.get(field_of_study, "")
    degree = next(title for word, title in BEHIND if word in field_of_study)
    behind = ", ".join(title for title in (degree, "M.Si." if education == "S-2" else "") if title)
    person = f"{front} {person}".strip()
    return f"{person}, {behind}" if behind else person
