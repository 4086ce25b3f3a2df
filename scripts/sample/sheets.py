"""Which sheets does a bureau keep, and under which headings?"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from sample import fitness, performance, services
from sample.book import Sheet
from sample.people import Person
from sample.posts import Post
from sample.source import City
from sample.workload import Task

KINDS = {
    "setda": "Sekretariat Daerah",
    "setwan": "Sekretariat DPRD",
    "satuan": "Satuan Polisi Pamong Praja",
    "irban": "Inspektur Pembantu",
    "uptd": "UPTD",
    "rsud": "RSUD",
    "kelompok_jf": "Kelompok Jabatan Fungsional",
    "tim_kerja": "Tim Kerja",
    "other": "Lainnya",
}
POST_KINDS = {"jpt": "JPT Pratama", "jf": "JF"}
STATEMENT_KINDS = {"uraian": "Uraian Tugas"}
LINKS = {
    "lead": "Penanggung Jawab",
    "coordination": "Koordinasi",
    "handoff": "Serah Terima",
    "data": "Pertukaran Data",
    "consultation": "Konsultasi",
    "forum": "Pokja",
}
CODE, NAME, LONG = 22, 44, 90


def structure(city: City, posts: Sequence[Post]) -> Iterator[Sheet]:
    """Give the sheets of units, functions and posts."""
    names = {unit.unit_id: unit.name for unit in city.units}
    yield Sheet(
        name="Unit",
        title="DAFTAR UNIT ORGANISASI PERANGKAT DAERAH",
        columns=(
            ("Kode Unit", CODE),
            ("Nama Unit", NAME),
            ("Jenis", 20),
            ("Kode Induk", CODE),
            ("Urusan", 12),
            ("Wilayah", 26),
            ("Tipe", 6),
            ("Dasar Hukum", 26),
        ),
        rows=(
            (
                unit.unit_id,
                unit.name,
                KINDS.get(unit.kind, unit.kind.capitalize()),
                unit.parent_id,
                ";".join(unit.urusan),
                unit.territory,
                unit.type,
                unit.legal_basis,
            )
            for unit in city.units
        ),
    )
    yield Sheet(
        name="Fungsi",
        title="TUGAS DAN FUNGSI SETIAP UNIT",
        columns=(
            ("Kode Fungsi", CODE),
            ("Kode Unit", CODE),
            ("Nama Unit", NAME),
            ("Jenis", 14),
            ("Urutan", 8),
            ("Uraian", LONG),
            ("Dasar Hukum", 34),
        ),
        rows=(
            (
                item.statement_id,
                unit.unit_id,
                unit.name,
                STATEMENT_KINDS.get(item.kind, item.kind.capitalize()),
                item.order,
                item.text,
                item.citation,
            )
            for unit in city.units
            for item in unit.statements
        ),
    )
    yield Sheet(
        name="Jabatan",
        title="PETA JABATAN, KEBUTUHAN DAN BEZETTING",
        columns=(
            ("Kode Jabatan", CODE),
            ("Kode Unit", CODE),
            ("Nama Unit", NAME),
            ("Nama Jabatan", NAME),
            ("Jenis Jabatan", 14),
            ("Jenjang", 14),
            ("Eselon", 8),
            ("Kelas Jabatan", 8),
            ("Kode Atasan", CODE),
            ("Pimpinan Unit", 10),
            ("Kebutuhan", 11),
            ("Bezetting", 10),
        ),
        rows=(
            (
                post.post_id,
                post.unit_id,
                names[post.unit_id],
                post.title,
                POST_KINDS.get(post.kind, post.kind.capitalize()),
                post.level.title(),
                post.eselon,
                post.job_class,
                post.reports_to,
                "Ya" if post.is_head else "Tidak",
                post.need,
                post.filled,
            )
            for post in posts
        ),
    )


def staff(city: City, people: Sequence[Person], tasks: Iterable[Task]) -> Iterator[Sheet]:
    """Give the sheets of employees and workload."""
    names = {unit.unit_id: unit.name for unit in city.units}
    yield Sheet(
        name="Pegawai",
        title="DAFTAR NOMINATIF APARATUR SIPIL NEGARA (DATA BUATAN)",
        columns=(
            ("Kode Pegawai", 13),
            ("NIP", 21),
            ("Nama", 34),
            ("JK", 4),
            ("Tanggal Lahir", 13),
            ("Status", 8),
            ("Akhir Kontrak", 13),
            ("Gol", 7),
            ("Kode Jabatan", CODE),
            ("Nama Jabatan", NAME),
            ("Kode Unit", CODE),
            ("Nama Unit", NAME),
            ("Pendidikan", 11),
            ("Jurusan", 28),
            ("TMT CPNS", 12),
            ("TMT Jabatan", 12),
            ("Sertifikat", 40),
        ),
        rows=(
            (
                person.employee_id,
                person.nip,
                person.name,
                person.sex,
                person.birth_date,
                person.status,
                person.contract_end,
                person.golongan,
                person.post.post_id,
                person.post.title,
                person.post.unit_id,
                names[person.post.unit_id],
                person.education,
                person.field_of_study,
                person.appointed,
                person.in_position_since,
                person.certificates,
            )
            for person in people
        ),
    )
    yield Sheet(
        name="Beban Kerja",
        title="ANALISIS BEBAN KERJA",
        columns=(
            ("Kode Unit", CODE),
            ("Nama Unit", NAME),
            ("Kode Jabatan", CODE),
            ("Nama Jabatan", NAME),
            ("Pendekatan", 24),
            ("Uraian Tugas", LONG),
            ("Hasil Kerja", 18),
            ("Volume", 9),
            ("Satuan Periode", 10),
            ("Norma Waktu (menit)", 12),
        ),
        rows=(
            (
                task.unit_id,
                names[task.unit_id],
                task.post_id,
                task.title,
                task.approach,
                task.task,
                task.output,
                task.volume,
                task.per,
                task.norm_minutes,
            )
            for task in tasks
        ),
    )


def links(city: City) -> Iterator[Sheet]:
    """Give the sheet of working relations, if any is declared."""
    names = {unit.unit_id: unit.name for unit in city.units}
    if city.links:
        yield Sheet(
            name="Hubungan Kerja",
            title="HUBUNGAN KERJA ANTARUNIT YANG DITETAPKAN",
            columns=(
                ("Dari Unit", CODE),
                ("Nama Unit Asal", NAME),
                ("Ke Unit", CODE),
                ("Nama Unit Tujuan", NAME),
                ("Jenis Hubungan", 18),
                ("Topik", 40),
                ("Koordinator", CODE),
            ),
            rows=(
                (
                    link["from"],
                    names[link["from"]],
                    link["to"],
                    names[link["to"]],
                    LINKS[link["kind"]],
                    link.get("topic"),
                    link.get("lead"),
                )
                for link in city.links
            ),
        )


def capability(posts: Sequence[Post], people: Sequence[Person], city: City) -> Iterator[Sheet]:
    """Give the sheets of requirements, competences and trainings."""
    titles = {post.post_id: post.title for post in posts}
    yield Sheet(
        name="Syarat Jabatan",
        title="SYARAT JABATAN",
        columns=(
            ("Kode Jabatan", CODE),
            ("Nama Jabatan", NAME),
            ("Jenis Syarat", 14),
            ("Syarat", 60),
            ("Tingkat", 10),
        ),
        rows=((row[0], titles[str(row[0])], *row[1:]) for row in fitness.requirements(posts)),
    )
    yield Sheet(
        name="Kompetensi",
        title="HASIL PENILAIAN KOMPETENSI",
        columns=(
            ("Kode Pegawai", 13),
            ("Nama", 34),
            ("Kompetensi", NAME),
            ("Tingkat", 8),
            ("Tanggal Asesmen", 15),
        ),
        rows=(
            (person.employee_id, person.name, *rest)
            for person, *rest in fitness.competences(people, city.as_of)
        ),
    )
    yield Sheet(
        name="Diklat",
        title="KATALOG PELATIHAN",
        columns=(
            ("Kode Diklat", 12),
            ("Nama Diklat", 60),
            ("Kompetensi", NAME),
            ("Tingkat", 8),
            ("JP", 7),
        ),
        rows=fitness.trainings(),
    )


def results(city: City, people: Sequence[Person]) -> Iterator[Sheet]:
    """Give the sheets of individual performance and, where there are puskesmas, of services."""
    yield Sheet(
        name="Kinerja",
        title="PREDIKAT KINERJA PEGAWAI PER TRIWULAN",
        columns=(
            ("Kode Pegawai", 13),
            ("Nama", 34),
            ("Periode", 11),
            ("Hasil Kerja", 20),
            ("Perilaku Kerja", 20),
            ("Predikat Kinerja", 17),
            ("Tanggal", 12),
        ),
        rows=(
            (person.employee_id, person.name, *rest)
            for person, *rest in performance.performance(people, city.as_of)
        ),
    )
    centres = [unit for unit in city.units if unit.kind == "puskesmas"]
    if centres:
        office = next(unit for unit in city.units if unit.unit_id == centres[0].top_id)
        yield Sheet(
            name="Layanan",
            title="INDIKATOR LAYANAN KESEHATAN PER TRIWULAN",
            columns=(
                ("Indikator", 60),
                ("Kode Unit", CODE),
                ("Nama Unit", NAME),
                ("Periode", 11),
                ("Pembilang", 11),
                ("Penyebut", 11),
                ("Target", 9),
                ("Permintaan", 11),
            ),
            rows=(
                (indicator, unit.unit_id, unit.name, *rest)
                for indicator, unit, *rest in services.services(centres, office, city.as_of)
            ),
        )


def variables(rows: Sequence[Mapping[str, str]]) -> Iterator[Sheet]:
    """Give the sheet of the variables of PP 18/2016, if the sample has any."""
    if rows:
        yield Sheet(
            name="Variabel",
            title="VARIABEL PENENTU TIPE PERANGKAT DAERAH",
            columns=(("Urusan", 10), ("Variabel", LONG), ("Nilai", 22)),
            rows=((row["urusan"], row["indikator"], float(row["nilai"])) for row in rows),
        )
