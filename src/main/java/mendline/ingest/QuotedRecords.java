package mendline.ingest;

import java.io.IOException;
import java.io.Reader;
import java.util.Iterator;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Cuts records with quotation marks by commons-csv; one parser lives through the file and is fed one record after the
 * other.
 */
final class QuotedRecords {
    private final Feed feed = new Feed();
    private final CSVFormat format;
    private Iterator<CSVRecord> records;

    QuotedRecords(char delimiter) {
        format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(delimiter)
                .setIgnoreSurroundingSpaces(true)
                .setIgnoreEmptyLines(false)
                .get();
    }

    /** The cells of a record that is known to be well formed. */
    String[] cells(char[] text, int length) throws IOException {
        feed.offer(text, length);
        if (records == null) {
            records = CSVParser.parse(feed, format).iterator();
        }
        return records.next().values();
    }

    private static final class Feed extends Reader {
        private char[] text;
        private int at;
        private int end;
        private boolean lineEndDue;

        void offer(char[] record, int length) {
            text = record;
            at = 0;
            end = length;
            lineEndDue = true;
        }

        @Override
        public int read(char[] into, int offset, int most) {
            if (at < end) {
                int count = Math.min(most, end - at);
                System.arraycopy(text, at, into, offset, count);
                at += count;
                return count;
            }
            if (lineEndDue) {
                lineEndDue = false;
                into[offset] = '\n';
                return 1;
            }
            return -1;
        }

        @Override
        public void close() {}
    }
}
