package mendline.stats;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** One line of a reference file, by column. */
record ReferenceRow(Map<String, String> cells) {

    static List<ReferenceRow> of(String name) {
        return Reference.byColumn(name).stream().map(ReferenceRow::new).toList();
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
