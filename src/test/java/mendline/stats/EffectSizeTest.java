package mendline.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class EffectSizeTest {
    private static final int[] PRE = {18, 22, 15, 20, 24, 17, 19, 21, 16, 23};
    private static final int[] POST = {10, 15, 14, 9, 20, 8, 12, 18, 11, 13};

    private static PairedMoments pairs(int count) {
        PairedMoments pairs = PairedMoments.NONE;
        for (int i = 0; i < count; i++) {
            pairs = pairs.with(PRE[i], POST[i]);
        }
        return pairs;
    }

    @Test
    void tenPairsBeforeAndAfter() {
        PairedMoments pairs = pairs(10);
        assertThat(pairs.first().sd().orElseThrow()).isEqualTo(3.02765, within(5e-6));
        assertThat(pairs.correlation().orElseThrow()).isEqualTo(.5896745, within(1e-6));
        EffectSize effect = EffectSize.prePost(pairs, -1).orElseThrow();
        assertThat(effect.n()).isEqualTo(10);
        assertThat(effect.d()).isEqualTo(2.146879, within(1e-6));
        assertThat(effect.g() / effect.d()).isEqualTo(.9142857, within(1e-6));
        assertThat(effect.g()).isEqualTo(1.962861, within(1e-6));
        assertThat(effect.variance()).isEqualTo(.3125197, within(1e-6));
        assertThat(effect.interval().lower()).isEqualTo(.9611, within(5e-5));
        assertThat(effect.interval().upper()).isEqualTo(2.9646, within(5e-5));
    }

    @Test
    void theOtherDirectionTurnsTheSign() {
        EffectSize lower = EffectSize.prePost(pairs(10), -1).orElseThrow();
        EffectSize higher = EffectSize.prePost(pairs(10), 1).orElseThrow();
        assertThat(higher.g()).isEqualTo(-lower.g());
        assertThat(higher.interval().lower()).isEqualTo(-lower.interval().upper());
    }

    @Test
    void fewerThanThreePairsOrNoSpreadGiveNone() {
        assertThat(EffectSize.prePost(pairs(0), -1)).isEmpty();
        assertThat(EffectSize.prePost(pairs(2), -1)).isEmpty();
        assertThat(EffectSize.prePost(pairs(3), -1)).isPresent();
        assertThat(EffectSize.prePost(5, 0, 30, 0.5)).isEmpty();
        assertThat(EffectSize.prePost(PairedMoments.NONE.with(4, 1).with(4, 2).with(4, 3), -1))
                .isEmpty();
    }

    @Test
    void aCorrelationBeyondOneIsRefused() {
        assertThatThrownBy(() -> EffectSize.prePost(5, 2, 30, 1.5)).hasMessageContaining("1.5");
    }
}
