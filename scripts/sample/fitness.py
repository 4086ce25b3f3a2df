"""What does a post require, what can its holder do, and which training closes the gap?"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from sample.dice import Dice
from sample.people import LEADERSHIP, LICENSED, Person
from sample.posts import Post

RequirementRow = tuple[str, str, str, str | int | None]
CompetenceRow = tuple[Person, str, int, date]
TrainingRow = tuple[str, str, str, int, int]

COMPETENCES = (  # PermenPANRB 38/2017
    "Integritas",
    "Kerja Sama",
    "Komunikasi",
    "Orientasi pada Hasil",
    "Pelayanan Publik",
    "Pengembangan Diri dan Orang Lain",
    "Mengelola Perubahan",
    "Pengambilan Keputusan",
    "Perekat Bangsa",
)
REQUIRED_LEVEL = {"jpt": 4, "administrator": 3, "pengawas": 2, "pelaksana": 1}
REQUIRED_OF_JF = {"ahli madya": 3, "ahli muda": 2, "ahli pertama": 2}
LEAST_GOLONGAN = {"jpt": "IV/b", "administrator": "III/d", "pengawas": "III/c"}
EXPERIENCE = {
    "jpt": ("Pernah menduduki jabatan administrator atau JF ahli madya", 2),
    "administrator": ("Pernah menduduki jabatan pengawas atau JF setara", 3),
    "pengawas": ("Pernah menduduki jabatan pelaksana atau JF setara", 4),
}
LEVEL_NAMES = {2: "Dasar", 3: "Lanjutan", 4: "Strategis"}
TECHNICAL = (
    ("Analisis Jabatan dan Analisis Beban Kerja", "Penataan Organisasi", 2, 40),
    ("Penyusunan Peta Proses Bisnis", "Penataan Organisasi", 3, 32),
    ("Pengadaan Barang/Jasa Pemerintah Level 1", "Pengadaan", 2, 48),
    ("Penyusunan Anggaran Berbasis Kinerja", "Pengelolaan Keuangan Daerah", 2, 32),
    ("Akuntansi Pemerintah Daerah Berbasis Akrual", "Pengelolaan Keuangan Daerah", 3, 40),
    ("Pengelolaan Barang Milik Daerah", "Pengelolaan Aset", 2, 32),
    ("Penyusunan Produk Hukum Daerah", "Perancangan Peraturan", 2, 40),
    ("Tata Naskah Dinas dan Kearsipan Dinamis", "Kearsipan", 1, 24),
    ("Analisis Data dengan Lembar Kerja", "Pengolahan Data", 2, 24),
    ("Statistik Sektoral dan Satu Data", "Pengolahan Data", 3, 32),
    ("Keamanan Informasi bagi Pengelola Sistem", "Keamanan Informasi", 3, 40),
    ("Surveilans Penyakit Potensial Wabah", "Epidemiologi", 2, 40),
    ("Tata Laksana Balita Gizi Buruk", "Gizi", 2, 32),
    ("Manajemen Puskesmas", "Manajemen Layanan Kesehatan", 3, 60),
    ("Kegawatdaruratan Dasar", "Pelayanan Klinis", 2, 40),
    ("Inspeksi Kesehatan Lingkungan", "Kesehatan Lingkungan", 2, 32),
    ("Pendampingan Korban Kekerasan", "Pekerjaan Sosial", 2, 32),
    ("Asesmen Penyandang Disabilitas", "Pekerjaan Sosial", 2, 24),
    ("Kaji Cepat Bencana", "Penanggulangan Bencana", 2, 32),
    ("Penyidik Pegawai Negeri Sipil", "Penegakan Peraturan Daerah", 3, 300),
    ("Pengawasan Perizinan Berbasis Risiko", "Perizinan", 2, 32),
    ("Audit Kinerja", "Pengawasan Internal", 3, 80),
    ("Penilaian Kerusakan Jalan", "Bina Marga", 2, 24),
    ("Pengelolaan Sampah dari Sumbernya", "Lingkungan Hidup", 2, 24),
    ("Kurikulum dan Asesmen Pembelajaran", "Pendidikan", 2, 32),
)
SAMPLE_OF_STAFF = 0.08


def requirements(posts: Sequence[Post]) -> Iterator[RequirementRow]:
    """Give rows of post, kind, name, level; alternatives of a field stand with `;`."""
    for post in posts:
        yield post.post_id, "Pendidikan", "Pendidikan minimal", post.education
        if post.kind in {"jf", "jpt", "administrator", "pengawas"} and post.fields:
            yield post.post_id, "Jurusan", ";".join(post.fields), None
        if post.kind in LEAST_GOLONGAN:
            yield post.post_id, "Golongan", "Golongan minimal", LEAST_GOLONGAN[post.kind]
            name, years = EXPERIENCE[post.kind]
            yield post.post_id, "Pengalaman", name, years
            yield post.post_id, "Sertifikat", LEADERSHIP[post.kind], None
            for competence in COMPETENCES:
                yield post.post_id, "Kompetensi", competence, REQUIRED_LEVEL[post.kind]
        elif post.title.startswith(LICENSED):
            yield post.post_id, "Sertifikat", "Surat Tanda Registrasi", None


def competences(people: Sequence[Person], as_of: date) -> Iterator[CompetenceRow]:
    """Give rows of employee, competence, level, day: of all heads and a sample of the others."""
    for person in people:
        dice = Dice("competence", person.employee_id)
        post = person.post
        if not (post.is_head or dice.chance(SAMPLE_OF_STAFF)):
            continue
        required = REQUIRED_LEVEL.get(post.kind) or REQUIRED_OF_JF.get(post.level, 1)
        day = as_of - timedelta(days=dice.whole(40, 900))
        for competence in COMPETENCES:
            more = dice.weighted({0: 0.62, -1: 0.24, 1: 0.14})
            yield person, competence, min(5, max(1, required + more)), day


def trainings() -> Iterator[TrainingRow]:
    """Give rows of training, name, competence, level, hours."""
    catalogue = [
        (f"Pengembangan Kompetensi {competence} {name}", competence, level, 16 + 8 * level)
        for competence in COMPETENCES
        for level, name in LEVEL_NAMES.items()
    ]
    for number, training in enumerate([*catalogue, *TECHNICAL]):
        yield f"D{number + 1:03d}", *training
