package mendline.detect;

/**
 * Where a course stands at the landmark and what came after (methods page, landmark).
 *
 * @param atLandmark last valid primary outcome score at or before the landmark, in hundredths
 * @param after last valid primary outcome score after it, in hundredths
 * @param improvement improvement from the one to the other in hundredths, positive when better
 * @param attended all attended sessions of the course
 */
public record LandmarkPosition(LandmarkGroup group, int atLandmark, int after, int improvement, int attended) {}
