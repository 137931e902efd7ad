/**
 * The field's nouns as immutable data: courses, sessions, scores, what was recorded, problems and settings.
 *
 * <p>Nothing here calculates more than a reader of the word would expect, and nothing here knows files, measures' meaning or reports.
 * Scores are whole hundredths of a point and days are whole numbers, so that whatever is summed later is exact. Every later package reads
 * these types; none of them changes one. Start with {@link mendline.model.Course} and {@link mendline.model.ScoreSeries}.
 */
package mendline.model;
