package mendline.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import mendline.detect.LandmarkGroup;
import mendline.model.Direction;
import org.junit.jupiter.api.Test;

/** Groups at the landmark whose outcome hangs on nothing but how long courses last. */
class LandmarkComparisonTest {
    private static final int MORE_SESSIONS = 6;
    private static final int POINT = 100;

    private static List<LandmarkRow> rows(int repairedStays) {
        Random random = new Random(3);
        List<LandmarkRow> rows = new ArrayList<>();
        for (int i = 0; i < 600; i++) {
            LandmarkGroup group = LandmarkGroup.values()[i % 3];
            int attended = 9 + random.nextInt(8) + (group == LandmarkGroup.DIP_REPAIRED ? repairedStays : 0);
            int atLandmark = POINT * (8 + random.nextInt(12));
            int after = atLandmark - POINT * (attended - 8) / 2 + (int) (200 * random.nextGaussian());
            rows.add(new LandmarkRow(i, group, atLandmark, after, attended, ""));
        }
        return rows;
    }

    private static double difference(LandmarkComparison found) {
        return found.contrast(LandmarkGroup.DIP_REPAIRED, LandmarkGroup.DIP_NOT_YET_REPAIRED)
                        .difference()
                        .value()
                / POINT;
    }

    @Test
    void whatHangsOnLengthAloneGoesWhereSessionsAreAllowedFor() {
        List<LandmarkRow> rows = rows(MORE_SESSIONS);

        assertThat(difference(LandmarkComparison.of(rows, Direction.LOWER).orElseThrow()))
                .isCloseTo(MORE_SESSIONS / 2.0, within(0.7));
        assertThat(difference(LandmarkComparison.allowingForSessions(rows, Direction.LOWER)
                        .orElseThrow()))
                .isCloseTo(0, within(0.7));
    }

    @Test
    void sessionsThatDoNotVaryAreNoColumn() {
        List<LandmarkRow> alike = rows(0).stream()
                .map(row -> new LandmarkRow(row.draw(), row.group(), row.atLandmark(), row.after(), 12, ""))
                .toList();

        assertThat(LandmarkComparison.of(alike, Direction.LOWER).refusal()).isEmpty();
        assertThat(LandmarkComparison.allowingForSessions(alike, Direction.LOWER)
                        .refusal())
                .isPresent();
    }
}
