"""How did the health services of the city do, quarter by quarter?"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from sample.dice import Dice
from sample.source import Unit

ServiceRow = tuple[str, Unit, str, int, int, float, int | None]

YEARS = 3
SLIPPING = 1
"""The second puskesmas loses ground in its immunisation during the last year."""
SLIPPING_INDICATOR = "Cakupan imunisasi dasar lengkap bayi"
SLIPPING_BY = 0.055


@dataclass(frozen=True, slots=True)
class _Indicator:
    """An indicator; the share is what the first quarter reached, a rate counts cases.

    Args:
        name: what it is called.
        of: size of the group in one puskesmas in a quarter.
        share: part of the group, in the first quarter.
        a_year: how much the share grows in a year.
        target: per cent, or cases per 100,000 for a rate.
    """

    name: str
    of: int
    share: float
    a_year: float
    target: float


INDICATORS = (
    _Indicator("Cakupan imunisasi dasar lengkap bayi", 160, 0.84, 0.025, 95),
    _Indicator("Prevalensi balita stunting", 2_300, 0.192, -0.014, 14),
    _Indicator("Cakupan penemuan kasus tuberkulosis", 38, 0.66, 0.06, 90),
    _Indicator("Keberhasilan pengobatan tuberkulosis", 24, 0.83, 0.015, 90),
    _Indicator("Angka kesakitan demam berdarah per 100.000 penduduk", 33_000, 0.00021, -1e-5, 10),
    _Indicator("Pelayanan kesehatan penderita hipertensi", 2_050, 0.48, 0.09, 100),
    _Indicator("Pelayanan kesehatan penderita diabetes melitus", 410, 0.61, 0.07, 100),
    _Indicator("Pelayanan kesehatan ibu hamil", 170, 0.86, 0.02, 100),
    _Indicator("Pelayanan kesehatan ibu bersalin", 150, 0.9, 0.015, 100),
    _Indicator("Pelayanan kesehatan bayi baru lahir", 148, 0.91, 0.01, 100),
    _Indicator("Pelayanan kesehatan balita", 2_300, 0.74, 0.04, 100),
    _Indicator("Pelayanan kesehatan orang dengan gangguan jiwa berat", 52, 0.7, 0.05, 100),
    _Indicator("Pelayanan kesehatan usia lanjut", 1_900, 0.58, 0.05, 100),
)
VISITS = "Kunjungan rawat jalan puskesmas"


def services(puskesmas: Sequence[Unit], office: Unit, as_of: date) -> Iterator[ServiceRow]:
    """Give rows of indicator, unit, period, numerator, denominator, target, demand.

    Each quarter of an indicator has a row a puskesmas, then their sum as the city's row at the
    office of health.
    """
    years = range(as_of.year - YEARS, as_of.year)
    quarters = [(year, quarter) for year in years for quarter in range(4)]
    for indicator in INDICATORS:
        for time, (year, quarter) in enumerate(quarters):
            period = f"{year}-TW{quarter + 1}"
            cases = group = 0
            for place, unit in enumerate(puskesmas):
                part, of = _measured(indicator, unit, place, time)
                cases, group = cases + part, group + of
                yield indicator.name, unit, period, part, of, indicator.target, None
            yield indicator.name, office, period, cases, group, indicator.target, None
    for time, (year, quarter) in enumerate(quarters):
        for unit in puskesmas:
            dice = Dice("visits", unit.unit_id, time)
            asked = int(_size(unit) * dice.between(7_600, 9_400) * (1 + 0.012 * time))
            seen = int(asked * dice.between(0.86, 0.99))
            yield VISITS, unit, f"{year}-TW{quarter + 1}", seen, asked, 95, asked


def _measured(indicator: _Indicator, unit: Unit, place: int, time: int) -> tuple[int, int]:
    dice = Dice("service", indicator.name, unit.unit_id, time)
    usual = Dice("service", indicator.name, unit.unit_id).between(0.9, 1.1)
    share = indicator.share * usual + indicator.a_year * time / 4
    if place == SLIPPING and indicator.name == SLIPPING_INDICATOR:
        share -= SLIPPING_BY * max(0, time - 4 * (YEARS - 1) + 1)
    group = int(indicator.of * _size(unit) * dice.between(0.97, 1.03))
    part = round(group * share * dice.between(0.95, 1.05))
    return min(group, max(0, part)), group


def _size(unit: Unit) -> float:
    """Say how large the area of a puskesmas is, against the middle one."""
    return Dice("size", unit.unit_id).between(0.6, 1.4)
