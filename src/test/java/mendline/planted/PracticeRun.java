package mendline.planted;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import mendline.aggregate.Analysis;
import mendline.aggregate.CourseSource;
import mendline.aggregate.ExpectedByChance;
import mendline.detect.CourseFindings;
import mendline.detect.Instruments;
import mendline.ingest.InputNotFound;
import mendline.ingest.NothingUsable;
import mendline.ingest.Profile;
import mendline.ingest.Profiles;
import mendline.ingest.SessionData;
import mendline.ingest.SessionExports;
import mendline.model.Course;
import mendline.model.Progress;
import mendline.simulate.SimulatedFiles;
import mendline.simulate.Simulation;
import mendline.simulate.SimulationSettings;

/**
 * A simulated practice, written to files, read back and analysed as a report would.
 *
 * @param chance expected in all courses
 */
record PracticeRun(
        List<Planted> planted, List<CourseFindings> findings, Instruments instruments, ExpectedByChance chance) {
    private record Courses(SessionData data) implements CourseSource {
        @Override
        public int size() {
            return data.size();
        }

        @Override
        public Course course(int place) {
            return data.course(place);
        }
    }

    private record Some(List<CourseFindings> findings) implements CourseSource {
        @Override
        public int size() {
            return findings.size();
        }

        @Override
        public Course course(int place) {
            return findings.get(place).course();
        }
    }

    /** The courses with neither a setback nor a dip planted, and what is expected in them. */
    PracticeRun untouched() {
        Set<String> touched = planted.stream()
                .filter(one -> Set.of("setback", "dip").contains(one.kind()))
                .map(Planted::course)
                .collect(Collectors.toSet());
        List<CourseFindings> rest = findings.stream()
                .filter(course -> !touched.contains(course.course().id()))
                .toList();
        return new PracticeRun(
                List.of(), rest, instruments, Analysis.chance(new Some(rest), instruments, Progress.SILENT));
    }

    static PracticeRun of(SimulationSettings settings, Path folder) throws IOException, InputNotFound, NothingUsable {
        SimulatedFiles files = Simulation.run(settings, folder);
        Profile profile = Profiles.DEFAULT;
        SessionData data = SessionExports.read(List.of(folder), profile, OptionalInt.empty(), Progress.SILENT);
        CourseSource courses = new Courses(data);
        Analysis.Measures measures =
                new Analysis.Measures(data.primaryOutcome(), data.alliance(), data.outcomeMeasures());
        Instruments instruments = Analysis.settle(
                courses, measures, profile.detection(), data.intake().asOf(), Progress.SILENT);
        List<CourseFindings> findings = new ArrayList<>();
        Analysis.summarise(courses, instruments, findings::add, Progress.SILENT);
        return new PracticeRun(
                Planted.read(files.truth()),
                List.copyOf(findings),
                instruments,
                Analysis.chance(courses, instruments, Progress.SILENT));
    }
}
