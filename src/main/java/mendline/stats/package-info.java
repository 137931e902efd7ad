/**
 * Numbers to numbers. Nothing here knows what a therapy, a score or a practice is.
 *
 * <p>Counting types ({@link mendline.stats.Moments}, {@link mendline.stats.PairedMoments},
 * {@link mendline.stats.Histogram}, {@link mendline.stats.SurvivalTally},
 * {@link mendline.stats.PooledAutocorrelation}) hold whole numbers only, so that adding them up is exact: any split of
 * the data, merged in any order, gives the same bytes. Each has a {@code NONE} and a {@code plus}; the two that are
 * filled millions of times have a mutable builder beside them.
 *
 * <p>Estimates are made from those counts in one last step: intervals ({@link mendline.stats.Wilson},
 * {@link mendline.stats.Byar}, {@link mendline.stats.MeanInterval}, {@link mendline.stats.MeanDifference}), curves
 * ({@link mendline.stats.KaplanMeier}, {@link mendline.stats.AalenJohansen}), tests ({@link mendline.stats.LogRank})
 * the charts of values over time ({@link mendline.stats.XmR}, {@link mendline.stats.AttributeChart},
 * {@link mendline.stats.TChart}, {@link mendline.stats.RunChart}) and of units side by side
 * ({@link mendline.stats.Funnel}). What cannot be estimated is an empty optional, never NaN.
 *
 * <p>{@link mendline.stats.Ar1Noise} and {@link mendline.stats.Seeds} serve the simulations: the same seed gives the
 * same noise on every machine. All two-sided intervals are 95 % unless a method says otherwise.
 */
package mendline.stats;
