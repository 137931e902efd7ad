package mendline.detect;

import mendline.model.Vocabulary;

/** What kind of event it was; none of them is ever turned into a setback in scores. */
public enum EventKind implements Vocabulary {
    /** An appointment that the client missed without cancelling it. */
    MISSED_SESSION,
    /** An appointment that the client cancelled. */
    CANCELLED_BY_CLIENT,
    /** Something that was written down as a setback. */
    RECORDED_SETBACK,
    /** Practising with a setback in small doses, on purpose. */
    PLANNED_EXPERIMENT,
    /** A goal rated a step lower than at the score before. */
    GOAL_STEP_BACK
}
