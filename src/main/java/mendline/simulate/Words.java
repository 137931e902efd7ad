package mendline.simulate;

import java.util.List;
import mendline.model.CarriedForward;
import mendline.model.Response;
import mendline.model.RuptureKind;
import mendline.model.SetbackKind;

/** How often each word of the recorded fields comes up. */
final class Words {
    /** Kinds written down when the scores worsened too. */
    static final List<Weighted<SetbackKind>> SETBACK_WITH_SCORES = List.of(
            Weighted.of(SetbackKind.SYMPTOMS_RETURNED, 4),
            Weighted.of(SetbackKind.OVERWHELMED, 3),
            Weighted.of(SetbackKind.OLD_HABIT, 2),
            Weighted.of(SetbackKind.LAPSE, 1),
            Weighted.of(SetbackKind.RELAPSE, 0.6),
            Weighted.of(SetbackKind.GOAL_MISSED, 1),
            Weighted.of(SetbackKind.REGRETTED_DECISION, 0.8));

    /** Kinds written down in the ordinary run of things. */
    static final List<Weighted<SetbackKind>> SETBACK_ALONE = List.of(
            Weighted.of(SetbackKind.TASK_NOT_DONE, 4),
            Weighted.of(SetbackKind.OLD_HABIT, 2.2),
            Weighted.of(SetbackKind.HARD_TOPIC_AVOIDED, 2),
            Weighted.of(SetbackKind.GOAL_MISSED, 1.8),
            Weighted.of(SetbackKind.OVERWHELMED, 1.5),
            Weighted.of(SetbackKind.REGRETTED_DECISION, 1),
            Weighted.of(SetbackKind.LAPSE, 0.7),
            Weighted.of(SetbackKind.FRUSTRATION_WITH_THERAPIST, 0.4),
            Weighted.of(SetbackKind.OTHER, 0.6));

    /** How a setback was met. */
    static final List<Weighted<Response>> AFTER_SETBACK = List.of(
            Weighted.of(Response.CURIOSITY, 3),
            Weighted.of(Response.CBT_REFRAME, 3),
            Weighted.of(Response.SMALL_STEPS, 3),
            Weighted.of(Response.SELF_COMPASSION, 2.2),
            Weighted.of(Response.EVIDENCE_REVIEW, 1.8),
            Weighted.of(Response.VALIDATION, 1.8),
            Weighted.of(Response.PLANNED_PRACTICE, 1.3),
            Weighted.of(Response.NARRATIVE_REFRAME, 1),
            Weighted.of(Response.HOPE, 1),
            Weighted.of(Response.INTEGRATION, 0.6),
            Weighted.of(Response.NOT_YET_TALKED_ABOUT, 1.6),
            Weighted.of(Response.OTHER, 0.4));

    /** How a rupture was met. */
    static final List<Weighted<Response>> AFTER_RUPTURE = List.of(
            Weighted.of(Response.METACOMMUNICATION, 4),
            Weighted.of(Response.VALIDATION, 3),
            Weighted.of(Response.TASK_OR_GOAL_CHANGED, 2),
            Weighted.of(Response.CURIOSITY, 2),
            Weighted.of(Response.THERAPIST_DISCLOSURE, 0.8),
            Weighted.of(Response.NOT_YET_TALKED_ABOUT, 2.2));

    /** What was taken from a setback. */
    static final List<Weighted<CarriedForward>> CARRIED_FORWARD = List.of(
            Weighted.of(CarriedForward.PATTERN_SEEN, 3),
            Weighted.of(CarriedForward.NEED_NAMED, 2.5),
            Weighted.of(CarriedForward.TRIED_AGAIN, 2.5),
            Weighted.of(CarriedForward.ASKED_FOR_HELP, 1.5),
            Weighted.of(CarriedForward.CHANGED_DIRECTION, 1.5),
            Weighted.of(CarriedForward.VALUE_CLARIFIED, 1.2),
            Weighted.of(CarriedForward.HELPED_SOMEONE, 0.5),
            Weighted.of(CarriedForward.OTHER, 0.3));

    /** Kinds of rupture. */
    static final List<Weighted<RuptureKind>> RUPTURE = List.of(
            Weighted.of(RuptureKind.WITHDRAWAL, 5),
            Weighted.of(RuptureKind.CONFRONTATION, 2.5),
            Weighted.of(RuptureKind.BOTH, 1),
            Weighted.of(RuptureKind.UNSPECIFIED, 1.5));

    private Words() {}
}
