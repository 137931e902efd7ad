package mendline.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import mendline.stats.Funnel.Count;
import mendline.stats.Funnel.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FunnelTest {
    private static List<Count> counts(long... hitsAndSize) {
        List<Count> counts = new ArrayList<>();
        for (int i = 0; i < hitsAndSize.length; i += 2) {
            counts.add(new Count(hitsAndSize[i], hitsAndSize[i + 1]));
        }
        return counts;
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            50,  .3632, .6368, .2884, .7116
            100, .4026, .5974, .3479, .6521
            """)
    void theWorkedExampleAroundOneHalf(long size, double low95, double high95, double low998, double high998) {
        Funnel.Limits limits = Funnel.limits(.5, 0, size);
        assertThat(limits.inner().lower()).isEqualTo(low95, within(5e-5));
        assertThat(limits.inner().upper()).isEqualTo(high95, within(5e-5));
        assertThat(limits.outer().lower()).isEqualTo(low998, within(5e-5));
        assertThat(limits.outer().upper()).isEqualTo(high998, within(5e-5));
    }

    /** Of 19 tosses up to 3 or from 16 on come up in less than 2.5 %; from 20 on the arcsine is used. */
    @Test
    void limitsAreBinomialBelowTwenty() {
        assertThat(Funnel.limits(.5, 0, 19).inner()).isEqualTo(new Interval(5 / 19.0, 14 / 19.0));
        assertThat(Funnel.limits(.5, 0, 20).inner().lower()).isEqualTo(.2878, within(5e-5));
    }

    @Test
    void limitsThatWouldTurnBackAreNoneAndAll() {
        assertThat(Funnel.limits(.03, 0, 20).outer().lower()).isZero();
        assertThat(Funnel.limits(.97, 0, 20).outer().upper()).isEqualTo(1);
        assertThat(Funnel.limits(.5, 1, 500).outer()).isEqualTo(new Interval(0, 1));
    }

    @Test
    void widerWithOverdispersionAndNeverNarrowerInSmallUnits() {
        for (long size : new long[] {15, 19, 20, 200}) {
            assertThat(Funnel.limits(.4, .02, size).outer().width())
                    .isGreaterThan(Funnel.limits(.4, 0, size).outer().width());
        }
    }

    @Test
    void onlyBeyondTheOuterLimitsIsASignal() {
        List<Count> counts = new ArrayList<>(Collections.nCopies(8, new Count(100, 200)));
        counts.add(new Count(123, 200));
        Funnel nearly = Funnel.of(counts).orElseThrow();
        assertThat(nearly.between()).isZero();
        Funnel.Unit ninth = nearly.units().get(8);
        assertThat(ninth.share().getAsDouble())
                .isGreaterThan(ninth.limits().orElseThrow().inner().upper());
        assertThat(ninth.place()).isEqualTo(Place.USUAL);
        counts.set(8, new Count(60, 200));
        Funnel beyond = Funnel.of(counts).orElseThrow();
        assertThat(beyond.units())
                .filteredOn(unit -> unit.place() != Place.USUAL)
                .hasSize(1);
        assertThat(beyond.units().get(8).place()).isEqualTo(Place.LOW);
        counts.set(8, new Count(140, 200));
        assertThat(Funnel.of(counts).orElseThrow().units().get(8).place()).isEqualTo(Place.HIGH);
    }

    @Test
    void pIsCorrectedWithMoreThanTenUnitsOnly() {
        List<Count> ten = new ArrayList<>(Collections.nCopies(10, new Count(10, 20)));
        assertThat(Funnel.of(ten).orElseThrow().units())
                .allMatch(unit -> unit.adjusted().isEmpty());
        ten.add(new Count(20, 20));
        assertThat(Funnel.of(ten).orElseThrow().units())
                .allMatch(unit -> unit.adjusted().isPresent());
    }

    @Test
    void benjaminiAndHochbergsExample() {
        assertThat(PAdjust.benjaminiHochberg(new double[] {.01, .02, .03, .04, .05}))
                .containsExactly(new double[] {.05, .05, .05, .05, .05}, within(1e-15));
        assertThat(PAdjust.benjaminiHochberg(new double[] {.9, .001, .5}))
                .containsExactly(new double[] {.9, .003, .75}, within(1e-15));
        assertThat(PAdjust.benjaminiHochberg(new double[0])).isEmpty();
    }

    @Test
    void nobodyAnywhereIsNoFunnel() {
        assertThat(Funnel.of(List.of())).isEmpty();
        assertThat(Funnel.of(counts(0, 0, 0, 0))).isEmpty();
    }

    @Test
    void oneUnitTwoUnitsAndEqualOnesHaveNoSpread() {
        for (List<Count> counts : List.of(counts(3, 12), counts(3, 12, 5, 20), counts(4, 20, 4, 20, 4, 20))) {
            Funnel funnel = Funnel.of(counts).orElseThrow();
            assertThat(funnel.between()).isZero();
            assertThat(funnel.dispersion()).isLessThan(1e-12);
            assertThat(funnel.units()).allMatch(unit -> unit.place() == Place.USUAL);
        }
    }

    @ParameterizedTest
    @CsvSource({"0", "1"})
    void allOrNoneEverywhereIsUsual(long hit) {
        List<Count> counts = new ArrayList<>();
        for (long size : new long[] {1, 2, 10, 19, 20, 50}) {
            counts.add(new Count(hit * size, size));
        }
        Funnel funnel = Funnel.of(counts).orElseThrow();
        assertThat(funnel.centre()).isEqualTo(hit);
        assertThat(funnel.units()).allMatch(unit -> unit.place() == Place.USUAL);
        assertThat(funnel.units()).allMatch(unit -> Double.isFinite(unit.p().orElseThrow()));
    }

    @Test
    void aUnitWithoutAnybodyHasAPlaceOfItsOwnAndWeighsNothing() {
        Funnel with = Funnel.of(counts(5, 20, 0, 0, 9, 30)).orElseThrow();
        Funnel without = Funnel.of(counts(5, 20, 9, 30)).orElseThrow();
        assertThat(with.units().get(1).place()).isEqualTo(Place.EMPTY);
        assertThat(with.units().get(1).limits()).isEmpty();
        assertThat(with.between()).isEqualTo(without.between());
        assertThat(with.drawable()).isFalse();
    }

    @Test
    void fiveUnitsOfTenCanBeDrawn() {
        assertThat(Funnel.of(Collections.nCopies(5, new Count(4, 10)))
                        .orElseThrow()
                        .drawable())
                .isTrue();
        assertThat(Funnel.of(Collections.nCopies(4, new Count(4, 10)))
                        .orElseThrow()
                        .drawable())
                .isFalse();
        List<Count> nine = new ArrayList<>(Collections.nCopies(5, new Count(4, 10)));
        nine.set(2, new Count(4, 9));
        assertThat(Funnel.of(nine).orElseThrow().drawable()).isFalse();
    }

    @Test
    void aShareOfMoreThanAllIsRefused() {
        assertThatThrownBy(() -> new Count(3, 2)).hasMessageContaining("got 3 of 2");
        assertThatThrownBy(() -> Funnel.limits(.5, 0, 0)).hasMessageContaining("at least 1");
    }
}
