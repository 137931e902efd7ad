package mendline.stats;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How many left observation at each whole-number time, and how: with the event waited for, censored, or with a
 * competing event, of one kind or another, after which the first one is no longer waited for. Exact and mergeable;
 * everything the curves need.
 *
 * @param exits time (0 or later) to exits, ascending, without empty times, unmodifiable
 */
public record SurvivalTally(SortedMap<Integer, Exits> exits) {
    public static final SurvivalTally NONE = new SurvivalTally(new TreeMap<>());

    /**
     * Those who left at one time.
     *
     * @param competing with a competing event
     * @param other with a competing event of a second kind
     */
    public record Exits(long events, long censored, long competing, long other) {
        static final Exits NONE = new Exits(0, 0, 0, 0);

        public Exits {
            if (events < 0 || censored < 0 || competing < 0 || other < 0) {
                throw new IllegalArgumentException("A count cannot be negative, got " + events + ", " + censored + ", "
                        + competing + " and " + other);
            }
        }

        public long total() {
            return Math.addExact(Math.addExact(events, censored), Math.addExact(competing, other));
        }

        Exits plus(Exits more) {
            return new Exits(
                    Math.addExact(events, more.events),
                    Math.addExact(censored, more.censored),
                    Math.addExact(competing, more.competing),
                    Math.addExact(other, more.other));
        }
    }

    public SurvivalTally {
        TreeMap<Integer, Exits> copy = new TreeMap<>(exits);
        copy.values().removeIf(Exits.NONE::equals);
        if (!copy.isEmpty() && copy.firstKey() < 0) {
            throw new IllegalArgumentException("A time cannot be negative, got " + copy.firstKey());
        }
        exits = Collections.unmodifiableSortedMap(copy);
    }

    public SurvivalTally withEvent(int time) {
        return with(time, new Exits(1, 0, 0, 0));
    }

    public SurvivalTally withCensored(int time) {
        return with(time, new Exits(0, 1, 0, 0));
    }

    public SurvivalTally withCompeting(int time) {
        return with(time, new Exits(0, 0, 1, 0));
    }

    public SurvivalTally withOther(int time) {
        return with(time, new Exits(0, 0, 0, 1));
    }

    public SurvivalTally plus(SurvivalTally other) {
        TreeMap<Integer, Exits> sum = new TreeMap<>(exits);
        other.exits.forEach((time, more) -> sum.merge(time, more, Exits::plus));
        return new SurvivalTally(sum);
    }

    /** Everyone ever observed. */
    public long total() {
        return all().total();
    }

    public long events() {
        return all().events();
    }

    public long censored() {
        return all().censored();
    }

    public long competing() {
        return all().competing();
    }

    /** Those with a competing event of the second kind. */
    public long other() {
        return all().other();
    }

    /** Those still under observation just before {@code time}: with a time of their own at or after it. */
    public long atRisk(int time) {
        long atRisk = 0;
        for (Exits later : exits.tailMap(time).values()) {
            atRisk = Math.addExact(atRisk, later.total());
        }
        return atRisk;
    }

    private SurvivalTally with(int time, Exits more) {
        TreeMap<Integer, Exits> sum = new TreeMap<>(exits);
        sum.merge(time, more, Exits::plus);
        return new SurvivalTally(sum);
    }

    private Exits all() {
        Exits sum = Exits.NONE;
        for (Exits some : exits.values()) {
            sum = sum.plus(some);
        }
        return sum;
    }
}
