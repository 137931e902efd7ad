package mendline.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;
import mendline.detect.CourseFindings;
import mendline.detect.Instruments;
import mendline.model.Course;
import mendline.model.DetectionSettings;
import mendline.model.Progress;
import org.junit.jupiter.api.Test;

/** The number of cores shows in nothing. */
class AnalysisTest {
    /** What one pass gives: the summary, and what the listener heard. */
    private record Pass(PracticeSummary summary, List<CourseFindings> heard) {}

    @Test
    void oneThreadAndFourGiveTheSameAndHearTheCoursesInOrder() throws Exception {
        Instruments instruments = SamplePractice.instruments();
        Pass one = within(1, () -> pass(instruments));
        Pass four = within(4, () -> pass(instruments));
        assertThat(one.heard()).hasSize(SamplePractice.courses().size());
        assertThat(four.summary()).isEqualTo(one.summary());
        assertThat(four.heard()).isEqualTo(one.heard());
        assertThat(one.heard()).isEqualTo(SamplePractice.findings(instruments));
        assertThat(one.summary()).isEqualTo(Summaries.of(one.heard(), instruments));
    }

    @Test
    void scalesAreTheSameWithOneThreadAndFour() throws Exception {
        Instruments one = within(1, SamplePractice::instruments);
        Instruments four = within(4, SamplePractice::instruments);
        assertThat(one.allianceScale()).isPresent();
        assertThat(four).isEqualTo(one);
    }

    @Test
    void whatChanceGivesIsTheSameWithOneThreadAndFour() throws Exception {
        Instruments instruments = SamplePractice.instruments();
        CourseSource some = first(60);
        ExpectedByChance one = within(1, () -> Analysis.chance(some, instruments, Progress.SILENT));
        ExpectedByChance four = within(4, () -> Analysis.chance(some, instruments, Progress.SILENT));
        assertThat(one.known()).isTrue();
        assertThat(one.independent().dips().total()).isPositive();
        assertThat(four).isEqualTo(one);
    }

    @Test
    void coursesThatDoNotFillAPartAreAllCounted() {
        Instruments instruments = SamplePractice.instruments();
        for (int size : List.of(0, 1, 63, 64, 65)) {
            List<CourseFindings> heard = new ArrayList<>();
            PracticeSummary summary = Analysis.summarise(first(size), instruments, heard::add, Progress.SILENT);
            assertThat(heard).hasSize(size);
            assertThat(summary).isEqualTo(Summaries.of(heard, instruments));
        }
    }

    @Test
    void withoutMeasuresNothingIsSimulated() {
        Instruments none = Analysis.settle(
                first(20),
                new Analysis.Measures(Optional.empty(), Optional.empty(), List.of()),
                DetectionSettings.DEFAULT,
                OptionalInt.empty(),
                Progress.SILENT);
        assertThat(Analysis.chance(first(20), none, Progress.SILENT)).isEqualTo(ExpectedByChance.NONE);
        assertThat(ExpectedByChance.NONE.known()).isFalse();
    }

    private static Pass pass(Instruments instruments) {
        List<CourseFindings> heard = new ArrayList<>();
        PracticeSummary summary =
                Analysis.summarise(SamplePractice.courses(), instruments, heard::add, Progress.SILENT);
        return new Pass(summary, heard);
    }

    private static <T> T within(int threads, Callable<T> work) throws Exception {
        ForkJoinPool pool = new ForkJoinPool(threads);
        try {
            return pool.submit(work).get();
        } finally {
            pool.shutdown();
        }
    }

    private static CourseSource first(int size) {
        CourseSource all = SamplePractice.courses();
        return new CourseSource() {
            @Override
            public int size() {
                return size;
            }

            @Override
            public Course course(int place) {
                return all.course(place);
            }
        };
    }
}
