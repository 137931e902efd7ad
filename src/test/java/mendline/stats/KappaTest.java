package mendline.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KappaTest {
    private static final double RELATIVE = 1e-9;

    /** Columns: both, only_first, only_second, neither, kappa, standard_error, lower, upper. */
    @Test
    void agreesWithTheDeltaMethodInR() throws IOException {
        List<String> lines;
        try (InputStream in = KappaTest.class.getResourceAsStream("/reference/kappa.csv")) {
            lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
        assertThat(lines.get(0)).startsWith("# source: ");
        int undefined = 0;
        Agreement agreement = new Agreement();
        for (String line : lines.subList(2, lines.size())) {
            String[] cells = line.split(",", -1);
            Optional<Kappa> kappa = Kappa.of(whole(cells[0]), whole(cells[1]), whole(cells[2]), whole(cells[3]));
            assertThat(kappa.isPresent()).as(line).isEqualTo(!cells[4].isEmpty());
            if (kappa.isEmpty()) {
                undefined++;
                continue;
            }
            same(agreement, kappa.get().value(), cells[4], line);
            same(agreement, kappa.get().standardError(), cells[5], line);
            assertThat(kappa.get().interval().isPresent()).as(line).isEqualTo(!cells[6].isEmpty());
            if (kappa.get().interval().isPresent()) {
                same(agreement, kappa.get().interval().get().lower(), cells[6], line);
                same(agreement, kappa.get().interval().get().upper(), cells[7], line);
            }
        }
        assertThat(lines.size() - 2 - undefined).isGreaterThan(90);
        assertThat(undefined).isPositive();
        ReferenceTable.holds("Cohen's kappa with limits", RELATIVE, agreement);
    }

    private static long whole(String cell) {
        return (long) Double.parseDouble(cell);
    }

    private static void same(Agreement agreement, double actual, String expected, String where) {
        agreement.compare(actual, Double.parseDouble(expected), 1e-3, where);
    }

    @Test
    void fullAgreementHasNoInterval() {
        Kappa kappa = Kappa.of(5, 0, 0, 20).orElseThrow();
        assertThat(kappa.value()).isEqualTo(1);
        assertThat(kappa.interval()).isEmpty();
    }

    @Test
    void oneAnswerOnlyFromBothHasNoKappa() {
        assertThat(Kappa.of(0, 0, 0, 0)).isEmpty();
        assertThat(Kappa.of(0, 0, 0, 9)).isEmpty();
        assertThat(Kappa.of(9, 0, 0, 0)).isEmpty();
        assertThat(Kappa.of(0, 1, 0, 9)).isPresent();
    }

    @Test
    void whoComesFirstDoesNotMatter() {
        Kappa one = Kappa.of(7, 3, 11, 60).orElseThrow();
        Kappa other = Kappa.of(7, 11, 3, 60).orElseThrow();
        assertThat(one.value()).isCloseTo(other.value(), within(1e-15));
        assertThat(one.standardError()).isCloseTo(other.standardError(), within(1e-15));
    }

    @Test
    void countsBelowZeroAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Kappa.of(-1, 0, 0, 5));
    }
}
