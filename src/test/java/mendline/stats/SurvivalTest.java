package mendline.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The data set aml of R's survival package (Miller 1981): weeks to relapse, + censored. */
class SurvivalTest {
    private static final SurvivalTally MAINTAINED = tally("9 13 13+ 18 23 28+ 31 34 45+ 48 161+");
    private static final SurvivalTally NOT_MAINTAINED = tally("5 5 8 8 12 16+ 23 27 30 33 43 45");

    private static SurvivalTally tally(String times) {
        SurvivalTally tally = SurvivalTally.NONE;
        for (String time : times.split(" ")) {
            tally = time.endsWith("+")
                    ? tally.withCensored(Integer.parseInt(time.substring(0, time.length() - 1)))
                    : time.endsWith("x")
                            ? tally.withCompeting(Integer.parseInt(time.substring(0, time.length() - 1)))
                            : time.endsWith("y")
                                    ? tally.withOther(Integer.parseInt(time.substring(0, time.length() - 1)))
                                    : tally.withEvent(Integer.parseInt(time));
        }
        return tally;
    }

    private static Stream<SurvivalPoint> steps(SurvivalTally tally) {
        return KaplanMeier.of(tally).points().stream().filter(point -> point.events() > 0);
    }

    @Test
    void maintainedAmlPatientsStepDownAsInR() {
        assertThat(steps(MAINTAINED).map(SurvivalPoint::time)).containsExactly(9, 13, 18, 23, 31, 34, 48);
        List<Double> expected = List.of(.909, .818, .716, .614, .491, .368, .184);
        List<Double> survival = steps(MAINTAINED).map(SurvivalPoint::survival).toList();
        for (int i = 0; i < expected.size(); i++) {
            assertThat(survival.get(i)).isEqualTo(expected.get(i), within(5e-4));
        }
    }

    @Test
    void amlPatientsNotMaintainedStepDownToZero() {
        assertThat(steps(NOT_MAINTAINED).map(SurvivalPoint::time)).containsExactly(5, 8, 12, 23, 27, 30, 33, 43, 45);
        List<Double> expected = List.of(.833, .667, .583, .486, .389, .292, .194, .097, 0.0);
        List<Double> survival =
                steps(NOT_MAINTAINED).map(SurvivalPoint::survival).toList();
        for (int i = 0; i < expected.size(); i++) {
            assertThat(survival.get(i)).isEqualTo(expected.get(i), within(5e-4));
        }
    }

    @Test
    void theFirstStepHasGreenwoodsErrorAndLogLogLimits() {
        SurvivalPoint first = KaplanMeier.of(MAINTAINED).points().get(0);
        assertThat(first.time()).isEqualTo(9);
        assertThat(first.atRisk()).isEqualTo(11);
        assertThat(first.standardError()).isEqualTo(.0867, within(5e-5));
        assertThat(first.lower().orElseThrow()).isEqualTo(.5081, within(5e-5));
        assertThat(first.upper().orElseThrow()).isEqualTo(.987, within(5e-4));
    }

    @Test
    void mediansOfAmlAre31And23AndPooled27() {
        assertThat(KaplanMeier.of(MAINTAINED).median()).hasValue(31);
        assertThat(KaplanMeier.of(NOT_MAINTAINED).median()).hasValue(23);
        assertThat(KaplanMeier.of(MAINTAINED.plus(NOT_MAINTAINED)).median()).hasValue(27);
    }

    @Test
    void logRankOfAml() {
        LogRank test = LogRank.of(MAINTAINED, NOT_MAINTAINED).orElseThrow();
        assertThat(test.observed()).containsExactly(7L, 11L);
        assertThat(test.expected().get(0)).isEqualTo(10.69, within(5e-3));
        assertThat(test.expected().get(1)).isEqualTo(7.31, within(5e-3));
        assertThat(test.degreesOfFreedom()).isEqualTo(1);
        assertThat(test.chiSquare()).isEqualTo(3.396389, within(1e-6));
        assertThat(test.p()).isEqualTo(.06533932, within(1e-6));
    }

    @Test
    void logRankDoesNotDependOnWhichGroupComesFirst() {
        LogRank forward = LogRank.of(MAINTAINED, NOT_MAINTAINED).orElseThrow();
        LogRank backward = LogRank.of(NOT_MAINTAINED, MAINTAINED).orElseThrow();
        assertThat(backward.chiSquare()).isEqualTo(forward.chiSquare(), within(1e-12));
        assertThat(backward.expected().get(0)).isEqualTo(forward.expected().get(1), within(1e-12));
    }

    @Test
    void groupsThatCannotBeToldApartAreNotTested() {
        assertThat(LogRank.of(SurvivalTally.NONE, SurvivalTally.NONE)).isEmpty();
        assertThat(LogRank.of(MAINTAINED, SurvivalTally.NONE)).isEmpty();
        assertThat(LogRank.of(tally("3+ 4+"), tally("5+"))).isEmpty();
        assertThat(LogRank.of(tally("4"), tally("4"))).isEmpty();
        assertThat(LogRank.of(tally("4"), tally("5"))).isPresent();
        assertThat(LogRank.of(List.of())).isEmpty();
        assertThat(LogRank.of(List.of(MAINTAINED))).isEmpty();
    }

