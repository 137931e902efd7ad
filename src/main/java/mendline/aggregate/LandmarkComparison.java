package mendline.aggregate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import mendline.detect.LandmarkGroup;
import mendline.model.Direction;
import mendline.stats.Answer;
import mendline.stats.LeastSquares;
import mendline.stats.LinearErrors;
import mendline.stats.LinearEstimate;
import mendline.stats.PAdjust;
import mendline.stats.Refusal;

/**
 * What followed the landmark by group, at the same score at the landmark: {@code after = b₀ + b₁·atLandmark + b₂·repaired +
 * b₃·not yet repaired} by least squares, no dip being the reference. Differences are turned so that positive is better.
 *
 * <p>Where every course names its therapist and there are at least {@link #FEWEST_THERAPISTS}, errors are CR2 by
 * therapist with Satterthwaite's degrees of freedom; else HC3, which takes courses as independent.
 *
 * @param contrasts repaired against no dip, not yet against no dip, repaired against not yet
 * @param therapists behind the clustered errors; 0 where they are HC3
 * @param sdAtLandmark SD of the scores at the landmark in hundredths, all groups together
 */
public record LandmarkComparison(List<Contrast> contrasts, int courses, int therapists, double sdAtLandmark) {
    /** With fewer, the spread between therapists cannot be estimated. */
    public static final int FEWEST_THERAPISTS = 5;

    /**
     * One group against another at the same score at the landmark.
     *
     * @param difference in hundredths, first minus second, positive when the first is better
     * @param adjustedP adjusted after Holm for the three contrasts
     */
    public record Contrast(LandmarkGroup first, LandmarkGroup second, LinearEstimate difference, double adjustedP) {}

    /** One group against another. */
    public Contrast contrast(LandmarkGroup first, LandmarkGroup second) {
        return contrasts.stream()
                .filter(contrast -> contrast.first() == first && contrast.second() == second)
                .findFirst()
                .orElseThrow();
    }

    public LandmarkComparison {
        contrasts = List.copyOf(contrasts);
    }

    /** Refused when a group is missing, when scores at the landmark do not vary, or when nothing is left to estimate errors. */
    public static Answer<LandmarkComparison> of(List<LandmarkRow> rows, Direction better) {
        return of(rows, better, false);
    }

    /**
     * The same with the number of attended sessions as another column: {@code + b₄·(sessions − mean)}. It comes after the
     * landmark and may lie on the way from a repair to the outcome, so it shows whether the difference hangs on length and
     * is no better estimate.
     */
    public static Answer<LandmarkComparison> allowingForSessions(List<LandmarkRow> rows, Direction better) {
        return of(rows, better, true);
    }

    private static Answer<LandmarkComparison> of(List<LandmarkRow> rows, Direction better, boolean allowing) {
        Map<LandmarkGroup, Integer> sizes = new EnumMap<>(LandmarkGroup.class);
        rows.forEach(row -> sizes.merge(row.group(), 1, Integer::sum));
        if (sizes.size() < LandmarkGroup.values().length) {
            return Answer.refused(Refusal.TOO_FEW_GROUPS);
        }
        double mean = rows.stream().mapToLong(LandmarkRow::atLandmark).sum() / (double) rows.size();
        double attended = rows.stream().mapToLong(LandmarkRow::attended).sum() / (double) rows.size();
        double squares = 0;
        double[][] design = new double[rows.size()][];
        double[] response = new double[rows.size()];
        for (int i = 0; i < response.length; i++) {
            LandmarkRow row = rows.get(i);
            double apart = row.atLandmark() - mean;
            squares += apart * apart;
            double repaired = indicator(row, LandmarkGroup.DIP_REPAIRED);
            double notYet = indicator(row, LandmarkGroup.DIP_NOT_YET_REPAIRED);
            design[i] = allowing
                    ? new double[] {1, apart, repaired, notYet, row.attended() - attended}
                    : new double[] {1, apart, repaired, notYet};
            response[i] = better == Direction.HIGHER ? row.after() : -row.after();
        }
        Answer<LeastSquares> fit = LeastSquares.fit(design, response);
        if (fit.refusal().isPresent()) {
            return Answer.refused(fit.refusal().get());
        }
        Optional<int[]> therapists = therapists(rows);
        Answer<LinearErrors> errors = therapists.isPresent()
                ? fit.orElseThrow().cr2(therapists.get())
                : fit.orElseThrow().hc3();
        if (errors.refusal().isPresent()) {
            return Answer.refused(errors.refusal().get());
        }
        double sd = Math.sqrt(squares / (rows.size() - 1));
        int count = therapists
                .map(codes -> (int) Arrays.stream(codes).distinct().count())
                .orElse(0);
        return contrasts(errors.orElseThrow(), design[0].length, rows.size(), count, sd);
    }

    private static double indicator(LandmarkRow row, LandmarkGroup group) {
        return row.group() == group ? 1 : 0;
    }

    private static Answer<LandmarkComparison> contrasts(
            LinearErrors errors, int columns, int courses, int therapists, double sd) {
        LandmarkGroup[][] pairs = {
            {LandmarkGroup.DIP_REPAIRED, LandmarkGroup.NO_DIP},
            {LandmarkGroup.DIP_NOT_YET_REPAIRED, LandmarkGroup.NO_DIP},
            {LandmarkGroup.DIP_REPAIRED, LandmarkGroup.DIP_NOT_YET_REPAIRED}
        };
        List<LinearEstimate> estimates = new ArrayList<>();
        for (LandmarkGroup[] pair : pairs) {
            double[] weights = new double[columns];
            weights[column(pair[0])] += 1;
            if (pair[1] != LandmarkGroup.NO_DIP) {
                weights[column(pair[1])] -= 1;
            }
            Answer<LinearEstimate> estimate = errors.contrast(weights);
            if (estimate.refusal().isPresent()) {
                return Answer.refused(estimate.refusal().get());
            }
            estimates.add(estimate.orElseThrow());
        }
        double[] adjusted =
                PAdjust.holm(estimates.stream().mapToDouble(LinearEstimate::p).toArray());
        List<Contrast> contrasts = new ArrayList<>();
        for (int i = 0; i < pairs.length; i++) {
            contrasts.add(new Contrast(pairs[i][0], pairs[i][1], estimates.get(i), adjusted[i]));
        }
        return Answer.given(new LandmarkComparison(contrasts, courses, therapists, sd));
    }

    private static int column(LandmarkGroup group) {
        return group == LandmarkGroup.DIP_REPAIRED ? 2 : 3;
    }

    /** A number for each row's therapist; empty unless all are known and there are enough of them. */
    private static Optional<int[]> therapists(List<LandmarkRow> rows) {
        TreeMap<String, Integer> numbers = new TreeMap<>();
        int[] codes = new int[rows.size()];
        for (int i = 0; i < codes.length; i++) {
            String therapist = rows.get(i).therapist();
            if (therapist.isEmpty()) {
                return Optional.empty();
            }
            numbers.putIfAbsent(therapist, numbers.size());
            codes[i] = numbers.get(therapist);
        }
        return numbers.size() < FEWEST_THERAPISTS ? Optional.empty() : Optional.of(codes);
    }
}
