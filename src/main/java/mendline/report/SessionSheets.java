package mendline.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import mendline.model.Attendance;
import mendline.model.CarriedForward;
import mendline.model.CourseEnd;
import mendline.model.Mode;
import mendline.model.Response;
import mendline.model.RuptureKind;
import mendline.model.RuptureSource;
import mendline.model.SetbackKind;
import mendline.model.Stage;
import mendline.model.Vocabulary;
import mendline.report.SessionSheet.Blank;
import mendline.report.SessionSheet.Choice;
import mendline.report.SessionSheet.Question;
import mendline.report.SessionSheet.Total;

/** Says what the after-session sheet asks: one minute's work, since hardly any system exports these fields. */
public final class SessionSheets {
    /** Lines for scores that fit on the sheet. */
    public static final int MOST_TOTALS = 8;

    private static final int BLANK_TOTALS = 5;

    private SessionSheets() {}

    /** The sheet with lines for these scores; without any, with lines on which measures are written by hand. */
    public static SessionSheet of(List<Total> scores) {
        List<Total> totals = new ArrayList<>(scores);
        while (scores.isEmpty() && totals.size() < BLANK_TOTALS) {
            totals.add(new Total("", "", ""));
        }
        return new SessionSheet(
                "After the session",
                "One minute. Tick what applies and leave blank what was not asked. The client's code only, never a name.",
                "A sheet to fill in after a therapy session: scores, setbacks, how they were met, ruptures and repairs.",
                List.of(
                        new Blank("Client code", "client_id", 25),
                        new Blank("Date", "session_date", 22),
                        new Blank("Session", "session_number", 23),
                        new Blank("Therapist code", "therapist_id", 29)),
                List.of(
                        pick("Appointment", "attendance", Attendance.values()),
                        pick("Part of the course", "stage", Stage.values()),
                        pick("How you met", "mode", Mode.values()),
                        pick("If this was the last session: the ending", "course_end", CourseEnd.values())),
                totals,
                List.of(
                        listed(
                                "A setback since last time?",
                                "setback",
                                "A signal to work with, not a verdict.",
                                SetbackKind.values(),
                                SessionSheets::meaning),
                        listed(
                                "What was taken from it?",
                                "carried_forward",
                                "",
                                CarriedForward.values(),
                                SessionSheets::meaning)),
                List.of(
                        listed(
                                "How was it met?",
                                "response",
                                "A setback or a rupture.",
                                Response.values(),
                                SessionSheets::meaning),
                        listed(
                                "A rupture: strain between client and therapist?",
                                "rupture",
                                "",
                                RuptureKind.values(),
                                SessionSheets::meaning),
                        pick("Noticed by", "rupture_source", RuptureSource.values()),
                        new Question.Rating("How strong", "rupture_intensity", 1, 5, "slight", "very strong"),
                        new Question.Rating("How far repaired by now", "repair", 1, 5, "not yet", "fully"),
                        new Question.Part("Feeling stuck", "0 = not at all, 10 = completely"),
                        new Question.Rating("Client", "client_stuck", 0, 10, "", ""),
                        new Question.Rating("Therapist", "therapist_stuck", 0, 10, "", "")),
                "To key it in: one sheet is one row of sessions.csv. The small grey word is the column. Type the bold words as they stand here,"
                        + " several in one cell with ; between them. What is blank here stays empty there: not asked is not the same as none.");
    }

    /** A word of the contract as people write it. */
    private static String plain(Vocabulary word) {
        return word == Response.CBT_REFRAME ? "CBT reframe" : word.key().replace('_', ' ');
    }

    private static Question.Pick pick(String words, String column, Vocabulary... choices) {
        return new Question.Pick(
                words,
                column,
                "",
                true,
                Arrays.stream(choices)
                        .map(choice -> new Choice(plain(choice), ""))
                        .toList());
    }

    private static <W extends Vocabulary> Question.Pick listed(
            String words, String column, String hint, W[] choices, Function<W, String> meaning) {
        return new Question.Pick(
                words,
                column,
                hint,
                false,
                Arrays.stream(choices)
                        .map(choice -> new Choice(plain(choice), meaning.apply(choice)))
                        .toList());
    }

    private static String meaning(SetbackKind kind) {
        return switch (kind) {
            case OLD_HABIT -> "went back to one";
            case REGRETTED_DECISION -> "wishes to have done otherwise";
            case GOAL_MISSED -> "";
            case HARD_TOPIC_AVOIDED -> "kept away from it";
            case SYMPTOMS_RETURNED -> "";
            case OVERWHELMED -> "too much at once";
            case FRUSTRATION_WITH_THERAPIST -> "or with therapy";
            case LAPSE -> "a single slip";
            case RELAPSE -> "a lasting return";
            case TASK_NOT_DONE -> "between sessions";
            case OTHER -> "";
            case PLANNED_EXPERIMENT -> "tried on purpose; not a setback";
        };
    }

    private static String meaning(CarriedForward kind) {
        return switch (kind) {
            case NEED_NAMED -> "what was missing";
            case PATTERN_SEEN -> "when and how it happens";
            case VALUE_CLARIFIED -> "what matters";
            case ASKED_FOR_HELP -> "of anyone";
            case TRIED_AGAIN -> "";
            case CHANGED_DIRECTION -> "another aim or road";
            case HELPED_SOMEONE -> "used it for another";
            case OTHER -> "";
        };
    }

    private static String meaning(Response kind) {
        return switch (kind) {
            case CURIOSITY -> "wondered what it shows";
            case CBT_REFRAME -> "looked at the thought about it";
            case NARRATIVE_REFRAME -> "told the story another way";
            case INTEGRATION -> "made it part of the whole story";
            case HOPE -> "named what could still go well";
            case SELF_COMPASSION -> "kindness towards oneself";
            case SMALL_STEPS -> "made the next one smaller";
            case EVIDENCE_REVIEW -> "looked at what speaks for and against";
            case PLANNED_PRACTICE -> "agreed what to try";
            case METACOMMUNICATION -> "talked about how we talk";
            case TASK_OR_GOAL_CHANGED -> "";
            case VALIDATION -> "acknowledged how it felt";
            case THERAPIST_DISCLOSURE -> "said one's own part";
            case NOT_YET_TALKED_ABOUT -> "";
            case OTHER -> "";
        };
    }

    private static String meaning(RuptureKind kind) {
        return switch (kind) {
            case NONE -> "asked, and there was none";
            case WITHDRAWAL -> "moved away: silence, agreeing too fast";
            case CONFRONTATION -> "moved against: complaint, pressure";
            case BOTH -> "";
            case UNSPECIFIED -> "there was one; kind not known";
        };
    }
}
