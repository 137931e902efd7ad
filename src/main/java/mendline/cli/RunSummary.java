package mendline.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import mendline.model.InputFile;
import mendline.model.Intake;
import mendline.model.ProblemCode;
import mendline.model.RowAccount;
import mendline.model.Severity;
import mendline.report.CheckReport;

/** The few lines that a run prints when it is done. Plain ASCII, since nobody knows what a terminal can show. */
final class RunSummary {
    private static final int FILES_TOLD = 50;

    private RunSummary() {}

    /** Where the report is, and what became of the rows. */
    static List<String> report(Intake intake, Path place) {
        List<String> lines = new ArrayList<>();
        lines.add("Report:   " + place.resolve("report.pdf"));
        lines.add("          internal/ beside it names client codes and is not for sharing");
        lines.add("Rows:     " + rows(intake.rows()));
        if (intake.asOf().isPresent()) {
            lines.add("Data:     up to " + LocalDate.ofEpochDay(intake.asOf().getAsInt()));
        }
        lines.add("Problems: " + problemTotals(intake));
        return lines;
    }

    /** That figures are withheld because an earlier report lies beside this one; empty where none is. */
    static Optional<String> differenced(int figures) {
        return figures == 0
                ? Optional.empty()
                : Optional.of("mendline: " + counted(figures, "figure") + (figures == 1 ? " is" : " are")
                        + " withheld because an earlier report lies in the same folder: subtracting what it shows would"
                        + " leave a small number of people");
    }

    /** Where the check is, and how many problems it lists. */
    static List<String> check(Intake intake, Path place) {
        return List.of(
                "Check:    " + place.resolve("check.html"),
                "Rows:     " + rows(intake.rows()),
                "Problems: " + problemTotals(intake)
                        + (intake.problemCounts().isEmpty() ? "" : ", explained in " + CheckReport.PAGES_OF_PROBLEMS));
    }

    /** One line a kind of problem, errors first, then by how many: how often and what to do. */
    static List<String> problems(Intake intake) {
        List<String> lines = new ArrayList<>();
        intake.problemCounts().entrySet().stream()
                .sorted(Comparator.comparing(
                                (Map.Entry<ProblemCode, Long> e) -> e.getKey().severity())
                        .thenComparing(Map.Entry::getValue, Comparator.reverseOrder())
                        .thenComparing(Map.Entry::getKey))
                .forEach(e -> lines.add(
                        e.getKey().severity().key() + ": " + e.getKey().key() + ", " + number(e.getValue()) + ": "
                                + e.getKey().remedy()));
        return lines;
    }

    /** What was read, file by file. */
    static List<String> details(Intake intake) {
        List<String> lines = new ArrayList<>();
        for (InputFile file :
                intake.files().subList(0, Math.min(FILES_TOLD, intake.files().size()))) {
            lines.add("read: " + file.name() + ", " + counted(file.rows(), "row"));
        }
        if (intake.files().size() > FILES_TOLD) {
            lines.add("read: " + (intake.files().size() - FILES_TOLD) + " more files");
        }
        lines.add("columns understood: " + words(intake.columnsFound()));
        lines.add("columns ignored: " + words(intake.ignoredColumns()));
        lines.replaceAll(TerminalText::of);
        return lines;
    }

    private static String rows(RowAccount rows) {
        StringBuilder text = new StringBuilder(number(rows.read()))
                .append(" read: ")
                .append(number(rows.used()))
                .append(" used, ")
                .append(counted(rows.duplicate(), "duplicate"))
                .append(", ")
                .append(number(rows.setAsideTotal()))
                .append(" set aside");
        if (rows.setAsideTotal() > 0) {
            List<String> reasons = new ArrayList<>();
            rows.setAside().forEach((code, count) -> reasons.add(number(count) + " " + code.key()));
            text.append(" (").append(String.join(", ", reasons)).append(")");
        }
        return text.toString();
    }

    private static String problemTotals(Intake intake) {
        if (intake.problemCounts().isEmpty()) {
            return "none";
        }
        return counted(total(intake.problemCounts(), Severity.ERROR), "error") + ", "
                + counted(total(intake.problemCounts(), Severity.WARNING), "warning") + ", "
                + counted(total(intake.problemCounts(), Severity.NOTE), "note") + "; listed in internal/problems.csv";
    }

    private static long total(SortedMap<ProblemCode, Long> counts, Severity severity) {
        return counts.entrySet().stream()
                .filter(e -> e.getKey().severity() == severity)
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private static String words(List<String> words) {
        return words.isEmpty() ? "none" : String.join(", ", words);
    }

    private static String counted(long count, String what) {
        return number(count) + " " + what + (count == 1 ? "" : "s");
    }

    private static String number(long count) {
        return String.format(Locale.UK, "%,d", count);
    }
}
