package mendline.ingest;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Writes how the files of one kind are cut into cells and how they write numbers and days. */
final class DialectDraft {
    private final DraftText yaml;
    private final Optional<DateOrder> wanted;

    /** @param wanted the order of dates that the user says, for dates that can be read in two ways */
    DialectDraft(DraftText yaml, Optional<DateOrder> wanted) {
        this.yaml = yaml;
        this.wanted = wanted;
    }

    /**
     * Writes the keys of one dialect.
     *
     * @param name before the name of each decision
     * @param dateColumn place among the columns of all files together; negative where there is none
     */
    void write(String name, String indent, List<FileSketch> files, int dateColumn) throws AmbiguousDates {
        FileSketch first = files.get(0);
        boolean agreed = files.stream().allMatch(FileSketch::sureDelimiter);
        String delimiter = first.delimiter() == '\t' ? "tab" : "\"" + first.delimiter() + "\"";
        yaml.line(
                indent + "delimiter: " + delimiter,
                name + ".delimiter",
                agreed ? Confidence.SURE : Confidence.LIKELY,
                agreed ? "all rows have as many cells as the header" : "most rows have as many cells as the header");
        charset(name, indent, files);
        decimal(name, indent, files);
        if (dateColumn >= 0) {
            dates(name, indent, files, dateColumn);
        }
        yaml.line(
                indent + "header_rows: " + first.headerRows(),
                name + ".header_rows",
                first.headerRows() > 1 ? Confidence.SURE : Confidence.LIKELY,
                first.headerRows() > 1
                        ? "the last of them holds the import ids of a survey tool"
                        : "no second header line was recognised");
        yaml.add(indent).add("# the quotation mark is always \"\n");
    }

    private void charset(String name, String indent, List<FileSketch> files) {
        boolean utf8 = files.stream().allMatch(file -> file.scan().charset().equals(StandardCharsets.UTF_8));
        boolean windows =
                files.stream().allMatch(file -> file.scan().charset().name().equals("windows-1252"));
        if (utf8 || windows) {
            yaml.line(
                    indent + "charset: " + (utf8 ? "utf-8" : "windows-1252"),
                    name + ".charset",
                    utf8 ? Confidence.SURE : Confidence.LIKELY,
                    utf8 ? "all bytes are UTF-8" : "the bytes are not UTF-8, so most likely this");
        } else {
            yaml.add(indent).add("# charset: found file by file, by its mark or its bytes\n");
        }
    }

    private void decimal(String name, String indent, List<FileSketch> files) {
        long points = 0;
        long commas = 0;
        for (FileSketch file : files) {
            for (ColumnSketch column : file.columns()) {
                points += column.numbers() ? column.decimalPoints() : 0;
                commas += column.numbers() ? column.decimalCommas() : 0;
            }
        }
        String decimal = commas > points ? "\",\"" : "\".\"";
        boolean both = commas > 0 && points > 0;
        yaml.line(
                indent + "decimal: " + decimal,
                name + ".decimal",
                both ? Confidence.GUESS : commas + points > 0 ? Confidence.SURE : Confidence.LIKELY,
                both
                        ? "numbers are written with both"
                        : commas + points > 0 ? "all broken numbers are written so" : "there is no broken number");
    }

    private void dates(String name, String indent, List<FileSketch> files, int dateColumn) throws AmbiguousDates {
        FileSketch together = FileSketch.together(files);
        ColumnSketch shown = together.columns().get(dateColumn);
        DateSketch dates = DateSketch.of(
                together.columns(), wanted, whose(files), together.names().get(dateColumn), shown);
        yaml.line(indent + "date_order: " + dates.order().key(), name + ".date_order", dates.confidence(), dates.why());
        // A kind that a role of files does not have must be said too, since the profile's own would hold for it.
        boolean role = !name.equals("csv");
        if (dates.kind() == DateSketch.Kind.COMPACT || role) {
            yaml.add(indent).add("compact_dates: " + (dates.kind() == DateSketch.Kind.COMPACT) + "\n");
        }
        if (dates.kind() == DateSketch.Kind.SERIAL) {
            yaml.line(
                    indent + "serial_dates: true",
                    name + ".serial_dates",
                    Confidence.LIKELY,
                    "cells of the column of dates are numbers of days as spreadsheets count them");
        } else if (role) {
            yaml.add(indent).add("serial_dates: false\n");
        }
    }

    private static String whose(List<FileSketch> files) {
        return files.get(0).name() + (files.size() > 1 ? " and " + (files.size() - 1) + " more" : "");
    }
}
