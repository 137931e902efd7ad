package mendline.model;

/** How small counts are hidden in everything of a report that may leave the practice. */
public enum SuppressionScheme implements Vocabulary {
    /** Nothing is hidden. */
    NONE,
    /** Hospital Episode Statistics: 1 to 7 withheld, from 8 on the nearest 5. */
    HES,
    /** NHS Talking Therapies dashboards: below 5 withheld, zero too, from 5 on the nearest 5. */
    TALKING_THERAPIES
}
