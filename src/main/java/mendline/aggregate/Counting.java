package mendline.aggregate;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import mendline.detect.LandmarkVariant;
import mendline.model.Months;
import mendline.stats.Histogram;
import mendline.stats.HistogramBuilder;
import mendline.stats.Moments;
import mendline.stats.SurvivalTally;
import mendline.stats.SurvivalTallyBuilder;

/** A summary while courses are being counted into it; not shared between threads. */
final class Counting {
    private final Map<Fact, long[]> counts = new HashMap<>();
    private final Map<Fact, Moments> moments = new HashMap<>();
    private final Map<Fact, HistogramBuilder> histograms = new HashMap<>();
    private final Map<Fact, SurvivalTallyBuilder> survivals = new HashMap<>();
    private final List<Strip> strips = new ArrayList<>();
    private final List<ModelRow> modelRows = new ArrayList<>();
    private final Map<LandmarkVariant, List<LandmarkRow>> landmarks = new EnumMap<>(LandmarkVariant.class);
    private final List<CurveRow> curveRows = new ArrayList<>();

    void count(Topic topic, String category, int month) {
        count(topic, category, month, 1);
    }

    void count(Topic topic, String category, int month, long times) {
        if (times != 0) {
            counts.computeIfAbsent(new Fact(topic, category, month), fact -> new long[1])[0] += times;
        }
    }

    void ratio(Metric metric, int month, boolean inNumerator) {
        count(Topic.DENOMINATOR, metric.key(), month);
        if (inNumerator) {
            count(Topic.NUMERATOR, metric.key(), month);
        }
    }

    void numerator(Metric metric, int month) {
        count(Topic.NUMERATOR, metric.key(), month);
    }

    /** An event and its day; without a date only the event. */
    void event(Metric metric, int month, int day) {
        numerator(metric, month);
        eventDay(metric, month, day);
    }

    void eventDay(Metric metric, int month, int day) {
        if (month != Months.UNDATED) {
            histogram(Topic.EVENT_DAYS, metric.key(), month, day);
        }
    }

    void sum(Topic topic, String category, int month, long value) {
        moments.merge(new Fact(topic, category, month), Moments.of(value), Moments::plus);
    }

    void histogram(Topic topic, String category, int month, int value) {
        histograms
                .computeIfAbsent(new Fact(topic, category, month), fact -> new HistogramBuilder())
                .add(value);
    }

    SurvivalTallyBuilder survival(Topic topic, String category, int month) {
        return survivals.computeIfAbsent(new Fact(topic, category, month), fact -> new SurvivalTallyBuilder());
    }

    void strip(Strip strip) {
        strips.add(strip);
        if (strips.size() >= 2 * PracticeSummary.STRIPS_KEPT) {
            strips.sort(null);
            strips.subList(PracticeSummary.STRIPS_KEPT, strips.size()).clear();
        }
    }

    void landmarkRow(LandmarkVariant variant, LandmarkRow row) {
        DrawnRows.gather(
                landmarks.computeIfAbsent(variant, key -> new ArrayList<>()), row, PracticeSummary.kept(variant));
    }

    void modelRow(ModelRow row) {
        DrawnRows.gather(modelRows, row, PracticeSummary.MODEL_ROWS_KEPT);
    }

    void curveRow(CurveRow row) {
        DrawnRows.gather(curveRows, row, PracticeSummary.CURVE_ROWS_KEPT);
    }

    PracticeSummary summary() {
        TreeMap<Fact, Long> counted = new TreeMap<>();
        counts.forEach((fact, count) -> counted.put(fact, count[0]));
        TreeMap<Fact, Histogram> histogramsBuilt = new TreeMap<>();
        histograms.forEach((fact, builder) -> histogramsBuilt.put(fact, builder.toHistogram()));
        TreeMap<Fact, SurvivalTally> survivalsBuilt = new TreeMap<>();
        survivals.forEach((fact, builder) -> survivalsBuilt.put(fact, builder.toSurvivalTally()));
        TreeMap<LandmarkVariant, DrawnRows<LandmarkRow>> drawn = new TreeMap<>();
        landmarks.forEach((variant, rows) -> drawn.put(variant, new DrawnRows<>(PracticeSummary.kept(variant), rows)));
        return new PracticeSummary(
                counted,
                new TreeMap<>(moments),
                histogramsBuilt,
                survivalsBuilt,
                strips,
                drawn,
                new DrawnRows<>(PracticeSummary.MODEL_ROWS_KEPT, modelRows),
                new DrawnRows<>(PracticeSummary.CURVE_ROWS_KEPT, curveRows));
    }
}
