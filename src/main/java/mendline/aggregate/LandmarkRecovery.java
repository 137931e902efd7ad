package mendline.aggregate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import mendline.detect.LandmarkGroup;
import mendline.measure.Yardstick;
import mendline.stats.Answer;
import mendline.stats.Interval;
import mendline.stats.LinearEstimate;
import mendline.stats.Logistic;
import mendline.stats.Refusal;

/**
 * Reliable recovery after the landmark by group: of courses on the clinical side of the cut-off at the landmark, those
 * whose last score is on the other side and reliably better. Logistic regression on the score at the landmark and group.
 *
 * @param recovered recovered of all on the clinical side, by group
 * @param contrasts repaired against no dip, not yet against no dip, repaired against not yet; or why there are none
 */
public record LandmarkRecovery(SortedMap<LandmarkGroup, Ratio> recovered, Answer<List<Odds>> contrasts) {
    /** The rarer outcome must be there so often for each coefficient but the intercept (Peduzzi and others 1996). */
    public static final int EVENTS_A_COEFFICIENT = 10;

    private static final int COEFFICIENTS = 3;

    /**
     * One group against another.
     *
     * @param logOdds the log odds ratio; its limits are Wald's
     * @param limits 95 % limits of the odds ratio
     * @param profile whether they are those of the profile likelihood; Wald's where it does not settle
     * @param riskDifference difference of the probabilities, standardised over all courses
     */
    public record Odds(
            LandmarkGroup first,
            LandmarkGroup second,
            LinearEstimate logOdds,
            Interval limits,
            boolean profile,
            LinearEstimate riskDifference) {

        public double ratio() {
            return Math.exp(logOdds.value());
        }
    }

    public LandmarkRecovery {
        recovered = Collections.unmodifiableSortedMap(new TreeMap<>(recovered));
    }

    /** Counts are always there; contrasts are refused with too few events, a missing group, or separation. */
    public static LandmarkRecovery of(List<LandmarkRow> rows, Yardstick yardstick) {
        SortedMap<LandmarkGroup, Ratio> counts = new TreeMap<>();
        if (yardstick.cutoff().isEmpty() || !yardstick.judges()) {
            return new LandmarkRecovery(counts, Answer.refused(Refusal.NO_RULE));
        }
        List<LandmarkRow> cases = rows.stream()
                .filter(row -> yardstick.cutoff().get().clinical(row.atLandmark()))
                .toList();
        boolean[] outcomes = new boolean[cases.size()];
        long events = 0;
        for (int i = 0; i < outcomes.length; i++) {
            LandmarkRow row = cases.get(i);
            outcomes[i] = yardstick.cutoff().get().functional(row.after())
                    && yardstick.improvedReliably(row.atLandmark(), row.after());
            events += outcomes[i] ? 1 : 0;
            Ratio so = counts.getOrDefault(row.group(), new Ratio(0, 0));
            counts.put(row.group(), new Ratio(so.numerator() + (outcomes[i] ? 1 : 0), so.denominator() + 1));
        }
        return new LandmarkRecovery(counts, contrasts(cases, outcomes, events, counts.size()));
    }

    private static Answer<List<Odds>> contrasts(List<LandmarkRow> cases, boolean[] outcomes, long events, int groups) {
        if (groups < LandmarkGroup.values().length) {
            return Answer.refused(Refusal.TOO_FEW_GROUPS);
        }
        if (Math.min(events, outcomes.length - events) < EVENTS_A_COEFFICIENT * COEFFICIENTS) {
            return Answer.refused(Refusal.TOO_FEW_EVENTS);
        }
        LandmarkGroup[][] pairs = {
            {LandmarkGroup.DIP_REPAIRED, LandmarkGroup.NO_DIP},
            {LandmarkGroup.DIP_NOT_YET_REPAIRED, LandmarkGroup.NO_DIP},
            {LandmarkGroup.DIP_REPAIRED, LandmarkGroup.DIP_NOT_YET_REPAIRED}
        };
        List<Odds> found = new ArrayList<>();
        for (LandmarkGroup[] pair : pairs) {
            Answer<Logistic> fit = Logistic.fit(design(cases, pair[0], pair[1]), outcomes);
            if (fit.refusal().isPresent()) {
                return Answer.refused(fit.refusal().get());
            }
            Answer<Odds> odds = odds(fit.orElseThrow(), cases, pair[0], pair[1]);
            if (odds.refusal().isPresent()) {
                return Answer.refused(odds.refusal().get());
            }
            found.add(odds.orElseThrow());
        }
        return Answer.given(List.copyOf(found));
    }

    private static Answer<Odds> odds(Logistic fit, List<LandmarkRow> cases, LandmarkGroup first, LandmarkGroup second) {
        double[][] one = design(cases, first, second);
        double[][] other = design(cases, first, second);
        for (int i = 0; i < one.length; i++) {
            one[i][2] = 1;
            one[i][3] = 0;
            other[i][2] = 0;
            other[i][3] = 0;
        }
        Answer<LinearEstimate> difference = fit.standardisedDifference(one, other);
        if (difference.refusal().isPresent()) {
            return Answer.refused(difference.refusal().get());
        }
        Interval wald = fit.wald(2);
        Answer<Logistic.Limits> profile = fit.profile(2);
        boolean settled = profile.value()
                .filter(limits -> limits.lower().isPresent() && limits.upper().isPresent())
                .isPresent();
        Interval limits = settled
                ? new Interval(
                        profile.orElseThrow().lower().orElseThrow(),
                        profile.orElseThrow().upper().orElseThrow())
                : wald;
        return Answer.given(new Odds(
                first,
                second,
                fit.estimate(2),
                new Interval(Math.exp(limits.lower()), Math.exp(limits.upper())),
                settled,
                difference.orElseThrow()));
    }

    /** Intercept, score at the landmark, the first group, the third one; the second is the reference. */
    private static double[][] design(List<LandmarkRow> cases, LandmarkGroup first, LandmarkGroup second) {
        double[][] design = new double[cases.size()][];
        for (int i = 0; i < design.length; i++) {
            LandmarkRow row = cases.get(i);
            design[i] = new double[] {
                1,
                row.atLandmark() / 100.0,
                row.group() == first ? 1 : 0,
                row.group() != first && row.group() != second ? 1 : 0
            };
        }
        return design;
    }
}
