"""Logistic regression by Newton's method: which weights make what was seen the likeliest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, log1p, sqrt

_SPREAD = 3.0
"""Without any evidence a weight is 0, give or take this: what hardly occurs cannot be told from it."""
_MOST_STEPS = 50
_CLOSE = 1e-6

Vector = list[float]


@dataclass(frozen=True, slots=True)
class Case:
    """Something that was so, or was not."""

    features: Sequence[float]
    was: bool
    offset: float = 0.0
    """The logit without any of the features."""

    def logit(self, weights: Sequence[float]) -> float:
        """The logarithm of the odds that it is so."""
        return self.offset + sum(map(_product, weights, self.features))


@dataclass(frozen=True, slots=True)
class Fitted:
    """Weights, and how well they are known."""

    weights: Vector
    errors: Vector
    """Standard errors, by the curvature at the best."""


def fitted(cases: Sequence[Case]) -> Fitted:
    """The weights of greatest posterior likelihood."""
    weights = [0.0] * len(cases[0].features)
    for _ in range(_MOST_STEPS):
        slope, curvature = _derivatives(cases, weights)
        step = [sum(map(_product, row, slope)) for row in _inverse(curvature)]
        size = max(1.0, *map(abs, step))
        weights = [one + more / size for one, more in zip(weights, step, strict=True)]
        if max(map(abs, step)) < _CLOSE:
            break
    _, curvature = _derivatives(cases, weights)
    inverse = _inverse(curvature)
    return Fitted(weights, [sqrt(row[at]) for at, row in enumerate(inverse)])


def surprise(cases: Sequence[Case], weights: Sequence[float]) -> float:
    """The mean of the negative log-likelihoods: 0.69 is a coin's, and less is better."""
    losses = (_softplus(-one.logit(weights) if one.was else one.logit(weights)) for one in cases)
    return sum(losses) / len(cases)


def _product(one: float, other: float) -> float:
    return one * other


def _softplus(value: float) -> float:
    return max(value, 0.0) + log1p(exp(-abs(value)))


def _derivatives(cases: Sequence[Case], weights: Vector) -> tuple[Vector, list[Vector]]:
    """The slope of the log-likelihood, and how much it bends down."""
    size = len(weights)
    slope = [-weight / _SPREAD**2 for weight in weights]
    curvature = [[(row == column) / _SPREAD**2 for column in range(size)] for row in range(size)]
    for case in cases:
        likely = exp(-_softplus(-case.logit(weights)))
        seen = [(at, value) for at, value in enumerate(case.features) if value]
        for at, value in seen:
            slope[at] += (case.was - likely) * value
            for other, more in seen:
                curvature[at][other] += likely * (1 - likely) * value * more
    return slope, curvature


def _inverse(matrix: list[Vector]) -> list[Vector]:
    """By Gauss and Jordan; the matrix is symmetric, and bends down everywhere."""
    size = len(matrix)
    rows = [[*row, *(float(at == column) for column in range(size))] for at, row in enumerate(matrix)]
    for at in range(size):
        rows[at] = [value / rows[at][at] for value in rows[at]]
        for other in range(size):
            if other != at and (factor := rows[other][at]):
                rows[other] = [a - factor * b for a, b in zip(rows[other], rows[at], strict=True)]
    return [row[size:] for row in rows]
