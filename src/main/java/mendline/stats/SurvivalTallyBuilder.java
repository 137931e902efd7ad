package mendline.stats;

import java.util.TreeMap;

/** Counts exits quickly; not for sharing between threads. */
public final class SurvivalTallyBuilder {
    private static final int EVENT = 0;
    private static final int CENSORED = 1;
    private static final int COMPETING = 2;

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

    public void addAll(SurvivalTally tally) {
        tally.exits().forEach((time, exits) -> {
            add(time, EVENT, exits.events());
            add(time, CENSORED, exits.censored());
            add(time, COMPETING, exits.competing());
        });
    }

    public SurvivalTally toSurvivalTally() {
        TreeMap<Integer, SurvivalTally.Exits> exits = new TreeMap<>();
        counts.forEach((time, at) -> exits.put(time, new SurvivalTally.Exits(at[EVENT], at[CENSORED], at[COMPETING])));
        return new SurvivalTally(exits);
    }

    private void add(int time, int kind, long count) {
        if (time < 0) {
            throw new IllegalArgumentException("A time cannot be negative, got " + time);
        }
        long[] at = counts.computeIfAbsent(time, ignored -> new long[3]);
        at[kind] = Math.addExact(at[kind], count);
    }
}
