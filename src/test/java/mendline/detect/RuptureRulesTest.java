package mendline.detect;

import static mendline.detect.Sketches.rupture;
import static mendline.detect.Sketches.told;
import static mendline.model.RuptureKind.NONE;
import static mendline.model.RuptureKind.WITHDRAWAL;
import static mendline.model.RuptureSource.OBSERVER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import mendline.model.Course;
import mendline.model.Recorded;
import mendline.model.RuptureKind;
import mendline.model.RuptureRules;
import mendline.model.RuptureSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What counts as a recorded rupture, by source and strength, and which rating repairs it. */
class RuptureRulesTest {
    @ParameterizedTest(name = "{0} wrote {1} at {2}, from {3} on: {4}")
    @CsvSource({
        "CLIENT, WITHDRAWAL, 0, 2, WITHDRAWAL",
        "CLIENT, WITHDRAWAL, 1, 2, WITHDRAWAL",
        "CLIENT, NONE, 0, 2, NONE",
        "CLIENT, NONE, 1, 2, NONE",
        "CLIENT, NONE, 2, 2, UNSPECIFIED",
        "CLIENT, NONE, 2, 3, NONE",
        "CLIENT, NONE, 3, 3, UNSPECIFIED",
        "OBSERVER, BOTH, 0, 2, BOTH",
        "OBSERVER, BOTH, 1, 2, NONE",
        "OBSERVER, BOTH, 2, 2, BOTH",
        "OBSERVER, BOTH, 2, 3, NONE",
        "OBSERVER, BOTH, 3, 3, BOTH",
        "OBSERVER, NONE, 5, 2, NONE",
        "THERAPIST, CONFRONTATION, 1, 5, CONFRONTATION",
        "THERAPIST, NONE, 5, 1, NONE"
    })
    void theSmallestIntensityThatCountsIsThatOfTheSource(
            RuptureSource source, RuptureKind kind, int intensity, int from, RuptureKind expected) {
        RuptureRules rules = new RuptureRules(from, from, 4, 3);
        Recorded row = rupture(source, kind, intensity, 0);
        assertThat(rules.answer(row)).contains(expected);
        assertThat(rules.holds(row)).isEqualTo(expected != NONE);
        assertThat(Ruptures.in(CourseSketch.dated().attend(row).course(), rules))
                .extracting(Episode::subtype)
                .containsExactly(expected == NONE ? new String[0] : new String[] {expected.key()});
    }

    @Test
    void aQuestionThatWasNotAskedHasNoAnswer() {
        assertThat(RuptureRules.DEFAULT.answer(Recorded.NOTHING)).isEmpty();
        assertThat(RuptureRules.DEFAULT.holds(Recorded.NOTHING)).isFalse();
    }

    @ParameterizedTest(name = "rated {0}, repaired from {1}, partly from {2}: {3}")
    @CsvSource({
        "5, 5, 4, repaired",
        "4, 5, 4, partly_repaired",
        "3, 5, 4, not_repaired",
        "3, 3, 2, repaired",
        "2, 3, 2, partly_repaired",
        "1, 3, 2, not_repaired",
        "3, 4, 4, not_repaired",
        "4, 4, 4, repaired",
        "1, 1, 1, repaired"
    })
    void theResolutionMapCanBeAnother(int rating, int repaired, int partly, String expected) {
        Course course = CourseSketch.dated()
                .attend(rupture(RuptureSource.CLIENT, WITHDRAWAL, rating))
                .ended()
                .course();
        assertThat(Ruptures.in(course, new RuptureRules(2, 2, repaired, partly)))
                .extracting(e -> e.status().key())
                .containsExactly(expected);
    }

    @Test
    void theRatingOfAMarkerTooFaintToCountRatesNoEarlierRupture() {
        Course course = CourseSketch.dated()
                .attend(rupture(OBSERVER, WITHDRAWAL, 3, 1))
                .attend(rupture(OBSERVER, WITHDRAWAL, 1, 5))
                .course();
        assertThat(told(Ruptures.in(course, RuptureRules.DEFAULT))).isEqualTo("s1 open");
        Course rated = CourseSketch.dated()
                .attend(rupture(OBSERVER, WITHDRAWAL, 3, 1))
                .attend(rupture(OBSERVER, NONE, 0, 5))
                .course();
        assertThat(told(Ruptures.in(rated, RuptureRules.DEFAULT))).isEqualTo("s1 repaired s2");
    }

    @ParameterizedTest
    @CsvSource({"0, 2, 4, 3", "2, 6, 4, 3", "2, 2, 6, 3", "2, 2, 4, 0", "2, 2, 3, 4"})
    void ratingsGoFromOneToFiveAndPartlyDoesNotBeginAboveRepaired(int client, int observer, int repaired, int partly) {
        assertThatIllegalArgumentException().isThrownBy(() -> new RuptureRules(client, observer, repaired, partly));
    }
}
