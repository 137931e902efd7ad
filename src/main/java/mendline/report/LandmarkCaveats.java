package mendline.report;

import static mendline.report.LandmarkGroups.ALL;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mendline.aggregate.ExpectedByChance;
import mendline.aggregate.LandmarkComparison;
import mendline.aggregate.Metric;
import mendline.aggregate.Topic;
import mendline.report.Ledger.Entry;

/** What must be known to read the page on repairs and outcomes, and what published studies found. */
final class LandmarkCaveats {
    private final ReportInput in;
    private final Ledger ledger;
    private final LandmarkGroups groups;
    private final Optional<LandmarkComparison> comparison;

    private LandmarkCaveats(
            ReportInput in, Ledger ledger, LandmarkGroups groups, Optional<LandmarkComparison> comparison) {
        this.in = in;
        this.ledger = ledger;
        this.groups = groups;
        this.comparison = comparison;
    }

    static List<String> of(
            ReportInput in, Ledger ledger, LandmarkGroups groups, Optional<LandmarkComparison> comparison) {
        return new LandmarkCaveats(in, ledger, groups, comparison).all();
    }

    private List<String> all() {
        List<String> all = new ArrayList<>();
        all.add(chance());
        all.add(
                "Whoever stays longer has more time for a dip, for its repair and for improvement; fixing the groups at "
                        + "session " + groups.landmark() + " lessens that advantage and does not remove it.");
        if (groups.enough() && comparison.isPresent()) {
            all.addAll(adjustment(comparison.orElseThrow()));
        } else if (groups.enough()) {
            all.add("The groups need not start level. One with better scores at session " + groups.landmark()
                    + " has less room to improve; the means above are not adjusted for that.");
        }
        all.add("Only courses with a score after session " + groups.landmark()
                + " are here; those that ended without one may have gone another way.");
        all.add("This is one practice without a comparison group. " + RaterWords.behindBoth(in));
        all.add("This is an association. It does not say that a repair brings improvement, and it is not meant for "
                + "judging a client or a therapist.");
        return all;
    }

    private List<String> adjustment(LandmarkComparison found) {
        List<String> all = new ArrayList<>();
        all.add("The differences are taken at the same score at session " + groups.landmark()
                + ", since whoever stands better there has less room to improve; the means of the groups are not adjusted, and "
                + "nothing else is adjusted for.");
        all.add(
                found.therapists() > 0
                        ? "Intervals and p allow for courses of one therapist being alike ("
                                + ledger.said(found.therapists())
                                + " therapists, errors CR2 with Satterthwaite's degrees of freedom)."
                        : "Intervals and p take courses as independent (errors HC3): the data do not name at least "
                                + LandmarkComparison.FEWEST_THERAPISTS
                                + " therapists with one for every course, so courses of one therapist being alike is not allowed "
                                + "for.");
        long courses = groups.courses();
        if (found.courses() < courses) {
            all.add("The differences come from a random sample of " + ledger.said(found.courses()) + " of these "
                    + ledger.said(courses) + " courses.");
        }
        return all;
    }

    private String chance() {
        long found = in.summary().count(Topic.NUMERATOR, Metric.DIPS_PER_100.key(), ALL);
        String dips = ledger.count(new Entry("dips", "Alliance dips in all of the data", ALL), found, "dips");
        String start = "A dip is worked out from scores: a possible strain, seen by nobody. ";
        if (!in.chance().known()) {
            return start + "The data hold " + dips + (ledger.one(found) ? " dip." : " dips.")
                    + " How many chance alone would give is not known here.";
        }
        ExpectedByChance.Range range = in.chance().dips(ALL);
        ledger.number(new Entry("dips_by_chance_low", "Dips by chance alone, low", ALL), range.lower(), 1, "dips");
        ledger.number(new Entry("dips_by_chance_high", "Dips by chance alone, high", ALL), range.upper(), 1, "dips");
        return start + "The data hold " + dips + (ledger.one(found) ? " dip" : " dips") + "; chance alone would give "
                + ChanceWords.range(range.lower(), range.upper())
                + " in the same courses, and half to three quarters of such chance dips look repaired soon after.";
    }

    /** The lines of the box. */
    static List<String> published() {
        return List.of(
                "Repaired against unrepaired ruptures: better outcome where repaired, r = 0.29 (95 % interval 0.10 to "
                        + "0.47), 11 studies with 1,314 clients (Eubanks, Muran and Safran 2018). An earlier review: "
                        + "r = 0.24 (0.09 to 0.39), 3 studies with 148 clients (Safran and others 2011).",
                "Teaching therapists to repair: r = 0.11 (−0.09 to 0.30), 6 studies; the interval holds zero "
                        + "(Eubanks, Muran and Safran 2018). The level of the alliance itself: r = 0.278 (0.256 to "
                        + "0.299), 295 studies (Flückiger and others 2018).",
                "A repair better than no rupture at all was seen only in longer therapies (Larsson and others 2018, "
                        + "605 clients); one study of 44 courses saw no link between such episodes and outcome "
                        + "(Stevens and others 2007).",
                "These figures come from other methods, other measures and other people. They are there for "
                        + "orientation and are not targets.");
    }
}
