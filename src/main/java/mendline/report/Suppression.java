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

    /** Both counts of a share or rate as a scheme shows them; empty where either is withheld. */
    static Optional<Ratio> ratio(SuppressionScheme scheme, Ratio ratio) {
        OptionalLong numerator = count(scheme, ratio.numerator());
        OptionalLong denominator = count(scheme, ratio.denominator());
        return numerator.isPresent() && denominator.isPresent()
                ? Optional.of(new Ratio(numerator.getAsLong(), denominator.getAsLong()))
                : Optional.empty();
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
