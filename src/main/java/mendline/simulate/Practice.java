package mendline.simulate;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import mendline.model.Months;

/**
 * The practice that all clients share: its therapists, its calendar and the days that are written.
 *
 * @param firstDay first epoch day written
 * @param lastDay last epoch day written, booked appointments apart
 */
record Practice(SimulationSettings settings, List<Therapist> therapists, int firstDay, int lastDay) {
    private static final double WEEKS_WITH_GAPS = 0.08;

    Practice {
        therapists = List.copyOf(therapists);
    }

    static Practice of(SimulationSettings settings) {
        List<Therapist> therapists = new ArrayList<>();
        for (int i = 0; i < settings.therapists(); i++) {
            therapists.add(Therapist.of(settings, i));
        }
        return new Practice(
                settings,
                therapists,
                Months.firstDay(Months.of(settings.firstMonth())),
                Months.lastDay(Months.of(settings.lastMonth())));
    }

    /** Whether a day is one that is written as past. */
    boolean written(int day) {
        return day >= firstDay && day <= lastDay;
    }

    /** Whether the therapist sees anybody on that day. */
    boolean works(int therapist, int day) {
        LocalDate date = LocalDate.ofEpochDay(day);
        return !closed(date) && !therapists.get(therapist).onLeave(date);
    }

    /** Weekends, from Christmas Eve to New Year's Day, and three bank holidays. */
    private static boolean closed(LocalDate date) {
        if (date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY) {
            return true;
        }
        MonthDay day = MonthDay.from(date);
        if (!day.isBefore(MonthDay.of(Month.DECEMBER, 24)) || day.equals(MonthDay.of(Month.JANUARY, 1))) {
            return true;
        }
        YearMonth month = YearMonth.from(date);
        return date.equals(mondayOf(month, Month.MAY, true))
                || date.equals(mondayOf(month, Month.MAY, false))
                || date.equals(mondayOf(month, Month.AUGUST, false));
    }

    private static LocalDate mondayOf(YearMonth month, Month wanted, boolean first) {
        LocalDate any = LocalDate.of(month.getYear(), wanted, 1);
        return any.with(
                first
                        ? TemporalAdjusters.firstInMonth(DayOfWeek.MONDAY)
                        : TemporalAdjusters.lastInMonth(DayOfWeek.MONDAY));
    }

    /** Whether this is a time of year in which clients cancel more. */
    static boolean holidaySeason(int day) {
        LocalDate date = LocalDate.ofEpochDay(day);
        MonthDay monthDay = MonthDay.from(date);
        return date.getMonth() == Month.AUGUST
                || !monthDay.isBefore(MonthDay.of(Month.DECEMBER, 15))
                || !monthDay.isAfter(MonthDay.of(Month.JANUARY, 5));
    }

    /** Added to the chance that a score is missing: in some weeks nobody hands out the forms. */
    double gapsInWeekOf(int day) {
        long week = Math.floorDiv(day, 7);
        return Dice.of(settings.seed(), week, Dice.Concern.WEEK).chance(WEEKS_WITH_GAPS) ? 0.25 : 0;
    }

    boolean recordedOn(int day) {
        return Months.ofDay(day) >= Months.of(settings.recordedFrom());
    }

    boolean sheetOn(int day) {
        return Months.ofDay(day) >= Months.of(settings.sheetFrom());
    }
}
