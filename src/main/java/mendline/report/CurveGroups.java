package mendline.report;

import static mendline.report.TextTables.numbers;
import static mendline.report.TextTables.row;
import static mendline.report.TextTables.words;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import mendline.aggregate.CurveGroup;
import mendline.aggregate.Topic;
import mendline.model.CurveSettings;
import mendline.model.Period;
import mendline.report.Ledger.Entry;
import mendline.stats.KaplanMeier;
import mendline.stats.LogRank;

/**
 * Groups of first setbacks beside each other, where the profile asks for them: the median of each and one test. Groups
 * stand in the order of the alphabet, were fixed at or before time 0, and are shown from ten setbacks and, where they are
 * sites or recorded groups, five therapists on.
 */
final class CurveGroups {
    private final ReportInput in;
    private final Period year;
    private final Ledger page;
    private final CurveSettings settings;
    private final String by;

    private CurveGroups(ReportInput in, Period year, Ledger page) {
        this.in = in;
        this.year = year;
        this.page = page;
        settings = Curve.settings(in);
        by = settings.by().orElseThrow();
    }

    /** Nothing where the profile names no groups. */
    static List<Block> blocks(ReportInput in, Period year, Ledger page) {
        return Curve.settings(in).by().isEmpty() ? List.of() : new CurveGroups(in, year, page).blocks();
    }

    private List<Block> blocks() {
        List<CurveGroup> groups = in.summary().curveGroups(year);
        List<CurveGroup> shown =
                new ArrayList<>(groups.stream().filter(this::large).toList());
        leaveEnough(groups, shown);
        if (shown.size() < 2) {
            return List.of(new Block.Note("Groups by " + byWords() + " are not set beside each other: that needs two or"
                    + " more with at least " + fewest() + " first setbacks each" + therapists() + "."));
        }
        long inAll = in.summary().survival(Topic.BOUNCE, "", year).total();
        long left =
                inAll - shown.stream().mapToLong(group -> group.tally().total()).sum();
        List<Long> parts = new ArrayList<>(
                shown.stream().map(group -> group.tally().total()).toList());
        parts.add(left);
        page.parts(inAll, parts);
        page.count(new Entry("groups.left_out", "First setbacks in none of the groups shown", year), left, "courses");
        return List.of(table(shown), new Block.Note(test(shown) + leftOut(left)));
    }

    private long fewest() {
        return Math.max(SmallNumbers.FEWEST_FOR_INTERVAL, in.settings().minimumN());
    }

    /** Where the data name no therapist, recorded groups are shown and sites are not. */
    private boolean large(CurveGroup group) {
        boolean therapists = by.equals(CurveSettings.ONSET)
                || group.therapists() >= SitesPage.FEWEST_THERAPISTS
                || group.therapists() == 0 && !by.equals(CurveSettings.SITE);
        return group.tally().total() >= fewest() && therapists;
    }

    /**
     * What is left of sites must be as large as one, and of recorded groups as large as a cell of a table may be, or totals
     * less the groups shown would give it away.
     */
    private void leaveEnough(List<CurveGroup> all, List<CurveGroup> shown) {
        if (by.equals(CurveSettings.ONSET)) {
            return;
        }
        long least = by.equals(CurveSettings.SITE) ? fewest() : Suppression.FEWEST_IN_A_CELL;
        List<CurveGroup> rest = new ArrayList<>(all);
        rest.removeAll(shown);
        while (!rest.isEmpty()
                && rest.stream().mapToLong(group -> group.tally().total()).sum() < least
                && !shown.isEmpty()) {
            CurveGroup smallest = shown.stream()
                    .min(Comparator.comparingLong(group -> group.tally().total()))
                    .orElseThrow();
            shown.remove(smallest);
            rest.add(smallest);
        }
    }

    private String therapists() {
        return by.equals(CurveSettings.ONSET) ? "" : " and five therapists";
    }

    private String byWords() {
        return switch (by) {
            case CurveSettings.ONSET -> "when the setback began";
            case CurveSettings.SITE -> "site";
            default -> Written.words(by.substring("group_".length()));
        };
    }

    private String name(CurveGroup group) {
        int landmark = in.instruments().settings().landmark();
        if (!by.equals(CurveSettings.ONSET)) {
            return group.name();
        }
        return group.name().equals(CurveGroup.EARLY)
                ? "Began up to session " + landmark
                : "Began after session " + landmark;
    }

    private Block table(List<CurveGroup> groups) {
        List<Block.Row> rows = new ArrayList<>();
        for (int i = 0; i < groups.size(); i++) {
            rows.add(groupRow(i, groups.get(i)));
        }
        return new Block.Table(
                "First setbacks by " + byWords(),
                List.of(
                        words("Group", 40),
                        numbers("Followed", 16),
                        numbers("Half of them " + BounceCurve.event(settings).replace("came ", "") + " within", 44)),
                rows);
    }

    private Block.Row groupRow(int i, CurveGroup group) {
        String name = name(group);
        String followed = page.count(
                new Entry("groups.followed." + i, "First setbacks followed", year, name),
                group.tally().total(),
                "courses");
        Entry median = new Entry(
                "groups.median." + i,
                "Median " + CurveWords.unit(settings.clock()) + " to "
                        + BounceCurve.event(settings).replace("came ", ""),
                year,
                name);
        KaplanMeier curve = KaplanMeier.of(group.tally());
        String written = CurveWords.median(curve, settings.clock(), median, page);
        return row(name, followed, written.isEmpty() ? "not reached" + CurveWords.limits(curve) : written);
    }

    private String test(List<CurveGroup> groups) {
        Optional<LogRank> test =
                LogRank.of(groups.stream().map(CurveGroup::tally).toList());
        if (test.isEmpty()) {
            return "No setback came back at a time that could tell the groups apart, so there is nothing to test.";
        }
        LogRank found = test.get();
        String chiSquare =
                page.number(new Entry("groups.chi_square", "Logrank chi-square", year), found.chiSquare(), 2, "");
        String df =
                page.number(new Entry("groups.df", "Its degrees of freedom", year), found.degreesOfFreedom(), 0, "");
        page.number(new Entry("groups.p", "Its p", year), found.p(), 3, "p");
        return (found.p() < 0.05
                        ? "The curves of these groups differ by more than chance usually gives"
                        : "The curves of these groups differ no more than chance allows")
                + " (logrank test: chi-square " + chiSquare + ", " + df
                + (found.degreesOfFreedom() == 1 ? " degree" : " degrees") + " of freedom, p "
                + (found.p() < 0.001 ? "< 0.001" : "= " + Written.decimal(found.p(), 3))
                + "). In the order of the alphabet. Groups differ in more than their name, so a difference does not say why.";
    }

    private String leftOut(long left) {
        return left == 0
                ? ""
                : " " + Written.sentence(page.some(left, "first setback is", "first setbacks are"))
                        + " in none of these groups: too few in theirs, or none noted.";
    }
}
