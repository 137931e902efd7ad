package mendline.detect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import mendline.measure.Cutoff;
import mendline.measure.CutoffRule;
import mendline.measure.Measure;
import mendline.measure.Yardstick;
import mendline.model.CarriedForward;
import mendline.model.DetectionSettings;
import mendline.model.Direction;
import mendline.model.MeasureKind;
import mendline.model.Rater;
import mendline.model.Recorded;
import mendline.model.Response;
import mendline.model.RuptureKind;
import mendline.model.RuptureSource;
import mendline.model.ScoreSeries;
import mendline.model.Scores;
import mendline.model.Session;
import mendline.model.SetbackKind;

/** Measures, series, notes and plain texts of findings for tests. */
final class Sketches {
    static final DetectionSettings SETTINGS = DetectionSettings.DEFAULT;
    static final Measure SRS = measure("srs", 0, 40, Direction.HIGHER, MeasureKind.ALLIANCE);
    static final Yardstick PHQ9 = yardstick("phq9", 0, 27, Direction.LOWER, 6, 10);
    static final Yardstick GAD7 = yardstick("gad7", 0, 21, Direction.LOWER, 4, 8);
    static final Yardstick ORS = yardstick("ors", 0, 40, Direction.HIGHER, 5, 25);

    private Sketches() {}

    static Measure measure(String key, int min, int max, Direction better, MeasureKind kind) {
        return measure(key, min, max, 100, better, kind);
    }

    static Measure measure(String key, int min, int max, int step, Direction better, MeasureKind kind) {
        return new Measure(
                key,
                key,
                0,
                100 * min,
                100 * max,
                step,
                better,
                kind,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                CutoffRule.CASENESS,
                List.of(),
                "",
                false,
                "");
    }

    /** Published, inclusive reliable change and caseness in points. */
    static Yardstick yardstick(String key, int min, int max, Direction better, double change, double caseness) {
        return new Yardstick(
                measure(key, min, max, better, MeasureKind.OUTCOME),
                OptionalDouble.of(change),
                true,
                OptionalDouble.of(change),
                Optional.of(new Cutoff(caseness, true, better)),
                OptionalDouble.of(5));
    }

    static Instruments instruments(Yardstick primary, Yardstick... others) {
        return instruments(SETTINGS, primary, others);
    }

    static Instruments instruments(DetectionSettings settings, Yardstick primary, Yardstick... others) {
        List<Yardstick> outcomes = new ArrayList<>(List.of(primary));
        outcomes.addAll(List.of(others));
        return new Instruments(
                Optional.of(primary),
                Optional.of(SRS),
                outcomes,
                OptionalDouble.of(2),
                false,
                OptionalDouble.of(2),
                OptionalDouble.of(0),
                OptionalDouble.of(3),
                OptionalDouble.of(0),
                OptionalInt.of(CourseSketch.FIRST_DAY + 1000),
                settings);
    }

    /** A series at sessions 1, 2, 3 ... from a text of points; {@code -} is a session without a score. */
    static ScoreSeries series(Yardstick yardstick, String points) {
        return series(yardstick.measure(), points);
    }

    static ScoreSeries series(Measure measure, String points) {
        String[] cells = points.trim().split("[ ,]+");
        List<int[]> filled = new ArrayList<>();
        for (int i = 0; i < cells.length; i++) {
            if (!cells[i].equals("-") && !cells[i].equals("NA")) {
                filled.add(new int[] {i + 1, Scores.hundredths(Double.parseDouble(cells[i]))});
            }
        }
        int[] days = new int[filled.size()];
        Arrays.fill(days, Session.NO_DAY);
        return new ScoreSeries(
                measure.key(),
                Rater.CLIENT,
                filled.stream().mapToInt(f -> f[0]).toArray(),
                days,
                filled.stream().mapToInt(f -> f[1]).toArray());
    }

    /** {@code onset s4 worst s4 depth 8 repaired s5 after 1 best 0.75}, episodes apart by {@code ;}. */
    static String told(List<Episode> episodes) {
        return episodes.stream().map(Sketches::told).collect(Collectors.joining("; "));
    }

    static String told(Episode e) {
        StringBuilder text = new StringBuilder("s" + e.onset().session());
        e.worstAt().ifPresent(worst -> text.append(" worst s").append(worst.session()));
        e.depth().ifPresent(depth -> text.append(" depth ").append(Scores.text(depth)));
        text.append(' ').append(e.status().key());
        e.end().ifPresent(end -> text.append(" s").append(end.session()));
        e.scoresToEnd().ifPresent(scores -> text.append(" after ").append(scores));
        return text.toString();
    }

    static Recorded setback(SetbackKind... kinds) {
        return note(Set.of(kinds), Set.of(), Set.of());
    }

    static Recorded response(Response... responses) {
        return note(Set.of(), Set.of(responses), Set.of());
    }

    static Recorded carried(CarriedForward... carried) {
        return note(Set.of(), Set.of(), Set.of(carried));
    }

    static Recorded note(Set<SetbackKind> setbacks, Set<Response> responses, Set<CarriedForward> carried) {
        return new Recorded(
                true,
                setbacks.isEmpty() ? Set.of() : EnumSet.copyOf(setbacks),
                responses,
                carried,
                Optional.empty(),
                RuptureSource.THERAPIST,
                OptionalInt.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                OptionalInt.empty());
    }

    /** A rupture with a repair rating, 0 for none; {@code NONE} rates an earlier one. */
    static Recorded rupture(RuptureSource source, RuptureKind kind, int repair) {
        return rupture(source, kind, 0, repair);
    }

    /** The same with how strong it was, 0 where nobody said. */
    static Recorded rupture(RuptureSource source, RuptureKind kind, int intensity, int repair) {
        return new Recorded(
                false,
                Set.of(),
                Set.of(),
                Set.of(),
                Optional.of(kind),
                source,
                intensity == 0 ? OptionalInt.empty() : OptionalInt.of(intensity),
                repair == 0 ? OptionalInt.empty() : OptionalInt.of(repair),
                OptionalInt.empty(),
                OptionalInt.empty());
    }

    static Recorded stuck(int client, int therapist) {
        return new Recorded(
                false,
                Set.of(),
                Set.of(),
                Set.of(),
                Optional.empty(),
                RuptureSource.THERAPIST,
                OptionalInt.empty(),
                OptionalInt.empty(),
                OptionalInt.of(client),
                OptionalInt.of(therapist));
    }
}
