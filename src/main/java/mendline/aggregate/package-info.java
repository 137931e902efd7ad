/**
 * What happened in all courses together: counts, exact sums, histograms and survival tallies by topic and month.
 *
 * <p>A {@link mendline.aggregate.PracticeSummary} is the sum of what each course adds, and sums add: any split of the courses over cores or
 * machines, in any order, gives an equal summary, because everything in it is a whole number. No mean, share or limit is worked out here;
 * that is for the report. Start with {@link mendline.aggregate.Summaries} and {@link mendline.aggregate.Metric}.
 */
package mendline.aggregate;
