package mendline.simulate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Everything that is written about one client. */
record SimulatedClient(List<Row> rows, List<Truth> truths) {
    private static final int MOST_BOOKED = 3;
    private static final int BOOKED_DAYS_AHEAD = 35;

    SimulatedClient {
        rows = List.copyOf(rows);
        truths = List.copyOf(truths);
    }

    static SimulatedClient of(Practice practice, int client) {
        Person person = Person.of(practice, client);
        List<Row> rows = new ArrayList<>();
        List<Truth> truths = new ArrayList<>();
        for (CoursePlan plan : CoursePlans.of(practice, person, client)) {
            if (plan.seen(practice)) {
                addCourse(practice, person, client, plan, rows, truths);
            }
        }
        SimulationSettings settings = practice.settings();
        List<Row> written = settings.dataProblems()
                ? DataProblems.in(rows, planted(rows, truths), Dice.of(settings.seed(), client, Dice.Concern.PROBLEMS))
                : rows;
        return new SimulatedClient(written, truths);
    }

    /** What the scores of the client's courses would be without noise; for tests. */
    static Curves curves(Practice practice, Person person, int client, CoursePlan plan) {
        Curves gradual = Curves.gradual(practice, person, plan, dice(practice, client, plan, Dice.Concern.CURVES));
        return gradual.with(changes(practice, person, client, plan, gradual));
    }

    private static List<Change> changes(Practice practice, Person person, int client, CoursePlan plan, Curves gradual) {
        return Plantings.in(gradual, plan, person, practice.settings(), dice(practice, client, plan, Dice.Concern.PLANTING));
    }

    private static Dice dice(Practice practice, int client, CoursePlan plan, Dice.Concern concern) {
        return Dice.of(practice.settings().seed() + 7919L * plan.number(), client, concern);
    }

    private static void addCourse(
            Practice practice, Person person, int client, CoursePlan plan, List<Row> rows, List<Truth> truths) {
        String course = person.code() + "-" + plan.number();
        Curves gradual = Curves.gradual(practice, person, plan, dice(practice, client, plan, Dice.Concern.CURVES));
        List<Change> changes = changes(practice, person, client, plan, gradual);
        Curves curves = gradual.with(changes);
        Dice scores = dice(practice, client, plan, Dice.Concern.SCORES);
        Dice records = dice(practice, client, plan, Dice.Concern.RECORDS);
        List<Map<Column, String>> sheets = ScoreSheets.of(
                practice, person, plan, curves, changes, scores, dice(practice, client, plan, Dice.Concern.GAPS));
        List<Map<Column, String>> setbacks = RecordedSetbacks.of(practice, person, plan, curves, changes, records);
        RecordedRuptures ruptures = RecordedRuptures.of(practice, person, plan, course, changes, records);

        List<Appointment> sessions = plan.sessions();
        int booked = 0;
        for (int i = 0; i < sessions.size(); i++) {
            Appointment session = sessions.get(i);
            if (practice.written(session.day())) {
                Map<Column, String> cells = cells(practice, person, plan, course, session);
                cells.put(Column.ATTENDANCE, session.attendance().key());
                if (session.attended()) {
                    cells.put(Column.SESSION_NUMBER, Integer.toString(session.number()));
                    cells.putAll(sheets.get(session.number() - 1));
                    cells.putAll(setbacks.get(session.number() - 1));
                    cells.putAll(ruptures.cells().get(session.number() - 1));
                }
                if (i == sessions.size() - 1 && plan.end().isPresent()) {
                    cells.put(Column.COURSE_END, plan.end().get().key());
                }
                rows.add(new Row(session.day(), cells));
            } else if (booked(practice, session) && booked < MOST_BOOKED) {
                booked++;
                rows.add(new Row(session.day(), cells(practice, person, plan, course, session)));
            }
        }
        plan.followUp().ifPresent(session -> addFollowUp(practice, person, plan, course, session, curves, scores, rows));
        for (Change change : changes) {
            truth(practice, person, plan, course, change).ifPresent(truths::add);
        }
        truths.addAll(ruptures.truths());
    }

