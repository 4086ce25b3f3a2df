"""Which statements does nearly every unit have, so that they say nothing of its own work?"""

import pytest

from asn_restruktur.language.boilerplate import pattern_of, plain, repeated, template
from asn_restruktur.language.data import FOLDER

GENERAL = {
    "G01": "perumusan kebijakan teknis di bidang perikanan darat",
    "G02": "pelaksanaan kebijakan di bidang perikanan darat",
    "G03": "pelaksanaan evaluasi dan pelaporan di bidang perikanan darat",
    "G04": "pelaksanaan administrasi dinas di bidang perikanan darat",
    "G05": "pelaksanaan tugas kedinasan lain yang diberikan oleh Kepala Dinas",
    "G06": "menyusun bahan kebijakan teknis bidang perikanan darat",
    "G07": "pelaksanaan tugas dukungan teknis di bidang perikanan darat",
    "G08": "pemantauan pelaksanaan tugas dukungan teknis",
    "G09": "pengoordinasian penyusunan kebijakan daerah",
    "G10": "menyusun rencana kerja seksi",
    "G11": "penyusunan Renstra dan Renja dinas",
    "G12": "menyiapkan bahan pembinaan perikanan darat",
    "G13": "mengoordinasikan kegiatan di lingkungan seksi",
    "G14": "koordinasi dengan perangkat daerah terkait",
    "G15": "membagi tugas kepada bawahan",
    "G16": "memberi petunjuk kepada bawahan",
    "G17": "mengawasi pelaksanaan tugas bawahan",
    "G18": "menilai prestasi kerja bawahan",
    "G19": "pembinaan jabatan fungsional",
    "G20": "memantau pelaksanaan kegiatan seksi",
    "G21": "membuat laporan pelaksanaan tugas",
    "G22": "memberikan saran dan pertimbangan kepada atasan",
    "G23": "pengelolaan persuratan",
    "G24": "pengelolaan kepegawaian di lingkungan dinas",
    "G25": "pengelolaan administrasi keuangan dinas",
    "G26": "pengelolaan perlengkapan dan rumah tangga dinas",
    "G27": "penataan kelembagaan dan ketatalaksanaan di lingkungan dinas",
    "G28": "pengelolaan data dan informasi pada situs web dinas",
    "G29": "pelaksanaan kehumasan dinas",
    "G30": "penyusunan produk hukum di lingkungan dinas",
    "G31": "penyelenggaraan kesekretariatan dinas",
    "G32": "pembinaan UPTD",
    "G33": "pengelolaan pengaduan masyarakat di lingkungan dinas",
    "G34": "bertindak sebagai pejabat pelaksana teknis kegiatan",
    "G35": "mempelajari peraturan perundang-undangan tentang perikanan",
    "G36": "penyelesaian tindak lanjut hasil pemeriksaan",
    "G37": "penyediaan sarana kantor untuk menunjang tugas",
    "G38": "melakukan analisis terhadap permasalahan teknis yang dihadapi oleh seksi",
}
ALSO_GENERAL = {
    "penyusunan rencana kerja, kinerja, dan anggaran yang berkenaan dengan perikanan": "G10",
    "menyelia kegiatan staf di lingkungan seksi": "G17",
    "mengarahkan dan mengendalikan staf untuk kelancaran pekerjaan": "G17",
    "mengoordinasikan kegiatan/pelaksanaan tugas bawahan": "G17",
    "menginventarisasi permasalahan yang berhubungan dengan bidang tugasnya": "G38",
}
OF_ITS_OWN = (
    "penyusunan kebijakan akuntansi pemerintah daerah",
    "evaluasi pembangunan daerah",
    "koordinasi penyusunan rencana pembangunan jangka menengah daerah",
    "pembinaan kearsipan pada seluruh perangkat daerah",
    "pengelolaan barang milik daerah pada seluruh perangkat daerah",
    "penataan kelembagaan perangkat daerah kota",
    "evaluasi atas laporan kinerja perangkat daerah",
    "penyusunan laporan penyelenggaraan pemerintahan daerah",
    "pengelolaan gaji pegawai seluruh perangkat daerah",
    "penyusunan laporan pelaksanaan tugas pembantuan",
    "koordinasi penanggulangan kemiskinan lintas perangkat daerah",
    "penyusunan rancangan produk hukum daerah",
    "pelayanan pengaduan masyarakat melalui kanal terpadu",
    "pengawasan peredaran pangan segar",
    "mutasi dan promosi pegawai daerah",
    "pembinaan jabatan fungsional perangkat daerah",
    "kehumasan wali kota dan keprotokolan pimpinan",
    "analisis masalah gizi balita",
    "pengawasan dan pengendalian kepegawaian perangkat daerah",
)


def code(text: str) -> str:
    return pattern_of(plain(text))


@pytest.mark.parametrize(("expected", "text"), GENERAL.items())
def test_statement_of_every_unit_follows_a_pattern(expected: str, text: str) -> None:
    assert code(text) == expected


@pytest.mark.parametrize(("text", "expected"), ALSO_GENERAL.items())
def test_other_wordings_follow_their_pattern_too(text: str, expected: str) -> None:
    assert code(text) == expected


def test_every_pattern_has_an_example_here() -> None:
    lines = (FOLDER / "boilerplate.yaml").read_text(encoding="utf-8").splitlines()
    assert {line[:3] for line in lines if line.startswith("G")} == GENERAL.keys()


@pytest.mark.parametrize("text", OF_ITS_OWN)
def test_duty_for_the_whole_government_follows_none(text: str) -> None:
    assert code(text) == ""


@pytest.mark.parametrize(
    "text",
    [
        "d. Pelaksanaan tugas kedinasan lain yang diberikan oleh Kepala Dinas; dan",
        "PELAKSANAAN TUGAS KEDINASAN LAIN YANG DIBERIKAN OLEH KEPALA DINAS",
        "pelaksanaan  tugas kedinasan lain, yang diberikan oleh Kepala Dinas.",
    ],
)
def test_case_blanks_and_list_marks_hide_no_pattern(text: str) -> None:
    assert code(text) == "G05"


def test_words_of_a_statement_leave_separators_out() -> None:
    assert plain("b. Taman, (kota); trotoar: baru; dan") == "taman kota trotoar baru"


def test_template_leaves_out_what_a_unit_puts_in_of_its_own() -> None:
    said = "penyebarluasan berita kegiatan di bidang {} sesuai peraturan wali kota"
    assert template(said.format("taman")) == template(said.format("ternak"))
    assert template("pemeliharaan taman") != template("pemeliharaan ternak")


def test_what_enough_speakers_repeat_is_marked_and_one_voice_counts_once() -> None:
    said = ["x", "x", "x", "y", "y", "y"]
    speakers = ["1", "2", "3", "1", "1", "2"]
    assert repeated(said, speakers, at_least=3) == [True, True, True, False, False, False]


def test_speaker_that_does_not_count_adds_no_voice() -> None:
    assert repeated(["x", "x"], ["1", ""], at_least=2) == [False, False]
