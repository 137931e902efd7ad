package mendline.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Agreement with R of mixed models of several designs with errors clustered by therapist, and of risk differences. */
class ClusteredModelsReferenceTest {
    private static Map<String, List<ReferenceRow>> sets(String file) {
        return ReferenceRow.of(file).stream()
                .collect(Collectors.groupingBy(row -> row.text("set"), LinkedHashMap::new, Collectors.toList()));
    }

    /** Columns of a design made of (1, session, alliance, score, next score) for a row of a group or state. */
    private static double[][] columns(String design, int group, CrossSums course, double meanAlliance) {
        double[] one = {1, 0, 0, 0, 0};
        double[] session = {0, 1, 0, 0, 0};
        double[] nothing = {0, 0, 0, 0, 0};
        double[] first = group == 1 ? one : nothing;
        double[] second = group == 2 ? one : nothing;
        if (design.equals("exposure")) {
            return new double[][] {one, session, first, second};
        }
        if (design.equals("growth")) {
            double[] firstTime = group == 1 ? session : nothing;
            double[] secondTime = group == 2 ? session : nothing;
            return new double[][] {one, session, first, second, firstTime, secondTime};
        }
        double n = course.rows();
        double t = course.sum(1) / n;
        double a = course.sum(2) / n;
        double slope = (course.product(1, 2) - n * t * a) / (course.product(1, 1) - n * t * t);
        double[] within = {slope * t - a, -slope, 1, 0, 0};
        double[] between = {a - meanAlliance, 0, 0, 0, 0};
        double[] score = {0, 0, 0, 1, 0};
        return design.equals("within_between")
                ? new double[][] {one, within, between, session, score}
                : new double[][] {one, within, between, session};
    }

    private static CrossSums sums(List<ReferenceRow> rows) {
        CrossSums sums = CrossSums.none(4);
        for (ReferenceRow row : rows) {
            sums = sums.with(row.whole("t"), row.whole("alliance"), row.whole("y"), row.whole("later"));
        }
        return sums;
    }

    private static MixedModel clusteredFit(List<ReferenceRow> data, String design, boolean slope) {
        double meanAlliance = sums(data).sum(2) / (double) sums(data).rows();
        Map<Integer, List<ReferenceRow>> courses = data.stream()
                .collect(Collectors.groupingBy(row -> row.whole("course"), TreeMap::new, Collectors.toList()));
        double[] response = design.startsWith("within") ? new double[] {0, 0, 0, 0, 1} : new double[] {0, 0, 0, 1, 0};
        List<GroupSums> groups = new ArrayList<>();
        for (List<ReferenceRow> course : courses.values()) {
            Map<Integer, List<ReferenceRow>> parts = course.stream()
                    .collect(Collectors.groupingBy(
                            row -> row.whole(design.equals("exposure") ? "state" : "group"),
                            TreeMap::new,
                            Collectors.toList()));
            GroupSums sum = null;
            for (Map.Entry<Integer, List<ReferenceRow>> part : parts.entrySet()) {
                GroupSums of = sums(part.getValue())
                        .group(columns(design, part.getKey(), sums(course), meanAlliance), response);
                sum = sum == null ? of : sum.plus(of);
            }
            groups.add(sum);
        }
        return (slope
                        ? MixedModel.fit(groups, MixedModel.Criterion.REML, 0, 1)
                        : MixedModel.fit(groups, MixedModel.Criterion.REML, 0))
                .orElseThrow();
    }

    @Test
    void mixedModelsOfAnyDesignWithErrorsClusteredByTherapist() {
        Map<String, List<ReferenceRow>> sets = sets("clustered-courses");
        Map<String, MixedModel> fits = new TreeMap<>();
        Agreement fixed = new Agreement();
        Agreement errors = new Agreement();
        Agreement clustered = new Agreement();
        Agreement freedom = new Agreement();
        Agreement criteria = new Agreement();
        for (ReferenceRow row : ReferenceRow.of("clustered-mixed")) {
            List<ReferenceRow> data = sets.get(row.text("set"));
            String key = row.text("set") + row.text("design") + row.text("random");
            boolean slope = row.text("random").equals("slope");
            MixedModel fit = fits.computeIfAbsent(key, ignored -> clusteredFit(data, row.text("design"), slope));
            int[] therapists = data.stream()
                    .collect(Collectors.toMap(
                            line -> line.whole("course"), line -> line.whole("therapist"), (a, b) -> a, TreeMap::new))
                    .values()
                    .stream()
                    .mapToInt(Integer::intValue)
                    .toArray();
            int column = row.whole("column");
            double error = row.number("standard_error");
            LinearEstimate own = fit.modelBased().coefficient(column).orElseThrow();
            LinearEstimate robust =
                    fit.cr2(therapists).orElseThrow().coefficient(column).orElseThrow();
            fixed.compare(own.value(), row.number("value"), error, row);
            errors.compare(own.standardError(), error, row);
            clustered.compare(robust.standardError(), row.number("cr2_error"), row);
            freedom.compare(robust.degreesOfFreedom(), row.number("cr2_df"), row);
            criteria.compare(Math.max(0, fit.criterionValue() - row.number("criterion_value")), 0, 1, row);
        }
        assertThat(fits).hasSize(24);
        ReferenceTable.holds("Growth, state and within-between models, fixed effects", 1e-5, fixed);
        ReferenceTable.holds("Growth, state and within-between models, standard errors", 1e-4, errors);
        ReferenceTable.holds("The same, CR2 errors by therapist", 1e-4, clustered);
        ReferenceTable.holds("The same, Satterthwaite df", 1e-3, freedom);
        ReferenceTable.holds("The same, criterion above the reference (absolute)", 1e-4, criteria);
    }

    @Test
    void standardisedRiskDifferences() {
        Map<String, List<ReferenceRow>> sets = sets("clustered-courses");
        Agreement agreement = new Agreement();
        for (ReferenceRow row : ReferenceRow.of("standardised-difference")) {
            List<ReferenceRow> courses = new ArrayList<>(sets.get(row.text("set")).stream()
                    .collect(Collectors.toMap(line -> line.whole("course"), line -> line, (a, b) -> a, TreeMap::new))
                    .values());
            double[] later = courses.stream()
                    .mapToDouble(line -> line.number("later"))
                    .sorted()
                    .toArray();
            double median = (later[(later.length - 1) / 2] + later[later.length / 2]) / 2;
            boolean[] outcomes = new boolean[later.length];
            double[][] design = new double[later.length][];
            double[][] one = new double[later.length][];
            double[][] other = new double[later.length][];
            for (int i = 0; i < outcomes.length; i++) {
                ReferenceRow line = courses.get(i);
                outcomes[i] = line.number("later") > median;
                design[i] = risk(line, line.whole("group"));
                one[i] = risk(line, row.whole("first"));
                other[i] = risk(line, row.whole("second"));
            }
            LinearEstimate found = Logistic.fit(design, outcomes)
                    .orElseThrow()
                    .standardisedDifference(one, other)
                    .orElseThrow();
            agreement.compare(found.value(), row.number("value"), row.number("standard_error"), row);
            agreement.compare(found.standardError(), row.number("standard_error"), row);
        }
        ReferenceTable.holds("Standardised risk difference", 1e-6, agreement);
    }

    private static double[] risk(ReferenceRow line, int group) {
        return new double[] {1, line.number("y") / 100, group == 1 ? 1 : 0, group == 2 ? 1 : 0};
    }
}