    private static void addFollowUp(
            Practice practice,
            Person person,
            CoursePlan plan,
            String course,
            Appointment session,
            Curves curves,
            Dice scores,
            List<Row> rows) {
        if (!practice.written(session.day()) && !booked(practice, session)) {
            return;
        }
        Map<Column, String> cells = cells(practice, person, plan, course, session);
        if (practice.written(session.day())) {
            cells.put(Column.ATTENDANCE, session.attendance().key());
            if (session.attended()) {
                cells.put(Column.SESSION_NUMBER, Integer.toString(session.number()));
                cells.putAll(ScoreSheets.followUp(practice, person, curves, scores));
            }
        }
        rows.add(new Row(session.day(), cells));
    }

    private static boolean booked(Practice practice, Appointment session) {
        return session.day() > practice.lastDay() && session.day() <= practice.lastDay() + BOOKED_DAYS_AHEAD;
    }

    private static Map<Column, String> cells(
            Practice practice, Person person, CoursePlan plan, String course, Appointment session) {
        Therapist therapist = practice.therapists().get(session.therapist());
        Map<Column, String> cells = new EnumMap<>(Column.class);
        cells.put(Column.CLIENT_ID, person.code());
        cells.put(Column.COURSE_ID, course);
        cells.put(Column.SESSION_DATE, LocalDate.ofEpochDay(session.day()).toString());
        cells.put(Column.STAGE, session.stage().key());
        cells.put(Column.MODE, session.mode().key());
        cells.put(Column.THERAPIST_ID, therapist.code());
        cells.put(Column.SITE, therapist.site());
        cells.put(Column.REFERRAL_DATE, LocalDate.ofEpochDay(plan.referralDay()).toString());
        cells.put(Column.GROUP_AGE_BAND, person.ageBand());
        cells.put(Column.GROUP_GENDER, person.gender());
        return cells;
    }

    /** The truth of a change whose last session before it, and whose full depth, are written. */
    private static Optional<Truth> truth(Practice practice, Person person, CoursePlan plan, String course, Change change) {
        List<Appointment> attended = plan.attended();
        boolean dip = change.kind() == PlantedKind.DIP;
        int seen = dip ? change.deepest() : change.onset() + 1;
        if (attended.get(change.onset() - 1).day() < practice.firstDay() || !written(practice, attended, seen)) {
            return Optional.empty();
        }
        OptionalInt back = change.backTo(dip ? Plantings.REPAIRED_SHARE : Plantings.BOUNCED_SHARE);
        OptionalInt end = back.isPresent() && written(practice, attended, back.getAsInt())
                ? OptionalInt.of(back.getAsInt() + 1)
                : OptionalInt.empty();
        Optional<Boolean> repaired = Optional.empty();
        if (end.isPresent()) {
            repaired = Optional.of(true);
        } else if (change.kind() != PlantedKind.SUDDEN_GAIN
                && back.isEmpty()
                && written(practice, attended, seen + (dip ? 5 : 3))) {
            repaired = Optional.of(false);
        }
        return Optional.of(new Truth(
                person.code(), course, change.kind(), change.onset() + 1, end, change.depth(), repaired));
    }

    private static boolean written(Practice practice, List<Appointment> attended, int session) {
        return session < attended.size() && practice.written(attended.get(session).day());
    }

    /** The places of rows that anything planted rests on. */
    private static Set<Integer> planted(List<Row> rows, List<Truth> truths) {
        Set<Integer> places = new HashSet<>();
        for (int i = 0; i < rows.size(); i++) {
            Map<Column, String> cells = rows.get(i).cells();
            int number = Integer.parseInt(cells.getOrDefault(Column.SESSION_NUMBER, "0"));
            for (Truth truth : truths) {
                boolean near = number >= truth.onset() - 1 && number <= truth.end().orElse(truth.onset()) + 1;
                if (near && truth.course().equals(cells.get(Column.COURSE_ID))) {
                    places.add(i);
                }
            }
        }
        return places;
    }
}
