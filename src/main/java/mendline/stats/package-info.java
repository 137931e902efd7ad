/**
 * Numbers to numbers. Nothing here knows what a therapy, a score or a practice is.
 *
 * <p>Counting types ({@link mendline.stats.Moments}, {@link mendline.stats.Histogram}, {@link mendline.stats.SurvivalTally} and others) hold
 * whole numbers only, so that adding them up is exact: any split of the data, merged in any order, gives the same bytes. Each has a
 * {@code NONE} and a {@code plus}; those that are filled millions of times have a mutable builder beside them.
 *
 * <p>Estimates are made from those counts in one last step: intervals, curves, tests, control charts ({@link mendline.stats.XmR},
 * {@link mendline.stats.AttributeChart}, {@link mendline.stats.RunChart}) and the funnel. What cannot be estimated is an empty optional or a
 * {@link mendline.stats.Refusal} with its reason, never NaN. Models ({@link mendline.stats.LeastSquares}, {@link mendline.stats.Logistic},
 * {@link mendline.stats.MixedModel}) take plain arrays or cross-products of groups.
 *
 * <p>Noise ({@link mendline.stats.Ar1Noise}) comes from {@link mendline.stats.Seeds}: the same seed gives the same noise on every machine. All
 * two-sided intervals are 95 % unless a method says otherwise.
 */
package mendline.stats;
