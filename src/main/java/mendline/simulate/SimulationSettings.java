package mendline.simulate;

import java.time.YearMonth;

/**
 * What to simulate. Shares are fractions of the courses long enough to hold the planted change; see each.
 *
 * @param clients clients with at least one attended session in the months written
 * @param seed the only source of chance
 * @param lastMonth the last month written
 * @param months how many months are written
 * @param sites sites over which therapists are spread evenly
 * @param therapists therapists of the practice
 * @param setbackShare courses of at least 7 attended sessions in which the outcome measure worsens by 7 or more
 *     points for 2 or more sessions
 * @param dipShare courses of at least 5 attended sessions in which alliance scores fall by 6.5 or more points
 * @param ruptureShare courses of at least 5 attended sessions with a rupture that leaves no mark on the scores
 * @param suddenGainShare courses of at least 8 attended sessions without a planted setback that improve from one
 *     session to the next
 * @param noise factor on the session-to-session noise of scores; 0 leaves the planned curve, rounded
 * @param dataProblems whether a few cells are wrong, as in any export
 */
public record SimulationSettings(
        int clients,
        long seed,
        YearMonth lastMonth,
        int months,
        int sites,
        int therapists,
        double setbackShare,
        double dipShare,
        double ruptureShare,
        double suddenGainShare,
        double noise,
        boolean dataProblems) {

    public SimulationSettings {
        atLeastOne("clients", clients);
        atLeastOne("months", months);
        atLeastOne("sites", sites);
        atLeastOne("therapists", therapists);
        fraction("setbackShare", setbackShare);
        fraction("dipShare", dipShare);
        fraction("ruptureShare", ruptureShare);
        fraction("suddenGainShare", suddenGainShare);
        if (!(noise >= 0 && noise <= 5)) {
            throw new IllegalArgumentException("noise needs 0 to 5, was " + noise);
        }
    }

    /** Two years to October 2026 in a practice of twelve therapists at two sites. */
    public static SimulationSettings of(int clients, long seed) {
        return new SimulationSettings(
                clients, seed, YearMonth.of(2026, 10), 24, 2, 12, 0.24, 0.30, 0.16, 0.12, 1.0, true);
    }

    /** The same practice over other months. */
    public SimulationSettings withMonths(YearMonth last, int count) {
        return new SimulationSettings(
                clients,
                seed,
                last,
                count,
                sites,
                therapists,
                setbackShare,
                dipShare,
                ruptureShare,
                suddenGainShare,
                noise,
                dataProblems);
    }

    /** The same practice with other numbers of sites and therapists. */
    public SimulationSettings withStaff(int siteCount, int therapistCount) {
        return new SimulationSettings(
                clients,
                seed,
                lastMonth,
                months,
                siteCount,
                therapistCount,
                setbackShare,
                dipShare,
                ruptureShare,
                suddenGainShare,
                noise,
                dataProblems);
    }

    /** The same practice with other shares of planted changes. */
    public SimulationSettings withShares(double setbacks, double dips, double ruptures, double suddenGains) {
        return new SimulationSettings(
                clients,
                seed,
                lastMonth,
                months,
                sites,
                therapists,
                setbacks,
                dips,
                ruptures,
                suddenGains,
                noise,
                dataProblems);
    }

    /** The same practice with nothing planted: gradual change and noise only. */
    public SimulationSettings withNothingPlanted() {
        return withShares(0, 0, 0, 0);
    }

    /** The same practice with more or less noise in the scores. */
    public SimulationSettings withNoise(double factor) {
        return new SimulationSettings(
                clients,
                seed,
                lastMonth,
                months,
                sites,
                therapists,
                setbackShare,
                dipShare,
                ruptureShare,
                suddenGainShare,
                factor,
                dataProblems);
    }

    /** The same practice with every cell as it should be. */
    public SimulationSettings withoutDataProblems() {
        return new SimulationSettings(
                clients,
                seed,
                lastMonth,
                months,
                sites,
                therapists,
                setbackShare,
                dipShare,
                ruptureShare,
                suddenGainShare,
                noise,
                false);
    }

    /** The first month written. */
    public YearMonth firstMonth() {
        return lastMonth.minusMonths(months - 1L);
    }

    /** The month from which setbacks and ruptures are written down at all; earlier files lack the columns. */
    public YearMonth recordedFrom() {
        return firstMonth().plusMonths(months / 4);
    }

    /** The month in which a new after-session sheet comes in: more is written down, and stuckness is asked. */
    public YearMonth sheetFrom() {
        return firstMonth().plusMonths(months * 2L / 3);
    }

    private static void atLeastOne(String what, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(what + " needs at least 1, was " + value);
        }
    }

    private static void fraction(String what, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(what + " needs 0 to 1, was " + value);
        }
    }
}
