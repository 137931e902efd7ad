package mendline.stats;

import java.util.TreeMap;

/** Counts exits quickly; not for sharing between threads. */
public final class SurvivalTallyBuilder {
    private static final int EVENT = Exit.EVENT.ordinal();
    private static final int CENSORED = Exit.CENSORED.ordinal();
    private static final int COMPETING = Exit.COMPETING.ordinal();
    private static final int OTHER = Exit.OTHER.ordinal();

    private final TreeMap<Integer, long[]> counts = new TreeMap<>();

    public void addEvent(int time) {
        add(time, EVENT, 1);
    }

    public void addCensored(int time) {
        add(time, CENSORED, 1);
    }

    public void addCompeting(int time) {
        add(time, COMPETING, 1);
    }

    /** A competing event of the second kind. */
    public void addOther(int time) {
        add(time, OTHER, 1);
    }

    public void add(int time, Exit how) {
        add(time, how.ordinal(), 1);
    }

    public void addAll(SurvivalTally tally) {
        tally.exits().forEach((time, exits) -> {
            add(time, EVENT, exits.events());
            add(time, CENSORED, exits.censored());
            add(time, COMPETING, exits.competing());
            add(time, OTHER, exits.other());
        });
    }

    public SurvivalTally toSurvivalTally() {
        TreeMap<Integer, SurvivalTally.Exits> exits = new TreeMap<>();
        counts.forEach((time, at) ->
                exits.put(time, new SurvivalTally.Exits(at[EVENT], at[CENSORED], at[COMPETING], at[OTHER])));
        return new SurvivalTally(exits);
    }

    private void add(int time, int kind, long count) {
        if (time < 0) {
            throw new IllegalArgumentException("A time cannot be negative, got " + time);
        }
        long[] at = counts.computeIfAbsent(time, ignored -> new long[4]);
        at[kind] = Math.addExact(at[kind], count);
    }
}
