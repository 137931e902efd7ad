package mendline.detect;

import static mendline.detect.Sketches.rupture;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mendline.model.Recorded;
import mendline.model.RuptureKind;
import mendline.model.RuptureSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nine sessions with a dip at session 5 ({@code 38 37 38 38 30 37 38 37 38}). */
class RecognitionsTest {
    private static final double[] DIP = {38, 37, 38, 38, 30, 37, 38, 37, 38};
    private static final Recorded ASKED = rupture(RuptureSource.CLIENT, RuptureKind.NONE, 0);
    private static final Recorded RUPTURE = rupture(RuptureSource.CLIENT, RuptureKind.WITHDRAWAL, 0);

    private static String told(CourseSketch sketch) {
        CourseFindings findings = CourseFindings.of(sketch.course(), Sketches.instruments(Sketches.PHQ9));
        return Recognitions.in(findings, Sketches.instruments(Sketches.PHQ9)).stream()
                .map(r -> r.recorded() ? r.dip() ? "b" : "r" : r.dip() ? "d" : "-")
                .collect(Collectors.joining());
    }

    private static CourseSketch course(List<Integer> ruptures) {
        CourseSketch sketch = CourseSketch.dated();
        IntStream.rangeClosed(1, DIP.length).forEach(i -> sketch.attend(ruptures.contains(i) ? RUPTURE : ASKED));
        return sketch.scores("srs", DIP);
    }

    @ParameterizedTest(name = "rupture at {0}")
    @CsvSource({"0, ----d----", "5, ----b----", "4, ---bb----", "6, ----bb---", "3, --r-d----", "7, ----d-r--"})
    void aRuptureWithinOneSessionOfADipIsRecognised(int rupture, String expected) {
        assertThat(told(course(List.of(rupture)))).isEqualTo(expected);
    }

    @Test
    void aSessionNotAskedOrWithoutAScoreIsNotCounted() {
        CourseSketch sketch = CourseSketch.dated();
        sketch.attend(ASKED)
                .attend()
                .attend(ASKED)
                .attend(ASKED)
                .attend(RUPTURE)
                .attend(ASKED)
                .attend(ASKED);
        assertThat(told(sketch.scores("srs", 38, 37, Double.NaN, 38, 30, 37, 38)))
                .isEqualTo("--b--");
    }

    @Test
    void sourcesAreKeptApart() {
        CourseSketch sketch = CourseSketch.dated();
        sketch.attend(3)
                .attend(rupture(RuptureSource.THERAPIST, RuptureKind.BOTH, 0))
                .attend(ASKED)
                .attend(4);
        CourseFindings findings =
                CourseFindings.of(sketch.scores("srs", DIP).course(), Sketches.instruments(Sketches.PHQ9));
        assertThat(Recognitions.in(findings, Sketches.instruments(Sketches.PHQ9)))
                .extracting(r -> r.source().key() + " " + r.recorded() + " " + r.dip())
                .containsExactly("therapist true true", "client false true");
    }

    @Test
    void withTooFewAllianceScoresNothingIsSaid() {
        CourseSketch sketch = CourseSketch.dated().attend(RUPTURE).attend(ASKED);
        assertThat(told(sketch.scores("srs", 38, 30))).isEmpty();
        assertThat(told(sketch.scores("srs", 38, 30, 38))).isEqualTo("bb");
    }
}
