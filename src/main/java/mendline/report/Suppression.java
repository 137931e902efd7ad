package mendline.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import mendline.aggregate.Ratio;
import mendline.model.SuppressionScheme;

/**
 * Hides small counts. Schemes for tables that leave the practice, by the rules that the NHS publishes: Hospital Episode
 * Statistics (0 shown, 1 to 7 withheld, from 8 on the nearest 5) and the Talking Therapies dashboards (below 5
 * withheld, zero too, from 5 on {@code ⌊(n + 2)/5⌋·5}). Shares and rates are worked out from the rounded counts, and
 * withheld where either is. For tables inside the practice: cells below {@value #FEWEST_IN_A_CELL} are withheld, and
 * with them enough others that no total gives them away.
 */
final class Suppression {
    /** Cells of a breakdown inside the practice with fewer are withheld. */
    static final long FEWEST_IN_A_CELL = 5;

    private static final long FEWEST_HES = 8;
    private static final long FEWEST_TALKING_THERAPIES = 5;
    private static final long ROUNDED_TO = 5;

    private Suppression() {}

    /** A count as a scheme shows it; empty means withheld. */
    static OptionalLong count(SuppressionScheme scheme, long count) {
        return switch (scheme) {
            case NONE -> OptionalLong.of(count);
            case HES -> count == 0 ? OptionalLong.of(0) : rounded(count, FEWEST_HES);
            case TALKING_THERAPIES -> rounded(count, FEWEST_TALKING_THERAPIES);
        };
    }

    private static OptionalLong rounded(long count, long fewest) {
        return count < fewest ? OptionalLong.empty() : OptionalLong.of((count + 2) / ROUNDED_TO * ROUNDED_TO);
    }

    /** Whether two shown counts lie one step of rounding apart: their difference may be anything from one to less than two steps. */
    static boolean oneStep(long one, long other) {
        return one != other && Math.abs(one - other) <= ROUNDED_TO;
    }

    /** Both counts of a share or rate as a scheme shows them; empty where either is withheld. */
    static Optional<Ratio> ratio(SuppressionScheme scheme, Ratio ratio) {
        OptionalLong numerator = count(scheme, ratio.numerator());
        OptionalLong denominator = count(scheme, ratio.denominator());
        return numerator.isPresent() && denominator.isPresent()
                ? Optional.of(new Ratio(numerator.getAsLong(), denominator.getAsLong()))
                : Optional.empty();
    }

    /** What may stand behind a shown count; a withheld one (empty) is anything from one (or none) to the fewest shown less one. */
    private record Bounds(long least, long most) {
        static Bounds of(SuppressionScheme scheme, OptionalLong shown) {
            if (shown.isEmpty()) {
                return scheme == SuppressionScheme.HES
                        ? new Bounds(1, FEWEST_HES - 1)
                        : new Bounds(0, FEWEST_TALKING_THERAPIES - 1);
            }
            long count = shown.getAsLong();
            if (count == 0) {
                return new Bounds(0, 0);
            }
            long fewest = scheme == SuppressionScheme.HES ? FEWEST_HES : FEWEST_TALKING_THERAPIES;
            return new Bounds(Math.max(fewest, count - 2), count + 2);
        }
    }

    /**
     * Which counts must be withheld beyond those that the scheme withholds, since a total less its other parts would leave
     * one value only for a withheld part, for whoever knows how counts are rounded: the smallest shown parts, until that is
     * no longer so, and the total where no part is left. Rounding alone leaves such cases: 25 less 10 less 20 can only be 1.
     *
     * @param parts all parts of the total
     * @return exact counts; a part of 0 gives nobody away and stays
     */
    static List<Long> tooTelling(SuppressionScheme scheme, long total, List<Long> parts) {
        List<Integer> more = new ArrayList<>();
        List<Long> counts = new ArrayList<>();
        if (scheme == SuppressionScheme.NONE || count(scheme, total).isEmpty()) {
            return counts;
        }
        while (determined(scheme, total, parts, more)) {
            int smallest = -1;
            for (int i = 0; i < parts.size(); i++) {
                boolean shown = count(scheme, parts.get(i)).isPresent() && parts.get(i) > 0 && !more.contains(i);
                if (shown && (smallest < 0 || parts.get(i) < parts.get(smallest))) {
                    smallest = i;
                }
            }
            counts.add(smallest < 0 ? total : parts.get(smallest));
            if (smallest < 0) {
                break;
            }
            more.add(smallest);
        }
        return counts;
    }

