/**
 * What a score and a change in score mean: ranges, direction, cut-offs, reliable change and norms, each with its source.
 *
 * <p>A {@link mendline.measure.Measure} is what the library or a profile says; a {@link mendline.measure.Yardstick} is the same with every
 * number settled for one run (a profile may take a standard deviation from the sample, or choose another reliable-change index).
 * {@link mendline.measure.Verdicts} holds the rules that look at a first and a last score. Scores are hundredths of a point, thresholds are
 * points. Nothing here knows courses or files; the library itself is a resource that the reading stage parses. Start with
 * {@link mendline.measure.Yardstick}.
 */
package mendline.measure;
