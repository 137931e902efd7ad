package mendline.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mendline.aggregate.Topic;
import org.junit.jupiter.api.Test;

/** What else happened along the way, read aloud. */
class AlongTheWayTest {
    private final Ledger ledger = new Ledger();

    private String told(SampleInput sample) {
        List<Block> blocks = AlongTheWay.of(sample.input(), ledger.of("shapes"));
        return blocks.stream().map(AlongTheWayTest::text).collect(Collectors.joining("\n"));
    }

    private static String text(Block block) {
        return block instanceof Block.Table table
                ? table.rows().stream()
                        .map(row -> row.cells().stream()
                                .map(cell -> ((Block.Cell.Text) cell).text())
                                .collect(Collectors.joining(" | ")))
                        .collect(Collectors.joining("\n"))
                : ((Block.Paragraph) block).lead() + ((Block.Paragraph) block).text();
    }

    private static long[] times(int n, long a, long b) {
        return IntStream.range(0, n).mapToLong(i -> i % 2 == 0 ? a : b).toArray();
    }

    @Test
    void nothingIsSaidWhereNothingWasMeasured() {
        assertThat(told(SampleInput.dated())).isEmpty();
        assertThat(ledger.rows()).isEmpty();
    }

    @Test
    void stuckSessionsComeWithWhatFollowedFromTenOn() {
        assertThat(told(SampleInput.dated()
                        .count(Topic.STUCK, "shared", 10)
                        .count(Topic.STUCK, "therapist", 4)
                        .moments(Topic.STUCK_OUTCOME, "shared", times(10, 100, 300))
                        .moments(Topic.STUCK_ALLIANCE, "shared", times(9, 100, 300))))
                .isEqualTo("""
                        Feeling stuck. Client and therapist both rated themselves stuck (6 or more of 10) in 10 \
                        sessions, only the client in 0, only the therapist in 4. Naming it together is work, not an \
                        alarm.
                        Both | 2.0 (95 % interval 1.2 to 2.8, n = 10) | too few (n = 9)
                        The client only | – | –
                        The therapist only | – | –""");
    }

    @Test
    void withFewerThanTenThereIsNoTableAndWhereOneWasNotAskedNobodySaysOnly() {
        assertThat(told(SampleInput.dated()
                        .count(Topic.STUCK, "client", 3)
                        .count(Topic.STUCK, "one_asked", 2)
                        .moments(Topic.STUCK_OUTCOME, "client", times(9, 100, 300))))
                .isEqualTo("Feeling stuck. Client and therapist both rated themselves stuck (6 or more of 10) in 0 "
                        + "sessions, only the client in 3, only the therapist in 0, and one of them where the other "
                        + "was not asked in 2. Naming it together is work, not an alarm.");
    }

    @Test
    void changesToTheFollowUpScoreAreToldByHistoryFromTenOn() {
        assertThat(told(SampleInput.dated()
                        .count(Topic.DURABILITY, "none:kept", 3)
                        .moments(Topic.FOLLOW_UP_CHANGE, "none", times(10, -100, 200))
                        .moments(Topic.FOLLOW_UP_CHANGE, "not_back", times(9, 100, 300))))
                .contains(
                        " From the last score to that one scores improved, minus meaning worsened, without a setback by"
                                + " 0.5 (95 % interval −0.6 to 1.6, n = 10) points. Who comes");
    }

    @Test
    void gainsAreToldByWhatBecameOfSetbacksAndTheUnknownStaysUnknown() {
        assertThat(told(SampleInput.dated()
                        .count(Topic.DURABILITY, "none:kept", 18)
                        .count(Topic.DURABILITY, "none:not_kept", 2)
                        .count(Topic.DURABILITY, "not_back:kept", 1)
                        .count(Topic.DURABILITY, "not_known:not_kept", 3)))
                .contains("19 of 24 (79 %, 95 % interval 60–91 %) were still reliably better than at the start: "
                        + "without a setback 18 of 20 (90 %, 95 % interval 70–97 %), after one that did not 1 of 1 and "
                        + "after one of which it was not known 0 of 3.");
    }

    @Test
    void spikesStandBesideWhatChanceGivesOnlyWhereThatIsKnown() {
        assertThat(told(SampleInput.dated().count(Topic.SPIKES, "bounced_back", 1)))
                .isEqualTo("Spikes. 1 single score was a step worse than one shortly before and came back as far "
                        + "within four scores.");
    }
}
