package mendline.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SeedsTest {
    /** Test vectors published with FNV. */
    @Test
    void theHashIsFnv1a() {
        assertThat(Seeds.fnv1a(new byte[0])).isEqualTo(0xcbf29ce484222325L);
        assertThat(Seeds.fnv1a("a".getBytes(StandardCharsets.UTF_8))).isEqualTo(0xaf63dc4c8601ec8cL);
        assertThat(Seeds.fnv1a("foobar".getBytes(StandardCharsets.UTF_8))).isEqualTo(0x85944171f73967e8L);
    }

    /** SplitMix64 with seed 0 starts with the finished first step of its counter. */
    @Test
    void theFinishIsSplitMix64() {
        assertThat(Seeds.finish(0x9e3779b97f4a7c15L)).isEqualTo(0xe220a8397b1dcdafL);
    }

    @Test
    void whereOnePartEndsMatters() {
        assertThat(Seeds.of("ab", "c")).isNotEqualTo(Seeds.of("a", "bc"));
        assertThat(Seeds.of("a")).isNotEqualTo(Seeds.of("a", ""));
        assertThat(Seeds.of("a", "b")).isNotEqualTo(Seeds.of("b", "a"));
        assertThat(Seeds.of("é", "1")).isEqualTo(Seeds.of("é", "1"));
    }

    @Test
    void similarNamesGetUnrelatedSeeds() {
        Set<Long> seeds = new HashSet<>();
        int differingBits = 0;
        for (int i = 0; i < 10_000; i++) {
            seeds.add(Seeds.of("course", Integer.toString(i)));
            differingBits += Long.bitCount(Seeds.of("c", "" + i) ^ Seeds.of("c", "" + (i + 1)));
        }
        assertThat(seeds).hasSize(10_000);
        assertThat(differingBits / 10_000.0).isBetween(31.0, 33.0);
    }
}
