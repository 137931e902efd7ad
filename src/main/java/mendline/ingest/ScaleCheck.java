package mendline.ingest;

import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import mendline.measure.Measure;
import mendline.measure.SwemwbsMetric;
import mendline.model.ProblemCode;

/**
 * Finds columns of scores that lie on another scale than that of the measure's total: means of items, sums of the DASS-21
 * that are not doubled, raw sums of the SWEMWBS. All files count together, so that it does not matter how rows are spread
 * over them.
 *
 * <p>A score tells of the other scale if the total cannot have it and the other scale can (a broken mean, an odd sum, a
 * whole number between the ends of the metric scale), and of the total if only the total can have it. A column is on the
 * other scale if at least half of its scores tell of it (means) or one does (sums) and none tells of the total; it is
 * mixed if two scores and at least one in twenty tell of the other scale while some tell of the total. Of measures whose
 * totals are broken numbers nothing tells of a mean; 20 scores that all lie in the range of one item do.
 */
final class ScaleCheck {
    private static final int WHOLE = 100;
    private static final int ENOUGH = 20;
    private static final int SMALL_SHARE = 20;

    private final Measure measure;
    private final IntPredicate other;
    private final IntPredicate total;
    private final int half;
    private long scores;
    private long ofOther;
    private long ofTotal;

    /** @param half how many of two scores must tell of the other scale: 1, or 0 where any one does */
    private ScaleCheck(Measure measure, IntPredicate other, IntPredicate total, int half) {
        this.measure = measure;
        this.other = other;
        this.total = total;
        this.half = half;
    }

    /** What is wrong with which columns of scores; nothing where the profile gives their scale or their items. */
    static SortedMap<ScoreKey, ProblemCode> of(SessionStore store, ScoreRows rows, Profile profile) {
        SortedMap<ScoreKey, ProblemCode> found = new TreeMap<>();
        SortedSet<ScoreKey> keys = new TreeSet<>(store.scores.keySet());
        keys.addAll(rows.keys());
        for (ScoreKey key : keys) {
            Optional<ScaleCheck> check = check(profile.measures().get(key.measure()));
            if (check.isPresent() && !settled(key.column(), profile)) {
                IntColumn column = store.scores.get(key);
                for (int row = 0; column != null && row < store.size(); row++) {
                    if (column.has(row)) {
                        check.get().look(column.get(row));
                    }
                }
                for (int row = 0; row < rows.size(); row++) {
                    if (rows.scoreKey(row).equals(key)) {
                        check.get().look(rows.score.get(row));
                    }
                }
                check.get().verdict().ifPresent(code -> found.put(key, code));
            }
        }
        return found;
    }

    private static boolean settled(String column, Profile profile) {
        boolean settled = settled(column, profile.scoring());
        for (FileRoles.ScoreFiles files : profile.files().scores()) {
            settled |= settled(column, files.scoring());
        }
        return settled;
    }

    private static boolean settled(String column, Scoring scoring) {
        return scoring.items().containsKey(column) || scoring.scale().containsKey(column);
    }

    private static Optional<ScaleCheck> check(Measure measure) {
        if (measure.key().equals(SwemwbsMetric.KEY)) {
            return Optional.of(new ScaleCheck(
                    measure,
                    score -> score % WHOLE == 0 && score > measure.min() && score < measure.max(),
                    score -> score % WHOLE != 0,
                    0));
        }
        Optional<ItemFacts.Range> range = ItemFacts.range(measure);
        if (measure.key().startsWith("dass21")) {
            return Optional.of(new ScaleCheck(
                    measure, score -> score % (2 * WHOLE) == WHOLE, score -> 2 * score > measure.max(), 0));
        }
        if (range.isEmpty() || measure.max() < 2 * range.get().most()) {
            return Optional.empty();
        }
        IntPredicate inRange =
                score -> score >= range.get().least() && score <= range.get().most();
        boolean whole = measure.step() >= WHOLE;
        return Optional.of(new ScaleCheck(
                measure,
                whole ? score -> score % WHOLE != 0 && inRange.test(score) : inRange,
                score -> !inRange.test(score),
                1));
    }

    private void look(int score) {
        scores++;
        ofOther += other.test(score) ? 1 : 0;
        ofTotal += total.test(score) ? 1 : 0;
    }

    private Optional<ProblemCode> verdict() {
        boolean tells = measure.step() >= WHOLE || half == 0;
        if (ofOther == 0 || !tells && scores < ENOUGH) {
            return Optional.empty();
        }
        if (ofTotal == 0) {
            return 2 * ofOther >= half * scores ? Optional.of(ProblemCode.OTHER_SCALE) : Optional.empty();
        }
        boolean mixed = tells && ofOther >= 2 && ofOther * SMALL_SHARE >= scores;
        return mixed ? Optional.of(ProblemCode.MIXED_SCALES) : Optional.empty();
    }
}
