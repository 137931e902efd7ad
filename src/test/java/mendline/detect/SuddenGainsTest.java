package mendline.detect;

import static mendline.detect.Sketches.series;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import mendline.measure.Yardstick;
import mendline.model.Direction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Examples from the test data of the R package suddengains (commit e964e74), first criterion 7 points. */
class SuddenGainsTest {
    private static final Yardstick BDI = Sketches.yardstick("bdi", 0, 63, Direction.LOWER, 7, 14);

    private static SessionSlots slots(String scores) {
        int count = scores.trim().split("[ ,]+").length;
        return SessionSlots.between(1, count, series(BDI, scores), BDI.measure());
    }

    /** Verdicts for the tested intervals, slot 2 to 3 up to the last but one. */
    private static String verdicts(String scores, EpisodeKind kind) {
        SessionSlots slots = slots(scores);
        List<String> verdicts = new ArrayList<>();
        for (int before = slots.first() + 1; before <= slots.last() - 2; before++) {
            verdicts.add(digit(SuddenGains.criteria(slots, 700, kind, before).met()));
        }
        return String.join(",", verdicts);
    }

    private static String digit(Optional<Boolean> criterion) {
        return criterion.map(met -> met ? "1" : "0").orElse("NA");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            28,19,23,12,13,NA | 0,0,NA
            28,19,23,11,12,NA | 0,1,NA
            28,25,28,11,12,NA | 0,1,NA
            28,19,NA,12,13,NA | NA,NA,NA
            NA,26,28,NA,12,11 | NA,NA,NA
            35,37,23,23,24,21 | 1,0,0
            35,37,34,24,24,21 | 0,1,0
            35,37,34,34,24,21 | 0,0,1
            35,37,34,37,37,37 | 0,0,0
            """)
    void gainsByIntervalOfTheWorkedExamples(String scores, String expected) {
        assertThat(verdicts(scores, EpisodeKind.SUDDEN_GAIN)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            10,11,12,30,28,33 | 0,1,0
            10,11,12,10,28,33 | 0,0,1
            10,11,30,30,28,33 | 1,0,0
            35,37,34,23,24,21 | 0,0,0
            """)
    void lossesByIntervalOfTheWorkedExamples(String scores, String expected) {
        assertThat(verdicts(scores, EpisodeKind.SUDDEN_LOSS)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            35,37,34,23,24,21,29,17,11,11,10,7        | s3 11 0.392857 28.5 1; s7 12 0.428571 23.0 0
            31,30,32,22,22,20,21,19,24,33,30,28       | s3 10 3.333333 27.0 1
            39,37,23,NA,23,21,NA,NA,21,NA,16,14       | s2 14 0.560000 30.0 0
            35,38,35,37,36,37,NA,35,26,24,NA,19       | s8 9 0.562500 30.5 0
            NA,38,35,24,NA,22,17,16,NA,9,11,13        | s3 11 NA 29.5 0
            """)
    void sizeShareAndReversalOfTheWorkedExamples(String scores, String expected) {
        assertThat(told(SuddenGains.changes(slots(scores), BDI, EpisodeKind.SUDDEN_GAIN)))
                .isEqualTo(expected);
    }

    private static String told(List<SuddenChange> changes) {
        return changes.stream()
                .map(c -> String.format(
                        Locale.ROOT,
                        "s%d %d %s %.1f %d",
                        c.after(),
                        c.magnitude() / 100,
                        c.shareOfTotalChange().isPresent()
                                ? String.format(
                                        Locale.ROOT,
                                        "%.6f",
                                        c.shareOfTotalChange().getAsDouble())
                                : "NA",
                        c.reversalValue(),
                        c.reversed() ? 1 : 0))
                .collect(Collectors.joining("; "));
    }

    @Test
    void aReversalIsLookedForFromTheSecondSessionAfterTheGainOn() {
        SuddenChange gain = SuddenGains.change(slots("34,33,34,18,30,17,18,17"), EpisodeKind.SUDDEN_GAIN, 3);
        assertThat(gain.reversalValue()).isEqualTo(26);
        assertThat(gain.reversedAt()).hasValue(5);
    }

    @Test
    void aLossMustBeAQuarterOfTheScoreBefore() {
        GainCriteria quarter = SuddenGains.criteria(slots("40,40,40,50,50,50"), 700, EpisodeKind.SUDDEN_LOSS, 3);
        assertThat(quarter.share()).contains(true);
        GainCriteria less = SuddenGains.criteria(slots("40,40,40,49.99,50,50"), 700, EpisodeKind.SUDDEN_LOSS, 3);
        assertThat(less.size()).contains(true);
        assertThat(less.share()).contains(false);
    }

    @Test
    void aGainMustBeAQuarterOfTheScoreBefore() {
        assertThat(SuddenGains.criteria(slots("40,40,40,30,30,30"), 700, EpisodeKind.SUDDEN_GAIN, 3)
                        .share())
                .contains(true);
        assertThat(SuddenGains.criteria(slots("40,40,40,30.01,30,30"), 700, EpisodeKind.SUDDEN_GAIN, 3)
                        .share())
                .contains(false);
    }

    @Test
    void theFirstCriterionIncludesItsBoundary() {
        assertThat(SuddenGains.criteria(slots("20,20,20,13,13,13"), 700, EpisodeKind.SUDDEN_GAIN, 3)
                        .size())
                .contains(true);
        assertThat(SuddenGains.criteria(slots("20,20,20,13.01,13,13"), 700, EpisodeKind.SUDDEN_GAIN, 3)
                        .size())
                .contains(false);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            two and two scores: t is 4.303, just beyond     | NA,31,29,24.91,22.91 | 1
            two and two scores: just short                  | NA,31,29,24.92,22.92 | 0
            equal means with no spread are not apart        | 20,20,20,20,20       | 0
            """)
    void theThirdCriterionIsStrict(String name, String scores, String expected) {
        // spread of both pairs is the square root of 2 in SD: the means must differ by more than 4.3027 * 1.4142 =
        // 6.0849
        GainCriteria criteria = SuddenGains.criteria(slots(scores), 100, EpisodeKind.SUDDEN_GAIN, 3);
        assertThat(digit(criteria.stable())).isEqualTo(expected);
    }

    @Test
    void noIntervalBridgesAMissedSession() {
        assertThat(SuddenGains.changes(slots("35,37,34,NA,23,24,21"), BDI, EpisodeKind.SUDDEN_GAIN))
                .isEmpty();
        assertThat(SuddenGains.changes(slots("35,37,34,23,24,21"), BDI, EpisodeKind.SUDDEN_GAIN))
                .hasSize(1);
    }

    @Test
    void aHigherBetterMeasureIsReflectedInsideItsRange() {
        Yardstick wellbeing = Sketches.yardstick("well", 0, 63, Direction.HIGHER, 7, 49);
        // 63 minus the scores of the first example
        String scores = "28,26,29,40,39,42,34,46,52,52,53,56";
        SessionSlots slots = SessionSlots.between(1, 12, series(wellbeing, scores), wellbeing.measure());
        List<SuddenChange> gains = SuddenGains.changes(slots, wellbeing, EpisodeKind.SUDDEN_GAIN);
        assertThat(gains).extracting(SuddenChange::after).containsExactly(3, 7);
        assertThat(gains.get(0).reversalValue()).isEqualTo(34.5);
        assertThat(gains.get(0).shareOfTotalChange().orElseThrow()).isCloseTo(0.392857, within(5e-7));
        Episode gain = SuddenGains.in(slots, wellbeing).get(0);
        assertThat(gain.peak()).hasValue(2900);
        assertThat(gain.worst()).hasValue(4000);
        assertThat(gain.depth()).hasValue(1100);
    }

    @Test
    void asEpisodesGainsBeginAfterTheInterval() {
        List<Episode> found = SuddenGains.in(slots("35,37,34,23,24,21,29,17,11,11,10,7"), BDI);
        assertThat(found).extracting(Episode::kind).containsOnly(EpisodeKind.SUDDEN_GAIN);
        assertThat(Sketches.told(found))
                .isEqualTo("s4 worst s4 depth 11 reversed s7 after 3; s8 worst s8 depth 12 held");
        assertThat(found.get(0).peak()).hasValue(3400);
        assertThat(found.get(0).worst()).hasValue(2300);
    }

    @Test
    void aLossReversesBelowHalfWay() {
        SessionSlots slots = slots("10,11,12,30,28,33,21,20.99,30");
        SuddenChange loss = SuddenGains.change(slots, EpisodeKind.SUDDEN_LOSS, 3);
        assertThat(loss.reversalValue()).isEqualTo(21);
        assertThat(loss.reversedAt()).hasValue(8);
    }

    @Test
    void withoutAKnownReliableChangeThereAreNone() {
        Yardstick unknown = new Yardstick(
                BDI.measure(),
                OptionalDouble.empty(),
                true,
                OptionalDouble.empty(),
                Optional.empty(),
                OptionalDouble.empty());
        assertThat(SuddenGains.in(slots("35,37,34,23,24,21"), unknown)).isEmpty();
        assertThat(SuddenGains.in(slots("35,37,34,23,24,21"), BDI)).hasSize(1);
    }

    @Test
    void slotsRunFromTheFirstToTheLastAttendedSessionOfTheCourse() {
        CourseSketch sketch = CourseSketch.dated()
                .attend(1)
                .scores("bdi", Double.NaN, 38, 35, 24, 23, 22)
                .attend(1);
        SessionSlots slots =
                SessionSlots.of(sketch.course(), sketch.course().scores().get(0), BDI.measure());
        assertThat(slots.first()).isEqualTo(1);
        assertThat(slots.last()).isEqualTo(7);
        assertThat(Arrays.asList(
                        slots.severity(1).isPresent(), slots.severity(7).isPresent()))
                .containsExactly(false, false);
        assertThat(SuddenGains.changes(slots, BDI, EpisodeKind.SUDDEN_GAIN)
                        .get(0)
                        .shareOfTotalChange())
                .isEmpty();
    }
}
