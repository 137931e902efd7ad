package mendline.model;

/** What a questionnaire is about. */
public enum MeasureKind implements Vocabulary {
    OUTCOME,
    ALLIANCE,
    PROCESS
}
