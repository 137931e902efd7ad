package mendline.model;

/** The kinds of recorded setback; a planned experiment is recorded in the same column and is never one. */
public enum SetbackKind implements Vocabulary {
    OLD_HABIT,
    REGRETTED_DECISION,
    GOAL_MISSED,
    HARD_TOPIC_AVOIDED,
    SYMPTOMS_RETURNED,
    OVERWHELMED,
    FRUSTRATION_WITH_THERAPIST,
    LAPSE,
    RELAPSE,
    TASK_NOT_DONE,
    OTHER,
    PLANNED_EXPERIMENT;

    /** Whether this kind counts as a setback. */
    public boolean isSetback() {
        return this != PLANNED_EXPERIMENT;
    }
}
