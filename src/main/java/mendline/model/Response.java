package mendline.model;

/** How a setback or a rupture was met. */
public enum Response implements Vocabulary {
    CURIOSITY,
    CBT_REFRAME,
    NARRATIVE_REFRAME,
    INTEGRATION,
    HOPE,
    SELF_COMPASSION,
    SMALL_STEPS,
    EVIDENCE_REVIEW,
    PLANNED_PRACTICE,
    METACOMMUNICATION,
    TASK_OR_GOAL_CHANGED,
    VALIDATION,
    THERAPIST_DISCLOSURE,
    NOT_YET_TALKED_ABOUT,
    OTHER
}
