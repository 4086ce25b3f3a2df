"""How is a whole column of text read while each distinct value is looked at once?"""

from collections.abc import Callable, Mapping

import numpy as np
import pandas as pd


def read(values: pd.Series, meaning: Callable[[str], str]) -> pd.Series:
    """Return what each text of a column means, same index."""
    codes, distinct = pd.factorize(values)
    meanings = np.array([meaning(str(value)) for value in distinct], dtype=object)
    return pd.Series(meanings[codes], index=values.index, dtype="str")


def replaced(values: pd.Series, meanings: Mapping[str, str]) -> pd.Series:
    """Replace the texts of a column that have a meaning; the others stay."""
    return read(values, lambda value: meanings.get(value, value)) if meanings else values
