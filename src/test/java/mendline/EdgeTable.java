package mendline;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Supplier;
import mendline.stats.Answer;
import mendline.stats.Interval;

/** A table of {@code edges.md}: functions by row, and what each says of next to nothing. */
public final class EdgeTable {
    public static final Path PAGE = Path.of("src/site/markdown/edges.md");

    /** The columns: no value, one, two, twelve equal ones, twelve missing ones. */
    public static final List<String> CASES = List.of("n = 0", "n = 1", "n = 2", "all equal", "all missing");

    private final List<String> lines;

    /** @param rows what the rows are */
    public EdgeTable(String rows) {
        lines = new ArrayList<>(List.of(
                "| " + rows + " | " + String.join(" | ", CASES) + " |", "|---" + "|---".repeat(CASES.size()) + "|"));
    }

    /** The values of a case: 5; 3 and 8; twelve times 5. */
    public static int[] values(String which) {
        return switch (which) {
            case "n = 1" -> new int[] {5};
            case "n = 2" -> new int[] {3, 8};
            case "all equal" -> {
                int[] equal = new int[12];
                Arrays.fill(equal, 5);
                yield equal;
            }
            default -> new int[0];
        };
    }

    /** The same with empty places where values are missing. */
    public static List<OptionalDouble> withGaps(String which) {
        List<OptionalDouble> all = new ArrayList<>();
        for (int value : values(which)) {
            all.add(OptionalDouble.of(value));
        }
        for (int i = 0; which.equals("all missing") && i < 12; i++) {
            all.add(OptionalDouble.empty());
        }
        return all;
    }

    /** A row; what the function returns is put in words, and so is a refusal. */
    public void row(String name, Function<String, Object> function) {
        List<String> cells = new ArrayList<>();
        for (String which : CASES) {
            cells.add(text(() -> function.apply(which)));
        }
        lines.add("| " + name + " | " + String.join(" | ", cells) + " |");
    }

    private static String text(Supplier<Object> result) {
        try {
            return words(result.get());
        } catch (IllegalArgumentException refused) {
            return "refused: " + refused.getMessage();
        }
    }

    private static String words(Object result) {
        if (result instanceof Optional<?> o) {
            return o.map(EdgeTable::words).orElse("none");
        }
        if (result instanceof OptionalDouble o) {
            return o.isPresent() ? words(o.getAsDouble()) : "none";
        }
        if (result instanceof OptionalInt o) {
            return o.isPresent() ? words((double) o.getAsInt()) : "none";
        }
        if (result instanceof Answer.Refused<?> refused) {
            return refused.why().words();
        }
        if (result instanceof Answer.Given<?> given) {
            return words(given.found());
        }
        if (result instanceof Interval interval) {
            return words(interval.lower()) + " to " + words(interval.upper());
        }
        if (result instanceof double[] numbers) {
            return numbers.length == 0
                    ? "none"
                    : String.join(
                            ", ",
                            Arrays.stream(numbers)
                                    .distinct()
                                    .mapToObj(EdgeTable::words)
                                    .toList());
        }
        if (result instanceof List<?> found) {
            return found.isEmpty() ? "none found" : found.size() + " found";
        }
        if (result instanceof Double number) {
            assertThat(number).isFinite();
            return new BigDecimal(number)
                    .round(new MathContext(4))
                    .stripTrailingZeros()
                    .add(BigDecimal.ZERO)
                    .toPlainString();
        }
        if (result instanceof Boolean yes) {
            return yes ? "yes" : "no";
        }
        if (result instanceof String text) {
            return text.isEmpty() ? "none found" : text;
        }
        return result.toString().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Holds the table to what stands on the page between its two marks. */
    public void holds(String name) {
        assertThat(lines.toString()).doesNotContain("NaN", "Infinity", "null", "Optional");
        HeldTable.holds(PAGE, name, lines);
    }
}
