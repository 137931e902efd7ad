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
        return blocks.stream()
                .map(block -> (Block.Paragraph) block)
                .map(paragraph -> paragraph.lead() + paragraph.text())
                .collect(Collectors.joining("\n"));
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
                .isEqualTo("Feeling stuck. Client and therapist both rated themselves stuck (6 or more of 10) in 10 "
                        + "sessions, only the client in 0, only the therapist in 4. Over the next three scores after "
                        + "a shared one, outcome scores improved by 2.0 (95 % interval 1.2 to 2.8, n = 10) points. "
                        + "Naming it together is work, not an alarm.");
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
