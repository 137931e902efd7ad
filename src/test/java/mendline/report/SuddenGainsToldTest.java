package mendline.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeMap;
import mendline.aggregate.ExpectedByChance;
import mendline.aggregate.Topic;
import mendline.detect.ChanceCounts;
import mendline.detect.RuleChance;
import mendline.stats.Histogram;
import org.junit.jupiter.api.Test;

/** Sudden gains and losses read aloud. */
class SuddenGainsToldTest {
    private final Ledger ledger = new Ledger();

    private static SampleInput practice() {
        return SampleInput.dated()
                .histogram(Topic.SERIES_LENGTH, "", 14, 30)
                .count(Topic.SUDDEN, "gain:held", 12)
                .count(Topic.SUDDEN, "gain:reversed", 3)
                .count(Topic.SUDDEN, "loss:held", 4);
    }

    private String told(SampleInput sample) {
        return ((Block.Paragraph)
                        SuddenGainsTold.of(sample.input(), ledger.of("shapes")).get(0))
                .text();
    }

    private static RuleChance chance(int gains, int losses) {
        TreeMap<String, Histogram> found = new TreeMap<>();
        found.put(RuleChance.GAINS, months(20L * gains));
        found.put(RuleChance.LOSSES, months(20L * losses));
        return new RuleChance(20, found);
    }

    private static Histogram months(long n) {
        TreeMap<Integer, Long> months = new TreeMap<>();
        months.put(Practices.LAST, n);
        return new Histogram(months);
    }

    @Test
    void theCountStandsBesideOwnNoiseAndPublishedRates() {
        assertThat(told(practice()
                        .chance(new ExpectedByChance(
                                ChanceCounts.NONE, ChanceCounts.NONE, ChanceCounts.NONE, chance(9, 2), chance(6, 2)))))
                .isEqualTo("15 sudden gains between two neighbouring sessions, 3 of them reversed later, and 4 sudden"
                        + " losses. For gains, noise around each course's own straight line would give about 6 to 9;"
                        + " for losses, about 2. The courses have a median of 14 scores. In published simulations with 15"
                        + " scores the usual three criteria flag 15 % of clients who do not change and 49 % of those"
                        + " who improve along a straight line (Vittengl and others 2015). A sudden gain is partly what"
                        + " steep gradual change looks like.");
        assertThat(ledger.rows()).extracting(FigureRow::id).contains("shapes.sudden_gains.noise.upper");
    }

    @Test
    void withoutASimulationOnlyThePublishedRatesStandBesideIt() {
        assertThat(told(practice()))
                .contains("4 sudden losses. The courses have")
                .doesNotContain("noise");
    }

    @Test
    void withoutAnyScoreNothingIsSaid() {
        assertThat(SuddenGainsTold.of(SampleInput.dated().input(), ledger)).isEmpty();
    }
}
