package mendline.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mendline.model.Attendance;
import mendline.model.CourseEnd;
import mendline.model.Mode;
import mendline.model.Stage;

/**
 * Lays courses on the calendar. The practice is in a steady state from the first day: a client's dates are drawn
 * evenly over all the days on which they would touch the months written, so some courses are already running when the
 * data begin.
 */
final class CoursePlans {
    /** How a course comes to an end; the chance of each is among courses that have ended. */
    private enum Ending {
        PLANNED,
        REFERRED_ON,
        UNPLANNED,
        SILENT
    }

    private record Outline(Ending ending, int attendedSessions) {}

    private static final List<Weighted<Ending>> ENDINGS = List.of(
            Weighted.of(Ending.PLANNED, 61),
            Weighted.of(Ending.REFERRED_ON, 7),
            Weighted.of(Ending.UNPLANNED, 20),
            Weighted.of(Ending.SILENT, 12));

    private static final double GOLDEN = 0.6180339887498949;
    private static final int LONGEST_SPAN = 1600;
    private static final int LONGEST_COURSE = 60;
    private static final double DAYS_PER_SESSION = 9;
    private static final double SECOND_COURSE = 0.08;
    private static final int BETWEEN_COURSES = 120;
    private static final int MOST_MISSED_IN_A_ROW = 3;

    private CoursePlans() {}

    /** The client's courses in order, at least one of them with an attended session on a written day. */
    static List<CoursePlan> of(Practice practice, Person person, int client) {
        Dice dice = Dice.of(practice.settings().seed(), client, Dice.Concern.PLAN);
        double origin =
                Dice.of(practice.settings().seed(), 0, Dice.Concern.ORIGIN).uniform();
        double place = origin + client * GOLDEN;
        place -= Math.floor(place);
        int window = practice.lastDay() - practice.firstDay() + 1;
        while (true) {
            List<Outline> outlines = outlines(dice);
            int pause = BETWEEN_COURSES + dice.whole(0, 260);
            int span = span(outlines, person, pause);
            if (!dice.chance((double) (window + span) / (window + LONGEST_SPAN))) {
                continue;
            }
            int start = practice.firstDay() - span + (int) (place * (window + span));
            List<CoursePlan> plans = new ArrayList<>();
            for (Outline outline : outlines) {
                CoursePlan plan = laidOut(practice, person, outline, plans.size() + 1, start, dice);
                plans.add(plan);
                start = plan.lastDay() + pause;
            }
            if (plans.stream().anyMatch(plan -> plan.seen(practice))) {
                return plans;
            }
            place = dice.uniform();
        }
    }

    private static List<Outline> outlines(Dice dice) {
        Outline first = outline(dice);
        return dice.chance(SECOND_COURSE) ? List.of(first, outline(dice)) : List.of(first);
    }

    private static Outline outline(Dice dice) {
        Ending ending = dice.pick(ENDINGS);
        double length = switch (ending) {
            case PLANNED -> Math.max(4, dice.logNormal(15, 0.5));
            case REFERRED_ON -> dice.chance(0.6) ? dice.whole(1, 2) : dice.whole(3, 9);
            case UNPLANNED, SILENT -> 1 + dice.exponential(8);
        };
        return new Outline(ending, (int) Math.min(LONGEST_COURSE, Math.round(length)));
    }

    private static int span(List<Outline> outlines, Person person, int pause) {
        double days = 0;
        for (Outline outline : outlines) {
            days += outline.attendedSessions() * DAYS_PER_SESSION * person.weeksApart();
        }
        return (int) Math.min(LONGEST_SPAN, days + (outlines.size() - 1) * pause);
    }

