package mendline.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import mendline.stats.Reference.Row;
import org.junit.jupiter.api.Test;

/** Closed forms against the same formulas in base R. */
class ClosedFormsReferenceTest {
    private static final double ALLOWED = 1e-9;
    private static final double NEAR_ZERO = 1e-3;

    @Test
    void chartsOfIndividualValues() {
        Agreement agreement = new Agreement();
        for (Row row : Reference.rows("xmr")) {
            XmR.Limits limits = XmR.of(
                            row.series("values"),
                            XmR.Settings.STANDARD.withScreening(row.whole("screening") == 1))
                    .limits()
                    .orElseThrow();
            agreement.compare(limits.mean(), row.number("mean"), NEAR_ZERO, row);
            agreement.compare(limits.averageRange(), row.number("average_range"), NEAR_ZERO, row);
            agreement.compare(limits.lower(), row.number("lower"), NEAR_ZERO, row);
            agreement.compare(limits.upper(), row.number("upper"), NEAR_ZERO, row);
            assertThat(limits.rangesDropped()).as("%s", row).isEqualTo((int) row.whole("dropped"));
        }
        ReferenceTable.holds("XmR charts, with and without screening", ALLOWED, agreement);
    }

    @Test
    void byarsApproximation() {
        Agreement agreement = new Agreement();
        for (Row row : Reference.rows("byar")) {
            Interval interval = Byar.approximate(row.whole("count"));
            agreement.compare(interval.lower(), row.number("lower"), NEAR_ZERO, row);
            agreement.compare(interval.upper(), row.number("upper"), NEAR_ZERO, row);
        }
        ReferenceTable.holds("Byar's interval of a count", ALLOWED, agreement);
    }

    @Test
    void effectSizesBeforeAndAfter() {
        Agreement agreement = new Agreement();
        for (Row row : Reference.rows("effect-sizes")) {
            List<OptionalDouble> before = row.series("before");
            List<OptionalDouble> after = row.series("after");
            PairedMoments pairs = PairedMoments.NONE;
            for (int i = 0; i < before.size(); i++) {
                pairs = pairs.with(
                        (long) before.get(i).orElseThrow(), (long) after.get(i).orElseThrow());
            }
            EffectSize effect =
                    EffectSize.prePost(pairs, (int) row.whole("better")).orElseThrow();
            agreement.compare(effect.d(), row.number("d"), NEAR_ZERO, row);
            agreement.compare(effect.g(), row.number("g"), NEAR_ZERO, row);
            agreement.compare(effect.variance(), row.number("variance"), NEAR_ZERO, row);
            agreement.compare(effect.interval().lower(), row.number("lower"), NEAR_ZERO, row);
            agreement.compare(effect.interval().upper(), row.number("upper"), NEAR_ZERO, row);
        }
        ReferenceTable.holds("Effect sizes before and after, with limits", ALLOWED, agreement);
    }

    @Test
    void eValues() {
        Agreement agreement = new Agreement();
        for (Row row : Reference.rows("e-values")) {
            double ratio = row.number("ratio");
            EValue value = EValue.ofRiskRatio(ratio, new Interval(ratio, ratio));
            agreement.compare(value.estimate(), row.number("value"), row);
            agreement.compare(value.limit(), row.number("value"), row);
        }
        ReferenceTable.holds("E-values", ALLOWED, agreement);
    }
}
