package mendline.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import mendline.model.Course;
import org.junit.jupiter.api.Test;

class ShuffledDipsTest {
    private static final Instruments RUN = Sketches.instruments(Sketches.PHQ9);

    private static Course course(String client, double... scores) {
        return CourseSketch.dated().client(client).scores("srs", scores).course();
    }

    @Test
    void theSameCourseGivesTheSameAndAnotherBlockOthers() {
        Course course = course("c1", 38, 30, 37, 36, 38, 35, 33, 38, 37, 31);
        ChanceCounts first = Chance.shuffledDips(course, RUN, 0, 200);
        assertThat(Chance.shuffledDips(course, RUN, 0, 200)).isEqualTo(first);
        assertThat(Chance.shuffledDips(course, RUN, 1, 200)).isNotEqualTo(first);
        assertThat(first.expectedDips()).isPositive();
    }

    @Test
    void aStraightLineHasNothingToShuffle() {
        assertThat(Chance.shuffledDips(course("c1", 40, 38, 36, 34, 32, 30), RUN, 0, 200)
                        .expectedDips())
                .isEqualTo(CourseFindings.of(course("c1", 40, 38, 36, 34, 32, 30), RUN)
                        .episodes()
                        .size());
        assertThat(Chance.shuffledDips(course("c1", 30, 31, 32, 33, 34), RUN, 0, 200)
                        .expectedDips())
                .isZero();
    }

    /** Without any real dip shuffling gives about as many as were found. */
    @Test
    void inNoiseItGivesAboutWhatIsFound() {
        SplittableRandom random = new SplittableRandom(77);
        double expected = 0;
        int found = 0;
        for (int i = 0; i < 800; i++) {
            double[] scores = new double[12];
            for (int j = 0; j < scores.length; j++) {
                scores[j] = Math.round(33 + 1.8 * random.nextGaussian());
            }
            Course course = course("c" + i, scores);
            expected += Chance.shuffledDips(course, RUN, 0, 60).expectedDips();
            found += CourseFindings.of(course, RUN).episodes().size();
        }
        assertThat(found).isGreaterThan(60);
        assertThat(expected / found).isBetween(0.8, 1.2);
    }

    @Test
    void withoutAnAllianceScoreThereIsNothing() {
        Course course = CourseSketch.dated().scores("phq9", 12, 10, 9).course();
        assertThat(Chance.shuffledDips(course, RUN, 0, 50)).isEqualTo(ChanceCounts.none(50));
    }
}
