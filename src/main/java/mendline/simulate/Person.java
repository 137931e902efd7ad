package mendline.simulate;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Locale;
import mendline.model.Mode;

/**
 * What stays the same about a client from course to course.
 *
 * @param code such as {@code C0417}
 * @param therapist index of the usual therapist
 * @param assessor index of the therapist of the assessment
 * @param missing factor on the chance of missing an appointment
 * @param severity how much distress at the start, in SDs from the practice's mean
 * @param noise factor on the session-to-session noise of scores
 * @param allianceLevel level of SRS totals
 * @param allianceStep SRS totals are marked to whole points (1) or halves (0.5)
 * @param alliance whether the client fills in the alliance form at all
 * @param weeksApart weeks between appointments
 */
record Person(
        String code,
        int therapist,
        int assessor,
        DayOfWeek weekday,
        Mode mode,
        double missing,
        double severity,
        double noise,
        double allianceLevel,
        double allianceStep,
        boolean alliance,
        int weeksApart,
        String ageBand,
        String gender) {

    private static final List<Weighted<Mode>> MODES =
            List.of(Weighted.of(Mode.IN_PERSON, 60), Weighted.of(Mode.VIDEO, 31), Weighted.of(Mode.PHONE, 9));
    private static final List<Weighted<String>> AGE_BANDS = List.of(
            Weighted.of("18-24", 15),
            Weighted.of("25-34", 27),
            Weighted.of("35-44", 23),
            Weighted.of("45-54", 17),
            Weighted.of("55-64", 11),
            Weighted.of("65+", 7));
    private static final List<Weighted<String>> GENDERS =
            List.of(Weighted.of("woman", 63), Weighted.of("man", 31), Weighted.of("non_binary", 3), Weighted.of("", 3));
    private static final double ALWAYS_AT_THE_TOP = 0.05;

    static Person of(Practice practice, int client) {
        Dice dice = Dice.of(practice.settings().seed(), client, Dice.Concern.PERSON);
        int therapist = dice.whole(0, practice.therapists().size() - 1);
        int other = dice.whole(0, practice.therapists().size() - 1);
        boolean sameSite = practice.therapists()
                .get(other)
                .site()
                .equals(practice.therapists().get(therapist).site());
        int assessor = dice.chance(0.4) && sameSite ? other : therapist;
        return new Person(
                String.format(Locale.ROOT, "C%04d", client + 1),
                therapist,
                assessor,
                DayOfWeek.of(dice.whole(1, 5)),
                dice.pick(MODES),
                Math.min(3, dice.logNormal(0.85, 0.55)),
                dice.normal(0, 1),
                Math.min(1.6, Math.max(0.6, dice.logNormal(1, 0.2))),
                dice.chance(ALWAYS_AT_THE_TOP) ? 42 : Math.min(39.5, Math.max(30, dice.normal(36.2, 2.4))),
                dice.chance(0.75) ? 1 : 0.5,
                !dice.chance(0.03),
                dice.chance(0.85) ? 1 : 2,
                dice.pick(AGE_BANDS),
                dice.pick(GENDERS));
    }
}
