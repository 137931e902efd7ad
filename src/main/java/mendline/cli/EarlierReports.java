package mendline.cli;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import mendline.model.SuppressionScheme;
import mendline.report.DataTable;
import mendline.report.ShownBefore;
import mendline.report.ShownBefore.Count;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads what reports in the same folder show, so that a new one does not let a small count be worked out by subtracting.
 * Reports without a scheme of suppression are taken as kept inside the practice.
 */
final class EarlierReports {
    /** What a report's figures were withheld for; kept with it, so that replacing it twice gives nothing away. */
    static final String MEMORY = "withheld.csv";

    private static final List<String> HEADER = List.of("label", "unit", "group", "part", "period", "shown", "report");

    private static final String PERIOD = "\\d{4}-\\d{2}(_\\d{4}-\\d{2})?|all";

    private EarlierReports() {}

    /** The counts of all reports beside the one at {@code place}, and of the one that it replaces. */
    static ShownBefore beside(Path place, SuppressionScheme scheme) throws IOException {
        Path folder = place.toAbsolutePath().getParent();
        if (scheme == SuppressionScheme.NONE || folder == null || !Files.isDirectory(folder)) {
            return ShownBefore.NONE;
        }
        List<Path> reports;
        try (Stream<Path> all = Files.list(folder)) {
            reports = all.filter(path -> path.getFileName().toString().matches(PERIOD))
                    .sorted()
                    .toList();
        }
        List<Count> counts = new ArrayList<>();
        for (Path report : reports) {
            if (suppressed(report.resolve("manifest.json"))) {
                String name = report.getFileName().toString();
                figures(report.resolve("figures.csv"), name, counts);
                months(report.resolve("monthly.csv"), name, counts);
                memory(report.resolve("internal").resolve(MEMORY), counts);
            }
        }
        return ShownBefore.of(counts);
    }

    /** The file that remembers what figures were withheld for. */
    static DataTable memory(List<Count> counts) {
        return new DataTable(
                HEADER,
                counts.stream()
                        .map(count -> List.of(
                                count.label(),
                                count.unit(),
                                count.group(),
                                count.part(),
                                count.period(),
                                Long.toString(count.count()),
                                count.report()))
                        .toList());
    }

    private static boolean suppressed(Path manifest) throws IOException {
        if (!Files.isRegularFile(manifest)) {
            return false;
        }
        try {
            JsonNode scheme = new ObjectMapper()
                    .readTree(manifest.toFile())
                    .path("configuration")
                    .path("report")
                    .path("suppression");
            return scheme.isTextual() && !scheme.asText().equals(SuppressionScheme.NONE.key());
        } catch (JacksonException e) {
            return false;
        }
    }

    private static void figures(Path csv, String report, List<Count> counts) throws IOException {
        for (CSVRecord row : rows(csv, "label", "unit", "group", "period", "n", "denominator")) {
            for (String part : List.of("n", "denominator")) {
                whole(row.get(part), 1)
                        .ifPresent(count -> counts.add(new Count(
                                row.get("label"),
                                row.get("unit"),
                                row.get("group"),
                                part,
                                row.get("period"),
                                count,
                                report)));
            }
        }
    }

    private static void months(Path csv, String report, List<Count> counts) throws IOException {
        for (CSVRecord row : rows(csv, "month", "metric", "numerator", "denominator")) {
            String metric = row.get("metric");
            whole(row.get("numerator"), metric.endsWith("_per_100") ? 100 : 1)
                    .ifPresent(count -> counts.add(ofMonth(metric, "n", row.get("month"), count, report)));
            whole(row.get("denominator"), 1)
                    .ifPresent(count -> counts.add(ofMonth(metric, "denominator", row.get("month"), count, report)));
        }
    }

    private static Count ofMonth(String metric, String part, String month, long count, String report) {
        return new Count(metric, ShownBefore.BY_MONTH, "", part, month, count, report);
    }

    private static void memory(Path csv, List<Count> counts) throws IOException {
        for (CSVRecord row : rows(csv, HEADER.toArray(String[]::new))) {
            whole(row.get("shown"), 1)
                    .ifPresent(count -> counts.add(new Count(
                            row.get("label"),
                            row.get("unit"),
                            row.get("group"),
                            row.get("part"),
                            row.get("period"),
                            count,
                            row.get("report"))));
        }
    }

    /** A whole number of a cell, taken apart by what it was multiplied with; empty for anything else. */
    private static OptionalLong whole(String cell, long times) {
        return cell.matches("\\d{1,15}") ? OptionalLong.of(Long.parseLong(cell) / times) : OptionalLong.empty();
    }

    /** The rows of a file that has these columns; none where it is missing or no such file. */
    private static List<CSVRecord> rows(Path csv, String... columns) throws IOException {
        if (!Files.isRegularFile(csv)) {
            return List.of();
        }
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (BufferedReader reader = Files.newBufferedReader(csv, StandardCharsets.UTF_8);
                CSVParser parser =
                        CSVParser.builder().setReader(reader).setFormat(format).get()) {
            if (!parser.getHeaderNames().containsAll(List.of(columns))) {
                return List.of();
            }
            return parser.getRecords().stream().filter(CSVRecord::isConsistent).toList();
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }
}
