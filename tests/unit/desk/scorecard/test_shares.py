"""Shares and survival, against the libraries of statisticians."""

import random

import pytest

from callrules.desk.scorecard.shares import ENOUGH, Share, is_ahead
from callrules.desk.scorecard.survival import Chase, survival


@pytest.mark.parametrize(("k", "n"), [(0, 1), (1, 1), (0, 20), (3, 20), (20, 20), (7, 9), (512, 45_211)])
def test_the_interval_of_a_share_is_wilsons(k, n):
    from statsmodels.stats.proportion import proportion_confint

    low, high = proportion_confint(k, n, method="wilson")
    assert (Share(k, n).low, Share(k, n).high) == (pytest.approx(low, abs=1e-12), pytest.approx(high, abs=1e-12))


def test_a_share_of_nothing_may_be_any():
    assert (Share(0, 0).value, Share(0, 0).low, Share(0, 0).high) == (None, 0.0, 1.0)
    assert Share(0, 0).says == "none yet"


def test_a_share_is_told_as_k_of_n_with_its_interval():
    assert Share(3, 20).says == "3 of 20 (15 %, 5–36 %)"


def test_nobody_is_ahead_before_enough_was_counted_of_both():
    assert is_ahead(Share(ENOUGH, ENOUGH), Share(0, ENOUGH - 1)) is None
    assert is_ahead(Share(ENOUGH, ENOUGH), Share(0, ENOUGH)) is True
    assert is_ahead(Share(51, ENOUGH), Share(49, ENOUGH)) is False


@pytest.mark.parametrize("seed", range(20))
def test_the_curve_of_attempts_is_kaplan_and_meiers(seed):
    from lifelines import KaplanMeierFitter

    dice = random.Random(seed)
    chases = [Chase(dice.randint(1, 9), reached=dice.random() < 0.4) for _ in range(dice.randint(2, 200))]
    fitted = KaplanMeierFitter().fit([chase.attempts for chase in chases], [chase.reached for chase in chases])
    between = fitted.confidence_interval_survival_function_
    for each in survival(chases):
        assert each.share == pytest.approx(1 - fitted.predict(each.attempt))
        if 0 < each.share < 1:
            at = between.loc[: each.attempt].iloc[-1]
            assert (1 - each.high, 1 - each.low) == (pytest.approx(at.iloc[0]), pytest.approx(at.iloc[1]))


def test_who_is_not_reached_yet_counts_as_long_as_they_were_rung():
    first, second = survival([Chase(1, reached=True), Chase(1, reached=False), Chase(2, reached=True)])
    assert (first.rung, first.reached, first.left_open) == (3, 1, 1)
    assert (second.rung, second.reached, second.share) == (1, 1, 1.0)


def test_nobody_rung_has_no_curve():
    assert survival([]) == ()
