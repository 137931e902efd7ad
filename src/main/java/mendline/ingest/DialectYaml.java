package mendline.ingest;

import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads from a profile how files are written: delimiter, charset, decimal mark, dates, header rows. */
final class DialectYaml {
    private DialectYaml() {}

    static Dialect read(Yaml csv, Dialect usual) throws ProfileProblem {
        Map<String, Yaml> entries = csv.entries(
                "delimiter", "charset", "decimal", "date_order", "compact_dates", "serial_dates", "header_rows");
        char delimiter = usual.delimiter();
        if (entries.containsKey("delimiter")) {
            String text = entries.get("delimiter").text();
            text = text.equals("tab") || text.equals("\\t") ? "\t" : text;
            if (text.length() != 1 || "\"\n\r".contains(text) || Character.isLetterOrDigit(text.charAt(0))) {
                throw entries.get("delimiter").problem("should be one character such as \",\" or \";\", or tab");
            }
            delimiter = text.charAt(0);
        }
        Optional<Charset> charset = usual.charset();
        if (entries.containsKey("charset")) {
            charset = Optional.empty();
            String text = entries.get("charset").text().toLowerCase(Locale.ROOT);
            if (text.equals("windows-1252")) {
                charset = Optional.of(Charset.forName("windows-1252"));
            } else if (!text.equals("utf-8")) {
                throw entries.get("charset").problem("should be utf-8 or windows-1252, was \"" + text + "\"");
            }
        }
        char decimal = usual.decimal();
        if (entries.containsKey("decimal")) {
            String text = entries.get("decimal").text();
            if (!text.equals(".") && !text.equals(",")) {
                throw entries.get("decimal").problem("should be \".\" or \",\"");
            }
            decimal = text.charAt(0);
        }
        int headerRows =
                entries.containsKey("header_rows") ? entries.get("header_rows").whole(1, 3) : usual.headerRows();
        boolean compact = entries.containsKey("compact_dates")
                ? entries.get("compact_dates").flag()
                : usual.compactDates();
        boolean serial = entries.containsKey("serial_dates")
                ? entries.get("serial_dates").flag()
                : usual.serialDates();
        DateOrder order =
                entries.containsKey("date_order") ? entries.get("date_order").word(DateOrder.class) : usual.dateOrder();
        return new Dialect(delimiter, charset, decimal, order, compact, serial, headerRows);
    }
}
