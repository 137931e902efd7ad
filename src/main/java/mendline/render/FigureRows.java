package mendline.render;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import mendline.report.DataTable;
import mendline.report.FigureRow;

/** Every number of a report as a table. */
public final class FigureRows {
    private static final List<String> HEADER = List.of(
            "figure_id",
            "page",
            "label",
            "period",
            "group",
            "n",
            "denominator",
            "value",
            "lower",
            "upper",
            "unit",
            "state");
    private static final String SUPPRESSED = "*";

    private FigureRows() {}

    /** The table in the order given; a suppressed number is a star, a missing one is empty. */
    public static DataTable table(List<FigureRow> rows) {
        return new DataTable(HEADER, rows.stream().map(FigureRows::cells).toList());
    }

    private static List<String> cells(FigureRow row) {
        boolean hidden = row.state() == FigureRow.State.SUPPRESSED;
        return List.of(
                row.id(),
                row.page(),
                row.label(),
                row.period(),
                row.group(),
                hidden ? SUPPRESSED : text(row.n()),
                hidden ? SUPPRESSED : text(row.denominator()),
                hidden ? SUPPRESSED : text(row.value()),
                hidden ? SUPPRESSED : text(row.lower()),
                hidden ? SUPPRESSED : text(row.upper()),
                row.unit(),
                row.state().key());
    }

    static String text(OptionalLong number) {
        return number.isPresent() ? Long.toString(number.getAsLong()) : "";
    }

    static String text(OptionalDouble number) {
        return number.isPresent() ? Numerals.exact(number.getAsDouble()) : "";
    }
}