    @Test
    void aGroupThatIsNeverAtRiskOfAnEventTakesADegreeOfFreedomAway() {
        LogRank three =
                LogRank.of(List.of(MAINTAINED, tally("1+ 2+"), NOT_MAINTAINED)).orElseThrow();
        assertThat(three.degreesOfFreedom()).isEqualTo(1);
        assertThat(three.chiSquare()).isEqualTo(3.396389, within(1e-6));
        assertThat(three.expected().get(1)).isZero();
    }

    @Test
    void clustersOfOneGiveNearlyGreenwoodAndTheSameCurve() {
        List<SurvivalTally> singles = Stream.of("9 13 13+ 18 23 28+ 31 34 45+ 48 161+".split(" "))
                .map(SurvivalTest::tally)
                .toList();
        KaplanMeier robust = KaplanMeier.clustered(singles);
        KaplanMeier plain = KaplanMeier.of(MAINTAINED);
        assertThat(robust.points()).hasSameSizeAs(plain.points());
        for (int i = 0; i < plain.points().size(); i++) {
            assertThat(robust.points().get(i).survival())
                    .isEqualTo(plain.points().get(i).survival());
            assertThat(robust.points().get(i).standardError())
                    .isEqualTo(plain.points().get(i).standardError(), within(0.02));
        }
    }

    @Test
    void thePeopleOfTwoCopiesOfEverybodyAreNotTwiceAsMany() {
        List<SurvivalTally> twice = Stream.of("9 13 13+ 18 23 28+ 31 34 45+ 48 161+".split(" "))
                .map(SurvivalTest::tally)
                .map(one -> one.plus(one))
                .toList();
        double robust = KaplanMeier.clustered(twice).points().get(3).standardError();
        double once = KaplanMeier.clustered(Stream.of("9 13 13+ 18 23 28+ 31 34 45+ 48 161+".split(" "))
                        .map(SurvivalTest::tally)
                        .toList())
                .points()
                .get(3)
                .standardError();
        assertThat(robust).isEqualTo(once, within(1e-12));
        assertThat(KaplanMeier.of(MAINTAINED.plus(MAINTAINED)).points().get(3).standardError())
                .isLessThan(0.8 * robust);
    }

    @Test
    void nobodyInNoClusterGivesAnEmptyCurve() {
        assertThat(KaplanMeier.clustered(List.of()).points()).isEmpty();
        assertThat(AalenJohansen.clustered(List.of()).points()).isEmpty();
        assertThat(AalenJohansen.of(SurvivalTally.NONE).eventBy(3).interval()).isEmpty();
    }

    @Test
    void theSecondKindOfCompetingEventIsCountedByItself() {
        AalenJohansen curve = AalenJohansen.of(tally("1 2x 3y 4+"));
        assertThat(curve.otherBy(2).share()).isZero();
        assertThat(curve.otherBy(3).share()).isEqualTo(0.25, within(1e-15));
        assertThat(curve.competingBy(4).share()).isEqualTo(0.25, within(1e-15));
        assertThat(KaplanMeier.of(tally("1 2y 3"))).isEqualTo(KaplanMeier.of(tally("1 2+ 3")));
        assertThat(tally("1 2y 3y").other()).isEqualTo(2);
    }

    @Test
    void nobodyGivesAnEmptyCurve() {
        KaplanMeier curve = KaplanMeier.of(SurvivalTally.NONE);
        assertThat(curve.points()).isEmpty();
        assertThat(curve.median()).isEmpty();
        assertThat(curve.atRisk(0)).isZero();
        assertThat(AalenJohansen.of(SurvivalTally.NONE).points()).isEmpty();
    }

    @Test
    void onePersonWithTheEventTakesTheCurveToZeroWithoutLimits() {
        SurvivalPoint point = KaplanMeier.of(tally("3")).points().get(0);
        assertThat(point.survival()).isZero();
        assertThat(point.standardError()).isZero();
        assertThat(point.lower()).isEmpty();
        assertThat(point.upper()).isEmpty();
        assertThat(KaplanMeier.of(tally("3")).median()).hasValue(3);
        assertThat(KaplanMeier.of(tally("3")).medianUpper()).isEmpty();
    }

    @Test
    void onlyCensoredPeopleKeepTheCurveAtOne() {
        KaplanMeier curve = KaplanMeier.of(tally("2+ 5+"));
        assertThat(curve.survivalAt(9)).isEqualTo(1);
        assertThat(curve.median()).isEmpty();
        assertThat(curve.points()).allSatisfy(point -> assertThat(point.lower()).isEmpty());
    }

    @Test
    void eventsComeBeforeCensoringsAtTheSameTime() {
        assertThat(KaplanMeier.of(tally("4 4+")).survivalAt(4)).isEqualTo(0.5);
        assertThat(KaplanMeier.of(tally("4 3+")).survivalAt(4)).isZero();
    }

