package mendline.aggregate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import mendline.detect.CourseFindings;
import mendline.detect.Instruments;
import mendline.ingest.Profiles;
import mendline.ingest.SessionData;
import mendline.ingest.SessionExports;
import mendline.model.Course;
import mendline.model.DetectionSettings;
import mendline.model.Progress;

/** The courses of {@code sample-data}, read once. */
final class SamplePractice {
    private static final SessionData DATA = read();

    private SamplePractice() {}

    private static SessionData read() {
        try {
            return SessionExports.read(
                    List.of(Path.of("sample-data")), Profiles.DEFAULT, OptionalInt.empty(), Progress.SILENT);
        } catch (Exception e) {
            throw new IllegalStateException("the sample data cannot be read", e);
        }
    }

    static CourseSource courses() {
        return new CourseSource() {
            @Override
            public int size() {
                return DATA.size();
            }

            @Override
            public Course course(int place) {
                return DATA.course(place);
            }
        };
    }

    static Instruments instruments() {
        return instruments(DetectionSettings.DEFAULT);
    }

    static Instruments instruments(DetectionSettings settings) {
        return Analysis.settle(
                courses(),
                new Analysis.Measures(DATA.primaryOutcome(), DATA.alliance(), DATA.outcomeMeasures()),
                settings,
                DATA.intake().asOf(),
                Progress.SILENT);
    }

    static List<CourseFindings> findings(Instruments instruments) {
        List<CourseFindings> findings = new ArrayList<>();
        for (int place = 0; place < DATA.size(); place++) {
            findings.add(CourseFindings.of(DATA.course(place), instruments));
        }
        return findings;
    }
}
