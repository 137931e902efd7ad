package mendline.ingest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which columns of an unknown file mean what, if it is one of courses: one row for each referral, case or client, with the
 * day of referral or of discharge.
 *
 * @param columns place in the file of each column
 * @param values by our word for an ending the known words that occur
 */
record CourseSketch(Map<CourseColumn, Integer> columns, Map<String, String> values) {
    private static final Map<CourseColumn, List<String>> NAMES = Map.of(
            CourseColumn.END,
            List.of(
                    "end",
                    "enddate",
                    "servdischdate",
                    "dischargedate",
                    "datedischarged",
                    "dateofdischarge",
                    "discharged",
                    "closedate",
                    "dateclosed",
                    "closed"),
            CourseColumn.START,
            List.of("start", "startdate", "datestarted", "treatmentstart", "opened", "dateopened"));

    CourseSketch {
        columns = Map.copyOf(columns);
        values = Map.copyOf(values);
    }

    /** Empty where the file is none of courses. */
    static Optional<CourseSketch> of(FileSketch file) {
        Map<CourseColumn, Integer> columns = new LinkedHashMap<>();
        boolean sessions = !file.where(i ->
                        ExportHeaders.rank(Column.SESSION_DATE, file.names().get(i)) >= 0
                                && !NAMES.get(CourseColumn.START)
                                        .contains(
                                                ExportHeaders.plain(file.names().get(i)))
                                && file.columns().get(i).anyDates())
                .isEmpty();
        for (CourseColumn column : CourseColumn.values()) {
            best(file, column).ifPresent(place -> columns.put(column, place));
        }
        Optional<Integer> id = Optional.ofNullable(columns.get(CourseColumn.COURSE_ID))
                .or(() -> Optional.ofNullable(columns.get(CourseColumn.CLIENT_ID)));
        boolean dated = columns.containsKey(CourseColumn.REFERRAL_DATE) || columns.containsKey(CourseColumn.END);
        if (sessions || !dated || id.isEmpty()) {
            return Optional.empty();
        }
        ColumnSketch ids = file.columns().get(id.get());
        if (ids.filled() == 0 || ids.codes().size() * 10L < ids.filled() * 8) {
            return Optional.empty();
        }
        Map<String, String> values = Optional.ofNullable(columns.get(CourseColumn.COURSE_END))
                .map(place ->
                        ExportWords.occurring(Column.COURSE_END, file.columns().get(place)))
                .orElse(Map.of());
        return Optional.of(new CourseSketch(columns, values));
    }

    private static Optional<Integer> best(FileSketch file, CourseColumn column) {
        Optional<Integer> best = Optional.empty();
        for (int i : file.where(i -> fits(column, file.columns().get(i)))) {
            int rank = rank(column, file.names().get(i));
            if (rank >= 0 && (best.isEmpty() || rank < rank(column, file.names().get(best.get())))) {
                best = Optional.of(i);
            }
        }
        return best;
    }

    private static int rank(CourseColumn column, String name) {
        return NAMES.containsKey(column)
                ? NAMES.get(column).indexOf(ExportHeaders.plain(name))
                : ExportHeaders.rank(Column.named(column.key()).orElseThrow(), name);
    }

    private static boolean fits(CourseColumn column, ColumnSketch sketch) {
        return switch (column) {
            case CLIENT_ID, COURSE_ID, THERAPIST_ID, SITE -> sketch.filled() > 0 && sketch.personalPercent() < 20;
            case REFERRAL_DATE, START, END -> sketch.anyDates();
            case COURSE_END -> sketch.filled() > 0 && !sketch.tooMany();
        };
    }

    /** The column of dates by which their order is told. */
    int date() {
        return columns.getOrDefault(CourseColumn.END, columns.getOrDefault(CourseColumn.REFERRAL_DATE, -1));
    }

    /** The file's own names of the columns, by ours. */
    Map<String, String> names(FileSketch file) {
        Map<String, String> names = new LinkedHashMap<>();
        for (CourseColumn column : CourseColumn.values()) {
            if (columns.containsKey(column)) {
                names.put(column.key(), file.names().get(columns.get(column)));
            }
        }
        return names;
    }

    /** What nobody can know from the file. */
    List<String> undecided(FileSketch file) {
        List<String> undecided = new ArrayList<>();
        if (columns.containsKey(CourseColumn.COURSE_END)) {
            int place = columns.get(CourseColumn.COURSE_END);
            int all = file.columns().get(place).words().size();
            int known = values.size();
            if (known < all) {
                undecided.add("course_end: " + (all - known) + " of the words in \""
                        + file.names().get(place) + "\" are not known; say what they mean under values");
            }
        }
        return undecided;
    }
}
