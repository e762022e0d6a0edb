"""The Laplace deviance as lme4 computes it: slow, and with the stopping rule of lme4.

lme4 stops looking for the modes when the penalised deviance changes by less than a ten-millionth,
and takes the determinant of the step before. That moves its coefficients for cbpp in the fourth
decimal. With a tolerance of nothing the same arithmetic gives the maximum of the Laplace
likelihood, which is what ours finds.
"""

import numpy as np
from scipy.optimize import minimize, minimize_scalar  # type: ignore[import-untyped] # SciPy ships no types
from scipy.special import expit, gammaln, xlogy  # type: ignore[import-untyped] # SciPy ships no types

LME4, EXACT = 1e-7, 1e-14


class Herds:
    """The deviance of one table, after pwrssUpdate and Laplace in lme4's external.cpp."""

    def __init__(self, design, cases, totals, groups, tolerance):
        self.x, self.y, self.n = np.asarray(design), np.asarray(cases), np.asarray(totals)
        names = sorted(set(groups))
        self.z = np.eye(len(names))[[names.index(each) for each in groups]]
        self.tolerance = tolerance
        made = gammaln(self.n + 1) - gammaln(self.y + 1) - gammaln(self.n - self.y + 1)
        self.constant = made.sum()

    def deviance_residual(self, mu):
        y, n = self.y, self.n
        return 2 * (xlogy(y, y / (n * mu)) + xlogy(n - y, (n - y) / (n * (1 - mu)))).sum()

    def minus_two_log(self, mu):
        inside = xlogy(self.y, mu) + xlogy(self.n - self.y, 1 - mu)
        return -2 * (self.constant + inside.sum())

    def pirls(self, theta, offset, eta, *, with_beta):
        """Minus two log likelihood, and the linear predictor and beta at the end."""
        a = np.hstack([theta * self.z, self.x]) if with_beta else theta * self.z
        groups, old = self.z.shape[1], np.inf
        for _ in range(100):
            mu = expit(eta)
            weight = self.n * mu * (1 - mu)
            response = eta - offset + (self.y / self.n - mu) / (mu * (1 - mu))
            square = a.T @ (weight[:, None] * a)
            square[:groups, :groups] += np.eye(groups)
            solved = np.linalg.solve(square, a.T @ (weight * response))
            u = solved[:groups]
            log_determinant = np.log(np.diag(square)[:groups]).sum()
            eta = offset + a @ solved
            new = self.deviance_residual(expit(eta)) + u @ u
            if abs((old - new) / new) < self.tolerance:
                break
            old = new
        return log_determinant + u @ u + self.minus_two_log(expit(eta)), eta, solved[groups:]


def fit(design, cases, totals, groups, *, tolerance):
    """(variance, beta, log likelihood), by lme4's two stages."""
    herds = Herds(design, cases, totals, groups, tolerance)
    start = (herds.y + 0.5) / (herds.n + 1)
    eta = np.log(start / (1 - start))
    theta = minimize_scalar(
        lambda t: herds.pirls(t, 0, eta, with_beta=True)[0], bounds=(0, 3), method="bounded"
    ).x
    _, first, beta = herds.pirls(theta, 0, eta, with_beta=True)
    found = minimize(
        lambda p: herds.pirls(p[0], herds.x @ p[1:], first, with_beta=False)[0],
        np.append(theta, beta),
        method="Nelder-Mead",
        options={"xatol": 1e-7, "fatol": 1e-9, "maxiter": 4000, "maxfev": 8000},
    )
    return found.x[0] ** 2, found.x[1:], -found.fun / 2
