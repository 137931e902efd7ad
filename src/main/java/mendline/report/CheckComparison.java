package mendline.report;

import static mendline.report.TextTables.numbers;
import static mendline.report.TextTables.row;
import static mendline.report.TextTables.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import mendline.model.Intake;
import mendline.model.RowAccount;

/** This check beside the one before it: what was read, which problems came and went, and which checks changed their verdict. */
final class CheckComparison {
    private final PreviousCheck before;
    private final Intake intake;

    private CheckComparison(PreviousCheck before, Intake intake) {
        this.before = before;
        this.intake = intake;
    }

    static List<Block> of(PreviousCheck before, Intake intake, List<Check> attention) {
        CheckComparison comparison = new CheckComparison(before, intake);
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Paragraph("Since the previous check.", comparison.verdicts(attention)));
        blocks.add(comparison.table());
        return blocks;
    }

    /** Rows by what became of them, as {@code check.json} and the comparison name it. */
    static SortedMap<String, Long> rows(RowAccount account) {
        SortedMap<String, Long> rows = new TreeMap<>();
        rows.put("read", account.read());
        rows.put("used", account.used());
        rows.put("duplicate", account.duplicate());
        rows.put("set_aside", account.setAsideTotal());
        return rows;
    }

    /** Problems by the key of their code. */
    static SortedMap<String, Long> problems(Intake intake) {
        SortedMap<String, Long> now = new TreeMap<>();
        intake.problemCounts().forEach((code, count) -> now.put(code.key(), count));
        return now;
    }

    private String verdicts(List<Check> attention) {
        Set<String> now = new TreeSet<>();
        attention.forEach(check -> now.add(check.id()));
        Set<String> fresh = new TreeSet<>(now);
        fresh.removeAll(before.attention().keySet());
        Set<String> settled = new TreeSet<>(before.attention().keySet());
        settled.removeAll(now);
        return "Newly in need of attention: " + named(fresh) + ". No longer: " + named(settled) + ".";
    }

    private static String named(Set<String> checks) {
        return checks.isEmpty()
                ? "none"
                : Written.list(checks.stream().map(Written::words).toList());
    }

    private Block table() {
        List<Block.Row> rows = new ArrayList<>();
        if (!before.rows().isEmpty()) {
            SortedMap<String, Long> now = rows(intake.rows());
            for (String what : List.of("read", "used", "duplicate", "set_aside")) {
                rows.add(line("Rows " + Written.words(what), before.rows(), now, what));
            }
        }
        if (!before.rows().isEmpty() || !before.scores().isEmpty()) {
            for (String measure : keys(before.scores(), intake.scoreCounts())) {
                rows.add(line("Scores of " + measure, before.scores(), intake.scoreCounts(), measure));
            }
        }
        SortedMap<String, Long> now = problems(intake);
        for (String code : keys(before.problems(), now)) {
            rows.add(line(Written.sentence(Written.words(code)), before.problems(), now, code));
        }
        return new Block.Table(
                "The previous check (data up to " + before.asOf().orElse("no date") + ") and this one",
                List.of(words("What", 60), numbers("Before", 20), numbers("Now", 20)),
                rows);
    }

    private static Set<String> keys(Map<String, Long> one, Map<String, Long> other) {
        Set<String> keys = new TreeSet<>(one.keySet());
        keys.addAll(other.keySet());
        return keys;
    }

    private static Block.Row line(String name, Map<String, Long> before, Map<String, Long> now, String key) {
        return row(name, Written.count(before.getOrDefault(key, 0L)), Written.count(now.getOrDefault(key, 0L)));
    }
}
