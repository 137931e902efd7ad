package mendline.detect;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import mendline.measure.Measure;
import mendline.model.Course;
import mendline.model.Direction;
import mendline.model.ScoreSeries;
import mendline.model.Session;
import mendline.model.Stage;

/**
 * The scores of one series by session slot: a slot is a session number, and a number without a score is an empty slot.
 * Severity orientation; a measure with higher better is reflected inside its range, because the percent rule of sudden
 * gains depends on the zero.
 */
public final class SessionSlots {
    private final ScoreSeries series;
    private final Measure measure;
    private final int first;
    private final int last;
    private final int[] slots;
    private final int[] positions;

    private SessionSlots(ScoreSeries series, Measure measure, int first, int last) {
        this.series = series;
        this.measure = measure;
        this.first = first;
        this.last = last;
        int[] numbers = new int[series.size()];
        int[] at = new int[series.size()];
        int count = 0;
        for (int i = 0; i < series.size(); i++) {
            if (count > 0 && numbers[count - 1] == series.session(i)) {
                count--;
            }
            numbers[count] = series.session(i);
            at[count] = i;
            count++;
        }
        slots = Arrays.copyOf(numbers, count);
        positions = Arrays.copyOf(at, count);
    }

    /** Slots from the first to the last attended session of the course, follow-up apart. */
    public static SessionSlots of(Course course, ScoreSeries series, Measure measure) {
        int first = series.isEmpty() ? 1 : series.session(0);
        int last = series.isEmpty() ? 0 : series.session(series.size() - 1);
        for (Session session : course.sessions()) {
            if (session.attended() && session.stage() != Stage.FOLLOW_UP) {
                first = Math.min(first, session.number());
                last = Math.max(last, session.number());
            }
        }
        return new SessionSlots(series, measure, first, last);
    }

    /** Slots from one number to another, both included, whatever the series holds. */
    public static SessionSlots between(int first, int last, ScoreSeries series, Measure measure) {
        return new SessionSlots(series, measure, first, last);
    }

    /** The same slots with other scores. */
    SessionSlots with(ScoreSeries other) {
        return new SessionSlots(other, measure, first, last);
    }

    public int first() {
        return first;
    }

    public int last() {
        return last;
    }

    /** The severity in a slot, in hundredths; empty where there is no score. */
    public OptionalInt severity(int slot) {
        int i = find(slot);
        return i < 0 ? OptionalInt.empty() : OptionalInt.of(severityAt(i));
    }

    ScoreSeries series() {
        return series;
    }

    /** How many slots hold a score. */
    int filled() {
        return slots.length;
    }

    int slotAt(int i) {
        return slots[i];
    }

    /** Position in the series of the i-th filled slot. */
    int positionAt(int i) {
        return positions[i];
    }

    int severityAt(int i) {
        return reflected(series.score(positions[i]));
    }

    /** Index of a filled slot, below 0 where it is empty. */
    int find(int slot) {
        return Arrays.binarySearch(slots, slot);
    }

    /** A severity in hundredths as points of the measure. */
    double points(double severity) {
        return (measure.better() == Direction.LOWER ? severity : measure.min() + measure.max() - severity) / 100;
    }

    /** Severity of the first slot minus that of the last, in hundredths; empty where either holds no score. */
    OptionalDouble totalImprovement() {
        OptionalInt start = severity(first);
        OptionalInt end = severity(last);
        return start.isPresent() && end.isPresent()
                ? OptionalDouble.of(start.getAsInt() - end.getAsInt())
                : OptionalDouble.empty();
    }

    private int reflected(int score) {
        return measure.better() == Direction.LOWER ? score : measure.min() + measure.max() - score;
    }
}
