package mendline.report;

import static mendline.report.LandmarkGroups.ALL;
import static mendline.report.LandmarkGroups.POINT;
import static mendline.report.TextTables.numbers;
import static mendline.report.TextTables.row;
import static mendline.report.TextTables.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mendline.aggregate.GroupContrasts;
import mendline.aggregate.LandmarkRecovery;
import mendline.aggregate.ModelRow;
import mendline.aggregate.Ratio;
import mendline.aggregate.WithinBetween;
import mendline.detect.LandmarkGroup;
import mendline.report.Block.Row;
import mendline.report.Ledger.Entry;
import mendline.stats.Answer;
import mendline.stats.Interval;
import mendline.stats.LinearEstimate;
import mendline.stats.PAdjust;
import mendline.stats.Refusal;

/**
 * Other ways to look at repairs and outcomes, for those who ask for them: growth, the state before each score, the
 * alliance within and between courses, and reliable recovery. None is the result of the page, so p is adjusted over all.
 */
final class OtherModels {
    private static final int COURSES_FOR_WITHIN = 50;

    private final ReportInput in;
    private final LandmarkGroups groups;
    private final Ledger ledger;
    private final List<Line> lines = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    /** An estimate as it will stand in the table. */
    private record Line(
            String id, String what, String model, long n, double value, Interval interval, double p, String unit) {}

    private OtherModels(ReportInput in, LandmarkGroups groups, Ledger ledger) {
        this.in = in;
        this.groups = groups;
        this.ledger = ledger;
    }

    static List<Block> of(ReportInput in, LandmarkGroups groups, Ledger ledger) {
        return new OtherModels(in, groups, ledger).blocks();
    }

    private List<Block> blocks() {
        List<ModelRow> rows = in.summary().modelRows().rows();
        contrasts(
                "growth",
                "Growth after session " + groups.landmark(),
                "points a session",
                GroupContrasts.growth(rows, groups.fewest()));
        contrasts("state", "State before each score", "points", GroupContrasts.states(rows, groups.fewest()));
        within(WithinBetween.of(rows));
        LandmarkRecovery recovery = LandmarkRecovery.of(
                in.summary().landmarkRows(), in.instruments().primary().orElseThrow());
        odds(recovery);
        List<Block> blocks = new ArrayList<>();
        if (!lines.isEmpty()) {
            blocks.add(table());
        }
        if (!recovery.recovered().isEmpty()) {
            notes.add(recovered(recovery));
        }
        blocks.add(new Block.Paragraph(
                "What these are.",
                "Growth is the difference in improvement a session. State sets scores against each other by where the "
                        + "alliance stood before them, so that nobody has to stay in order to count as repaired. p is "
                        + "adjusted for so many looks (Benjamini and Hochberg). " + String.join(" ", notes)));
        return blocks;
    }

