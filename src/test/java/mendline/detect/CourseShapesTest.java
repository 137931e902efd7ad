package mendline.detect;

import static mendline.detect.Sketches.PHQ9;
import static mendline.detect.Sketches.instruments;
import static mendline.detect.Sketches.series;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import mendline.measure.Yardstick;
import mendline.model.DetectionSettings;
import mendline.model.ScoreSeries;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CourseShapesTest {
    private static CourseShape shape(Yardstick yardstick, String scores) {
        ScoreSeries series = series(yardstick, scores);
        SessionSlots slots = SessionSlots.between(1, series.session(series.size() - 1), series, yardstick.measure());
        return CourseShapes.of(
                series,
                yardstick,
                ScoreSetbacks.in(series, yardstick, false, DetectionSettings.DEFAULT),
                SuddenGains.changes(slots, yardstick, EpisodeKind.SUDDEN_GAIN));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            worked example: came back after a setback     | 18 12 10 17 16 11 9  | SETBACK_AND_REBOUND
            worked example: one score out of line         | 18 12 10 17 12 11    | SPIKE_AND_REBOUND
            worked example: not back                      | 20 12 19 20 22 21 20 | SETBACK_NOT_BACK
            three scores are too short                    | 15 9 16              | TOO_SHORT
            four are enough                               | 15 9 16 15           | SETBACK_NOT_BACK
            neither half-way back nor a step off the best | 18 10 17 17 15       | FLUCTUATING
            one rebound and one not back is not back      | 15 10 18 18 10 18 18 | SETBACK_NOT_BACK
            a step worth half of the change               | 20 20 20 12 12 11    | STEP_GAIN
            the same reversed                             | 20 20 20 12 12 12 17 12 | STEADY_GAIN
            a steady gain                                 | 20 18 16 14 12 10    | STEADY_GAIN
            a gain of exactly the reliable change         | 16 14 12 10          | STEADY_GAIN
            a hundredth less is level                     | 16 14 12 10.01       | LEVEL
            worsening by exactly the reliable change      | 10 12 14 16          | WORSENING
            scores a full step apart are not level        | 13 16 10 13          | FLUCTUATING
            scores nearly a step apart are                | 13 15.99 10 13       | LEVEL
            up late and down again                        | 14 11 9 14 14        | LEVEL
            up and down                                   | 16 13 10 15 16       | FLUCTUATING
            """)
    void theFirstRuleThatHoldsNamesTheShape(String name, String scores, CourseShape expected) {
        assertThat(shape(PHQ9, scores)).isEqualTo(expected);
    }

    @Test
    void aSpikeInsideASetbackLeavesTheShapeToTheSetback() {
        ScoreSeries series = series(PHQ9, "18 12 10 17 16 11 9");
        ScoreSetbacks found = ScoreSetbacks.in(series, PHQ9, false, DetectionSettings.DEFAULT);
        assertThat(found.spikes()).hasSize(1);
        assertThat(shape(PHQ9, "18 12 10 17 16 11 9")).isEqualTo(CourseShape.SETBACK_AND_REBOUND);
    }

    @Test
    void everyCourseGetsExactlyOneAndEveryShapeOccurs() {
        SplittableRandom random = new SplittableRandom(7);
        List<CourseShape> shapes = new ArrayList<>();
        for (int i = 0; i < 3000; i++) {
            double[] scores = new double[random.nextInt(1, 12)];
            double at = random.nextInt(5, 22);
            int trend = random.nextInt(-2, 2);
            for (int j = 0; j < scores.length; j++) {
                scores[j] = Math.max(0, Math.min(27, at));
                at += trend + random.nextInt(-3, 4) - (random.nextInt(8) == 0 ? 8 : 0);
            }
            shapes.add(CourseFindings.of(
                            CourseSketch.undated().scores("phq9", scores).course(), instruments(PHQ9))
                    .shape());
        }
        assertThat(shapes).hasSize(3000).doesNotContainNull().contains(CourseShape.values());
    }

    @Test
    void withoutAKnownReliableChangeNothingCanBeSaid() {
        Yardstick unknown = new Yardstick(
                PHQ9.measure(),
                OptionalDouble.empty(),
                true,
                OptionalDouble.empty(),
                Optional.empty(),
                OptionalDouble.empty());
        assertThat(shape(unknown, "20 18 16 14 12 10")).isEqualTo(CourseShape.TOO_SHORT);
    }
}
