package mendline.simulate;

import mendline.model.Vocabulary;

/** The columns of a simulated export, in the order in which they stand. */
enum Column implements Vocabulary {
    CLIENT_ID,
    COURSE_ID,
    SESSION_DATE,
    SESSION_NUMBER,
    ATTENDANCE,
    STAGE,
    MODE,
    THERAPIST_ID,
    SITE,
    REFERRAL_DATE,
    PHQ9,
    GAD7,
    WSAS,
    SRS,
    SETBACK,
    RESPONSE,
    CARRIED_FORWARD,
    RUPTURE,
    RUPTURE_SOURCE,
    RUPTURE_INTENSITY,
    REPAIR,
    CLIENT_STUCK,
    THERAPIST_STUCK,
    COURSE_END,
    GROUP_AGE_BAND,
    GROUP_GENDER;

    /** Whether the column comes in with the first recorded fields. */
    boolean recorded() {
        return ordinal() >= SETBACK.ordinal() && ordinal() <= REPAIR.ordinal();
    }

    /** Whether the column comes in with the after-session sheet. */
    boolean ofTheSheet() {
        return this == CLIENT_STUCK || this == THERAPIST_STUCK;
    }
}
