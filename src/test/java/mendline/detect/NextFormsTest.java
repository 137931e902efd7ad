package mendline.detect;

import static mendline.detect.Sketches.PHQ9;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import mendline.model.Attendance;
import mendline.model.Course;
import mendline.model.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether the form of the next attended session was filled in, after a session at which a dip showed and after others. */
class NextFormsTest {
    private static final Instruments RUN = Sketches.instruments(PHQ9);

    private static List<String> told(Course course) {
        return NextForms.in(CourseFindings.of(course, RUN), RUN).stream()
                .map(f -> "s" + f.at().session() + (f.dip() ? " dip" : "") + (f.filled() ? " filled" : " missing"))
                .toList();
    }

    /** Threshold 5: 36, 34, 31, 28 begins with 34 and shows with 31. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            36,36,36,34,31,28,36,36,36    | s1 filled, s2 filled, s3 filled, s4 filled, s5 dip filled, s6 filled, s7 filled, s8 filled
            36,36,36,34,31.01,28,36,36,36 | s1 filled, s2 filled, s3 filled, s4 filled, s5 filled, s6 dip filled, s7 filled, s8 filled
            36,36,30,NA,36     | s1 filled, s2 filled, s3 dip missing
            36,NA,36,30,NA     | s1 missing, s3 filled, s4 dip missing
            36,36,36,36        | s1 filled, s2 filled, s3 filled
            """)
    void aDipBelongsToTheSessionAtWhichItFirstShows(String scores, String expected) {
        String[] cells = scores.split(",");
        double[] points = new double[cells.length];
        for (int i = 0; i < cells.length; i++) {
            points[i] = cells[i].equals("NA") ? Double.NaN : Double.parseDouble(cells[i]);
        }
        CourseSketch sketch = CourseSketch.dated().attend(cells.length).scores("srs", points);
        assertThat(told(sketch.course())).containsExactly(expected.split(", "));
    }

    @Test
    void appointmentsThatWereNotAttendedAndFollowUpSessionsHaveNoForm() {
        Course course = CourseSketch.dated()
                .attend()
                .row(Attendance.DID_NOT_ATTEND)
                .attend(2)
                .stage(Stage.FOLLOW_UP)
                .attend()
                .stage(Stage.TREATMENT)
                .scores("srs", 36, 36, 36)
                .course();
        assertThat(told(course)).containsExactly("s1 filled", "s2 filled");
    }

    @Test
    void whereDipsCannotBeLookedForNothingIsCounted() {
        assertThat(told(CourseSketch.dated().scores("srs", 36, 30).attend().course()))
                .isEmpty();
    }
}
