package mendline.detect;

import static mendline.detect.Sketches.series;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import mendline.measure.Yardstick;
import mendline.model.Direction;
import mendline.model.GainRules;
import mendline.model.GainStability;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Settings of sudden gains; first criterion 7 points unless said otherwise. */
class GainRulesTest {
    private static final Yardstick BDI = Sketches.yardstick("bdi", 0, 63, Direction.LOWER, 7, 14);
    private static final OptionalDouble USUAL = OptionalDouble.empty();
    private static final GainRules FIRST_TWO =
            new GainRules(true, USUAL, true, 0.25, GainStability.OFF, true, false, false);
    private static final GainRules PACKAGE_FIRST_TWO =
            new GainRules(true, USUAL, true, 0.25, GainStability.OFF, true, true, false);

    private static SessionSlots slots(String scores) {
        return SessionSlots.between(1, scores.trim().split("[ ,]+").length, series(BDI, scores), BDI.measure());
    }

    private static String gains(String scores, GainRules rules) {
        return SuddenGains.changes(slots(scores), BDI, EpisodeKind.SUDDEN_GAIN, rules).stream()
                .map(c -> "s" + c.after() + (c.reversed() ? "r" : ""))
                .collect(Collectors.joining(" "));
    }

    @Test
    void thePackageOverlooksAReversalInTheSecondSessionUnlessSessionsOneToTwoAreIdentified() {
        String scores = "34,33,34,18,30,17,18,17";
        assertThat(gains(scores, FIRST_TWO)).startsWith("s3r");
        assertThat(gains(scores, PACKAGE_FIRST_TWO)).startsWith("s3 ");
        GainRules oneToTwo = new GainRules(true, USUAL, true, 0.25, GainStability.OFF, true, true, true);
        assertThat(gains(scores, oneToTwo)).startsWith("s3r");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            30 20 20 20    | s1 | ''
            30 30 20 20    | s2 | s2
            30 30 30 20    | s3 | ''
            """)
    void thePackageTestsNeitherTheFirstNorTheLastInterval(String scores, String here, String there) {
        assertThat(gains(scores, FIRST_TWO)).isEqualTo(here);
        assertThat(gains(scores, PACKAGE_FIRST_TWO)).isEqualTo(there);
    }

    @Test
    void itsSecondCriterionOfLossesIsTrueOfEveryWorsening() {
        SessionSlots slots = slots("40 40 40 47 47 47");
        assertThat(SuddenGains.changes(slots, BDI, EpisodeKind.SUDDEN_LOSS, FIRST_TWO))
                .isEmpty();
        assertThat(SuddenGains.changes(slots, BDI, EpisodeKind.SUDDEN_LOSS, PACKAGE_FIRST_TWO))
                .hasSize(1);
    }

    @Test
    void theDefaultIsUntouchedByTheSettings() {
        for (String scores : List.of("35,37,34,23,24,21,29,17,11,11,10,7", "39,37,23,NA,23,21,NA,NA,21,NA,16,14")) {
            assertThat(SuddenGains.in(slots(scores), BDI, GainRules.DEFAULT))
                    .isEqualTo(SuddenGains.in(slots(scores), BDI));
        }
        assertThat(SuddenGains.in(slots("35,37,34,23,24,21"), BDI).get(0).subtype())
                .isEqualTo("three_criteria");
    }

    /** Two and two scores with a pooled SD of 1.4142: 6.085 with the adjusted t, 3.926 without. */
    @ParameterizedTest
    @CsvSource({
        "'NA,31,29,24.91,22.91', true, true",
        "'NA,31,29,24.92,22.92', false, true",
        "'NA,31,29,27.07,25.07', false, true",
        "'NA,31,29,27.08,25.08', false, false"
    })
    void theCriticalValueFollowsTheNumberOfScoresOrNot(String scores, boolean adjusted, boolean unadjusted) {
        GainRules plain = new GainRules(true, USUAL, true, 0.25, GainStability.T, false, false, false);
        assertThat(third(scores, GainRules.DEFAULT)).contains(adjusted);
        assertThat(third(scores, plain)).contains(unadjusted);
    }

    private static Optional<Boolean> third(String scores, GainRules rules) {
        return SuddenGains.criteria(slots(scores), 100, EpisodeKind.SUDDEN_GAIN, 3, rules)
                .stable();
    }

    @ParameterizedTest
    @CsvSource({
        "'30 30 30 20 25 25', true",
        "'30 30 30 20 25.01 25', false",
        "'30 30 30 20 25 25.01', false",
        "'30 30 30 20 25 NA', "
    })
    void theNextTwoSessionsKeepHalfOfTheGain(String scores, Boolean expected) {
        GainRules gaynor = new GainRules(true, USUAL, true, 0.25, GainStability.GAYNOR, true, false, false);
        assertThat(third(scores, gaynor)).isEqualTo(Optional.ofNullable(expected));
    }

    /** 10 40 10 40 30 20 has an SD of 13.784; one and a half are 20.68. */
    @ParameterizedTest
    @CsvSource({"10 40 10 40 30 20, 5, false", "10 40 10 40 30 20, 2, true", "20 20 20 20, 2, true"})
    void theGainIsOneAndAHalfSdOfTheSeries(String scores, int before, boolean expected) {
        GainRules kelly = new GainRules(true, USUAL, true, 0.25, GainStability.KELLY, true, false, false);
        assertThat(SuddenGains.criteria(slots(scores), 100, EpisodeKind.SUDDEN_GAIN, before, kelly)
                        .stable())
                .contains(expected);
    }

    @ParameterizedTest
    @CsvSource({"30 30 15 15, s2", "30 30 15.01 15, ''"})
    void theShareCanBeAnother(String scores, String expected) {
        assertThat(gains(scores, new GainRules(true, USUAL, true, 0.5, GainStability.OFF, true, false, false)))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"40 40 30 30, s2", "40 40 30.01 30, ''"})
    void thePointsCanBeOthers(String scores, String expected) {
        GainRules ten = new GainRules(true, OptionalDouble.of(10), true, 0.2, GainStability.OFF, true, false, false);
        assertThat(gains(scores, ten)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"63 63 56 56, s2, ''", "20 20 15 15, '', s2"})
    void eachCriterionCanBeLeftOut(String scores, String onlyFirst, String onlySecond) {
        assertThat(gains(scores, new GainRules(true, USUAL, false, 0.25, GainStability.OFF, true, false, false)))
                .isEqualTo(onlyFirst);
        assertThat(gains(scores, new GainRules(false, USUAL, true, 0.25, GainStability.OFF, true, false, false)))
                .isEqualTo(onlySecond);
    }

    @Test
    void filesNameTheRulesInUse() {
        assertThat(SuddenGains.in(slots("35,37,34,23,24,21"), BDI, PACKAGE_FIRST_TWO)
                        .get(0)
                        .subtype())
                .isEqualTo("suddengains_criteria_1_2");
    }
}
