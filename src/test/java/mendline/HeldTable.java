package mendline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A table of the documentation that a test measures and holds. With {@code -Dapprove=true} the table is written anew, to
 * be read in review; whoever measures has bounds of its own, which stay.
 */
public final class HeldTable {
    private HeldTable() {}

    /** Compares the lines between {@code <!-- name -->} and {@code <!-- end of name -->} with those measured. */
    public static void holds(Path page, String name, List<String> measured) {
        try {
            List<String> lines = Files.readAllLines(page);
            int from = lines.indexOf("<!-- " + name + " -->") + 1;
            int to = lines.indexOf("<!-- end of " + name + " -->");
            assertThat(from).as("the table %s of %s", name, page).isPositive().isLessThanOrEqualTo(to);
            if (Boolean.getBoolean("approve")) {
                List<String> anew = new ArrayList<>(lines.subList(0, from));
                anew.addAll(measured);
                anew.addAll(lines.subList(to, lines.size()));
                Files.write(page, anew);
            } else {
                assertThat(lines.subList(from, to)).as("%s of %s", name, page).isEqualTo(measured);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
