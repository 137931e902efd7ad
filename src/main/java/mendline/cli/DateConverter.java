package mendline.cli;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a date such as {@code 2026-09-30}. */
final class DateConverter implements ITypeConverter<LocalDate> {
    DateConverter() {}

    @Override
    public LocalDate convert(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new TypeConversionException("should be a date such as 2026-09-30, was '" + text + "'");
        }
    }
}
