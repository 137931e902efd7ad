package mendline.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Agreement of the models with R. The table of the documentation is held to the numbers of values and to the largest
 * differences found here.
 */
class ModelsReferenceTest {
    private static Map<String, List<ReferenceRow>> sets(String file) {
        return ReferenceRow.of(file).stream()
                .collect(Collectors.groupingBy(row -> row.text("set"), LinkedHashMap::new, Collectors.toList()));
    }

    @Test
    void leastSquaresWithFiveKindsOfErrors() {
        Map<String, List<ReferenceRow>> sets = sets("least-squares-data");
        Map<String, Agreement> agreements = new TreeMap<>();
        for (ReferenceRow row : ReferenceRow.of("least-squares")) {
            List<ReferenceRow> data = sets.get(row.text("set"));
            int[] clusters =
                    data.stream().mapToInt(line -> line.whole("cluster")).toArray();
            LeastSquares fit = LeastSquares.fit(ReferenceRow.design(data), ReferenceRow.responses(data))
                    .orElseThrow();
            String kind = row.text("kind");
            LinearErrors errors = switch (kind) {
                case "classical" -> fit.classical();
                case "hc3" -> fit.hc3().orElseThrow();
                case "cr0" -> fit.cr0(clusters).orElseThrow();
                case "cr1" -> fit.cr1(clusters).orElseThrow();
                default -> fit.cr2(clusters).orElseThrow();
            };
            LinearEstimate estimate = errors.contrast(row.numbers("weights")).orElseThrow();
            Agreement agreement = agreements.computeIfAbsent(kind, key -> new Agreement());
            double error = row.number("standard_error");
            agreement.compare(estimate.value(), row.number("value"), error, row);
            agreement.compare(estimate.standardError(), error, row);
            agreement.compare(estimate.degreesOfFreedom(), row.number("df"), row);
            agreement.compare(estimate.interval().lower(), row.number("lower"), error, row);
            agreement.compare(estimate.interval().upper(), row.number("upper"), error, row);
            agreement.compare(estimate.p(), row.number("p"), 1e-12, row);
        }
        ReferenceTable.holds("Least squares, classical errors", 1e-8, agreements.get("classical"));
        ReferenceTable.holds("Least squares, HC3", 1e-8, agreements.get("hc3"));
        ReferenceTable.holds("Least squares, CR0", 1e-8, agreements.get("cr0"));
        ReferenceTable.holds("Least squares, CR1", 1e-8, agreements.get("cr1"));
        ReferenceTable.holds("Least squares, CR2 with Satterthwaite df", 1e-8, agreements.get("cr2"));
    }

    @Test
    void logisticWithWaldAndProfileLimits() {
        Map<String, Logistic> fits = new LinkedHashMap<>();
        sets("logistic-data").forEach((set, data) -> {
            boolean[] outcomes = new boolean[data.size()];
            for (int i = 0; i < outcomes.length; i++) {
                outcomes[i] = data.get(i).number("response") == 1;
            }
            fits.put(set, Logistic.fit(ReferenceRow.design(data), outcomes).orElseThrow());
        });
        Agreement wald = new Agreement();
        Agreement profile = new Agreement();
        for (ReferenceRow row : ReferenceRow.of("logistic")) {
            Logistic fit = fits.get(row.text("set"));
            int column = row.whole("column");
            double error = row.number("standard_error");
            wald.compare(fit.coefficient(column), row.number("value"), error, row);
            wald.compare(fit.standardError(column), error, row);
            wald.compare(fit.wald(column).lower(), row.number("wald_lower"), error, row);
            wald.compare(fit.wald(column).upper(), row.number("wald_upper"), error, row);
            wald.compare(fit.deviance(), row.number("deviance"), row);
            Logistic.Limits limits = fit.profile(column).orElseThrow();
            profile.compare(limits.lower().orElseThrow(), row.number("profile_lower"), error, row);
            profile.compare(limits.upper().orElseThrow(), row.number("profile_upper"), error, row);
        }
        ReferenceTable.holds("Logistic regression, Wald limits", 1e-6, wald);
        ReferenceTable.holds("Logistic regression, profile limits", 1e-6, profile);
    }

