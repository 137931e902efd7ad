package mendline.detect;

import static mendline.detect.Sketches.ORS;
import static mendline.detect.Sketches.PHQ9;
import static mendline.detect.Sketches.SETTINGS;
import static mendline.detect.Sketches.series;
import static mendline.detect.Sketches.told;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import mendline.measure.Yardstick;
import mendline.model.Rater;
import mendline.model.ScoreSeries;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScoreSetbacksTest {
    private static ScoreSetbacks in(String scores, boolean open) {
        return ScoreSetbacks.in(series(PHQ9, scores), PHQ9, open, SETTINGS);
    }

    @Test
    void setbackAndReboundOfTheMethodsPage() {
        Episode setback = in("18,12,10,17,16,11,9", true).setbacks().get(0);
        assertThat(told(setback)).isEqualTo("s4 worst s4 depth 7 bounced_back s6 after 1");
        assertThat(setback.peak()).hasValue(1000);
        assertThat(setback.worst()).hasValue(1700);
        assertThat(setback.confirmed())
                .hasValueSatisfying(m -> assertThat(m.session()).isEqualTo(5));
        AfterSetback after = setback.after().orElseThrow();
        assertThat(after.scoresToFullyBack()).hasValue(1);
        assertThat(after.scoresToNewBest()).hasValue(2);
    }

    @Test
    void oneScoreOnlyIsASpikeAndNoSetback() {
        ScoreSetbacks found = in("18,12,10,17,12,11", true);
        assertThat(found.setbacks()).isEmpty();
        assertThat(told(found.spikes())).isEqualTo("s4 worst s4 depth 7 bounced_back s6 after 2");
        assertThat(found.spikes().get(0).peak()).hasValue(1000);
    }

    @Test
    void aSingleOneOnTheLastScoreIsUnconfirmedAndNoSetback() {
        ScoreSetbacks found = in("15,9,16", true);
        assertThat(told(found.setbacks())).isEqualTo("s3 worst s3 depth 7 unconfirmed");
        assertThat(found.confirmed()).isEmpty();
        assertThat(found.setbacks().get(0).withinWindow()).isEqualTo(Known.NOT_YET);
        assertThat(found.setbacks().get(0).scoresWatched()).isEmpty();
    }

    @Test
    void noLaterScoreLeavesTheCurveEmpty() {
        Episode setback = in("15,9,16,15", true).setbacks().get(0);
        assertThat(told(setback)).isEqualTo("s3 worst s3 depth 7 open");
        assertThat(setback.confirmed())
                .hasValueSatisfying(m -> assertThat(m.session()).isEqualTo(4));
        assertThat(setback.scoresWatched()).hasValue(0);
        assertThat(setback.bestFraction()).isEmpty();
        assertThat(in("15,9,16,15", false).setbacks().get(0).status()).isEqualTo(EpisodeStatus.ENDED_BEFORE_KNOWN);
    }

    @Test
    void theConfirmingScoreCannotEndIt() {
        Episode setback = in("10,30,17,17", true).setbacks().get(0);
        assertThat(told(setback)).isEqualTo("s2 worst s2 depth 20 bounced_back s4 after 1");
    }

    @Test
    void notBackWithThreeLaterScoresOnceTheCourseHasEnded() {
        Episode ended = in("20,12,19,20,22,21,20", false).setbacks().get(0);
        assertThat(told(ended)).isEqualTo("s3 worst s5 depth 10 not_back");
        assertThat(ended.bestFraction().orElseThrow()).isEqualTo(0.2);
        assertThat(ended.scoresWatched()).hasValue(3);
        assertThat(ended.length()).hasValue(3);
        assertThat(in("20,12,19,20,22,21,20", true).setbacks().get(0).status()).isEqualTo(EpisodeStatus.OPEN);
    }

    @Test
    void higherBetterIsTurnedRound() {
        Episode setback = ScoreSetbacks.in(series(ORS, "20,28,22,21,26"), ORS, true, SETTINGS)
                .setbacks()
                .get(0);
        assertThat(told(setback)).isEqualTo("s3 worst s4 depth 7 bounced_back s5 after 1");
        assertThat(setback.peak()).hasValue(2800);
        assertThat(setback.worst()).hasValue(2100);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            both exactly a step worse                        | 15 10 16 16            | s3 worst s3 depth 6 open
            the first a hundredth short                      | 15 10 15.99 16         | s4 worst s4 depth 6 unconfirmed
            the second a hundredth short                     | 15 10 16 15.99         |
            two scores are too few for an unconfirmed one    | 10 16                  |
            half of the lost ground is half-way back         | 15 10 18 18 14         | s3 worst s3 depth 8 bounced_back s5 after 1
            a hundredth less is not                          | 15 10 18 18 14.01      | s3 worst s3 depth 8 open
            a worse score raises the lost ground             | 15 10 18 18 20 15      | s3 worst s5 depth 10 bounced_back s6 after 2
            the best so far carries over to a next setback   | 15 10 18 18 14 17 17   | s3 worst s3 depth 8 bounced_back s5 after 1; s6 worst s6 depth 7 open
            the score that ends one cannot begin the next    | 20 5 20 20 12 12       | s3 worst s3 depth 15 bounced_back s5 after 1; s6 worst s6 depth 7 unconfirmed
            a new best before the next setback counts        | 15 10 18 18 8 14 14    | s3 worst s3 depth 8 bounced_back s5 after 1; s6 worst s6 depth 6 open
            worse than a middling score is not enough        | 10 15 15.99 15.99      |
            """)
    void boundariesFromBothSides(String name, String scores, String found) {
        assertThat(told(in(scores, true).setbacks())).isEqualTo(found == null ? "" : found);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            two later scores and ended       | 20 12 19 20 21 21       | ended_before_known
            three later scores and ended     | 20 12 19 20 21 21 21    | not_back
            """)
    void threeLaterScoresAreEnoughToSayNotBack(String name, String scores, String status) {
        assertThat(in(scores, false).setbacks().get(0).status().key()).isEqualTo(status);
    }

    @Test
    void fullyBackIsHalfAStepFromTheBestAndNewBestIsBetterThanIt() {
        AfterSetback onTheLine = after("15 10 20 20 14 13 10 9.99");
        assertThat(onTheLine.scoresToFullyBack()).hasValue(2);
        assertThat(onTheLine.scoresToNewBest()).hasValue(4);
        AfterSetback short1 = after("15 10 20 20 14 13.01 13.01 10");
        assertThat(short1.scoresToFullyBack()).hasValue(4);
        assertThat(short1.scoresToNewBest()).isEmpty();
    }

    @Test
    void aNextSetbackClosesTheSearchForFullyBack() {
        ScoreSetbacks found = in("15 10 20 20 15 20 20 9", true);
        assertThat(found.setbacks()).hasSize(2);
        assertThat(found.setbacks().get(0).after().orElseThrow().scoresToFullyBack())
                .isEmpty();
        assertThat(found.setbacks().get(1).after().orElseThrow().scoresToFullyBack())
                .hasValue(1);
    }

    private static AfterSetback after(String scores) {
        return in(scores, true).setbacks().get(0).after().orElseThrow();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            three scores after the low one                   | 10 12 14 16 10          | s4 worst s4 depth 6 bounced_back s5 after 1
            four scores after it is too far                  | 10 12 13 14 16 10       |
            rebound on the fourth score                      | 10 16 16 16 16 10       | s2 worst s2 depth 6 bounced_back s6 after 4
            rebound on the fifth is too late                 | 10 16 15 15 15 15 10    |
            up by a hundredth less than a step               | 10 15.99 9              |
            back by a hundredth less than a step             | 10 17 11.01             |
            the worst of two that qualify is the spike       | 10 17 24 11             | s3 worst s3 depth 14 bounced_back s4 after 1
            the next spike comes after the rebound           | 10 16 10 16 10          | s2 worst s2 depth 6 bounced_back s3 after 1; s4 worst s4 depth 6 bounced_back s5 after 1
            two scores are too few                           | 10 16                   |
            """)
    void spikeBoundariesFromBothSides(String name, String scores, String found) {
        assertThat(told(in(scores, true).spikes())).isEqualTo(found == null ? "" : found);
    }

    @Test
    void theMonthlyFigureKnowsASetbackAfterSixScoresOrAtTheEnd() {
        Episode slow = in("15 10 20 20 20 20 20 20 20 20 10", true).setbacks().get(0);
        assertThat(slow.status()).isEqualTo(EpisodeStatus.BOUNCED_BACK);
        assertThat(slow.scoresToEnd()).hasValue(7);
        assertThat(slow.withinWindow()).isEqualTo(Known.NO);
        Episode sixth = in("15 10 20 20 20 20 20 20 20 10", true).setbacks().get(0);
        assertThat(sixth.scoresToEnd()).hasValue(6);
        assertThat(sixth.withinWindow()).isEqualTo(Known.YES);
        Episode early = in("15 10 20 20 10 10 10 10 10", true).setbacks().get(0);
        assertThat(early.withinWindow()).isEqualTo(Known.NOT_YET);
        assertThat(in("15 10 20 20 10 10 10 10 10", false).setbacks().get(0).withinWindow())
                .isEqualTo(Known.YES);
        assertThat(in("15 10 20 20 20", false).setbacks().get(0).withinWindow()).isEqualTo(Known.NO);
    }

    @Test
    void theKnownDayIsThatOfTheSixthScoreOrOfTheEndOfTheCourse() {
        int[] sessions = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
        int[] days = Arrays.stream(sessions).map(s -> 7 * s).toArray();
        int[] scores = {1500, 1000, 2000, 2000, 2000, 2000, 2000, 2000, 2000, 2000};
        CourseEnding ending = new CourseEnding(false, OptionalInt.of(160));
        ScoreSeries whole = new ScoreSeries("phq9", Rater.CLIENT, sessions, days, scores);
        assertThat(ScoreSetbacks.in(whole, PHQ9, ending, SETTINGS)
                        .setbacks()
                        .get(0)
                        .knownDay())
                .hasValue(70);
        ScoreSeries shorter = new ScoreSeries(
                "phq9", Rater.CLIENT, Arrays.copyOf(sessions, 9), Arrays.copyOf(days, 9), Arrays.copyOf(scores, 9));
        assertThat(ScoreSetbacks.in(shorter, PHQ9, ending, SETTINGS)
                        .setbacks()
                        .get(0)
                        .knownDay())
                .hasValue(160);
        assertThat(ScoreSetbacks.in(shorter, PHQ9, true, SETTINGS)
                        .setbacks()
                        .get(0)
                        .knownDay())
                .isEmpty();
    }

    @Test
    void shiftingAllScoresChangesNothing() {
        SplittableRandom random = new SplittableRandom(13);
        int found = 0;
        for (int round = 0; round < 300; round++) {
            int[] scores = random.ints(12, 5, 20).map(s -> 100 * s).toArray();
            int[] shifted = Arrays.stream(scores).map(s -> s - 321).toArray();
            ScoreSetbacks one = ScoreSetbacks.in(ScoreSeries.of("phq9", Rater.CLIENT, scores), PHQ9, false, SETTINGS);
            ScoreSetbacks two = ScoreSetbacks.in(ScoreSeries.of("phq9", Rater.CLIENT, shifted), PHQ9, false, SETTINGS);
            found += one.setbacks().size() + one.spikes().size();
            assertThat(told(two.setbacks())).isEqualTo(told(one.setbacks()));
            assertThat(told(two.spikes())).isEqualTo(told(one.spikes()));
        }
        assertThat(found).isGreaterThan(300);
    }

    @Test
    void theSessionToSessionStepDecidesWhereItIsLargerThanTheReliableChange() {
        Yardstick gad7 = new Yardstick(
                Sketches.GAD7.measure(),
                OptionalDouble.of(4),
                true,
                OptionalDouble.of(6),
                Optional.empty(),
                OptionalDouble.empty());
        assertThat(ScoreSetbacks.in(series(gad7, "12 8 13 13"), gad7, true, SETTINGS)
                        .setbacks())
                .isEmpty();
        assertThat(ScoreSetbacks.in(series(gad7, "12 8 14 14"), gad7, true, SETTINGS)
                        .setbacks())
                .hasSize(1);
    }

    @Test
    void withoutAKnownStepThereAreNone() {
        Yardstick unknown = new Yardstick(
                PHQ9.measure(),
                OptionalDouble.empty(),
                true,
                OptionalDouble.empty(),
                Optional.empty(),
                OptionalDouble.empty());
        assertThat(ScoreSetbacks.in(series(PHQ9, "0 27 27 0 27 0"), unknown, true, SETTINGS))
                .isEqualTo(new ScoreSetbacks(List.of(), List.of()));
    }
}