    /** Whether the bounds of all leave one value only for a part that the scheme withholds. */
    private static boolean determined(SuppressionScheme scheme, long total, List<Long> parts, List<Integer> more) {
        Bounds whole = Bounds.of(scheme, count(scheme, total));
        long least = 0;
        long most = 0;
        List<Bounds> bounds = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            // A part withheld for the sake of another may be anything up to the total.
            Bounds part =
                    more.contains(i) ? new Bounds(0, whole.most()) : Bounds.of(scheme, count(scheme, parts.get(i)));
            bounds.add(part);
            least += part.least();
            most += part.most();
        }
        for (int i = 0; i < parts.size(); i++) {
            if (count(scheme, parts.get(i)).isPresent()) {
                continue;
            }
            Bounds part = bounds.get(i);
            long from = Math.max(part.least(), whole.least() - (most - part.most()));
            long to = Math.min(part.most(), whole.most() - (least - part.least()));
            if (from == to) {
                return true;
            }
        }
        return false;
    }

    /** Whether a mean, median or other estimate from so many may be shown. */
    static boolean estimate(SuppressionScheme scheme, long n) {
        return count(scheme, n).isPresent();
    }

    /**
     * Which cells of a table with totals of rows and columns to withhold: those below the fewest, and in every row and
     * column in which only one is withheld the smallest other one too (the first of equals), until no single one is left.
     * A row or column of one cell has no other.
     *
     * @param table rows of equal length
     */
    static List<List<Boolean>> cells(List<List<Long>> table, long fewest) {
        int rows = table.size();
        int columns = rows == 0 ? 0 : table.get(0).size();
        boolean[][] hidden = new boolean[rows][columns];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                hidden[i][j] = table.get(i).get(j) < fewest;
            }
        }
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int i = 0; i < rows; i++) {
                changed |= second(table, hidden, i, 0, 0, 1, columns);
            }
            for (int j = 0; j < columns; j++) {
                changed |= second(table, hidden, 0, j, 1, 0, rows);
            }
        }
        List<List<Boolean>> all = new ArrayList<>();
        for (boolean[] row : hidden) {
            List<Boolean> cells = new ArrayList<>();
            for (boolean cell : row) {
                cells.add(cell);
            }
            all.add(List.copyOf(cells));
        }
        return List.copyOf(all);
    }

    /**
     * Which shares to withhold where their denominators and the sum of all numerators are shown: those with fewer on either
     * side, a second one where there is one only, and more, the smallest first, until what is left of the sum leaves more
     * than one number for each. Two sites at which nobody improved, for one, are found out by a sum less the others of 0.
     */
    static List<Boolean> shares(List<Ratio> shares, long fewest) {
        List<List<Long>> table = shares.stream()
                .map(share -> List.of(share.numerator(), share.denominator() - share.numerator()))
                .toList();
        List<Boolean> hidden = new ArrayList<>(
                cells(table, fewest).stream().map(row -> row.contains(true)).toList());
        while (solved(shares, hidden)) {
            int next = -1;
            for (int i = 0; i < shares.size(); i++) {
                if (!hidden.get(i) && (next < 0 || smaller(table.get(i)) < smaller(table.get(next)))) {
                    next = i;
                }
            }
            if (next < 0) {
                break;
            }
            hidden.set(next, true);
        }
        return List.copyOf(hidden);
    }

    private static long smaller(List<Long> cells) {
        return Math.min(cells.get(0), cells.get(1));
    }

    /** Whether the sum and the denominators leave one value only for a withheld numerator. */
    private static boolean solved(List<Ratio> shares, List<Boolean> hidden) {
        long sum = 0;
        long sizes = 0;
        for (int i = 0; i < shares.size(); i++) {
            sum += hidden.get(i) ? shares.get(i).numerator() : 0;
            sizes += hidden.get(i) ? shares.get(i).denominator() : 0;
        }
        for (int i = 0; i < shares.size(); i++) {
            long size = shares.get(i).denominator();
            if (hidden.get(i) && size > 0 && Math.max(0, sum - (sizes - size)) == Math.min(size, sum)) {
                return true;
            }
        }
        return false;
    }

    /** Withholds a second cell in a line of which exactly one is withheld. */
    private static boolean second(
            List<List<Long>> table, boolean[][] hidden, int row, int column, int down, int across, int length) {
        int withheld = 0;
        int smallest = -1;
        for (int k = 0; k < length; k++) {
            int i = row + k * down;
            int j = column + k * across;
            if (hidden[i][j]) {
                withheld++;
            } else if (smallest < 0
                    || table.get(i).get(j) < table.get(row + smallest * down).get(column + smallest * across)) {
                smallest = k;
            }
        }
        if (withheld != 1 || smallest < 0) {
            return false;
        }
        hidden[row + smallest * down][column + smallest * across] = true;
        return true;
    }
}
