package mendline.aggregate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import mendline.model.Period;
import mendline.stats.Answer;
import mendline.stats.Discrimination;
import mendline.stats.Histogram;
import mendline.stats.Interval;
import mendline.stats.Logistic;
import mendline.stats.Refusal;

/**
 * How many courses of a site would have improved reliably, had each done as well as those of the whole practice that began
 * alike: logistic regression of reliable improvement on the first score of the main outcome measure, the definition of the
 * outcome where there are two, and the age band where the data record one. Indirect standardisation: over all sites as many
 * are expected as improved.
 *
 * @param courses ended courses with a first score, of all sites and of none
 * @param improved of these, improved reliably
 * @param ages whether age bands are in the model
 * @param area under the curve of the model, see {@link Discrimination}
 * @param explained share of the deviance that the model takes away (McFadden 1974)
 * @param sites by name, the empty one for courses without a site
 */
public record CaseMix(
        long courses, long improved, boolean ages, double area, double explained, SortedMap<String, Site> sites) {
    /** A band or definition with fewer courses, or with one outcome only, goes with the most common one. */
    static final long FEWEST_OF_A_LEVEL = 20;

    /** Courses of the rarer outcome that each coefficient needs (Peduzzi and others 1996). */
    static final long EVENTS_FOR_A_COEFFICIENT = 10;

    private static final double POINTS = 100;
    private static final double INNER = 1.959963984540054;
    private static final double OUTER = 3.090232306167813;

    /**
     * A site's courses with a first score.
     *
     * @param observed improved reliably
     * @param expected sum of the chances that the model gives
     * @param variance of the number observed, were these chances true: the sum of {@code p(1 − p)}
     */
    public record Site(long courses, long observed, double expected, double variance) {
        /** Observed less expected. */
        public double difference() {
            return observed - expected;
        }

        /** 95 % interval of observed less expected. */
        public Interval interval() {
            double half = INNER * Math.sqrt(variance);
            return new Interval(difference() - half, difference() + half);
        }

        /** Beyond the 99.8 % limits around what is expected. */
        public boolean beyond() {
            return Math.abs(difference()) > OUTER * Math.sqrt(variance);
        }
    }

    public CaseMix {
        sites = Collections.unmodifiableSortedMap(new TreeMap<>(sites));
    }

    /** Courses that began alike: how many improved, how many did not. */
    private record Cell(String definition, String age, String site, int first, boolean improved, long courses) {}

    /** The case mix of courses that ended in a period; refused where the model has no answer. */
    public static Answer<CaseMix> of(PracticeSummary summary, Period period) {
        List<Cell> cells = cells(summary, period);
        SortedMap<String, Long> definitions = levels(cells, true);
        SortedMap<String, Long> ages = levels(cells, false);
        List<String> definitionColumns = columns(definitions, cells, true);
        List<String> ageColumns = columns(ages, cells, false);
        long courses = 0;
        long improved = 0;
        double sum = 0;
        for (Cell cell : cells) {
            courses += cell.courses();
            improved += cell.improved() ? cell.courses() : 0;
            sum += (double) cell.first() * cell.courses();
        }
        int columns = 2 + definitionColumns.size() + ageColumns.size();
        if (Math.min(improved, courses - improved) < EVENTS_FOR_A_COEFFICIENT * (columns - 1)) {
            return Answer.refused(improved == 0 || improved == courses ? Refusal.ONE_OUTCOME : Refusal.TOO_FEW_ROWS);
        }
        double mean = sum / courses;
        double[][] design = new double[Math.toIntExact(courses)][];
        boolean[] outcomes = new boolean[design.length];
        String[] sites = new String[design.length];
        int row = 0;
        for (Cell cell : cells) {
            double[] values = new double[columns];
            values[0] = 1;
            values[1] = (cell.first() - mean) / POINTS;
            mark(values, 2, definitionColumns, cell.definition());
            mark(values, 2 + definitionColumns.size(), ageColumns, cell.age());
            for (long i = 0; i < cell.courses(); i++) {
                design[row] = values;
                outcomes[row] = cell.improved();
                sites[row] = cell.site();
                row++;
            }
        }
        Answer<Logistic> fit = Logistic.fit(design, outcomes);
        if (fit.refusal().isPresent()) {
            return Answer.refused(fit.refusal().get());
        }
        return Answer.given(summed(fit.orElseThrow(), design, outcomes, sites, !ageColumns.isEmpty()));
    }

    private static CaseMix summed(Logistic model, double[][] design, boolean[] outcomes, String[] sites, boolean ages) {
        SortedMap<String, Site> bySite = new TreeMap<>();
        double[] chances = new double[outcomes.length];
        long improved = 0;
        for (int i = 0; i < outcomes.length; i++) {
            double logit = 0;
            for (int column = 0; column < model.columns(); column++) {
                logit += design[i][column] * model.coefficient(column);
            }
            double chance = 1 / (1 + Math.exp(-logit));
            chances[i] = chance;
            improved += outcomes[i] ? 1 : 0;
            bySite.merge(
                    sites[i],
                    new Site(1, outcomes[i] ? 1 : 0, chance, chance * (1 - chance)),
                    (a, b) -> new Site(
                            a.courses() + b.courses(),
                            a.observed() + b.observed(),
                            a.expected() + b.expected(),
                            a.variance() + b.variance()));
        }
        double share = (double) improved / outcomes.length;
        double alone = -2 * (improved * Math.log(share) + (outcomes.length - improved) * Math.log(1 - share));
        return new CaseMix(
                outcomes.length,
                improved,
                ages,
                Discrimination.area(chances, outcomes).orElseThrow(),
                1 - model.deviance() / alone,
                bySite);
    }

    private static void mark(double[] values, int from, List<String> columns, String level) {
        int place = columns.indexOf(level);
        if (place >= 0) {
            values[from + place] = 1;
        }
    }

    private static List<Cell> cells(PracticeSummary summary, Period period) {
        List<Cell> cells = new ArrayList<>();
        for (Map.Entry<String, Histogram> entry :
                summary.histograms(Topic.CASE_MIX, period).entrySet()) {
            String[] parts = entry.getKey().split("\\|", 4);
            entry.getValue()
                    .counts()
                    .forEach((first, courses) ->
                            cells.add(new Cell(parts[1], parts[2], parts[3], first, parts[0].equals("yes"), courses)));
        }
        return cells;
    }

    private static SortedMap<String, Long> levels(List<Cell> cells, boolean definitions) {
        SortedMap<String, Long> levels = new TreeMap<>();
        cells.forEach(cell -> levels.merge(definitions ? cell.definition() : cell.age(), cell.courses(), Long::sum));
        return levels;
    }

    /** Levels with a column of their own: all but the most common one, and those that are too few or all alike. */
    private static List<String> columns(SortedMap<String, Long> levels, List<Cell> cells, boolean definitions) {
        String most = levels.isEmpty() ? "" : levels.firstKey();
        for (Map.Entry<String, Long> level : levels.entrySet()) {
            if (level.getValue() > levels.get(most)) {
                most = level.getKey();
            }
        }
        List<String> columns = new ArrayList<>();
        for (Map.Entry<String, Long> level : levels.entrySet()) {
            boolean yes = false;
            boolean no = false;
            for (Cell cell : cells) {
                if ((definitions ? cell.definition() : cell.age()).equals(level.getKey())) {
                    yes |= cell.improved();
                    no |= !cell.improved();
                }
            }
            if (!level.getKey().equals(most) && level.getValue() >= FEWEST_OF_A_LEVEL && yes && no) {
                columns.add(level.getKey());
            }
        }
        return columns;
    }
}
