package mendline.ingest;

import java.nio.charset.Charset;
import java.util.Optional;

/**
 * How an export writes its cells.
 *
 * @param charset empty tries UTF-8 strictly, then Windows-1252
 * @param compactDates whether dates may lack separators, such as {@code 31032026} in the order day, month, year
 * @param headerRows lines above the data; the first one holds the names, the others are not read
 */
public record Dialect(
        char delimiter,
        Optional<Charset> charset,
        char decimal,
        DateOrder dateOrder,
        boolean compactDates,
        int headerRows) {
    /** Comma, decimal point, ISO dates, one header line. */
    public static final Dialect DEFAULT = new Dialect(',', Optional.empty(), '.', DateOrder.YMD, false, 1);

    /** The epoch day of a date in this dialect, {@link mendline.model.Session#NO_DAY} where the text is none. */
    int day(String text) {
        return Dates.read(text, dateOrder, compactDates);
    }
}
