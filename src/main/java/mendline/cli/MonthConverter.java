package mendline.cli;

import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a month such as {@code 2026-09}. */
final class MonthConverter implements ITypeConverter<YearMonth> {
    MonthConverter() {}

    @Override
    public YearMonth convert(String text) {
        try {
            return YearMonth.parse(text);
        } catch (DateTimeParseException e) {
            throw new TypeConversionException("should be a month such as 2026-09, was '" + text + "'");
        }
    }
}
