package mendline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import mendline.measure.Measure;
import mendline.model.Course;
import mendline.model.EndKind;
import mendline.model.Rater;
import mendline.model.RuptureKind;
import mendline.model.SetbackKind;
import mendline.model.Timeline;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SessionExportsTest {
    @TempDir
    Path folder;

    private Exports exports;

    @BeforeEach
    void newFolder() {
        exports = new Exports(folder);
    }

    @Test
    void aSmallExportBecomesCourses() throws Exception {
        SessionData data = exports.with(
                        "january.csv",
                        "client_id,session_date,attendance,PHQ-9,SRS,srs_therapist,setback,rupture,repair,course_end,therapist_id,site,group_gender",
                        "b,2026-01-05,attended,18,36.5,30,,none,,,t1,north,f",
                        "b,2026-01-12,did_not_attend,,,,,,,,t1,north,f",
                        "b,2026-01-19,attended,12,30,,lapse;old_habit,withdrawal,4,planned,t2,south,f",
                        "a,2026-01-06T10:00,attended,9,,,,,,,t1,north,m")
                .read();

        assertThat(Exports.ids(data)).containsExactly("a#1", "b#1");
        Course course = data.course(1);
        assertThat(course.sessions()).extracting(session -> session.number()).containsExactly(1, 1, 2);
        assertThat(course.series("phq9", Rater.CLIENT).orElseThrow().scores()).containsExactly(1800, 1200);
        assertThat(course.series("srs", Rater.CLIENT).orElseThrow().scores()).containsExactly(3650, 3000);
        assertThat(course.series("srs", Rater.THERAPIST).orElseThrow().scores()).containsExactly(3000);
        assertThat(course.endKind()).contains(EndKind.PLANNED);
        assertThat(course.endDay()).hasValue(Exports.day("2026-01-19"));
        assertThat(course.therapist()).contains("t2");
        assertThat(course.groups()).containsEntry("group_gender", "f");
        assertThat(course.sessions().get(0).recorded().rupture()).contains(RuptureKind.NONE);
        assertThat(course.sessions().get(0).recorded().setbackAsked()).isTrue();
        assertThat(course.sessions().get(2).recorded().setbacks())
                .containsExactly(SetbackKind.OLD_HABIT, SetbackKind.LAPSE);
        assertThat(course.sessions().get(2).recorded().repair()).hasValue(4);
        assertThat(data.timeline()).isEqualTo(Timeline.DATES);
        assertThat(data.intake().asOf()).hasValue(Exports.day("2026-01-19"));
        assertThat(data.intake().rows().used()).isEqualTo(4);
        assertThat(data.intake().problemCounts()).isEmpty();
        assertThat(data.primaryOutcome().map(Measure::key)).contains("phq9");
        assertThat(data.alliance().map(Measure::key)).contains("srs");
    }
}
