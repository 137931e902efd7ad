package mendline.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import mendline.measure.Yardstick;
import mendline.measure.Yardsticks;
import mendline.model.Direction;
import mendline.model.GainRules;
import mendline.model.GainStability;
import mendline.stats.Agreement;
import mendline.stats.Reference;
import mendline.stats.ReferenceTable;
import org.junit.jupiter.api.Test;

/** Sudden gains and losses by sixteen sets of rules beside the published criteria written anew in R. */
class SuddenGainsReferenceTest {
    private static final OptionalDouble SEVEN = OptionalDouble.of(7);
    private static final Map<Direction, Yardstick> BDI = new EnumMap<>(Map.of(
            Direction.LOWER, Sketches.yardstick("bdi", 0, 63, Direction.LOWER, 20, 14),
            Direction.HIGHER, Sketches.yardstick("well", 0, 63, Direction.HIGHER, 20, 49)));

    private final Map<String, SessionSlots> slots = new HashMap<>();
    private final Map<String, Yardstick> yardsticks = new HashMap<>();

    SuddenGainsReferenceTest() {
        for (Map<String, String> row : Reference.byColumn("sudden-gains-series")) {
            Yardstick yardstick = BDI.get(Direction.valueOf(row.get("better")));
            String scores = row.get("scores");
            yardsticks.put(row.get("series"), yardstick);
            slots.put(
                    row.get("series"),
                    SessionSlots.between(
                            1, scores.split(" ").length, Sketches.series(yardstick, scores), yardstick.measure()));
        }
    }

