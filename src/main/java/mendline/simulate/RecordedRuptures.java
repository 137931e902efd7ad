package mendline.simulate;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import mendline.model.Response;
import mendline.model.RuptureKind;
import mendline.model.RuptureSource;

/**
 * What is written down about ruptures and their repair.
 *
 * @param cells the cells of each attended session of assessment and treatment
 * @param truths a row for each rupture written down
 */
record RecordedRuptures(List<Map<Column, String>> cells, List<Truth> truths) {
    /** The rating from which a rupture counts as repaired. */
    private static final int REPAIRED = 4;

    private static final int SESSIONS_RATED = 6;

    /** A rupture that will be written down. */
    private record Strain(int session, int intensity, boolean mends) {}

    RecordedRuptures {
        cells = List.copyOf(cells);
        truths = List.copyOf(truths);
    }

    static RecordedRuptures of(Practice practice, CourseScript script, Dice dice) {
        List<Map<Column, String>> cells = new ArrayList<>();
        List<Truth> truths = new ArrayList<>();
        List<Appointment> attended = script.plan().attended();
        double habit = script.therapist(practice).recordingHabit();
        Optional<Strain> strain = strain(practice, script, dice);
        RuptureSource source = dice.chance(0.85) ? RuptureSource.THERAPIST : RuptureSource.CLIENT;
        int rated = 0;
        OptionalInt end = OptionalInt.empty();
        for (int k = 0; k < attended.size(); k++) {
            Map<Column, String> row = new EnumMap<>(Column.class);
            int day = attended.get(k).day();
            int since = strain.isPresent() ? k - strain.get().session() : -1;
            if (since == 0) {
                rated = firstRating(strain.get(), dice);
                row.putAll(rupture(strain.get(), source, rated, practice.sheetOn(day), dice));
            } else if (since > 0 && since <= SESSIONS_RATED && rated < REPAIRED && dice.chance(0.75)) {
                rated = laterRating(strain.get(), rated, dice);
                row.put(Column.RUPTURE, RuptureKind.NONE.key());
                row.put(Column.RUPTURE_SOURCE, source.key());
                row.put(Column.REPAIR, Integer.toString(rated));
            } else if (practice.recordedOn(day)
                    && dice.chance(practice.sheetOn(day) ? 0.85 : Math.min(0.8, 0.45 * habit))) {
                row.put(Column.RUPTURE, RuptureKind.NONE.key());
                row.put(
                        Column.RUPTURE_SOURCE,
                        (dice.chance(0.9) ? RuptureSource.THERAPIST : RuptureSource.CLIENT).key());
            }
            if (since >= 0 && rated >= REPAIRED && end.isEmpty() && practice.written(day)) {
                end = OptionalInt.of(k);
            }
            cells.add(row);
        }
        if (strain.isPresent() && script.written(practice, strain.get().session())) {
            truths.add(truth(practice, script, strain.get(), end));
        }
        return new RecordedRuptures(cells, truths);
    }

    private static Truth truth(Practice practice, CourseScript script, Strain strain, OptionalInt end) {
        Optional<Boolean> repaired = Optional.empty();
        if (end.isPresent()) {
            repaired = Optional.of(true);
        } else if (script.written(practice, strain.session() + SESSIONS_RATED)) {
            repaired = Optional.of(false);
        }
        return new Truth(
                script.person().code(),
                script.course(),
                PlantedKind.RUPTURE,
                strain.session() + 1,
                end.isPresent() ? OptionalInt.of(end.getAsInt() + 1) : OptionalInt.empty(),
                strain.intensity(),
                repaired);
    }

    /** A rupture under a planted dip, if it is noticed, or now and then one that leaves no mark on the scores. */
    private static Optional<Strain> strain(Practice practice, CourseScript script, Dice dice) {
        List<Appointment> attended = script.plan().attended();
        double seen = dice.uniform();
        boolean alone = dice.chance(practice.settings().ruptureShare());
        int any = dice.whole(1, Math.max(1, attended.size() - 1));
        boolean mends = dice.chance(0.7);
        int strength = dice.whole(2, 4);
        Optional<Change> dip = script.changes().stream()
                .filter(change -> change.kind() == PlantedKind.DIP)
                .findFirst();
        Optional<Strain> strain = Optional.empty();
        if (dip.isPresent()) {
            double notice = practice.sheetOn(attended.get(dip.get().onset()).day()) ? 0.7 : 0.5;
            boolean repaired = dip.get().backTo(Plantings.REPAIRED_SHARE).isPresent();
            int intensity = Math.min(5, strength + (dip.get().depth() > 8 ? 1 : 0));
            strain = seen < notice * script.therapist(practice).recordingHabit()
                    ? Optional.of(new Strain(dip.get().onset(), intensity, repaired))
                    : Optional.empty();
        } else if (alone && attended.size() >= Plantings.DIP_SESSIONS) {
            strain = Optional.of(new Strain(any, strength, mends));
        }
        return strain.filter(
                found -> practice.recordedOn(attended.get(found.session()).day()));
    }

    private static Map<Column, String> rupture(
            Strain strain, RuptureSource source, int rated, boolean sheet, Dice dice) {
        Map<Column, String> row = new EnumMap<>(Column.class);
        row.put(Column.RUPTURE, dice.pick(Words.RUPTURE).key());
        row.put(Column.RUPTURE_SOURCE, source.key());
        if (dice.chance(0.9)) {
            row.put(Column.RUPTURE_INTENSITY, Integer.toString(strain.intensity()));
        }
        if (rated > 0) {
            row.put(Column.REPAIR, Integer.toString(rated));
        }
        if (dice.chance(sheet ? 0.85 : 0.6)) {
            Response response = dice.pick(Words.AFTER_RUPTURE);
            row.put(Column.RESPONSE, response.key());
        }
        return row;
    }

    /** 0 when nobody rated it in the session. */
    private static int firstRating(Strain strain, Dice dice) {
        if (dice.chance(0.25)) {
            return 0;
        }
        return strain.mends() && dice.chance(0.3) ? dice.whole(4, 5) : dice.whole(1, 3);
    }

    private static int laterRating(Strain strain, int before, Dice dice) {
        if (!strain.mends()) {
            return Math.min(3, Math.max(1, before + dice.whole(-1, 1)));
        }
        return Math.min(5, Math.max(1, before) + dice.whole(1, 2));
    }
}