    @Test
    void mixedModelsByBothCriteria() {
        Map<String, MixedModel> fits = new TreeMap<>();
        Agreement fixed = new Agreement();
        Agreement errors = new Agreement();
        Agreement spreads = new Agreement();
        Agreement criteria = new Agreement();
        Map<String, List<ReferenceRow>> sets = sets("mixed-data");
        for (ReferenceRow row : ReferenceRow.of("mixed")) {
            String key = row.text("set") + row.text("random") + row.text("criterion");
            MixedModel fit = fits.computeIfAbsent(key, ignored -> fit(sets.get(row.text("set")), row));
            int column = row.whole("column");
            double error = row.number("standard_error");
            fixed.compare(fit.coefficient(column), row.number("value"), error, row);
            errors.compare(fit.standardError(column), error, row);
            if (column > 0) {
                continue;
            }
            double residual = row.number("sd_residual");
            // On the border a spread is zero up to the reach of either search.
            assertThat(fit.singular()).as(key).isEqualTo(row.whole("singular") == 1);
            double least = fit.singular() ? residual : Double.MIN_NORMAL;
            spreads.compare(fit.residualSd(), residual, row);
            spreads.compare(fit.randomSd(0), row.number("sd_first"), least, row);
            if (row.text("random").equals("slope")) {
                spreads.compare(fit.randomSd(1), row.number("sd_second"), least, row);
                if (!row.text("correlation").isEmpty()) {
                    spreads.compare(fit.randomCorrelation().orElseThrow(), row.number("correlation"), 0.1, row);
                }
            }
            criteria.compare(Math.max(0, fit.criterionValue() - row.number("criterion_value")), 0, 1, row);
        }
        assertThat(fits).hasSize(32);
        assertThat(fits.values()).anyMatch(MixedModel::singular).anyMatch(fit -> !fit.singular());
        ReferenceTable.holds("Mixed model, fixed effects", 1e-5, fixed);
        ReferenceTable.holds("Mixed model, standard errors", 1e-4, errors);
        ReferenceTable.holds("Mixed model, SDs and correlation", 1e-3, spreads);
        ReferenceTable.holds("Mixed model, criterion above the reference (absolute)", 1e-4, criteria);
    }

    private static MixedModel fit(List<ReferenceRow> data, ReferenceRow how) {
        List<GroupSums> groups = new ArrayList<>(groups(data).values());
        MixedModel.Criterion criterion = MixedModel.Criterion.valueOf(how.text("criterion"));
        return (how.text("random").equals("intercept")
                        ? MixedModel.fit(groups, criterion, 0)
                        : MixedModel.fit(groups, criterion, 0, data.get(0).whole("slope_column")))
                .orElseThrow();
    }

    private static TreeMap<String, GroupSums> groups(List<ReferenceRow> data) {
        TreeMap<String, GroupSums> groups = new TreeMap<>();
        for (ReferenceRow line : data) {
            groups.merge(
                    line.text("group"),
                    GroupSums.of(new double[][] {line.numbers("design")}, new double[] {line.number("response")}),
                    GroupSums::plus);
        }
        return groups;
    }

    @Test
    void adjustedPValues() {
        Agreement agreement = new Agreement();
        for (ReferenceRow row : ReferenceRow.of("p-adjust")) {
            double[] p = row.numbers("p");
            double[] holm = PAdjust.holm(p);
            double[] bh = PAdjust.benjaminiHochberg(p);
            for (int i = 0; i < p.length; i++) {
                agreement.compare(holm[i], row.numbers("holm")[i], row);
                agreement.compare(bh[i], row.numbers("bh")[i], row);
            }
        }
        ReferenceTable.holds("Holm, Benjamini and Hochberg", 1e-12, agreement);
    }

    @Test
    void smallestDetectableDifference() {
        Agreement agreement = new Agreement();
        for (ReferenceRow row : ReferenceRow.of("detectable")) {
            double found = DetectableDifference.between(row.whole("first"), row.whole("second"))
                    .orElseThrow();
            agreement.compare(found, row.number("detectable"), row);
        }
        ReferenceTable.holds("Smallest detectable difference", 1e-8, agreement);
        assertThat(DetectableDifference.between(1, 20)).isEmpty();
        assertThat(DetectableDifference.between(20, 1)).isEmpty();
    }
}
