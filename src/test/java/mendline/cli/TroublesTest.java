package mendline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;

class TroublesTest {
    private final StringWriter said = new StringWriter();

    @Test
    void aFullDiskIsOneSentence() {
        assertThat(run(new IOException("No space left on device"), false)).isEqualTo(1);
        assertThat(said).hasToString("mendline: The output could not be written: the disk is full.\n");
    }

    @Test
    void aFullDiskIsFoundInsideOtherTroubles() {
        assertThat(run(new UncheckedIOException(new IOException("No space left on device")), false))
                .isEqualTo(1);
        assertThat(said).hasToString("mendline: The output could not be written: the disk is full.\n");
    }

    @Test
    void aFullDiskIsFoundWhereItKeptAPartOfTheProgramFromStarting() {
        IOException full = new IOException("No space left on device");
        assertThat(run(new ExceptionInInitializerError(new UncheckedIOException(full)), false))
                .isEqualTo(1);
        assertThat(said).hasToString("mendline: The output could not be written: the disk is full.\n");
    }

    @Test
    void aSentenceStaysOneLineWhateverItRepeatsOfAFile() {
        assertThat(run(new UsageProblem("There is no measure \"a\nb\u001b[2J\"."), false))
                .isEqualTo(2);
        assertThat(said).hasToString("mendline: There is no measure \"a b?[2J\".\n");
    }

    @Test
    void tooLittleMemoryIsOneSentenceWithAWayOut() {
        assertThat(run(new OutOfMemoryError(), false)).isEqualTo(1);
        assertThat(said.toString()).contains("MENDLINE_JAVA_OPTS=-Xmx4g").hasLineCount(1);
    }

    @Test
    void aFaultOfOursIsOneSentenceThatRepeatsNothingOfTheData() {
        assertThat(run(new IllegalStateException("Smith, John"), false)).isEqualTo(1);
        assertThat(said.toString())
                .contains("(IllegalStateException)")
                .doesNotContain("Smith")
                .hasLineCount(1);
    }

    @Test
    void whereItStoppedIsShownOnRequest() {
        run(new IllegalStateException("here"), true);
        assertThat(said.toString()).contains("\tat mendline.cli.TroublesTest");
    }

    @Test
    void aTraceRepeatsNothingOfTheData() {
        IllegalStateException cause = new IllegalStateException("for input string: Smith");
        run(new IllegalArgumentException("Anna Smith", cause), true);
        assertThat(said.toString())
                .contains("\nCaused by: java.lang.IllegalStateException\n\tat ")
                .doesNotContain("Smith", "Anna");
    }

    @Test
    void aWrongPeriodHasNoTraceEvenOnRequest() {
        assertThat(run(new UsageProblem("The data have nothing in 2030-01."), true))
                .isEqualTo(2);
        assertThat(said).hasToString("mendline: The data have nothing in 2030-01.\n");
    }

    private int run(Throwable trouble, boolean verbose) {
        PrintWriter err = new PrintWriter(said) {
            @Override
            public void println() {
                write('\n');
            }
        };
        return Troubles.run(trouble, verbose, err);
    }
}
