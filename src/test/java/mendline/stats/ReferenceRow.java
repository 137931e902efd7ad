package mendline.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One line of a reference file, by column. */
record ReferenceRow(Map<String, String> cells) {

    static List<ReferenceRow> of(String name) {
        try (InputStream in = ReferenceRow.class.getResourceAsStream("/reference/" + name + ".csv")) {
            List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            assertThat(lines.get(0)).startsWith("# source: ");
            String[] columns = lines.get(1).split(",");
            List<ReferenceRow> rows = new ArrayList<>();
            for (String line : lines.subList(2, lines.size())) {
                String[] cells = line.split(",", -1);
                assertThat(cells).as(line).hasSameSizeAs(columns);
                Map<String, String> byColumn = new LinkedHashMap<>();
                for (int i = 0; i < columns.length; i++) {
                    byColumn.put(columns[i], cells[i]);
                }
                rows.add(new ReferenceRow(byColumn));
            }
            assertThat(rows).as(name).isNotEmpty();
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String text(String column) {
        return cells.get(column);
    }

    double number(String column) {
        return Double.parseDouble(cells.get(column));
    }

    int whole(String column) {
        return (int) number(column);
    }

    double[] numbers(String column) {
        return Arrays.stream(cells.get(column).split(" "))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    static double[][] design(List<ReferenceRow> rows) {
        return rows.stream().map(row -> row.numbers("design")).toArray(double[][]::new);
    }

    static double[] responses(List<ReferenceRow> rows) {
        return rows.stream().mapToDouble(row -> row.number("response")).toArray();
    }
}
