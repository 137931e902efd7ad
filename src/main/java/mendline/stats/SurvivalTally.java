package mendline.stats;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How many left observation at each whole-number time, and how: with the event waited for, censored, or with a
 * competing event that makes the first one impossible. Exact and mergeable; everything the curves need.
 *
 * @param exits time (0 or later) to exits, ascending, without empty times, unmodifiable
 */
public record SurvivalTally(SortedMap<Integer, Exits> exits) {
    public static final SurvivalTally NONE = new SurvivalTally(new TreeMap<>());

    /** Those who left at one time. */
    public record Exits(long events, long censored, long competing) {
        static final Exits NONE = new Exits(0, 0, 0);

        public Exits {
            if (events < 0 || censored < 0 || competing < 0) {
                throw new IllegalArgumentException(
                        "A count cannot be negative, got " + events + ", " + censored + " and " + competing);
            }
        }

        public long total() {
            return Math.addExact(Math.addExact(events, censored), competing);
        }

        Exits plus(Exits other) {
            return new Exits(
                    Math.addExact(events, other.events),
                    Math.addExact(censored, other.censored),
                    Math.addExact(competing, other.competing));
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
        return with(time, new Exits(1, 0, 0));
    }

    public SurvivalTally withCensored(int time) {
        return with(time, new Exits(0, 1, 0));
    }

    public SurvivalTally withCompeting(int time) {
        return with(time, new Exits(0, 0, 1));
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
