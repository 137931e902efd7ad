package mendline.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** A file of reference values: the first line names its source, the second its columns. */
public final class Reference {
    private Reference() {}

    /** One line, by column. */
    record Row(Map<String, String> cells) {
        String text(String column) {
            return cells.get(column);
        }

        boolean has(String column) {
            return !cells.get(column).isEmpty();
        }

        double number(String column) {
            return switch (cells.get(column)) {
                case "Inf" -> Double.POSITIVE_INFINITY;
                default -> Double.parseDouble(cells.get(column));
            };
        }

        long whole(String column) {
            return (long) number(column);
        }

        /** Numbers between spaces; nothing between two spaces is a missing one. */
        List<OptionalDouble> series(String column) {
            List<OptionalDouble> series = new ArrayList<>();
            for (String value : cells.get(column).split(" ", -1)) {
                series.add(value.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(value)));
            }
            return series;
        }
    }

    static List<Row> rows(String name) {
        return byColumn(name).stream().map(Row::new).toList();
    }

    /** The lines of a file by column; refuses a file that names no source, a ragged line and an empty file. */
    public static List<Map<String, String>> byColumn(String name) {
        try (InputStream in = Reference.class.getResourceAsStream("/reference/" + name + ".csv")) {
            List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            assertThat(lines.get(0)).startsWith("# source: ");
            String[] columns = lines.get(1).split(",");
            List<Map<String, String>> rows = new ArrayList<>();
            for (String line : lines.subList(2, lines.size())) {
                String[] cells = line.split(",", -1);
                assertThat(cells).as(line).hasSameSizeAs(columns);
                Map<String, String> byColumn = new LinkedHashMap<>();
                for (int i = 0; i < columns.length; i++) {
                    byColumn.put(columns[i], cells[i]);
                }
                rows.add(byColumn);
            }
            assertThat(rows).as(name).isNotEmpty();
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same as plain cells in the order of the columns. */
    public static List<String[]> cells(String name) {
        return byColumn(name).stream()
                .map(row -> row.values().toArray(new String[0]))
                .toList();
    }

    /** Agreement to nine digits. */
    static void same(double actual, double expected, Object where) {
        assertThat(Math.abs(actual - expected))
                .as("%s: %s should be %s", where, actual, expected)
                .isLessThanOrEqualTo(1e-9 * Math.max(Math.abs(expected), 1e-3));
    }
}
