package mendline.report;

import java.util.List;
import java.util.Optional;
import mendline.aggregate.Topic;
import mendline.model.CurveSettings;
import mendline.model.Period;
import mendline.stats.AalenJohansen;
import mendline.stats.KaplanMeier;
import mendline.stats.SurvivalTally;

/**
 * A curve of coming back, worked out.
 *
 * @param all how many there are; more than are observed only where {@link mendline.aggregate.PracticeSummary} keeps a
 *     random sample of the people
 * @param observed who left when and how; courses that ended before are its competing events
 * @param estimate Kaplan-Meier, with limits that allow for people who are counted more than once
 * @param endings cumulative incidence, where endings compete
 * @param independent what independent noise gives on the same clock
 * @param correlated what correlated noise gives
 */
record Curve(
        long all,
        SurvivalTally observed,
        KaplanMeier estimate,
        Optional<AalenJohansen> endings,
        SurvivalTally independent,
        SurvivalTally correlated,
        CurveSettings.Clock clock) {

    /** People counted once; nothing known about endings. */
    static Curve of(SurvivalTally observed, SurvivalTally independent, SurvivalTally correlated) {
        return new Curve(
                observed.total(),
                observed,
                KaplanMeier.of(observed),
                Optional.empty(),
                independent,
                correlated,
                CurveSettings.Clock.SCORES);
    }

    /** The bounce-back curve of a period. */
    static Curve ofSetbacks(ReportInput in, Period period) {
        boolean all = settings(in).setbacks() == CurveSettings.Setbacks.ALL;
        return of(
                in,
                period,
                Topic.BOUNCE,
                Topic.BOUNCE_ENDINGS,
                all,
                in.chance().independent().curve(),
                in.chance().correlated().curve());
    }

    /** The curve of the time to repair of dips. */
    static Curve ofDips(ReportInput in, Period period) {
        return of(
                in,
                period,
                Topic.REPAIR,
                Topic.REPAIR_ENDINGS,
                true,
                in.chance().independent().repairs(),
                in.chance().correlated().repairs());
    }

    private static Curve of(
            ReportInput in,
            Period period,
            Topic plain,
            Topic withEndings,
            boolean severalOfOne,
            SurvivalTally independent,
            SurvivalTally correlated) {
        SurvivalTally all = in.summary().survival(plain, "", period);
        List<SurvivalTally> people = severalOfOne ? in.summary().people(plain, period) : List.of();
        SurvivalTally observed = severalOfOne ? people.stream().reduce(SurvivalTally.NONE, SurvivalTally::plus) : all;
        Optional<AalenJohansen> endings = Optional.empty();
        if (settings(in).endings() == CurveSettings.Endings.COMPETING) {
            endings = Optional.of(
                    severalOfOne
                            ? AalenJohansen.clustered(in.summary().people(withEndings, period))
                            : AalenJohansen.of(in.summary().survival(withEndings, "", period)));
        }
        return new Curve(
                all.total(),
                observed,
                severalOfOne ? KaplanMeier.clustered(people) : KaplanMeier.of(observed),
                endings,
                independent,
                correlated,
                settings(in).clock());
    }

    static CurveSettings settings(ReportInput in) {
        return in.instruments().settings().curves();
    }

    /** Whether enough are followed for a curve. */
    boolean drawable() {
        return observed.atRisk(1) >= SmallNumbers.FEWEST_AT_RISK && observed.events() > 0;
    }

    /** Whether the band of what noise alone gives can be drawn. */
    boolean noiseKnown() {
        return independent.total() > 0 && correlated.total() > 0;
    }

    /** The last time that is drawn: as many as a chart needs are still followed, and the chart is no longer than usual. */
    int last() {
        int longest = clock == CurveSettings.Clock.SCORES ? 12 : 182;
        int last = 1;
        for (int t = 1; t <= longest; t++) {
            if (observed.atRisk(t) >= SmallNumbers.FEWEST_AT_RISK) {
                last = t;
            }
        }
        return last;
    }
}
