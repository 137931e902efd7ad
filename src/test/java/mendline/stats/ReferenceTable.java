package mendline.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The table of the documentation that says how near each method comes to its reference. */
final class ReferenceTable {
    private static final Path TABLE = Path.of("src/site/markdown/reference-values.md");

    private ReferenceTable() {}

    /** The values agree to what is allowed, and the method's row says how many there are and, up to a factor of three, how near they come. */
    static void holds(String method, double allowed, Agreement agreement) {
        assertThat(agreement.largest()).as("%s: %s", method, agreement).isLessThanOrEqualTo(allowed);
        try {
            Matcher row = Pattern.compile("\\| " + Pattern.quote(method) + " \\|[^|]*\\| ([0-9,]+) \\| ([0-9.e-]+) \\|")
                    .matcher(Files.readString(TABLE));
            assertThat(row.find())
                    .as("the table's row of %s (%s)", method, agreement)
                    .isTrue();
            assertThat(Integer.parseInt(row.group(1).replace(",", "")))
                    .as(method)
                    .isEqualTo(agreement.values());
            assertThat(agreement.largest())
                    .as("%s as the table has it: %s", method, agreement)
                    .isLessThanOrEqualTo(3 * Double.parseDouble(row.group(2)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
