package mendline.simulate;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import mendline.model.Response;
import mendline.model.SetbackKind;
import mendline.model.Vocabulary;

/**
 * What therapists write down about setbacks: related to what was planted, with a good deal missed and a good deal
 * added.
 */
final class RecordedSetbacks {
    private RecordedSetbacks() {}

    /** The cells of each attended session of assessment and treatment. */
    static List<Map<Column, String>> of(Practice practice, CourseScript script, Dice dice) {
        List<Appointment> attended = script.plan().attended();
        List<Map<Column, String>> recorded = new ArrayList<>();
        for (int k = 0; k < attended.size(); k++) {
            int day = attended.get(k).day();
            Map<Column, String> cells = new EnumMap<>(Column.class);
            if (practice.recordedOn(day)) {
                cells.putAll(setback(practice, script, k, day, dice));
            }
            if (practice.sheetOn(day)) {
                cells.putAll(stuck(script, k, dice));
            }
            recorded.add(cells);
        }
        return recorded;
    }

    private static Map<Column, String> setback(
            Practice practice, CourseScript script, int session, int day, Dice dice) {
        double habit = script.therapist(practice).recordingHabit();
        boolean sheet = practice.sheetOn(day);
        TreeSet<SetbackKind> kinds = new TreeSet<>();
        boolean bouncing = false;
        for (Change change : script.changes()) {
            boolean setback = change.kind() == PlantedKind.SETBACK;
            double seen = session == change.onset() ? sheet ? 0.75 : 0.45 : sheet ? 0.22 : 0.12;
            if (setback && change.factor(session) > Plantings.BOUNCED_SHARE && dice.chance(seen * habit)) {
                kinds.add(dice.pick(Words.SETBACK_WITH_SCORES));
            }
            if (change.kind() == PlantedKind.DIP && session == change.onset() && dice.chance(0.3 * habit)) {
                kinds.add(SetbackKind.FRUSTRATION_WITH_THERAPIST);
            }
            bouncing |=
                    setback && session == change.backTo(Plantings.BOUNCED_SHARE).orElse(-1);
        }
        if (session > 0 && dice.chance((sheet ? 0.07 : 0.035) * habit)) {
            kinds.add(dice.pick(Words.SETBACK_ALONE));
        }
        boolean setback = !kinds.isEmpty();
        if (session > 2 && dice.chance(sheet ? 0.022 : 0.012)) {
            kinds.add(SetbackKind.PLANNED_EXPERIMENT);
        }
        return cells(kinds, setback, bouncing, sheet, dice);
    }

    private static Map<Column, String> cells(
            TreeSet<SetbackKind> kinds, boolean setback, boolean bouncing, boolean sheet, Dice dice) {
        Map<Column, String> cells = new EnumMap<>(Column.class);
        if (!kinds.isEmpty()) {
            cells.put(Column.SETBACK, joined(kinds));
        }
        if (setback && dice.chance(sheet ? 0.8 : 0.55)) {
            TreeSet<Response> responses = new TreeSet<>();
            responses.add(dice.pick(Words.AFTER_SETBACK));
            if (!responses.contains(Response.NOT_YET_TALKED_ABOUT) && dice.chance(0.25)) {
                responses.add(dice.pick(Words.AFTER_SETBACK));
                responses.remove(Response.NOT_YET_TALKED_ABOUT);
            }
            cells.put(Column.RESPONSE, joined(responses));
        }
        if (setback && dice.chance(sheet ? 0.4 : 0.25) || bouncing && dice.chance(sheet ? 0.5 : 0.3)) {
            cells.put(Column.CARRIED_FORWARD, dice.pick(Words.CARRIED_FORWARD).key());
        }
        return cells;
    }

    private static Map<Column, String> stuck(CourseScript script, int session, Dice dice) {
        Curves curves = script.curves();
        double stuck = 2.2;
        if (session >= 5 && curves.phq(session) > 0.8 * curves.phq(0)) {
            stuck += 2;
        }
        for (Change change : script.changes()) {
            stuck += change.kind() == PlantedKind.SUDDEN_GAIN ? -change.factor(session) : 2.5 * change.factor(session);
        }
        Map<Column, String> cells = new EnumMap<>(Column.class);
        double shared = dice.normal(0, 1);
        String client = rating(stuck + shared + dice.normal(0, 1.2));
        String therapist = rating(0.85 * stuck + shared + dice.normal(0, 1.2));
        if (dice.chance(0.75)) {
            cells.put(Column.CLIENT_STUCK, client);
        }
        if (dice.chance(0.85)) {
            cells.put(Column.THERAPIST_STUCK, therapist);
        }
        return cells;
    }

    private static String rating(double stuck) {
        return String.format(Locale.ROOT, "%d", Math.round(Math.min(10, Math.max(0, stuck))));
    }

    private static String joined(TreeSet<? extends Vocabulary> words) {
        return String.join(";", words.stream().map(Vocabulary::key).toList());
    }
}
