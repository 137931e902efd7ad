package mendline.ingest;

import java.nio.charset.Charset;
import java.util.Optional;
import mendline.model.Session;

/**
 * How an export writes its cells.
 *
 * @param charset empty tries UTF-8 strictly, then Windows-1252
 * @param compactDates whether dates may lack separators, such as {@code 31032026} in the order day, month, year
 * @param serialDates whether a date may be the number of a day as spreadsheets count them, from 1900 on
 * @param headerRows lines above the data; the first one holds the names, the others are not read
 */
public record Dialect(
        char delimiter,
        Optional<Charset> charset,
        char decimal,
        DateOrder dateOrder,
        boolean compactDates,
        boolean serialDates,
        int headerRows) {
    /** Comma, decimal point, ISO dates, one header line. */
    public static final Dialect DEFAULT = new Dialect(',', Optional.empty(), '.', DateOrder.YMD, false, false, 1);

    /** The epoch day of a date in this dialect, {@link Session#NO_DAY} where the text is none. */
    int day(String text) {
        int day = Dates.read(text, dateOrder, compactDates);
        return day == Session.NO_DAY && serialDates ? Dates.serial(text) : day;
    }
}
