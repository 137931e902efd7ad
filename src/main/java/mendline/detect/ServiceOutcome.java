package mendline.detect;

/**
 * What a finished course adds to the service outcomes (NHS Talking Therapies rules, or the same on one measure).
 *
 * @param definition {@code nhs_paired} or {@code single:<measure>}
 * @param ownMeasure whether the measure of anxiety is the one for the recorded problem, and not the GAD-7
 * @param paired whether every needed first and last score is there
 * @param caseAtStart whether the course started at caseness; false when unknown
 * @param startKnown whether caseness at the start is known
 */
public record ServiceOutcome(
        String definition,
        boolean ownMeasure,
        boolean paired,
        boolean startKnown,
        boolean caseAtStart,
        boolean recovered,
        boolean reliablyImproved,
        boolean reliablyDeteriorated,
        boolean reliablyRecovered) {}
