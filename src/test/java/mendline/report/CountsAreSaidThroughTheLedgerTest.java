package mendline.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A count that goes round the ledger is not withheld where the practice asks for small counts to be. In the pages of the
 * report it is written with {@code Ledger.count}, {@code said} or {@code some}; a number with nobody behind it, and the words
 * about a chart that {@link SharedCharts} replaces, are listed here.
 */
class CountsAreSaidThroughTheLedgerTest {
    private static final Set<String> NOT_IN_THE_SHARED_REPORT = Set.of(
            "Written.java",
            "Ledger.java",
            "SharedCharts.java",
            "CheckReport.java",
            "Checks.java",
            "CheckComparison.java",
            "Completeness.java",
            "FixList.java",
            "TotalsTold.java",
            "ConversationReport.java");

    /** By file, how many numbers with nobody behind them, or of charts' descriptions, it writes. */
    private static final Map<String, Integer> NOBODY = new TreeMap<>(Map.ofEntries(
            Map.entry("ActivityPage.java", 1),
            Map.entry("Bars.java", 1),
            Map.entry("BeforeAfter.java", 1),
            Map.entry("ChanceWords.java", 1),
            Map.entry("CurveWords.java", 2),
            Map.entry("Curves.java", 1),
            Map.entry("DataQualityPage.java", 4),
            Map.entry("HeadlinesPage.java", 1),
            Map.entry("MethodPage.java", 1),
            Map.entry("MonthCharts.java", 4),
            Map.entry("RareEvents.java", 1),
            Map.entry("SitesPage.java", 3),
            Map.entry("SummaryTablePage.java", 7)));

    @Test
    void orHaveNobodyBehindThem() throws IOException {
        Map<String, Integer> found = new TreeMap<>();
        try (Stream<Path> files = Files.list(Path.of("src/main/java/mendline/report"))) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                List<String> pieces = List.of(Files.readString(file).split("Written\\.(?:count|some)\\(", -1));
                if (!NOT_IN_THE_SHARED_REPORT.contains(name) && pieces.size() > 1) {
                    found.put(name, pieces.size() - 1);
                }
            }
        }
        assertThat(found)
                .as("Counts of people, courses and sessions go through Ledger.count, said or some")
                .isEqualTo(NOBODY);
    }
}
