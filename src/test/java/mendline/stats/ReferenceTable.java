package mendline.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The table of {@code reference-values.md}. A test that compares a method with its reference hands over what it found;
 * the page must have a row of that name with as many values, the allowed difference, and a largest difference that is
 * no less than a third of what was found.
 */
public final class ReferenceTable {
    static final Path PAGE = Path.of("src/site/markdown/reference-values.md");

    private ReferenceTable() {}

    /** Holds a method to what is allowed and to its row. */
    public static void holds(String method, double allowed, Agreement agreement) {
        assertThat(agreement.values()).as(method).isPositive();
        assertThat(agreement.largest()).as("%s: %s", method, agreement).isLessThanOrEqualTo(allowed);
        Matcher row = Pattern.compile(
                        "\\| " + Pattern.quote(method) + " \\|[^|]*\\| ([0-9,]+) \\| ([0-9.e-]+) \\| ([0-9.e-]+) \\|")
                .matcher(page());
        assertThat(row.find())
                .as("the table's row of %s (%s)", method, agreement)
                .isTrue();
        assertThat(Integer.parseInt(row.group(1).replace(",", ""))).as(method).isEqualTo(agreement.values());
        assertThat(Double.parseDouble(row.group(3))).as("%s: allowed", method).isEqualTo(allowed);
        assertThat(agreement.largest())
                .as("%s as the table has it: %s", method, agreement)
                .isLessThanOrEqualTo(3 * Double.parseDouble(row.group(2)));
    }

    static String page() {
        try {
            return Files.readString(PAGE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
