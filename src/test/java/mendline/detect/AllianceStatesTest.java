package mendline.detect;

import static mendline.detect.Sketches.GAD7;
import static mendline.detect.Sketches.PHQ9;
import static mendline.detect.Sketches.instruments;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import mendline.model.Course;
import org.junit.jupiter.api.Test;

class AllianceStatesTest {
    private static final Instruments RUN = instruments(PHQ9, GAD7);

    private static String states(Course course) {
        return AllianceStates.of(course, RUN).stream()
                .map(scored -> scored.session()
                        + switch (scored.before()) {
                            case NO_DIP -> "";
                            case DIP_REPAIRED -> "r";
                            case DIP_NOT_YET_REPAIRED -> "d";
                        })
                .collect(Collectors.joining(" "));
    }

    @Test
    void aScoreKnowsTheAllianceOfEarlierSessionsOnly() {
        double[] phq = {20, 19, 18, 17, 16, 15, 14, 13, 12};
        assertThat(states(CourseSketch.dated()
                        .scores("srs", 38, 37, 38, 37, 28, 29, 37, 38, 28)
                        .scores("phq9", phq)
                        .course()))
                .isEqualTo("4 5 6d 7d 8r 9r");
    }

    @Test
    void withoutThreeAllianceScoresBeforeItNothingIsKnown() {
        assertThat(states(CourseSketch.dated()
                        .scores("srs", 38, 37, 38)
                        .scores("phq9", 20, 19, 18)
                        .course()))
                .isEmpty();
        assertThat(states(CourseSketch.dated().scores("phq9", 20, 19, 18, 17).course()))
                .isEmpty();
    }

    @Test
    void onlyTheFirstSixtyAllianceScoresAreLookedAt() {
        double[] many = new double[80];
        Arrays.fill(many, 30);
        double[] phq = many.clone();
        Arrays.fill(phq, 12);
        List<AllianceStates.Scored> found = AllianceStates.of(
                CourseSketch.dated().scores("srs", many).scores("phq9", phq).course(), RUN);
        assertThat(found).hasSize(AllianceStates.LONGEST - 2);
        assertThat(found.get(found.size() - 1).session()).isEqualTo(AllianceStates.LONGEST + 1);
    }
}
