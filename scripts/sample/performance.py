"""How did everybody work in the year before the structure's date (PermenPANRB 6/2022)?"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from sample.dice import Dice
from sample.people import Person

PerformanceRow = tuple[Person, str, str, str, str, date]

ABOVE, AS, BELOW = "di atas ekspektasi", "sesuai ekspektasi", "di bawah ekspektasi"
PREDICATE = {  # (results, behaviour)
    (ABOVE, ABOVE): "Sangat Baik",
    (ABOVE, AS): "Baik",
    (ABOVE, BELOW): "Kurang",
    (AS, ABOVE): "Baik",
    (AS, AS): "Baik",
    (AS, BELOW): "Kurang",
    (BELOW, ABOVE): "Butuh Perbaikan",
    (BELOW, AS): "Butuh Perbaikan",
    (BELOW, BELOW): "Sangat Kurang",
}
QUARTER_ENDS = ((3, 31), (6, 30), (9, 30), (12, 31))
HABIT = 0.7
"""How often a quarter is like the person's usual one."""


def performance(people: Sequence[Person], as_of: date) -> Iterator[PerformanceRow]:
    """Give rows of person, period, results, behaviour, predicate, day of record.

    A person appears from the quarter on in which the service began; nothing is recorded after the
    date of the structure.
    """
    year = as_of.year - 1
    for person in people:
        dice = Dice("performance", person.employee_id)
        usual_results = dice.weighted({AS: 0.76, ABOVE: 0.18, BELOW: 0.06})
        usual_behaviour = dice.weighted({AS: 0.8, ABOVE: 0.17, BELOW: 0.03})
        for number, (month, day) in enumerate(QUARTER_ENDS):
            ends = date(year, month, day)
            if person.appointed > ends:
                continue
            results = usual_results if dice.chance(HABIT) else AS
            behaviour = usual_behaviour if dice.chance(HABIT) else AS
            recorded = min(as_of, ends + timedelta(days=dice.whole(5, 24)))
            predicate = PREDICATE[results, behaviour]
            yield person, f"{year}-TW{number + 1}", results, behaviour, predicate, recorded
