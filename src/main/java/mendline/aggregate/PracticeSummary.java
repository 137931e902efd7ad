package mendline.aggregate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import mendline.detect.LandmarkVariant;
import mendline.model.Period;
import mendline.stats.Histogram;
import mendline.stats.Moments;
import mendline.stats.SurvivalTally;
import mendline.stats.SurvivalTallyBuilder;

/**
 * Everything counted over courses, in parts that add: any split of the courses, in any order, gives an equal summary.
 *
 * @param counts whole numbers
 * @param moments exact sums of hundredths
 * @param histograms counts of whole values
 * @param survivals counts of times to an event
 * @param strips the latest alliance dips, at most {@link #STRIPS_KEPT}, latest first
 * @param landmarks courses with scores on both sides of the landmark, by the landmark and the rule chosen
 * @param modelRows courses as mixed models need them, at most {@link #MODEL_ROWS_KEPT}
 * @param curveRows setbacks and dips of curves in which people are counted more than once, at most
 *     {@link #CURVE_ROWS_KEPT}, in order of their person
 */
public record PracticeSummary(
        SortedMap<Fact, Long> counts,
        SortedMap<Fact, Moments> moments,
        SortedMap<Fact, Histogram> histograms,
        SortedMap<Fact, SurvivalTally> survivals,
        List<Strip> strips,
        SortedMap<LandmarkVariant, DrawnRows<LandmarkRow>> landmarks,
        DrawnRows<ModelRow> modelRows,
        DrawnRows<CurveRow> curveRows) {

    /** More lines than a page can show; keeping the latest ones of both sides adds in any order. */
    public static final int STRIPS_KEPT = 400;

    /**
     * More courses than any one practice has; beyond it the ones of the smallest draw are kept, which is a random sample
     * that is the same however the courses were split.
     */
    public static final int LANDMARK_ROWS_KEPT = 200_000;

    /** As many as {@link #LANDMARK_ROWS_KEPT}, for the same reason. */
    public static final int CURVE_ROWS_KEPT = 200_000;

    /** As many as tell whether another choice would have said something else. */
    public static final int VARIANT_ROWS_KEPT = 20_000;

    /** As many as a mixed model is fitted to within seconds. */
    public static final int MODEL_ROWS_KEPT = 20_000;

    /** The summary of no course. */
    public static final PracticeSummary NONE = new PracticeSummary(
            new TreeMap<>(),
            new TreeMap<>(),
            new TreeMap<>(),
            new TreeMap<>(),
            List.of(),
            new TreeMap<>(),
            new DrawnRows<ModelRow>(MODEL_ROWS_KEPT, List.of()),
            new DrawnRows<CurveRow>(CURVE_ROWS_KEPT, List.of()));

    /** Without curves in which people are counted more than once. */
    public PracticeSummary(
            SortedMap<Fact, Long> counts,
            SortedMap<Fact, Moments> moments,
            SortedMap<Fact, Histogram> histograms,
            SortedMap<Fact, SurvivalTally> survivals,
            List<Strip> strips,
            SortedMap<LandmarkVariant, DrawnRows<LandmarkRow>> landmarks,
            DrawnRows<ModelRow> modelRows) {
        this(
                counts,
                moments,
                histograms,
                survivals,
                strips,
                landmarks,
                modelRows,
                new DrawnRows<CurveRow>(CURVE_ROWS_KEPT, List.of()));
    }

    public PracticeSummary {
        counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
        moments = Collections.unmodifiableSortedMap(new TreeMap<>(moments));
        histograms = Collections.unmodifiableSortedMap(new TreeMap<>(histograms));
        survivals = Collections.unmodifiableSortedMap(new TreeMap<>(survivals));
        strips = strips.stream().sorted().limit(STRIPS_KEPT).toList();
        landmarks = Collections.unmodifiableSortedMap(new TreeMap<>(landmarks));
    }

    /** The summary of the courses of both. */
    public PracticeSummary plus(PracticeSummary other) {
        List<Strip> both = new ArrayList<>(strips);
        both.addAll(other.strips);
        return new PracticeSummary(
                joined(counts, other.counts, Math::addExact),
                joined(moments, other.moments, Moments::plus),
                joined(histograms, other.histograms, Histogram::plus),
                joined(survivals, other.survivals, SurvivalTally::plus),
                both,
                joined(landmarks, other.landmarks, DrawnRows::plus),
                modelRows.plus(other.modelRows),
                curveRows.plus(other.curveRows));
    }

    private static <K, V> SortedMap<K, V> joined(SortedMap<K, V> a, SortedMap<K, V> b, BinaryOperator<V> plus) {
        SortedMap<K, V> sum = new TreeMap<>(a);
        b.forEach((key, value) -> sum.merge(key, value, plus));
        return sum;
    }

    /** Courses at the landmark, at most {@link #LANDMARK_ROWS_KEPT}. */
    public List<LandmarkRow> landmarkRows() {
        return landmarkRows(LandmarkVariant.MAIN);
    }

    /** Courses at the landmark by another choice, at most {@link #VARIANT_ROWS_KEPT}; none where there is no such choice. */
    public List<LandmarkRow> landmarkRows(LandmarkVariant variant) {
        return landmarks.containsKey(variant) ? landmarks.get(variant).rows() : List.of();
    }

    static int kept(LandmarkVariant variant) {
        return variant == LandmarkVariant.MAIN ? LANDMARK_ROWS_KEPT : VARIANT_ROWS_KEPT;
    }

    /** How often a fact was counted in the months of a period. */
    public long count(Topic topic, String category, Period period) {
        return over(counts, topic, category, period, 0L, Math::addExact);
    }

    /** The sums of a fact in the months of a period. */
    public Moments moments(Topic topic, String category, Period period) {
        return over(moments, topic, category, period, Moments.NONE, Moments::plus);
    }

    /** The histogram of a fact in the months of a period. */
    public Histogram histogram(Topic topic, String category, Period period) {
        return over(histograms, topic, category, period, Histogram.NONE, Histogram::plus);
    }

    /** The survival tally of a fact in the months of a period. */
    public SurvivalTally survival(Topic topic, String category, Period period) {
        return over(survivals, topic, category, period, SurvivalTally.NONE, SurvivalTally::plus);
    }

    /** The curve rows of a topic in the months of a period, one tally for each person, in order of the person. */
    public List<SurvivalTally> people(Topic topic, Period period) {
        Map<Long, SurvivalTallyBuilder> people = new TreeMap<>();
        for (CurveRow row : curveRows.rows()) {
            if (row.topic() == topic && period.contains(row.month())) {
                people.computeIfAbsent(row.person(), person -> new SurvivalTallyBuilder())
                        .add(row.time(), row.exit());
            }
        }
        return people.values().stream()
                .map(SurvivalTallyBuilder::toSurvivalTally)
                .toList();
    }

    /** The groups of {@link Topic#BOUNCE_GROUP} in a period, by name. */
    public List<CurveGroup> curveGroups(Period period) {
        SortedMap<String, SurvivalTally> tallies = new TreeMap<>();
        survivals.forEach((fact, tally) -> {
            if (fact.topic() == Topic.BOUNCE_GROUP && period.contains(fact.month())) {
                tallies.merge(fact.category(), tally, SurvivalTally::plus);
            }
        });
        SortedMap<String, Integer> therapists = new TreeMap<>();
        for (String category : categories(Topic.BOUNCE_GROUP_THERAPIST, period).keySet()) {
            therapists.merge(category.substring(0, category.lastIndexOf('|')), 1, Integer::sum);
        }
        return tallies.entrySet().stream()
                .map(group ->
                        new CurveGroup(group.getKey(), group.getValue(), therapists.getOrDefault(group.getKey(), 0)))
                .toList();
    }

    /** Numerator and denominator of a metric in the months of a period. */
    public Ratio ratio(Metric metric, Period period) {
        return new Ratio(count(Topic.NUMERATOR, metric.key(), period), count(Topic.DENOMINATOR, metric.key(), period));
    }

    /** All categories of a topic that were counted at least once in the period, with their counts. */
    public SortedMap<String, Long> categories(Topic topic, Period period) {
        SortedMap<String, Long> found = new TreeMap<>();
        SortedMap<Fact, Long> part = counts.tailMap(new Fact(topic, "", Integer.MIN_VALUE));
        for (Map.Entry<Fact, Long> entry : part.entrySet()) {
            if (entry.getKey().topic() != topic) {
                break;
            }
            if (period.contains(entry.getKey().month())) {
                found.merge(entry.getKey().category(), entry.getValue(), Math::addExact);
            }
        }
        return found;
    }

    /** The histograms of all categories of a topic in the months of a period. */
    public SortedMap<String, Histogram> histograms(Topic topic, Period period) {
        SortedMap<String, Histogram> found = new TreeMap<>();
        SortedMap<Fact, Histogram> part = histograms.tailMap(new Fact(topic, "", Integer.MIN_VALUE));
        for (Map.Entry<Fact, Histogram> entry : part.entrySet()) {
            if (entry.getKey().topic() != topic) {
                break;
            }
            if (period.contains(entry.getKey().month())) {
                found.merge(entry.getKey().category(), entry.getValue(), Histogram::plus);
            }
        }
        return found;
    }

    private static <V> V over(
            SortedMap<Fact, V> facts, Topic topic, String category, Period period, V none, BinaryOperator<V> plus) {
        V sum = none;
        SortedMap<Fact, V> part = facts.subMap(
                new Fact(topic, category, period.firstMonth()), new Fact(topic, category, period.lastMonth() + 1));
        for (V value : part.values()) {
            sum = plus.apply(sum, value);
        }
        return sum;
    }
}
