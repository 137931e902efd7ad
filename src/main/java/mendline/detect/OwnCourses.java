package mendline.detect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import mendline.model.Direction;
import mendline.model.ScoreSeries;
import mendline.stats.Histogram;
import mendline.stats.OrderedCounts;

/**
 * The expected course from the practice's own closed courses of the same measure (methods page, expected course): bands of first scores of about
 * equal count; for each band and session the 84th and 90th percentiles of severity (after Finch, Lambert and Schaalje 2001). Where a cell has
 * fewer than 50 scores, neighbouring sessions are pooled, up to two on each side; where that is not enough, there are no limits.
 */
public final class OwnCourses implements ResponseReference {
    /** Fewest reference scores behind limits. */
    public static final int FEWEST_SCORES = 50;
    /** Most neighbouring sessions on each side that are pooled. */
    static final int WIDEST = 2;

    /** Percentiles of severity that end what is expected, and what is borderline. */
    static final double EXPECTED = 0.84;

    static final double BORDERLINE = 0.90;

    private static final double HAIR = 1e-6;

    private final Direction better;
    private final List<Double> cuts;
    private final List<List<SortedMap<Integer, OrderedCounts>>> pools;

    private OwnCourses(Direction better, List<Double> cuts, List<List<SortedMap<Integer, OrderedCounts>>> pools) {
        this.better = better;
        this.cuts = cuts;
        this.pools = pools;
    }

    /** The reference of a tally in so many bands; fewer where many courses share a first score. */
    public static OwnCourses settle(ResponseTally tally, int bands, Direction better) {
        List<Double> cuts = new ArrayList<>();
        for (int i = 1; i < bands; i++) {
            tally.firsts().quantile(i / (double) bands).ifPresent(cut -> {
                if (cuts.isEmpty() || cuts.get(cuts.size() - 1) < cut) {
                    cuts.add(cut);
                }
            });
        }
        List<SortedMap<Integer, Histogram>> byBand = new ArrayList<>();
        for (int band = 0; band <= cuts.size(); band++) {
            byBand.add(new TreeMap<>());
        }
        for (Map.Entry<ResponseTally.Cell, Histogram> cell : tally.later().entrySet()) {
            byBand.get(band(cuts, cell.getKey().first()))
                    .merge(cell.getKey().session(), cell.getValue(), Histogram::plus);
        }
        return new OwnCourses(
                better,
                Collections.unmodifiableList(cuts),
                byBand.stream().map(OwnCourses::pooled).toList());
    }

    /** By how many sessions are pooled on each side, then by session. */
    private static List<SortedMap<Integer, OrderedCounts>> pooled(SortedMap<Integer, Histogram> sessions) {
        List<SortedMap<Integer, OrderedCounts>> pools = new ArrayList<>();
        for (int width = 0; width <= WIDEST; width++) {
            SortedMap<Integer, OrderedCounts> pool = new TreeMap<>();
            if (!sessions.isEmpty()) {
                for (int session = 2; session <= sessions.lastKey() + width; session++) {
                    Histogram sum = Histogram.NONE;
                    for (Histogram part : sessions.subMap(session - width, session + width + 1)
                            .values()) {
                        sum = sum.plus(part);
                    }
                    pool.put(session, OrderedCounts.of(sum));
                }
            }
            pools.add(pool);
        }
        return pools;
    }

    private static int band(List<Double> cuts, int first) {
        int band = 0;
        while (band < cuts.size() && first > cuts.get(band)) {
            band++;
        }
        return band;
    }

    /** How many bands of first scores there are. */
    public int bands() {
        return pools.size();
    }

    @Override
    public Optional<ResponseLimits> at(ScoreSeries series, boolean counted, int i) {
        int[] severity = ScoreSetbacks.severity(series, better);
        int session = ResponseTally.session(series, i);
        List<SortedMap<Integer, OrderedCounts>> widths = pools.get(band(cuts, severity[0]));
        for (int width = 0; width <= WIDEST; width++) {
            OrderedCounts pool = widths.get(width).get(session);
            if (pool != null) {
                int[] own = counted ? own(series, severity, session, width) : new int[0];
                if (pool.total() - own.length >= FEWEST_SCORES) {
                    return Optional.of(new ResponseLimits(limit(pool, EXPECTED, own), limit(pool, BORDERLINE, own)));
                }
            }
        }
        return Optional.empty();
    }

    /** The last whole hundredth that is not beyond a percentile. */
    private static int limit(OrderedCounts pool, double p, int[] own) {
        return (int) Math.floor(pool.quantile(p, own) + HAIR);
    }

    private static int[] own(ScoreSeries series, int[] severity, int session, int width) {
        int[] own = new int[severity.length];
        int n = 0;
        for (int i = 1; i < severity.length; i++) {
            int at = ResponseTally.session(series, i);
            if (at > 1 && Math.abs(at - session) <= width) {
                own[n++] = severity[i];
            }
        }
        return Arrays.copyOf(own, n);
    }
}
