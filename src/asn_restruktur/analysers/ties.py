"""How do the terms of a vocabulary belong together?"""

import numpy as np
import pandas as pd
from scipy import sparse

from asn_restruktur.language.lexicon import Lexicon

MODIFIER = 0.35  # the name of one thing behind the head of another's name
BREADTH = 4.0  # doublings of kinds after which a wider concept ties half as strongly
RELATED = 0.7  # a concept that contains, or is part of, the other side's


def related(vocabulary: list[str], lexicon: Lexicon) -> sparse.csr_array:
    """Mark which terms of the vocabulary contain one another, both ways."""
    at = {name: number for number, name in enumerate(vocabulary)}
    pairs = {
        (number, at[wide]): strength
        for number, name in enumerate(vocabulary)
        for wide, strength in _wider(name, lexicon).items()
        if wide in at
    }
    size = (len(vocabulary), len(vocabulary))
    if not pairs:
        return sparse.csr_array(size, dtype=np.float64)
    narrow, wide = np.array(list(pairs)).T
    up = sparse.csr_array((np.array(list(pairs.values())), (narrow, wide)), shape=size)
    return sparse.csr_array(up.maximum(up.T))


def services(said: sparse.csr_array, vocabulary: list[str], lexicon: Lexicon) -> sparse.csr_array:
    """Lay out the wider concepts of each clause, the narrower a concept the heavier.

    A concept that holds n others weighs 1 / sqrt(1 + log2(n)): two things in one field of four
    are closer than two in one of a hundred.
    """
    belongs = [
        (number, wide)
        for number, name in enumerate(vocabulary)
        for wide in [*lexicon.ancestors(name), name]
        if wide in lexicon.size
    ]
    codes, wides = pd.factorize(pd.Series([wide for _, wide in belongs], dtype="str"), sort=True)
    holds = np.array([lexicon.size[str(wide)] for wide in wides])
    weight = 1 / np.sqrt(1 + np.log2(np.maximum(holds, 1)))
    shape = (len(vocabulary), max(len(wides), 1))
    rows = [number for number, _ in belongs]
    membership = sparse.csr_array((np.ones(len(rows)), (rows, codes)), shape=shape)
    fields = sparse.csr_array((said @ membership).astype(bool).astype(np.float64))
    if not len(wides):
        return fields
    return sparse.csr_array(fields @ sparse.diags_array(np.sqrt(weight)))


def parents(vocabulary: list[str], lexicon: Lexicon) -> sparse.csr_array:
    """Lay out the direct parents of each term; whole services are no kind of thing."""
    pairs = [
        (number, wide)
        for number, name in enumerate(vocabulary)
        for wide in sorted(lexicon.wider.get(name, frozenset()) - lexicon.broad)
    ]
    codes, wides = pd.factorize(pd.Series([wide for _, wide in pairs], dtype="str"), sort=True)
    shape = (len(vocabulary), max(len(wides), 1))
    rows = [number for number, _ in pairs]
    return sparse.csr_array((np.ones(len(rows)), (rows, codes)), shape=shape)


def look_alikes(vocabulary: list[str], lexicon: Lexicon) -> sparse.csr_array:
    """Mark which terms look like one another and are different things, both ways."""
    at = {name: number for number, name in enumerate(vocabulary)}
    pairs = [(at[a], at[b]) for a, b in sorted(lexicon.apart) if a in at and b in at]
    size = (len(vocabulary), len(vocabulary))
    if not pairs:
        return sparse.csr_array(size, dtype=np.float64)
    rows, columns = np.array(pairs).T
    return sparse.csr_array((np.ones(len(pairs)), (rows, columns)), shape=size)


def near_senses(senses: list[str], lexicon: Lexicon) -> sparse.csr_array:
    """Mark which senses of action are close to one another."""
    at = {sense: number for number, sense in enumerate(senses)}
    pairs = [
        (number, at[other])
        for sense, number in at.items()
        for other in sorted(lexicon.near.get(sense, ()))
        if other in at
    ]
    size = (max(len(senses), 1), max(len(senses), 1))
    if not pairs:
        return sparse.csr_array(size, dtype=np.float64)
    rows, columns = np.array(pairs).T
    return sparse.csr_array((np.ones(len(pairs)), (rows, columns)), shape=size)


def _wider(name: str, lexicon: Lexicon) -> dict[str, float]:
    """Say how strongly a concept is tied to each that it is part of.

    The more kinds of things a wider concept holds, the less it says that two share it; whole
    services say nothing here. A name inside a name ties it too, most where it is the head, which
    stands first in Indonesian.
    """
    found = {
        wide: RELATED / (1 + np.log2(lexicon.size[wide]) / BREADTH)
        for wide in lexicon.ancestors(name)
        if wide not in lexicon.broad
    }
    for part in lexicon.inner.get(name, ()):
        found[part] = max(found.get(part, 0.0), RELATED if name.startswith(part) else MODIFIER)
    return found
