package mendline.detect;

import static mendline.detect.Sketches.PHQ9;
import static mendline.detect.Sketches.SETTINGS;
import static mendline.detect.Sketches.SRS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import mendline.model.Course;
import mendline.model.DetectionSettings;
import mendline.model.EpisodeRules;
import mendline.model.Rater;
import mendline.model.ScoreSeries;
import mendline.model.Session;
import org.junit.jupiter.api.Test;

/** Dips in the therapist's ratings of the alliance: a series of its own, never mixed with the client's. */
class DipRaterTest {
    private static final DetectionSettings THERAPIST =
            SETTINGS.with(EpisodeRules.DEFAULT.withDipRater(Rater.THERAPIST));

    /** The client's scores are lowest at session 3, the therapist's at session 5. */
    private static Course both() {
        Course client = CourseSketch.dated()
                .scores("srs", 38, 37, 30, 37, 38, 37, 38, 37)
                .scores("phq9", 15, 14, 13, 12, 11, 10, 9, 8)
                .course();
        int[] scores = {3800, 3700, 3800, 3700, 2900, 3700, 3800, 3700};
        List<ScoreSeries> all = new ArrayList<>(client.scores());
        all.add(new ScoreSeries(
                "srs",
                Rater.THERAPIST,
                IntStream.rangeClosed(1, 8).toArray(),
                client.sessions().stream().mapToInt(Session::day).toArray(),
                scores));
        return new Course(
                client.client(),
                client.id(),
                client.timeline(),
                client.site(),
                client.therapist(),
                client.referralDay(),
                client.sessions(),
                all,
                client.followUpScores(),
                client.endKind(),
                client.endDay(),
                client.leftTruncated(),
                client.groups());
    }

    private static List<String> dips(DetectionSettings settings) {
        return CourseFindings.of(both(), Sketches.instruments(settings, PHQ9))
                .episodes(EpisodeKind.DIP, EpisodeSource.SCORE)
                .stream()
                .map(e -> e.rater().orElseThrow().key() + " s" + e.onset().session())
                .toList();
    }

    @Test
    void dipsAreLookedForInTheScoresOfOneRaterOnly() {
        assertThat(dips(SETTINGS)).containsExactly("client s2");
        assertThat(dips(THERAPIST)).containsExactly("therapist s4");
    }

    @Test
    void theScaleIsThatOfTheSameRaterAndOutcomesStayTheClients() {
        SampleTally client = SampleTally.of(both(), List.of(SRS, PHQ9.measure()), SETTINGS);
        SampleTally therapist = SampleTally.of(both(), List.of(SRS, PHQ9.measure()), THERAPIST);
        assertThat(client.measure("srs").differences().counts()).containsEntry(700, 2L);
        assertThat(therapist.measure("srs").differences().counts())
                .containsEntry(800, 2L)
                .doesNotContainKey(700);
        assertThat(therapist.measure("phq9")).isEqualTo(client.measure("phq9"));
    }

    @Test
    void withoutRatingsOfThatRaterNothingIsAssessable() {
        Course clientOnly =
                CourseSketch.dated().scores("srs", 38, 37, 30, 37, 38).course();
        assertThat(CourseFindings.of(clientOnly, Sketches.instruments(PHQ9)).allianceAssessable())
                .isTrue();
        assertThat(CourseFindings.of(clientOnly, Sketches.instruments(THERAPIST, PHQ9))
                        .allianceAssessable())
                .isFalse();
        assertThat(Chance.of(clientOnly, Sketches.instruments(PHQ9), 0, 0, 1, 500)
                        .dips()
                        .total())
                .isPositive();
        assertThat(Chance.of(clientOnly, Sketches.instruments(THERAPIST, PHQ9), 0, 0, 1, 500)
                        .dips()
                        .total())
                .isZero();
    }
}
