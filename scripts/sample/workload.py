"""Which tasks load a post, and how many people do they need (PermenPANRB 1/2020)?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from sample.dice import Dice
from sample.posts import Post
from sample.source import Unit

MINUTES_A_YEAR = 75_000
TIMES_A_YEAR = {"tahun": 1, "bulan": 12, "minggu": 50, "hari": 250}
SHARE_OF_POSTS = 0.34
OFFICE = (
    ("menyusun rencana kegiatan dan anggaran pelaksanaan tugas", "Dokumen rencana"),
    ("menyusun laporan pelaksanaan tugas", "Laporan"),
    ("memeriksa kelengkapan berkas dan data", "Berkas"),
    ("menyiapkan bahan rapat dan paparan", "Bahan rapat"),
    ("mengolah dan memutakhirkan data", "Data"),
)
OUTPUTS = ("Dokumen", "Laporan", "Kegiatan", "Berkas", "Rekomendasi", "Layanan")
CARE = {
    "Dokter": ("memeriksa dan mengobati pasien rawat jalan", "Pasien", 12),
    "Perawat": ("memberikan asuhan keperawatan", "Pasien", 25),
    "Bidan": ("memberikan asuhan kebidanan pada ibu dan bayi", "Pasien", 30),
    "Apoteker": ("menelaah resep dan memberikan informasi obat", "Resep", 8),
    "Asisten Apoteker": ("menyiapkan dan meracik obat", "Resep", 6),
    "Pranata Laboratorium Kesehatan": ("memeriksa spesimen di laboratorium", "Spesimen", 15),
    "Perekam Medis": ("mencatat dan menyimpan rekam medis", "Rekam medis", 7),
    "Guru": ("melaksanakan pembelajaran dan penilaian", "Jam pelajaran", 45),
}
NORMS = (20, 30, 45, 60, 90, 120, 180, 240, 300, 450, 600, 900)


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """A task of a post: so many outputs each period, of so many minutes each."""

    unit_id: str
    post_id: str
    title: str
    approach: str
    task: str
    output: str
    volume: int
    per: str
    norm_minutes: int

    @property
    def minutes(self) -> int:
        """Minutes a year."""
        return self.volume * TIMES_A_YEAR[self.per] * self.norm_minutes


def load(posts: Sequence[Post], units: Mapping[str, Unit]) -> tuple[list[Post], list[Task]]:
    """Analyse the workload of a third of the posts and set their need by it.

    Returns:
        All posts in their order, and the tasks in the order of the posts.
    """
    loaded: list[Post] = []
    tasks: list[Task] = []
    for post in posts:
        dice = Dice("workload", post.post_id)
        if post.is_head or not dice.chance(SHARE_OF_POSTS):
            loaded.append(post)
            continue
        own = _tasks(post, units[post.unit_id], dice)
        people = sum(task.minutes for task in own) / MINUTES_A_YEAR
        loaded.append(replace(post, need=max(1, int(people + 0.5))))
        tasks += own
    return loaded, tasks


def _tasks(post: Post, unit: Unit, dice: Dice) -> list[Task]:
    """Share the time of the people needed among three to six tasks, the main one most."""
    texts = _texts(post, unit, dice)
    weights = [dice.between(0.5, 1.5) * (2 if number == 0 else 1) for number in range(len(texts))]
    minutes = post.need * MINUTES_A_YEAR * dice.between(0.9, 1.08)
    return [
        _task(post, text, output, norm, minutes * weight / sum(weights))
        for (text, output, norm), weight in zip(texts, weights, strict=True)
    ]


def _texts(post: Post, unit: Unit, dice: Dice) -> list[tuple[str, str, int]]:
    texts = []
    for title, care in CARE.items():
        if post.title == title or (title == "Guru" and post.title.startswith("Guru ")):
            texts.append(care)
    own = [statement.text for statement in unit.statements if "lain yang" not in statement.text]
    work = dice.shuffled(own)[:3]
    office = dice.shuffled(OFFICE)[:2]
    texts += [(text, dice.pick(OUTPUTS), dice.pick(NORMS[3:])) for text in work]
    return texts + [(text, output, dice.pick(NORMS[:8])) for text, output in office]


def _task(post: Post, text: str, output: str, norm: int, minutes: float) -> Task:
    """Choose the period in which the volume is a handy number."""
    volume = max(1, round(minutes / norm))
    per = "tahun"
    for period in ("hari", "minggu", "bulan"):
        if volume >= 2 * TIMES_A_YEAR[period]:
            volume, per = round(volume / TIMES_A_YEAR[period]), period
            break
    return Task(
        unit_id=post.unit_id,
        post_id=post.post_id,
        title=post.title,
        approach="Objek Kerja" if output == "Pasien" else "Tugas per Tugas Jabatan",
        task=text,
        output=output,
        volume=volume,
        per=per,
        norm_minutes=norm,
    )
