package mendline.detect;

/**
 * The second ended setback of a course against its first.
 *
 * @param depthDifference second minus first depth in hundredths; negative means shallower
 * @param scoresDifference second minus first scores to half-way back, each restricted to the window; negative means
 *     quicker
 */
public record LearningPair(int depthDifference, int scoresDifference) {}
