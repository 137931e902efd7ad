package mendline.aggregate;

import java.util.function.Function;
import mendline.EdgeTable;
import mendline.model.Months;
import mendline.model.Period;
import mendline.stats.Answer;
import org.junit.jupiter.api.Test;

/** Case mix of a site with next to no course, alone and beside a hundred courses of another site. */
class EdgesOfSitesTest {
    private final EdgeTable table = new EdgeTable("function");

    private static PracticeSummary practice(String which, boolean beside) {
        Counting counting = new Counting();
        if (beside) {
            for (int i = 0; i < 100; i++) {
                add(counting, i % 3 == 0, "Other", 300 + 100 * (i % 7));
            }
        }
        int[] firsts = EdgeTable.values(which);
        for (int i = 0; i < firsts.length; i++) {
            add(counting, i % 2 == 0, "Site", 100 * firsts[i]);
        }
        return counting.summary();
    }

    private static void add(Counting counting, boolean improved, String site, int first) {
        counting.histogram(
                Topic.CASE_MIX,
                String.join("|", improved ? "yes" : "no", "single:phq9", "", site),
                Months.UNDATED,
                first);
    }

    private static Object site(String which, Function<CaseMix.Site, Object> said) {
        Answer<CaseMix> mix = CaseMix.of(practice(which, true), Period.undated());
        return mix.value().isEmpty()
                ? mix
                : mix.orElseThrow().sites().containsKey("Site")
                        ? said.apply(mix.orElseThrow().sites().get("Site"))
                        : "no course, no row";
    }

    @Test
    void caseMixHasAStatedResultAtItsEdges() {
        table.row("`CaseMix.of`, the site alone", c -> CaseMix.of(practice(c, false), Period.undated()));
        table.row("`CaseMix.of`, beside a site of 100: expected of the site", c -> site(c, CaseMix.Site::expected));
        table.row("the same, observed less expected", c -> site(c, CaseMix.Site::interval));
        table.row("the same, beyond the outer limits", c -> site(c, CaseMix.Site::beyond));
        table.row("`CaseMix.of` where all began with the same score", c -> {
            Counting counting = new Counting();
            for (int i = 0; i < 10 * EdgeTable.values(c).length; i++) {
                add(counting, i % 2 == 0, "Site", 500);
            }
            Answer<CaseMix> mix = CaseMix.of(counting.summary(), Period.undated());
            return mix.value().isPresent() ? mix.orElseThrow().area() : mix;
        });

        table.holds("edges of sites");
    }
}
