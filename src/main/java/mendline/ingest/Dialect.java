package mendline.ingest;

import java.nio.charset.Charset;
import java.util.Optional;

/**
 * How an export writes its cells.
 *
 * @param charset empty tries UTF-8 strictly, then Windows-1252
 */
public record Dialect(char delimiter, Optional<Charset> charset, char decimal, DateOrder dateOrder) {
    /** Comma, decimal point, ISO dates. */
    public static final Dialect DEFAULT = new Dialect(',', Optional.empty(), '.', DateOrder.YMD);
}