    private Block table() {
        double[] adjusted =
                PAdjust.benjaminiHochberg(lines.stream().mapToDouble(Line::p).toArray());
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < adjusted.length; i++) {
            Line line = lines.get(i);
            ledger.estimate(
                    new Entry("model_" + line.id(), line.model() + ", " + line.unit(), ALL, line.what()),
                    line.n(),
                    line.value(),
                    Optional.of(line.interval()),
                    line.unit());
            String p = ledger.number(
                    new Entry(
                            "model_p_" + line.id(),
                            line.model() + ", p after Benjamini and Hochberg",
                            ALL,
                            line.what()),
                    adjusted[i],
                    3,
                    "p");
            rows.add(row(
                    line.model() + ": " + line.what(),
                    Written.decimal(line.value(), 2),
                    Written.interval(line.interval().lower(), line.interval().upper(), 2),
                    line.unit(),
                    adjusted[i] < 0.001 ? "<0.001" : p));
        }
        return new Block.Table(
                "Other ways to look at it (none is the result of this page)",
                List.of(
                        words("Model: first against second", 49),
                        numbers("Estimate", 9),
                        numbers("95 % interval", 15),
                        numbers("In", 18),
                        numbers("p (BH)", 9)),
                rows);
    }

    private void contrasts(String id, String model, String unit, Answer<GroupContrasts> answer) {
        if (answer.value().isEmpty()) {
            notes.add(model + " is not shown: " + why(answer.refusal().orElseThrow(), groups.fewest(), 30) + ".");
            return;
        }
        GroupContrasts found = answer.orElseThrow();
        for (LandmarkContrast contrast : LandmarkContrast.values()) {
            LinearEstimate estimate = found.difference(contrast.first(), contrast.second());
            lines.add(new Line(
                    id + "_" + contrast.id(),
                    contrast.smallWords(),
                    model,
                    found.courses(),
                    estimate.value() / POINT,
                    LandmarkGroups.points(estimate.interval()),
                    estimate.p(),
                    unit));
        }
        notes.add(model + ": " + counts(id, found.courses(), "courses") + " courses, "
                + counts(id, found.scores(), "scores") + " scores, REML with a random "
                + (found.interceptOnly() ? "intercept only (a slope could not be told)" : "intercept and slope") + ", "
                + errors(id, found.therapists()) + ".");
    }

    private void within(Answer<WithinBetween> answer) {
        String model = "Alliance and next score";
        if (answer.value().isEmpty()) {
            notes.add(model + " is not shown: "
                    + why(answer.refusal().orElseThrow(), groups.fewest(), COURSES_FOR_WITHIN) + ".");
            return;
        }
        WithinBetween found = answer.orElseThrow();
        within("within", "one point above the course's own line", found.within(), found);
        within("within_alone", "the same, present score not given", found.withinAlone(), found);
        within("between", "one point higher mean of the course", found.between(), found);
        within("between_alone", "the same, present score not given", found.betweenAlone(), found);
        notes.add(
                model + ": " + counts("within", found.courses(), "courses") + " courses, "
                        + counts("within", found.pairs(), "scores") + " pairs of sessions, "
                        + errors("within", found.therapists())
                        + "; with the present score given, short courses bias it, without, the alliance carries what that score said.");
    }

    private void within(String id, String what, LinearEstimate estimate, WithinBetween found) {
        lines.add(new Line(
                id,
                what,
                "Alliance and next score",
                found.courses(),
                estimate.value(),
                estimate.interval(),
                estimate.p(),
                "points a point"));
    }

    private void odds(LandmarkRecovery recovery) {
        String model = "Reliable recovery";
        if (recovery.contrasts().value().isEmpty()) {
            Refusal refusal = recovery.contrasts().refusal().orElseThrow();
            notes.add(model + " is not modelled: "
                    + (refusal == Refusal.TOO_FEW_GROUPS
                            ? "a group has no course on the clinical side of the cut-off at session "
                                    + groups.landmark()
                            : refusal.words())
                    + ".");
            return;
        }
        boolean profile = true;
        for (LandmarkRecovery.Odds odds : recovery.contrasts().orElseThrow()) {
            LandmarkContrast contrast = LandmarkContrast.of(odds.first(), odds.second());
            long n = recovery.recovered().values().stream()
                    .mapToLong(Ratio::denominator)
                    .sum();
            profile &= odds.profile();
            lines.add(new Line(
                    "odds_" + contrast.id(),
                    contrast.smallWords(),
                    model,
                    n,
                    odds.ratio(),
                    odds.limits(),
                    odds.logOdds().p(),
                    "odds ratio"));
            LinearEstimate risk = odds.riskDifference();
            lines.add(new Line(
                    "risk_" + contrast.id(),
                    contrast.smallWords(),
                    model,
                    n,
                    risk.value(),
                    risk.interval(),
                    risk.p(),
                    "share"));
        }
        notes.add(model + ": logistic regression on the score at session " + groups.landmark() + " and group, "
                + (profile ? "profile" : "Wald") + " limits; shares are standardised over all these courses.");
    }

    private String recovered(LandmarkRecovery recovery) {
        List<String> said = new ArrayList<>();
        for (LandmarkGroup group : LandmarkGroup.values()) {
            Ratio ratio = recovery.recovered().getOrDefault(group, new Ratio(0, 0));
            String counts = ledger.counts(
                    LandmarkGroups.entry("recovered", group, "Reliably recovered after the landmark"), ratio);
            said.add((ratio.denominator() == 0 ? "none there" : counts) + " ("
                    + LandmarkContrast.small(LandmarkContrast.named(group)) + ")");
        }
        return "Of courses on the clinical side of the cut-off at session " + groups.landmark()
                + ", reliably recovered by their last score: " + Written.list(said) + ".";
    }

    private String counts(String id, long n, String unit) {
        return ledger.count(new Entry("model_" + unit + "_" + id, "Behind the model, " + unit, ALL, id), n, unit);
    }

    private String errors(String id, int therapists) {
        return therapists > 0
                ? "errors CR2 by " + counts(id, therapists, "therapists") + " therapists"
                : "errors of the model, courses taken as independent";
    }

    private static String why(Refusal refusal, long fewest, int courses) {
        return refusal == Refusal.TOO_FEW_GROUPS
                ? "it needs " + courses + " courses with enough scores, and " + fewest + " of each group"
                : refusal.words();
    }
}