    private static GainRules rules(String name) {
        return switch (name) {
            case "usual" -> rules(true, true, 0.25, GainStability.T, false);
            case "unadjusted" -> new GainRules(true, SEVEN, true, 0.25, GainStability.T, false, false, false);
            case "size_alone" -> rules(true, false, 0.25, GainStability.OFF, false);
            case "share_alone" -> rules(false, true, 0.25, GainStability.OFF, false);
            case "half_alone" -> rules(false, true, 0.5, GainStability.OFF, false);
            case "size_and_t" -> rules(true, false, 0.25, GainStability.T, false);
            case "share_and_t" -> rules(false, true, 0.25, GainStability.T, false);
            case "first_two" -> rules(true, true, 0.25, GainStability.OFF, false);
            case "points_from_sd" ->
                new GainRules(
                        true,
                        OptionalDouble.of(Yardsticks.reliableChange(10.5, 0.961)),
                        true,
                        0.25,
                        GainStability.T,
                        true,
                        false,
                        false);
            case "gaynor" -> rules(true, true, 0.25, GainStability.GAYNOR, false);
            case "kelly" -> rules(true, true, 0.25, GainStability.KELLY, false);
            case "package" -> rules(true, true, 0.25, GainStability.T, true);
            case "package_unadjusted" -> new GainRules(true, SEVEN, true, 0.25, GainStability.T, false, true, false);
            case "package_one_to_two" -> new GainRules(true, SEVEN, true, 0.25, GainStability.T, true, true, true);
            case "package_first_two" -> rules(true, true, 0.25, GainStability.OFF, true);
            case "package_share" -> rules(false, true, 0.25, GainStability.T, true);
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static GainRules rules(
            boolean size, boolean share, double percent, GainStability stability, boolean compatible) {
        return new GainRules(size, SEVEN, share, percent, stability, true, compatible, false);
    }

    /** The criteria that a set of rules reads in another way than the sets before it: 1, 2, 3. */
    private static String ownCriteria(String rules) {
        return switch (rules) {
            case "usual" -> "123";
            case "points_from_sd" -> "1";
            case "half_alone", "package" -> "2";
            case "unadjusted", "gaynor", "kelly" -> "3";
            default -> "";
        };
    }

    /** Holds one letter of the file (met, not met, not known); {@code counts} where no other set of rules has the same. */
    private static void compare(
            Agreement agreement, boolean counts, Optional<Boolean> found, char expected, Object where) {
        assertThat(found.map(met -> met ? '1' : '0').orElse('-'))
                .as("%s", where)
                .isEqualTo(expected);
        if (counts && found.isPresent()) {
            agreement.compare(found.get() ? 1 : 0, expected - '0', 1, where);
        }
    }

    @Test
    void everyCriterionOfEveryIntervalIsThatOfR() {
        Agreement agreement = new Agreement();
        for (Map<String, String> row : Reference.byColumn("sudden-gains")) {
            SessionSlots series = slots.get(row.get("series"));
            GainRules rules = rules(row.get("rules"));
            String own = ownCriteria(row.get("rules"));
            int size = ScoreSetbacks.atLeast(rules.points().orElseThrow());
            for (int i = 0; i < row.get("first").length(); i++) {
                GainCriteria found =
                        SuddenGains.criteria(series, size, EpisodeKind.valueOf(row.get("kind")), i + 1, rules);
                String where = "after " + (i + 1) + " " + row;
                compare(
                        agreement,
                        own.contains("1"),
                        found.size(),
                        row.get("first").charAt(i),
                        where);
                compare(
                        agreement,
                        own.contains("2"),
                        found.share(),
                        row.get("second").charAt(i),
                        where);
                compare(
                        agreement,
                        own.contains("3"),
                        found.stable(),
                        row.get("third").charAt(i),
                        where);
            }
        }
        ReferenceTable.holds("Sudden gains and losses, each criterion of each interval", 1e-9, agreement);
    }

    @Test
    void everyGainAndLossItsSizeAndWhatFollowedAreThoseOfR() {
        Agreement agreement = new Agreement();
        for (Map<String, String> row : Reference.byColumn("sudden-gains")) {
            String[] after = numbers(row, "after");
            List<SuddenChange> found = SuddenGains.changes(
                    slots.get(row.get("series")),
                    yardsticks.get(row.get("series")),
                    EpisodeKind.valueOf(row.get("kind")),
                    rules(row.get("rules")));
            assertThat(found).as(row.toString()).hasSize(after.length);
            for (int i = 0; i < after.length; i++) {
                SuddenChange change = found.get(i);
                agreement.compare(change.after(), Double.parseDouble(after[i]), row);
                agreement.compare(change.magnitude() / 100.0, Double.parseDouble(numbers(row, "magnitude")[i]), 1, row);
                agreement.compare(change.reversalValue(), Double.parseDouble(numbers(row, "reversal")[i]), row);
                compare(agreement, change.shareOfTotalChange(), numbers(row, "share")[i], row);
                compare(
                        agreement,
                        change.reversedAt().stream().asDoubleStream().findFirst(),
                        numbers(row, "reversed")[i],
                        row);
            }
        }
        ReferenceTable.holds("Sudden gains and losses, place, size, share of all change, reversal", 1e-9, agreement);
    }

    private static String[] numbers(Map<String, String> row, String column) {
        return row.get(column).isEmpty() ? new String[0] : row.get(column).split(" ");
    }

    private static void compare(Agreement agreement, OptionalDouble found, String expected, Object where) {
        assertThat(found.isEmpty()).as("%s: known", where).isEqualTo(expected.equals("NA"));
        if (found.isPresent()) {
            agreement.compare(found.getAsDouble(), Double.parseDouble(expected), where);
        }
    }

    @Test
    void pointsFromSdAndReliabilityAreThoseOfR() {
        Agreement agreement = new Agreement();
        for (Map<String, String> row : Reference.byColumn("sudden-gains-points")) {
            double sd = Double.parseDouble(row.get("sd"));
            double reliability = Double.parseDouble(row.get("reliability"));
            agreement.compare(
                    Yardsticks.standardErrorOfDifference(sd, reliability),
                    Double.parseDouble(row.get("difference")),
                    row);
            agreement.compare(Yardsticks.reliableChange(sd, reliability), Double.parseDouble(row.get("points")), row);
        }
        ReferenceTable.holds("Points of a sudden gain from SD and reliability", 1e-9, agreement);
    }

    @Test
    void nothingGainedFromNothingIsNoGain() {
        SessionSlots zeros = SessionSlots.between(
                1,
                6,
                Sketches.series(BDI.get(Direction.LOWER), "0 0 0 0 0 0"),
                BDI.get(Direction.LOWER).measure());
        GainRules shareAlone = rules("share_alone");

        assertThat(SuddenGains.changes(zeros, BDI.get(Direction.LOWER), EpisodeKind.SUDDEN_GAIN, shareAlone))
                .isEmpty();
        assertThat(SuddenGains.changes(zeros, BDI.get(Direction.LOWER), EpisodeKind.SUDDEN_LOSS, shareAlone))
                .isEmpty();
    }
}
