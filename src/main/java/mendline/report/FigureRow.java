package mendline.report;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * One number of the report, as {@code figures.csv} lists it; shares are fractions.
 *
 * @param id unique in a report
 * @param page id of the page that shows it
 * @param label what it is, in words
 * @param period ISO month, span or {@code all}
 * @param group empty, or the part of the data it is about
 */
public record FigureRow(
        String id,
        String page,
        String label,
        String period,
        String group,
        OptionalLong n,
        OptionalLong denominator,
        OptionalDouble value,
        OptionalDouble lower,
        OptionalDouble upper,
        String unit,
        State state) {

    /** Whether and how a number is shown. */
    public enum State {
        OK,
        SUPPRESSED,
        TOO_FEW,
        NOT_MEASURED;

        /** The word that files use. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
