package mendline.simulate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** The rows of one course, and what was planted in it. */
record SimulatedCourse(List<Row> rows, List<Truth> truths) {
    private static final int MOST_BOOKED = 3;
    private static final int BOOKED_DAYS_AHEAD = 35;

    SimulatedCourse {
        rows = List.copyOf(rows);
        truths = List.copyOf(truths);
    }

    static SimulatedCourse of(Practice practice, CourseScript script) {
        Dice scores = script.dice(practice, Dice.Concern.SCORES);
        Dice records = script.dice(practice, Dice.Concern.RECORDS);
        List<Map<Column, String>> sheets =
                ScoreSheets.of(practice, script, scores, script.dice(practice, Dice.Concern.GAPS));
        List<Map<Column, String>> setbacks = RecordedSetbacks.of(practice, script, records);
        RecordedRuptures ruptures = RecordedRuptures.of(practice, script, records);
        List<Row> rows = new ArrayList<>();
        int booked = 0;
        for (Appointment session : script.plan().sessions()) {
            if (practice.written(session.day())) {
                Map<Column, String> cells = written(practice, script, session);
                if (session.attended()) {
                    cells.putAll(sheets.get(session.number() - 1));
                    cells.putAll(setbacks.get(session.number() - 1));
                    cells.putAll(ruptures.cells().get(session.number() - 1));
                }
                rows.add(new Row(session.day(), cells));
            } else if (booked(practice, session) && booked < MOST_BOOKED) {
                booked++;
                rows.add(new Row(session.day(), cells(practice, script, session)));
            }
        }
        followUp(practice, script, scores).ifPresent(rows::add);
        List<Truth> truths = new ArrayList<>();
        for (Change change : script.changes()) {
            truth(practice, script, change).ifPresent(truths::add);
        }
        truths.addAll(ruptures.truths());
        return new SimulatedCourse(rows, truths);
    }

    private static Optional<Row> followUp(Practice practice, CourseScript script, Dice scores) {
        return script.plan().followUp().flatMap(session -> {
            if (booked(practice, session)) {
                return Optional.of(new Row(session.day(), cells(practice, script, session)));
            }
            if (!practice.written(session.day())) {
                return Optional.empty();
            }
            Map<Column, String> cells = written(practice, script, session);
            if (session.attended()) {
                cells.putAll(ScoreSheets.followUp(practice, script, scores));
            }
            return Optional.of(new Row(session.day(), cells));
        });
    }

    private static boolean booked(Practice practice, Appointment session) {
        return session.day() > practice.lastDay() && session.day() <= practice.lastDay() + BOOKED_DAYS_AHEAD;
    }

    private static Map<Column, String> written(Practice practice, CourseScript script, Appointment session) {
        Map<Column, String> cells = cells(practice, script, session);
        cells.put(Column.ATTENDANCE, session.attendance().key());
        if (session.attended()) {
            cells.put(Column.SESSION_NUMBER, Integer.toString(session.number()));
        }
        List<Appointment> sessions = script.plan().sessions();
        if (session.equals(sessions.get(sessions.size() - 1))) {
            script.plan().end().ifPresent(end -> cells.put(Column.COURSE_END, end.key()));
        }
        return cells;
    }

    private static Map<Column, String> cells(Practice practice, CourseScript script, Appointment session) {
        Person person = script.person();
        Therapist therapist = practice.therapists().get(session.therapist());
        Map<Column, String> cells = new EnumMap<>(Column.class);
        cells.put(Column.CLIENT_ID, person.code());
        cells.put(Column.COURSE_ID, script.course());
        cells.put(Column.SESSION_DATE, LocalDate.ofEpochDay(session.day()).toString());
        cells.put(Column.STAGE, session.stage().key());
        cells.put(Column.MODE, session.mode().key());
        cells.put(Column.THERAPIST_ID, therapist.code());
        cells.put(Column.SITE, therapist.site());
        cells.put(
                Column.REFERRAL_DATE,
                LocalDate.ofEpochDay(script.plan().referralDay()).toString());
        cells.put(Column.GROUP_AGE_BAND, person.ageBand());
        cells.put(Column.GROUP_GENDER, person.gender());
        return cells;
    }

    /** The truth of a change, once the session before it and its full depth (of a setback, twice) are written. */
    private static Optional<Truth> truth(Practice practice, CourseScript script, Change change) {
        boolean dip = change.kind() == PlantedKind.DIP;
        int seen = dip ? change.deepest() : change.onset() + 1;
        if (!script.written(practice, change.onset() - 1) || !script.written(practice, seen)) {
            return Optional.empty();
        }
        OptionalInt back = change.backTo(dip ? Plantings.REPAIRED_SHARE : Plantings.BOUNCED_SHARE);
        OptionalInt end = OptionalInt.empty();
        Optional<Boolean> repaired = Optional.empty();
        if (back.isPresent() && script.written(practice, back.getAsInt())) {
            end = OptionalInt.of(back.getAsInt() + 1);
            repaired = Optional.of(true);
        } else if (change.kind() != PlantedKind.SUDDEN_GAIN
                && back.isEmpty()
                && script.written(practice, seen + (dip ? 5 : 3))) {
            repaired = Optional.of(false);
        }
        return Optional.of(new Truth(
                script.person().code(),
                script.course(),
                change.kind(),
                change.onset() + 1,
                end,
                change.depth(),
                repaired));
    }
}
