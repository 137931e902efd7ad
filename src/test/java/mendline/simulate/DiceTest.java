package mendline.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DiceTest {
    @Test
    void wholeNumbersReachBothEndsAndNoFurther() {
        Dice dice = Dice.of(1, 2, Dice.Concern.PLAN);
        Set<Integer> drawn = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            drawn.add(dice.whole(3, 6));
        }
        assertThat(drawn).containsExactlyInAnyOrder(3, 4, 5, 6);
    }

    @Test
    void normalNumbersHaveTheirMeanAndSd() {
        Dice dice = Dice.of(1, 2, Dice.Concern.SCORES);
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < 20000; i++) {
            double x = dice.normal(10, 2);
            sum += x;
            squares += (x - 10) * (x - 10);
        }
        assertThat(sum / 20000).isEqualTo(10, within(0.06));
        assertThat(Math.sqrt(squares / 20000)).isEqualTo(2, within(0.05));
    }

    @Test
    void choicesComeUpByTheirWeights() {
        Dice dice = Dice.of(1, 2, Dice.Concern.RECORDS);
        List<Weighted<String>> choices =
                List.of(Weighted.of("often", 3), Weighted.of("seldom", 1), Weighted.of("never", 0));
        int often = 0;
        int never = 0;
        for (int i = 0; i < 8000; i++) {
            String drawn = dice.pick(choices);
            often += drawn.equals("often") ? 1 : 0;
            never += drawn.equals("never") ? 1 : 0;
        }
        assertThat(often / 8000.0).isEqualTo(0.75, within(0.02));
        assertThat(never).isZero();
    }

    @Test
    void streamsOfNeighboursHaveNothingInCommon() {
        Set<Double> firsts = new HashSet<>();
        for (int client = 0; client < 500; client++) {
            for (Dice.Concern concern : Dice.Concern.values()) {
                firsts.add(Dice.of(7, client, concern).uniform());
                firsts.add(Dice.of(7, client, 1, concern).uniform());
                firsts.add(Dice.of(7, client, 2, concern).uniform());
            }
        }
        assertThat(firsts).hasSize(500 * 3 * Dice.Concern.values().length);
    }
}
