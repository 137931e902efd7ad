package mendline.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.TreeSet;
import mendline.aggregate.Ratio;
import mendline.model.SuppressionScheme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuppressionTest {
    private static String shown(SuppressionScheme scheme, long count) {
        OptionalLong shown = Suppression.count(scheme, count);
        return shown.isPresent() ? Long.toString(shown.getAsLong()) : "*";
    }

    /** The published examples, and both sides of every boundary. */
    @ParameterizedTest(name = "{0}: HES {1}, Talking Therapies {2}")
    @CsvSource(textBlock = """
            0,    0,    *
            1,    *,    *
            4,    *,    *
            5,    *,    5
            7,    *,    5
            8,    10,   10
            12,   10,   10
            13,   15,   15
            17,   15,   15
            18,   20,   20
            1002, 1000, 1000
            1003, 1005, 1005
            """)
    void countsAreWithheldOrRoundedToTheNearestFive(long count, String hes, String talkingTherapies) {
        assertThat(shown(SuppressionScheme.HES, count)).isEqualTo(hes);
        assertThat(shown(SuppressionScheme.TALKING_THERAPIES, count)).isEqualTo(talkingTherapies);
        assertThat(shown(SuppressionScheme.NONE, count)).isEqualTo(Long.toString(count));
    }

    @Test
    void aShareIsOfRoundedCountsAndWithheldWhereEitherIs() {
        assertThat(Suppression.ratio(SuppressionScheme.HES, new Ratio(13, 38))).contains(new Ratio(15, 40));
        assertThat(Suppression.ratio(SuppressionScheme.HES, new Ratio(7, 38))).isEmpty();
        assertThat(Suppression.ratio(SuppressionScheme.HES, new Ratio(0, 7))).isEmpty();
        assertThat(Suppression.ratio(SuppressionScheme.HES, new Ratio(0, 8))).contains(new Ratio(0, 10));
        assertThat(Suppression.ratio(SuppressionScheme.TALKING_THERAPIES, new Ratio(0, 8)))
                .isEmpty();
    }

    /** 25 stands for 23 to 27, 10 for 8 to 12 and 20 for 18 to 22: only 27 less 8 less 18 leaves somebody, and it leaves one. */
    @Test
    void aPartThatTheOthersLeaveOneValueForTakesAnotherWithIt() {
        assertThat(Suppression.tooTelling(SuppressionScheme.HES, 27, List.of(8L, 18L, 1L)))
                .containsExactly(8L);
        assertThat(Suppression.tooTelling(SuppressionScheme.TALKING_THERAPIES, 8, List.of(4L, 4L)))
                .containsExactly(8L);
        assertThat(Suppression.tooTelling(SuppressionScheme.HES, 27, List.of(8L, 17L, 2L)))
                .isEmpty();
        assertThat(Suppression.tooTelling(SuppressionScheme.HES, 8, List.of(8L, 0L)))
                .isEmpty();
        assertThat(Suppression.tooTelling(SuppressionScheme.NONE, 27, List.of(8L, 18L, 1L)))
                .isEmpty();
        assertThat(Suppression.tooTelling(SuppressionScheme.HES, 7, List.of(6L, 1L)))
                .isEmpty();
    }

    /** By trying every way to fill in what is withheld: each withheld part can be more than one number. */
    @Test
    void noPartCanBeWorkedOutFromATotalAndTheOtherParts() {
        Random random = new Random(23);
        int helped = 0;
        for (int round = 0; round < 4000; round++) {
            SuppressionScheme scheme = round % 2 == 0 ? SuppressionScheme.HES : SuppressionScheme.TALKING_THERAPIES;
            List<Long> parts = new ArrayList<>();
            int length = 2 + random.nextInt(3);
            for (int i = 0; i < length; i++) {
                parts.add(random.nextInt(3) == 0 ? 1 + random.nextInt(7) : (long) random.nextInt(30));
            }
            long total = parts.stream().mapToLong(Long::longValue).sum();
            if (Suppression.count(scheme, total).isEmpty()) {
                continue;
            }
            List<Long> more = Suppression.tooTelling(scheme, total, parts);
            helped += more.isEmpty() ? 0 : 1;
            for (int i = 0; i < length; i++) {
                boolean hidden = Suppression.count(scheme, parts.get(i)).isEmpty();
                if (hidden && parts.get(i) > 0) {
                    assertThat(possible(scheme, total, parts, more, i))
                            .as(scheme + " " + parts + " " + more + " " + i)
                            .isGreaterThan(1);
                }
            }
        }
        assertThat(helped).isPositive();
    }

    /** How many values of a withheld part agree with everything shown. */
    private static long possible(SuppressionScheme scheme, long total, List<Long> parts, List<Long> more, int asked) {
        List<List<Integer>> choices = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            OptionalLong shown =
                    more.contains(parts.get(i)) ? OptionalLong.empty() : Suppression.count(scheme, parts.get(i));
            List<Integer> values = new ArrayList<>();
            for (int value = 0; value <= 60; value++) {
                boolean any = more.contains(parts.get(i))
                        || Suppression.count(scheme, value).equals(shown);
                if (any) {
                    values.add(value);
                }
            }
            choices.add(values);
        }
        return choices.get(asked).stream()
                .filter(value -> reachable(scheme, total, choices, asked, value, more))
                .count();
    }

    private static boolean reachable(
            SuppressionScheme scheme, long total, List<List<Integer>> choices, int asked, int value, List<Long> more) {
        TreeSet<Integer> sums = new TreeSet<>(List.of(value));
        for (int i = 0; i < choices.size(); i++) {
            if (i != asked) {
                TreeSet<Integer> next = new TreeSet<>();
                for (int sum : sums) {
                    choices.get(i).forEach(added -> next.add(sum + added));
                }
                sums = next;
            }
        }
        return sums.stream()
                .anyMatch(sum -> more.contains(total) || shown(scheme, sum).equals(shown(scheme, total)));
    }

    @Test
    void aMeanNeedsACountThatIsShown() {
        assertThat(Suppression.estimate(SuppressionScheme.HES, 7)).isFalse();
        assertThat(Suppression.estimate(SuppressionScheme.HES, 8)).isTrue();
        assertThat(Suppression.estimate(SuppressionScheme.TALKING_THERAPIES, 4)).isFalse();
        assertThat(Suppression.estimate(SuppressionScheme.TALKING_THERAPIES, 5)).isTrue();
    }

    private static List<List<Long>> table(String rows) {
        List<List<Long>> table = new ArrayList<>();
        for (String row : rows.split("/")) {
            List<Long> cells = new ArrayList<>();
            for (String cell : row.strip().split(" ")) {
                cells.add(Long.parseLong(cell));
            }
            table.add(cells);
        }
        return table;
    }

    private static String hidden(String rows) {
        List<List<Long>> table = table(rows);
        List<List<Boolean>> hidden = Suppression.cells(table, 5);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < table.size(); i++) {
            List<String> cells = new ArrayList<>();
            for (int j = 0; j < table.get(i).size(); j++) {
                cells.add(
                        hidden.get(i).get(j) ? "*" : Long.toString(table.get(i).get(j)));
            }
            lines.add(String.join(" ", cells));
        }
        return String.join(" / ", lines);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            5 6 / 7 8,                     5 6 / 7 8
            4 60 / 70 80,                  * * / * *
            4 60 70 / 9 80 90 / 8 75 85,   * * 70 / 9 80 90 / * * 85
            0 60 70 / 9 80 90 / 8 75 85,   * * 70 / 9 80 90 / * * 85
            4 60 70 / 3 80 90 / 8 75 85,   * * 70 / * * 90 / 8 75 85
            1 2 70 / 9 80 90,              * * 70 / * * 90
            4,                             *
            9,                             9
            4 60 9,                        * 60 *
            """)
    void asManyMoreAreWithheldAsTotalsNeed(String rows, String expected) {
        assertThat(hidden(rows)).isEqualTo(expected);
    }

    /** In every row and column none or at least two are withheld, so that no total gives one away. */
    @Test
    void noCellCanBeWorkedOutFromATotal() {
        Random random = new Random(7);
        for (int round = 0; round < 300; round++) {
            int rows = 2 + random.nextInt(6);
            int columns = 2 + random.nextInt(5);
            List<List<Long>> table = new ArrayList<>();
            for (int i = 0; i < rows; i++) {
                List<Long> row = new ArrayList<>();
                for (int j = 0; j < columns; j++) {
                    row.add((long) random.nextInt(30));
                }
                table.add(row);
            }
            List<List<Boolean>> hidden = Suppression.cells(table, 5);
            for (int i = 0; i < rows; i++) {
                assertThat(hidden.get(i).stream().filter(cell -> cell).count()).isNotEqualTo(1);
                for (int j = 0; j < columns; j++) {
                    assertThat(hidden.get(i).get(j) || table.get(i).get(j) >= 5).isTrue();
                }
            }
            for (int j = 0; j < columns; j++) {
                int column = j;
                assertThat(hidden.stream().filter(row -> row.get(column)).count())
                        .isNotEqualTo(1);
            }
        }
    }

    @Test
    void anEmptyTableHasNothingToHide() {
        assertThat(Suppression.cells(List.of(), 5)).isEmpty();
    }
}
