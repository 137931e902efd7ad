package mendline.simulate;

import java.time.LocalDate;
import java.time.Month;
import java.util.Locale;

/**
 * A therapist and the small ways in which one differs from another.
 *
 * @param code such as {@code T07}
 * @param effect added to the fraction of the starting score that a course gains
 * @param recordingHabit factor on how often setbacks and ruptures are written down
 * @param scoresLeftOut added to the chance that an alliance score is missing
 * @param summerWeek first week of two weeks' leave, counted from 10 July
 * @param springWeek week of leave, counted from mid-March
 */
record Therapist(
        String code,
        String site,
        double effect,
        double recordingHabit,
        double scoresLeftOut,
        int summerWeek,
        int springWeek) {

    private static final String[] SITES = {"North", "South", "East", "West"};

    static Therapist of(SimulationSettings settings, int index) {
        Dice dice = Dice.of(settings.seed(), index, Dice.Concern.THERAPIST);
        int site = (int) ((long) index * settings.sites() / settings.therapists());
        return new Therapist(
                String.format(Locale.ROOT, "T%02d", index + 1),
                site < SITES.length ? SITES[site] : "Site " + (site + 1),
                dice.normal(0, 0.04),
                Math.min(1.7, Math.max(0.5, dice.logNormal(1, 0.35))),
                dice.uniform(0, 0.08),
                dice.whole(0, 6),
                dice.whole(0, 5));
    }

    boolean onLeave(LocalDate date) {
        LocalDate summer = LocalDate.of(date.getYear(), Month.JULY, 10).plusWeeks(summerWeek);
        LocalDate spring = LocalDate.of(date.getYear(), Month.MARCH, 15).plusWeeks(springWeek);
        return within(date, summer, 14) || within(date, spring, 7);
    }

    private static boolean within(LocalDate date, LocalDate from, int days) {
        return !date.isBefore(from) && date.isBefore(from.plusDays(days));
    }
}