    @Test
    void theMedianIsReachedWhenExactlyHalfAreLeft() {
        assertThat(KaplanMeier.of(tally("1 2 3 4 5 6 7 8 9 10")).median()).hasValue(5);
        assertThat(KaplanMeier.of(tally("1 2 3+ 4+")).median()).hasValue(2);
        assertThat(KaplanMeier.of(tally("1 2 3+ 4+ 5+")).median()).isEmpty();
    }

    @Test
    void roundingDoesNotPutTheMedianOff() {
        for (int half = 1; half <= 150; half++) {
            SurvivalTallyBuilder builder = new SurvivalTallyBuilder();
            for (int time = 1; time <= 2 * half; time++) {
                builder.addEvent(time);
            }
            assertThat(KaplanMeier.of(builder.toSurvivalTally()).median()).hasValue(half);
        }
    }

    @Test
    void theCurveStepsAtTheEventItself() {
        KaplanMeier curve = KaplanMeier.of(tally("0 2 4 6+"));
        assertThat(curve.survivalAt(0)).isEqualTo(0.75);
        assertThat(curve.survivalAt(1)).isEqualTo(0.75);
        assertThat(curve.survivalAt(2)).isEqualTo(0.5);
        assertThat(curve.survivalAt(100)).isEqualTo(0.25);
    }

    @Test
    void thoseLeavingAtATimeAreStillAtRiskJustBeforeIt() {
        KaplanMeier curve = KaplanMeier.of(tally("2 2+ 4 6+"));
        SurvivalTally tally = tally("2 2+ 4 6+");
        int[] expected = {4, 4, 4, 2, 2, 1, 1, 0};
        for (int time = 0; time < expected.length; time++) {
            assertThat(curve.atRisk(time)).as("curve at %d", time).isEqualTo(expected[time]);
            assertThat(tally.atRisk(time)).as("tally at %d", time).isEqualTo(expected[time]);
        }
    }

    @Test
    void kaplanMeierCountsCompetingEventsAsCensored() {
        assertThat(KaplanMeier.of(tally("1 2x 3"))).isEqualTo(KaplanMeier.of(tally("1 2+ 3")));
    }

    @Test
    void cumulativeIncidenceSharesOutTheWhole() {
        AalenJohansen curve = AalenJohansen.of(tally("1 2x 3 3x 4+ 5"));
        assertThat(curve.eventBy(0).share()).isZero();
        assertThat(curve.eventBy(1).share()).isEqualTo(1 / 6.0, within(1e-15));
        assertThat(curve.competingBy(1).share()).isZero();
        assertThat(curve.competingBy(2).share()).isEqualTo(1 / 6.0, within(1e-15));
        assertThat(curve.eventBy(3).share()).isEqualTo(1 / 3.0, within(1e-15));
        assertThat(curve.competingBy(4).share()).isEqualTo(1 / 3.0, within(1e-15));
        assertThat(curve.eventBy(5).share()).isEqualTo(2 / 3.0, within(1e-15));
        assertThat(curve.points().get(4).ofNone()).isEqualTo(0, within(1e-15));
    }

    @Test
    void withoutCompetingEventsIncidenceIsOneMinusKaplanMeier() {
        KaplanMeier survival = KaplanMeier.of(MAINTAINED);
        AalenJohansen incidence = AalenJohansen.of(MAINTAINED);
        for (int time = 0; time <= 170; time++) {
            assertThat(incidence.eventBy(time).share()).isEqualTo(1 - survival.survivalAt(time), within(1e-12));
        }
    }

    @Test
    void oneMinusKaplanMeierOverstatesTheEventWhereOthersCompete() {
        SurvivalTally tally = tally("1 2x 3 3x 4 5x 6");
        assertThat(1 - KaplanMeier.of(tally).survivalAt(4))
                .isGreaterThan(AalenJohansen.of(tally).eventBy(4).share() + 0.05);
    }

    @Test
    void theTallyCountsEveryKind() {
        SurvivalTally tally = tally("1 2x 3 3+ 4+ 5+");
        assertThat(tally.events()).isEqualTo(2);
        assertThat(tally.competing()).isEqualTo(1);
        assertThat(tally.censored()).isEqualTo(3);
        assertThat(tally.total()).isEqualTo(6);
    }

    @Test
    void theBuilderAgreesWithAddingOneByOne() {
        SurvivalTallyBuilder builder = new SurvivalTallyBuilder();
        builder.addEvent(3);
        builder.addCensored(0);
        builder.addCompeting(3);
        builder.addOther(7);
        builder.addAll(tally("2x 2y"));
        builder.addAll(MAINTAINED);
        assertThat(builder.toSurvivalTally())
                .isEqualTo(tally("0+ 3 3x 7y 2x 2y").plus(MAINTAINED));
    }

    @Test
    void timeBeforeZeroIsRefused() {
        assertThatThrownBy(() -> SurvivalTally.NONE.withEvent(-1)).hasMessageContaining("got -1");
        assertThatThrownBy(() -> new SurvivalTallyBuilder().addCensored(-2)).hasMessageContaining("got -2");
    }
}
