package mendline.simulate;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What clients mark: the curves plus noise, rounded as the forms are, with forms missing. */
final class ScoreSheets {
    /** Share of one session's noise that is still there at the next: of the outcome, of the alliance. */
    private static final double OUTCOME_CARRY_OVER = 0.3;

    private static final double ALLIANCE_CARRY_OVER = 0.15;

    /** How much less clients differ in the noise of alliance scores than in that of the outcome. */
    private static final double ALLIANCE_DIFFERS = 0.4;

    private ScoreSheets() {}

    /** The score cells of each attended session of assessment and treatment. */
    static List<Map<Column, String>> of(Practice practice, CourseScript script, Dice scores, Dice gaps) {
        Person person = script.person();
        Curves curves = script.curves();
        double noise = practice.settings().noise() * person.noise();
        double allianceNoise = practice.settings().noise() * (1 + ALLIANCE_DIFFERS * (person.noise() - 1));
        double impairment = 2 + scores.normal(0, 4);
        double phqNoise = 0;
        double gadNoise = 0;
        double srsNoise = 0;
        List<Appointment> attended = script.plan().attended();
        List<Map<Column, String>> sheets = new ArrayList<>();
        for (int k = 0; k < attended.size(); k++) {
            double shared = scores.normal(0, 1);
            phqNoise = next(phqNoise, 1.8 * shared, OUTCOME_CARRY_OVER, k);
            gadNoise = next(gadNoise, 1.5 * (0.5 * shared + 0.87 * scores.normal(0, 1)), OUTCOME_CARRY_OVER, k);
            srsNoise = next(srsNoise, 1.5 * scores.normal(0, 1), ALLIANCE_CARRY_OVER, k);
            Map<Column, String> sheet = new EnumMap<>(Column.class);
            sheet.put(Column.PHQ9, whole(curves.phq(k) + noise * phqNoise, 27));
            sheet.put(Column.GAD7, whole(curves.gad(k) + noise * gadNoise, 21));
            if (k % 5 == 0 || k == attended.size() - 1 && !script.plan().unplanned()) {
                sheet.put(Column.WSAS, whole(1.1 * curves.phq(k) + impairment + noise * scores.normal(0, 1.5), 40));
            }
            if (person.alliance()) {
                sheet.put(Column.SRS, alliance(curves.srs(k) + allianceNoise * srsNoise, person.allianceStep()));
            }
            leaveOut(sheet, practice, script, attended.get(k).day(), k, gaps);
            sheets.add(sheet);
        }
        return sheets;
    }

    /** The scores of a follow-up: near the last ones, on the whole a little worse. */
    static Map<Column, String> followUp(Practice practice, CourseScript script, Dice scores) {
        Curves curves = script.curves();
        double noise = practice.settings().noise() * script.person().noise();
        int last = curves.sessions() - 1;
        double since = scores.normal(0.4, 2.2) * practice.settings().noise();
        Map<Column, String> sheet = new EnumMap<>(Column.class);
        sheet.put(Column.PHQ9, whole(curves.phq(last) + since + noise * scores.normal(0, 1.5), 27));
        sheet.put(Column.GAD7, whole(curves.gad(last) + 0.7 * since + noise * scores.normal(0, 1.3), 21));
        return sheet;
    }

    /** Noise of the first order that has the same spread at every session as a fresh draw. */
    private static double next(double before, double fresh, double carryOver, int session) {
        return session == 0 ? fresh : carryOver * before + StrictMath.sqrt(1 - carryOver * carryOver) * fresh;
    }

    private static void leaveOut(
            Map<Column, String> sheet, Practice practice, CourseScript script, int day, int session, Dice gaps) {
        double week = practice.gapsInWeekOf(day);
        double therapist = script.therapist(practice).scoresLeftOut();
        boolean noOutcome = gaps.chance(session == 0 ? 0.03 : 0.07 + week);
        boolean noAnxiety = gaps.chance(noOutcome ? 0.9 : 0.025);
        boolean noAlliance = gaps.chance((session == 0 ? 0.08 : 0.05) + therapist + week);
        boolean outcomePlanted = false;
        boolean alliancePlanted = false;
        for (Change change : script.changes()) {
            boolean needed = change.needsScore(session);
            alliancePlanted |= needed && change.kind() == PlantedKind.DIP;
            outcomePlanted |= needed && change.kind() != PlantedKind.DIP;
        }
        if (noOutcome && !outcomePlanted) {
            sheet.remove(Column.PHQ9);
            sheet.remove(Column.WSAS);
        }
        if (noAnxiety) {
            sheet.remove(Column.GAD7);
        }
        if (noAlliance && !alliancePlanted) {
            sheet.remove(Column.SRS);
        }
    }

    private static String whole(double score, int highest) {
        return Long.toString(Math.round(Math.min(highest, Math.max(0, score))));
    }

    private static String alliance(double score, double step) {
        double marked = Math.rint(Math.min(Curves.TOP, Math.max(0, score)) / step) * step;
        return marked == Math.rint(marked) ? Long.toString((long) marked) : Double.toString(marked);
    }
}
