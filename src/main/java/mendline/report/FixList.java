package mendline.report;

import static mendline.report.TextTables.numbers;
import static mendline.report.TextTables.row;
import static mendline.report.TextTables.words;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import mendline.model.Intake;
import mendline.model.Problem;
import mendline.model.ProblemCode;
import mendline.model.Severity;

/** What to correct, place by place: for each kind of problem the files, columns and lines, never what stands there. Notes need no correcting. */
final class FixList {
    private static final int PLACES_LISTED = 20;
    private static final int SPANS_LISTED = 25;

    private FixList() {}

    private record Place(String file, String column) implements Comparable<Place> {
        private static final Comparator<Place> ORDER =
                Comparator.comparing(Place::file).thenComparing(Place::column);

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }
    }

    static Page page(Intake intake, int number) {
        SortedMap<ProblemCode, SortedMap<Place, List<Long>>> places =
                new TreeMap<>(Comparator.comparing(ProblemCode::severity).thenComparing(Comparator.naturalOrder()));
        for (Problem problem : intake.problems()) {
            if (problem.code().severity() != Severity.NOTE) {
                places.computeIfAbsent(problem.code(), code -> new TreeMap<>())
                        .computeIfAbsent(new Place(problem.file(), problem.column()), place -> new ArrayList<>())
                        .add(problem.line());
            }
        }
        List<Block> blocks = new ArrayList<>();
        long found = 0;
        for (Map.Entry<ProblemCode, SortedMap<Place, List<Long>>> entry : places.entrySet()) {
            long counted = intake.problemCounts().getOrDefault(entry.getKey(), 0L);
            found += counted;
            kind(entry.getKey(), counted, entry.getValue(), blocks);
        }
        if (places.isEmpty()) {
            blocks.add(new Block.Paragraph("Nothing.", "No error and no warning was found; notes need no correcting."));
        } else {
            blocks.add(new Block.Note(
                    "Lines are those of the file, its first line being 1; a row that goes over several lines "
                            + "is named by its first. What stands in a cell is never repeated here. Every place is in "
                            + "internal/problems.csv; each problem has a page with an example in the program's folder, "
                            + CheckReport.PAGES_OF_PROBLEMS + "."));
        }
        return new Page(
                "fix_list",
                number,
                "What to correct",
                places.isEmpty()
                        ? "Nothing needs correcting"
                        : Written.some(found, "place needs", "places need") + " a look, of "
                                + Written.some(places.size(), "kind", "kinds"),
                "Errors first, then warnings; corrected in the source system or explained in the profile",
                blocks);
    }

    private static void kind(ProblemCode code, long counted, SortedMap<Place, List<Long>> places, List<Block> blocks) {
        blocks.add(new Block.Paragraph(
                Written.sentence(Written.words(code.key())) + " ("
                        + code.severity().key() + ", " + Written.count(counted) + ").",
                code.remedy() + " More in " + code.key() + ".md."));
        List<Block.Row> rows = new ArrayList<>();
        for (Map.Entry<Place, List<Long>> place : places.entrySet()) {
            if (rows.size() == PLACES_LISTED) {
                break;
            }
            String column = place.getKey().column();
            rows.add(row(
                    place.getKey().file(),
                    column.isEmpty() ? "" : column,
                    Written.count(place.getValue().size()),
                    lines(place.getValue())));
        }
        blocks.add(new Block.Table(
                places.size() > PLACES_LISTED
                        ? "The first " + PLACES_LISTED + " of " + Written.count(places.size()) + " files and columns"
                        : "Where: " + Written.words(code.key()),
                List.of(words("File", 34), words("Column", 22), numbers("n", 8), words("Lines", 36)),
                rows));
    }

    /** Lines in order, neighbours as spans: {@code 3, 7-9 and 12 more}. */
    static String lines(List<Long> lines) {
        List<Long> sorted =
                lines.stream().filter(line -> line > 0).distinct().sorted().toList();
        if (sorted.isEmpty()) {
            return "the whole file";
        }
        List<String> spans = new ArrayList<>();
        int told = 0;
        while (told < sorted.size() && spans.size() < SPANS_LISTED) {
            int last = told;
            while (last + 1 < sorted.size() && sorted.get(last + 1) == sorted.get(last) + 1) {
                last++;
            }
            spans.add(last == told ? sorted.get(told).toString() : sorted.get(told) + "–" + sorted.get(last));
            told = last + 1;
        }
        return String.join(", ", spans)
                + (told < sorted.size() ? " and " + Written.count(sorted.size() - told) + " more" : "");
    }
}
