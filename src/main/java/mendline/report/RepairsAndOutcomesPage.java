package mendline.report;

import static mendline.report.LandmarkContrast.named;
import static mendline.report.LandmarkGroups.entry;
import static mendline.report.TextTables.numbers;
import static mendline.report.TextTables.row;
import static mendline.report.TextTables.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mendline.aggregate.LandmarkComparison;
import mendline.detect.LandmarkGroup;
import mendline.report.Block.Row;
import mendline.stats.Answer;
import mendline.stats.Refusal;

/**
 * Page 7, repairs and outcomes: what followed the landmark session, by what had happened to the alliance until then.
 * Groups are fixed at the landmark, so that nobody has to stay longer to count as repaired; even so it is an
 * association and no more.
 */
final class RepairsAndOutcomesPage {
    private final ReportInput in;
    private final Ledger ledger;
    private final LandmarkGroups groups;
    private final Answer<LandmarkComparison> comparison;

    private RepairsAndOutcomesPage(ReportInput in, Ledger ledger) {
        this.in = in;
        this.ledger = ledger;
        this.groups = new LandmarkGroups(in, ledger);
        comparison = in.instruments()
                .primary()
                .map(primary -> LandmarkComparison.of(in.summary().landmarkRows(), primary.better()))
                .orElse(Answer.refused(Refusal.TOO_FEW_ROWS));
    }

    static Page of(ReportInput in, Ledger ledger) {
        return new RepairsAndOutcomesPage(in, ledger.of("repairs_outcomes")).page();
    }

    private Page page() {
        List<Block> blocks = new ArrayList<>();
        Optional<String> missing = missing();
        String title;
        if (missing.isPresent()) {
            title = "Repairs cannot be set beside outcomes in these data";
            blocks.add(new Block.Paragraph("", missing.get()));
        } else if (groups.enough()) {
            title = comparison.value().isPresent()
                    ? adjusted(blocks, comparison.orElseThrow())
                    : PlainDifferences.addTo(
                            blocks, groups, ledger, comparison.refusal().orElseThrow());
        } else {
            title = countsOnly(blocks);
        }
        if (missing.isEmpty()) {
            blocks.add(new Block.Box("Read with care", LandmarkCaveats.of(in, ledger, groups, comparison.value())));
        }
        blocks.add(new Block.Box("What published studies found", LandmarkCaveats.published()));
        return new Page("repairs_outcomes", 7, "Repairs and outcomes", title, subtitle(), blocks);
    }

    private String adjusted(List<Block> blocks, LandmarkComparison found) {
        String title = AdjustedDifferences.addTo(blocks, groups, ledger, found);
        blocks.addAll(WholeCourses.of(in, groups, ledger, found));
        blocks.add(LandmarkSensitivity.of(in, groups, ledger));
        if (in.settings().models()) {
            blocks.addAll(OtherModels.of(in, groups, ledger));
        }
        return title;
    }

    private Optional<String> missing() {
        if (in.instruments().primary().isEmpty()) {
            return Optional.of(
                    "The data hold no outcome measure, so what followed a dip or a repair cannot be measured.");
        }
        if (in.instruments().alliance().isEmpty()) {
            return Optional.of("The data hold no alliance measure, so no dips and no repairs can be found in scores.");
        }
        if (in.instruments().allianceScale().isEmpty()) {
            return Optional.of(
                    "There are too few alliance scores to tell a dip from ordinary ups and downs (at least 10 courses "
                            + "and 40 differences between neighbouring scores are needed), so courses cannot be put "
                            + "into groups.");
        }
        return Optional.empty();
    }

    private String subtitle() {
        return in.instruments()
                .primary()
                .map(yardstick -> yardstick.measure().name() + ", improvement in points after attended session "
                        + groups.landmark() + ", all courses in the data")
                .orElse("All courses in the data");
    }

    private String countsOnly(List<Block> blocks) {
        List<Row> rows = new ArrayList<>();
        long all = 0;
        for (LandmarkGroup group : LandmarkGroup.values()) {
            long n = groups.n(group);
            all += n;
            String text = ledger.count(entry("courses", group, "Courses at the landmark"), n, "courses");
            rows.add(row(named(group), text));
        }
        if (all == 0) {
            blocks.add(new Block.Paragraph(
                    "",
                    "No course yet has an outcome score both by its attended session " + groups.landmark()
                            + " and after it, so there is nothing to set " + "side by side."));
            return "No course has scores on both sides of session " + groups.landmark() + " yet";
        }
        blocks.add(new Block.Paragraph(
                "Too few to compare.",
                "Means are shown only when each of the three groups has at least " + groups.fewest()
                        + " courses. Until then the counts stand alone."));
        blocks.add(new Block.Table(
                "Courses with scores on both sides of session " + groups.landmark(),
                List.of(words("Until session " + groups.landmark(), 70), numbers("Courses", 30)),
                rows));
        List<Row> detectable = new ArrayList<>();
        for (LandmarkContrast contrast : LandmarkContrast.values()) {
            long first = groups.n(contrast.first());
            long second = groups.n(contrast.second());
            if (first >= 2 && second >= 2 && ledger.enough(first) && ledger.enough(second)) {
                detectable.add(row(contrast.words(), groups.detectable(contrast)));
            }
        }
        if (!detectable.isEmpty()) {
            blocks.add(new Block.Table(
                    "How large a difference would have to be to be seen",
                    List.of(words("First against second", 60), numbers("Standard deviations of improvement", 40)),
                    detectable));
        }
        blocks.add(new Block.Note(
                "With 10 courses against 10, a difference of about 1.3 standard deviations is the smallest that would "
                        + "be seen four times in five. That would be unusually large."));
        return "Too few courses to set repairs beside outcomes";
    }
}