    private static CoursePlan laidOut(
            Practice practice, Person person, Outline outline, int number, int start, Dice dice) {
        int assessments = outline.attendedSessions() > 1 && dice.chance(0.35) ? 2 : 1;
        int betweenStages = 7 * dice.whole(0, 2);
        List<Appointment> sessions = new ArrayList<>();
        int day = start + Math.floorMod(person.weekday().getValue() - 4 - start, 7);
        int attended = 0;
        int missed = 0;
        while (attended < outline.attendedSessions()) {
            Stage stage = attended < assessments ? Stage.ASSESSMENT : Stage.TREATMENT;
            int therapist = stage == Stage.ASSESSMENT ? person.assessor() : person.therapist();
            if (!practice.works(therapist, day)) {
                day += 7;
                continue;
            }
            Attendance attendance = missed < MOST_MISSED_IN_A_ROW ? attendance(person, day, dice) : Attendance.ATTENDED;
            boolean came = attendance == Attendance.ATTENDED;
            sessions.add(new Appointment(day, attendance, stage, came ? ++attended : 0, therapist, mode(person, dice)));
            missed = came ? 0 : missed + 1;
            day += came ? 7 * person.weeksApart() : 7;
            day += came && attended == assessments ? betweenStages : 0;
        }
        int wait = wait(practice, sessions.get(0).day(), dice);
        Optional<Appointment> followUp = outline.ending() == Ending.PLANNED
                ? followUp(
                        practice,
                        person,
                        attended,
                        sessions.get(sessions.size() - 1).day(),
                        dice)
                : Optional.empty();
        sessions.addAll(lastAppointments(practice, person, outline.ending(), day, dice));
        return new CoursePlan(number, sessions.get(0).day() - wait, sessions, followUp, end(outline.ending()));
    }

    private static Attendance attendance(Person person, int day, Dice dice) {
        double season = Practice.holidaySeason(day) ? 1.8 : 1;
        double u = dice.uniform();
        u -= 0.076 * person.missing();
        if (u < 0) {
            return Attendance.DID_NOT_ATTEND;
        }
        u -= 0.018 * person.missing();
        if (u < 0) {
            return Attendance.LATE_NOT_SEEN;
        }
        u -= 0.075 * season;
        if (u < 0) {
            return Attendance.CANCELLED_BY_CLIENT;
        }
        return u < 0.028 ? Attendance.CANCELLED_BY_SERVICE : Attendance.ATTENDED;
    }

    private static Mode mode(Person person, Dice dice) {
        return dice.chance(0.06) ? Mode.PHONE : person.mode();
    }

    /** Days from referral to the first appointment; longer for a while late in the data, as when a post is vacant. */
    private static int wait(Practice practice, int day, Dice dice) {
        double place = (double) (day - practice.firstDay()) / (practice.lastDay() - practice.firstDay() + 1);
        double days = dice.logNormal(34, 0.45) * (place > 0.70 && place < 0.86 ? 1.4 : 1);
        return (int) Math.max(3, Math.min(160, days));
    }

    /** What stands in the diary after the last attended session of a course that ended without a plan. */
    private static List<Appointment> lastAppointments(
            Practice practice, Person person, Ending ending, int from, Dice dice) {
        int count = switch (ending) {
            case PLANNED, REFERRED_ON -> 0;
            case UNPLANNED -> dice.pick(List.of(Weighted.of(0, 35), Weighted.of(1, 40), Weighted.of(2, 25)));
            case SILENT -> dice.pick(List.of(Weighted.of(0, 50), Weighted.of(1, 50)));
        };
        List<Appointment> missed = new ArrayList<>();
        int day = from;
        while (missed.size() < count) {
            if (practice.works(person.therapist(), day)) {
                Attendance attendance = dice.chance(0.75) ? Attendance.DID_NOT_ATTEND : Attendance.CANCELLED_BY_CLIENT;
                missed.add(new Appointment(day, attendance, Stage.TREATMENT, 0, person.therapist(), person.mode()));
            }
            day += 7;
        }
        return missed;
    }

    private static Optional<Appointment> followUp(
            Practice practice, Person person, int attended, int lastDay, Dice dice) {
        if (attended < 6 || !dice.chance(0.3)) {
            return Optional.empty();
        }
        int day = lastDay + 84 + 7 * dice.whole(0, 2);
        while (!practice.works(person.therapist(), day)) {
            day += 7;
        }
        boolean came = dice.chance(0.8);
        Attendance attendance = came ? Attendance.ATTENDED : Attendance.DID_NOT_ATTEND;
        return Optional.of(new Appointment(
                day, attendance, Stage.FOLLOW_UP, came ? attended + 1 : 0, person.therapist(), person.mode()));
    }

    private static Optional<CourseEnd> end(Ending ending) {
        return switch (ending) {
            case PLANNED -> Optional.of(CourseEnd.PLANNED);
            case REFERRED_ON -> Optional.of(CourseEnd.REFERRED_ON);
            case UNPLANNED -> Optional.of(CourseEnd.UNPLANNED);
            case SILENT -> Optional.empty();
        };
    }
}
