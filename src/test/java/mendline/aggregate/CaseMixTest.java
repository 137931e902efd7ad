package mendline.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import mendline.model.Months;
import mendline.model.Period;
import mendline.stats.Agreement;
import mendline.stats.Histogram;
import mendline.stats.Reference;
import mendline.stats.ReferenceTable;
import mendline.stats.Refusal;
import org.junit.jupiter.api.Test;

/** Agreement with R's glm on four practices, and what is refused. */
class CaseMixTest {
    private static PracticeSummary practice(String set) {
        List<Map<String, String>> rows = Reference.byColumn("case-mix-data").stream()
                .filter(row -> row.get("set").equals(set))
                .toList();
        assertThat(rows).hasSizeGreaterThan(100);
        TreeMap<Fact, Histogram> facts = new TreeMap<>();
        for (Map<String, String> row : rows) {
            String category = String.join(
                    "|",
                    row.get("improved").equals("1") ? "yes" : "no",
                    row.get("definition"),
                    row.get("age"),
                    row.get("site"));
            facts.merge(
                    new Fact(Topic.CASE_MIX, category, Months.UNDATED),
                    Histogram.of(Integer.parseInt(row.get("first"))),
                    Histogram::plus);
        }
        return of(facts);
    }

    private static PracticeSummary of(TreeMap<Fact, Histogram> facts) {
        Counting counting = new Counting();
        facts.forEach((fact, scores) -> scores.counts().forEach((score, times) -> {
            for (long i = 0; i < times; i++) {
                counting.histogram(fact.topic(), fact.category(), fact.month(), score);
            }
        }));
        return counting.summary();
    }

    @Test
    void sitesAreExpectedToImproveAsByTheGlmOfR() {
        List<Map<String, String>> rows = Reference.byColumn("case-mix");
        int beyond = 0;
        Agreement agreement = new Agreement();
        Set<String> sets = new TreeSet<>();
        for (Map<String, String> row : rows) {
            CaseMix mix = CaseMix.of(practice(row.get("set")), Period.undated()).orElseThrow();
            CaseMix.Site site = mix.sites().get(row.get("site"));
            assertThat(site.courses()).isEqualTo(Long.parseLong(row.get("courses")));
            assertThat(site.observed()).isEqualTo(Long.parseLong(row.get("observed")));
            agreement.compare(site.expected(), Double.parseDouble(row.get("expected")), row);
            agreement.compare(site.variance(), Double.parseDouble(row.get("variance")), row);
            if (sets.add(row.get("set"))) {
                agreement.compare(mix.area(), Double.parseDouble(row.get("area")), row);
                agreement.compare(mix.explained(), Double.parseDouble(row.get("explained")), row);
            }
            assertThat(mix.ages()).isEqualTo(List.of("ages", "both").contains(row.get("set")));
            beyond += site.beyond() ? 1 : 0;
        }
        assertThat(rows).hasSizeGreaterThan(15);
        assertThat(beyond).isLessThan(rows.size());
        ReferenceTable.holds("Case mix of sites: expected, variance, area, explained", 1e-7, agreement);
    }

    @Test
    void overAllSitesAsManyAreExpectedAsImproved() {
        for (String set : List.of("plain", "ages", "both", "small")) {
            CaseMix mix = CaseMix.of(practice(set), Period.undated()).orElseThrow();
            double expected = mix.sites().values().stream()
                    .mapToDouble(CaseMix.Site::expected)
                    .sum();
            assertThat(expected).isCloseTo(mix.improved(), within(1e-6));
        }
    }

    private static TreeMap<Fact, Histogram> facts(int yes, int no) {
        TreeMap<Fact, Histogram> facts = new TreeMap<>();
        List<Integer> firsts = new ArrayList<>(List.of(1000, 1500, 2000));
        for (String outcome : List.of("yes", "no")) {
            Histogram scores = Histogram.NONE;
            for (int i = 0; i < (outcome.equals("yes") ? yes : no); i++) {
                scores = scores.with(firsts.get(i % 3));
            }
            facts.put(new Fact(Topic.CASE_MIX, outcome + "|single:phq9||Site|with a bar", 24_000), scores);
        }
        return facts;
    }

    @Test
    void aModelNeedsTenOfTheRarerOutcomeForEachCoefficient() {
        assertThat(CaseMix.of(of(facts(9, 200)), Period.month(24_000)).refusal())
                .contains(Refusal.TOO_FEW_ROWS);
        CaseMix mix = CaseMix.of(of(facts(10, 200)), Period.month(24_000)).orElseThrow();
        assertThat(mix.sites()).containsOnlyKeys("Site|with a bar");
        assertThat(CaseMix.of(of(facts(0, 200)), Period.month(24_000)).refusal())
                .contains(Refusal.ONE_OUTCOME);
        assertThat(CaseMix.of(PracticeSummary.NONE, Period.month(24_000)).refusal())
                .contains(Refusal.ONE_OUTCOME);
        assertThat(CaseMix.of(of(facts(10, 200)), Period.month(24_001)).refusal())
                .contains(Refusal.ONE_OUTCOME);
    }

    @Test
    void aSmallAgeBandGoesWithTheMostCommonOne() {
        TreeMap<Fact, Histogram> facts = facts(60, 60);
        facts.put(new Fact(Topic.CASE_MIX, "yes|single:phq9|90+|Site", 24_000), Histogram.of(1000, 1500));
        facts.put(new Fact(Topic.CASE_MIX, "no|single:phq9|90+|Site", 24_000), Histogram.of(2000));
        CaseMix mix = CaseMix.of(of(facts), Period.month(24_000)).orElseThrow();
        assertThat(mix.ages()).isFalse();
        assertThat(mix.courses()).isEqualTo(123);
    }
}
