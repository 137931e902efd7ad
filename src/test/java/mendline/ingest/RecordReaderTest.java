package mendline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class RecordReaderTest {
    private static List<String> records(String text, int expected) throws IOException {
        List<String> records = new ArrayList<>();
        try (RecordReader reader = new RecordReader(new StringReader(text), ',')) {
            reader.expect(expected);
            while (reader.next()) {
                List<String> cells = new ArrayList<>();
                for (int i = 0; i < reader.cells(); i++) {
                    cells.add(reader.cell(i));
                }
                records.add(reader.line() + (reader.badQuote() ? " bad quote" : " " + String.join("|", cells)));
            }
        }
        return records;
    }

    @Test
    void allLineEndsCountAndBlankLinesAreSkipped() throws IOException {
        assertThat(records("a,b\r\n1,2\r3,4\n\n  \n5,6", 2)).containsExactly("1 a|b", "2 1|2", "3 3|4", "6 5|6");
    }

    @Test
    void aFirstLineOfASpreadsheetSaysWhatCellsAreApartBy() throws IOException {
        assertThat(records("sep=;\r\na;b,c\r\n1;\"2;2\"\r\n", 2)).containsExactly("2 a|b,c", "3 1|2;2");
        assertThat(records("\ufeffSEP=\t\na\tb\n", 2)).containsExactly("2 a|b");
        assertThat(records("\"sep=;\"\na;b\n", 2)).containsExactly("2 a|b");
        assertThat(records("sep=;,,\na;b\n", 2)).containsExactly("2 a|b");
        assertThat(records("sep=|\n", 1)).isEmpty();
    }

    @Test
    void onlyTheFirstLineAndOnlyAKnownDelimiterSaysSo() throws IOException {
        assertThat(records("a,b\nsep=;\n1;2\n", 2)).containsExactly("1 a|b", "2 sep=;", "3 1;2");
        assertThat(records("sep=x\na,b\n", 2)).containsExactly("1 sep=x", "2 a|b");
        assertThat(records("\nsep=;\na,b\n", 2)).containsExactly("2 sep=;", "3 a|b");
        assertThat(records("sep=; name\na,b\n", 2)).containsExactly("1 sep=; name", "2 a|b");
    }

    @Test
    void blanksAroundCellsAreDroppedEvenNonBreakingOnes() throws IOException {
        assertThat(records(" a ,\u00a0b\t, \"c d\" \n", 3)).containsExactly("1 a|b|c d");
    }

    @Test
    void quotedCellsMayHoldDelimitersMarksAndLineBreaks() throws IOException {
        assertThat(records("x,\"a, \"\"b\"\"\"\ny,\"two\nlines\"\nz,1\n", 2))
                .containsExactly("1 x|a, \"b\"", "2 y|two\nlines", "4 z|1");
    }

    @Test
    void aMarkInsideAPlainCellStandsForItself() throws IOException {
        assertThat(records("a,5\" tape\nb,2\n", 2)).containsExactly("1 a|5\" tape", "2 b|2");
    }

    @Test
    void anUnclosedQuoteCostsOneRow() throws IOException {
        assertThat(records("a,1\nb,\"2\nc,3\nd,4\n", 2)).containsExactly("1 a|1", "2 bad quote", "3 c|3", "4 d|4");
    }

    @Test
    void anUnclosedQuoteThatALaterOneClosesCostsOneRow() throws IOException {
        assertThat(records("a,\"1\nb,2\nc,\"3\"\nd,4\n", 2)).containsExactly("1 bad quote", "2 b|2", "3 c|3", "4 d|4");
        assertThat(records("a,\"1\nb,2\nc,\"3,4\"\nd,4\n", 2))
                .containsExactly("1 bad quote", "2 b|2", "3 c|3,4", "4 d|4");
    }

    @Test
    void aQuotedCellMaySpanAHundredLinesButNotMore() throws IOException {
        String hundred = "a,\"" + "x\n".repeat(99) + "\"\nb,1\n";
        String more = "a,\"" + "x\n".repeat(100) + "\"\nb,1\n";

        assertThat(records(hundred, 2)).hasSize(2).last().isEqualTo("101 b|1");
        assertThat(records(more, 2))
                .hasSize(102)
                .startsWith("1 bad quote")
                .last()
                .isEqualTo("102 b|1");
    }

    @Test
    void textBehindAClosingMarkIsABadQuote() throws IOException {
        assertThat(records("\"a\"b,1\nc,2\n", 2)).containsExactly("1 bad quote", "2 c|2");
    }

    static Stream<Long> seeds() {
        return LongStream.range(0, 200).boxed();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void agreesWithCommonsCsvOnRandomText(long seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        StringBuilder text = new StringBuilder();
        int columns = random.nextInt(1, 6);
        for (int row = 0; row < 40; row++) {
            for (int column = 0; column < columns; column++) {
                text.append(column == 0 ? "" : ",").append(cell(random, column == 0));
            }
            text.append(random.nextInt(4) == 0 ? "\r\n" : "\n");
        }
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setIgnoreSurroundingSpaces(true)
                .setIgnoreEmptyLines(true)
                .get();
        List<String> expected = new ArrayList<>();
        for (CSVRecord record : CSVParser.parse(text.toString(), format)) {
            List<String> cells = new ArrayList<>();
            record.forEach(cell -> cells.add(RecordReader.trimmed(cell)));
            expected.add(String.join("|", cells));
        }

        List<String> found = new ArrayList<>();
        for (String record : records(text.toString(), columns)) {
            found.add(record.substring(record.indexOf(' ') + 1));
        }
        assertThat(found).hasSize(40).isEqualTo(expected);
    }

    private static String cell(SplittableRandom random, boolean filled) {
        String plain = filled
                ? "k" + random.nextInt(100)
                : List.of("", "7", " 12 ", "2026-01-05", "o'k", "5\" x").get(random.nextInt(6));
        return switch (random.nextInt(5)) {
            case 0 -> "\"" + plain.replace("\"", "\"\"") + "\"";
            case 1 -> "\"" + plain.replace("\"", "\"\"") + ", more\nlines, \"\"quoted\"\"\"";
            default -> plain;
        };
    }
}
