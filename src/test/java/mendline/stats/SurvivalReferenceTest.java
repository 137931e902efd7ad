package mendline.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import mendline.stats.IncidencePoint.Incidence;
import mendline.stats.Reference.Row;
import org.junit.jupiter.api.Test;

/** Time to an event as R's package survival has it, with ties, clusters, groups of one and curves without an event. */
class SurvivalReferenceTest {
    private static final double ALLOWED = 1e-9;
    /** Below it a standard error or a chi-square is rounding of nothing. */
    private static final double NOTHING = 1e-6;

    private final Map<String, List<Row>> sets = new LinkedHashMap<>();

    SurvivalReferenceTest() {
        for (Row row : Reference.rows("survival-exits")) {
            sets.computeIfAbsent(row.text("set"), set -> new ArrayList<>()).add(row);
        }
    }

    private static void add(SurvivalTallyBuilder builder, Row row) {
        int time = (int) row.whole("time");
        switch ((int) row.whole("kind")) {
            case 0 -> builder.addCensored(time);
            case 1 -> builder.addEvent(time);
            case 2 -> builder.addCompeting(time);
            default -> builder.addOther(time);
        }
    }

    private SurvivalTally all(String set) {
        SurvivalTallyBuilder builder = new SurvivalTallyBuilder();
        sets.get(set).forEach(row -> add(builder, row));
        return builder.toSurvivalTally();
    }

    private List<SurvivalTally> by(String column, String set) {
        Map<Long, SurvivalTallyBuilder> parts = new TreeMap<>();
        sets.get(set)
                .forEach(row -> add(parts.computeIfAbsent(row.whole(column), part -> new SurvivalTallyBuilder()), row));
        return parts.values().stream()
                .map(SurvivalTallyBuilder::toSurvivalTally)
                .toList();
    }

    private static void limit(Agreement agreement, OptionalDouble actual, Row row, String column) {
        assertThat(actual.isPresent()).as("%s of %s", column, row).isEqualTo(row.has(column));
        if (actual.isPresent()) {
            agreement.compare(actual.getAsDouble(), row.number(column), row);
        }
    }

    @Test
    void kaplanMeierWithAndWithoutClusters() {
        Map<String, KaplanMeier> curves = new TreeMap<>();
        Map<String, Integer> next = new TreeMap<>();
        Agreement greenwood = new Agreement();
        Agreement clustered = new Agreement();
        for (Row row : Reference.rows("survival-curves")) {
            String set = row.text("set");
            boolean plain = row.text("variance").equals("greenwood");
            String key = set + row.text("variance");
            KaplanMeier curve = curves.computeIfAbsent(
                    key, name -> plain ? KaplanMeier.of(all(set)) : KaplanMeier.clustered(by("cluster", set)));
            SurvivalPoint point = curve.points().get(next.merge(key, 1, Integer::sum) - 1);
            assertThat(point.time()).isEqualTo((int) row.whole("time"));
            assertThat(point.atRisk()).isEqualTo(row.whole("at_risk"));
            assertThat(point.events()).isEqualTo(row.whole("events"));
            Agreement agreement = plain ? greenwood : clustered;
            agreement.compare(point.survival(), row.number("survival"), NOTHING, row);
            if (row.has("standard_error")) {
                agreement.compare(point.standardError(), row.number("standard_error"), NOTHING, row);
            }
            limit(agreement, point.lower(), row, "lower");
            limit(agreement, point.upper(), row, "upper");
        }
        assertThat(curves).hasSize(2 * sets.size());
        curves.forEach((key, curve) ->
                assertThat(next.get(key)).isEqualTo(curve.points().size()));
        ReferenceTable.holds("Kaplan-Meier, Greenwood, log-log limits", ALLOWED, greenwood);
        ReferenceTable.holds("Kaplan-Meier, clustered variance, log-log limits", ALLOWED, clustered);
    }

    @Test
    void logRankOfTwoGroupsAndMore() {
        Agreement agreement = new Agreement();
        for (Row row : Reference.rows("log-rank-groups")) {
            Optional<LogRank> test = LogRank.of(by("group", row.text("set")));
            assertThat(test.isPresent()).as("%s", row).isEqualTo(row.has("df"));
            if (test.isEmpty()) {
                continue;
            }
            List<OptionalDouble> observed = row.series("observed");
            List<OptionalDouble> expected = row.series("expected");
            assertThat(test.get().observed()).hasSameSizeAs(observed);
            for (int g = 0; g < observed.size(); g++) {
                assertThat((double) test.get().observed().get(g))
                        .isEqualTo(observed.get(g).getAsDouble());
                agreement.compare(test.get().expected().get(g), expected.get(g).getAsDouble(), NOTHING, row);
            }
            agreement.compare(test.get().chiSquare(), row.number("chi_square"), NOTHING, row);
            agreement.compare(test.get().p(), row.number("p"), row);
            assertThat(test.get().degreesOfFreedom()).isEqualTo((int) row.whole("df"));
        }
        ReferenceTable.holds("Log-rank test, two to five groups", ALLOWED, agreement);
    }

    @Test
    void cumulativeIncidenceOfThreeCauses() {
        Map<String, AalenJohansen> curves = new TreeMap<>();
        Agreement agreement = new Agreement();
        for (Row row : Reference.rows("incidence-curves")) {
            String set = row.text("set");
            boolean single = row.text("variance").equals("single");
            AalenJohansen curve = curves.computeIfAbsent(
                    set + single,
                    key -> single ? AalenJohansen.of(all(set)) : AalenJohansen.clustered(by("cluster", set)));
            int time = (int) row.whole("time");
            Incidence found = switch (row.text("cause")) {
                case "1" -> curve.eventBy(time);
                case "2" -> curve.competingBy(time);
                default -> curve.otherBy(time);
            };
            agreement.compare(found.share(), row.number("share"), NOTHING, row);
            agreement.compare(found.standardError(), row.number("standard_error"), NOTHING, row);
            limit(
                    agreement,
                    found.interval().map(i -> OptionalDouble.of(i.lower())).orElse(OptionalDouble.empty()),
                    row,
                    "lower");
            limit(
                    agreement,
                    found.interval().map(i -> OptionalDouble.of(i.upper())).orElse(OptionalDouble.empty()),
                    row,
                    "upper");
        }
        assertThat(curves).hasSizeGreaterThan(30);
        ReferenceTable.holds("Aalen-Johansen incidence, three causes, with and without clusters", ALLOWED, agreement);
    }
}
