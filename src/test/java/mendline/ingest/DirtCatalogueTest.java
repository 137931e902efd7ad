package mendline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import mendline.model.ProblemCode;
import mendline.model.Vocabulary;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every kind of dirt that exports are known for has an animal in the zoo, a code or a refusal, and a page that explains it. */
final class DirtCatalogueTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            a byte order mark on the first header       | bom-before-the-first-header          | byte_order_mark
            UTF-16 with tabs                            | utf16-little-endian-tabs             | charset_fallback
            Windows-1252                                | windows-1252-unsaid                  | charset_fallback
            semicolons with decimal commas              | semicolons-and-decimal-commas        | used
            the delimiter guessed wrong                 | semicolons-unsaid                    | refused
            an open quotation mark that eats rows       | open-quotation-mark                  | unclosed_quote
            day and month swapped                       | month-before-day-unsaid              | bad_date
            day and month swapped throughout            | month-before-day-though-the-profile-says-otherwise | refused
            dates without separators                    | dates-without-separators-unsaid      | bad_date
            dates without separators, a zero lost       | dates-without-separators             | used
            day numbers of a spreadsheet                | spreadsheet-day-numbers              | serial_date
            scores that became dates                    | scores-that-a-spreadsheet-made-dates | date_for_score
            zero for missing, where said                | zero-that-means-missing              | used
            zero for missing, unsaid                    | items-with-gaps                      | zero_score
            a score despite a skip mark                 | items-with-gaps                      | score_despite_skip
            999 for missing                             | codes-for-missing-unsaid             | score_out_of_range
            withheld is not missing                     | withheld                             | suppressed_value
            padded codes                                | ids-with-and-without-zeros           | padded_id
            totals that are not the sum of items        | items-with-gaps                      | total_differs
            means for totals                            | means-in-place-of-totals             | other_scale
            means among totals                          | means-among-totals                   | mixed_scales
            shifted cells of the right number           | shifted-scores-of-the-right-count    | shifted_row
            exact duplicates                            | equal-rows                           | duplicate
            overlapping extracts that differ            | extracts-that-overlap                | duplicate_conflict
            two scores on one day                       | two-scores-on-one-day                | duplicate_conflict
            a score on a missed session                 | score-on-a-missed-session            | score_on_missed
            session numbers that start again            | session-numbers-that-start-again     | session_numbers_out_of_order
            several episodes of one client              | a-course-opened-again                | course_reopened
            a score out of range                        | out-of-range                         | score_out_of_range
            a header twice                              | the-same-header-twice                | duplicate_column
            a header that is empty                      | nameless-columns                     | empty_column_name
            a footer                                    | footer                               | footer_row
            sessions to come                            | booked-rows                          | future_row
            names, numbers and notes                    | columns-about-persons                | personal_data_suspected
            names for ids                               | names-as-ids                         | id_replaced
            a file named after a person                 | a-file-named-after-a-client          | file_name_withheld
            an empty file                               | empty-file                           | file_empty
            a header only                               | header-only                          | file_header_only
            a folder without a CSV                      | folder-without-csv                   | refused
            a workbook named CSV                        | workbook-named-csv                   | file_not_csv
            a workbook alone                            | workbook-alone                       | refused
            a PDF named CSV                             | pdf-named-csv                        | refused
            a web page named CSV                        | web-page-named-csv                   | file_not_csv
            a file that may not be read                 | unreadable                           | file_unreadable
            a packed file that breaks off               | gzip-cut                             | file_truncated
            a packed file that fills the memory         | gzip-bomb                            | file_packed_too_tightly
            zero bytes                                  | zero-bytes                           | file_not_csv
            one endless line                            | one-endless-line                     | line_too_long
            a million columns                           | a-million-columns                    | line_too_long
            two headers for one column                  | two-headers-for-one-column           | duplicate_column
            lines that end in several ways              | line-ends-of-three-kinds             | mixed_line_ends
            dates before 1900                           | a-year-long-ago                      | bad_date
            a mistyped year                             | booked-and-mistyped                  | implausible_date
            scores in a wrong column                    | scores-in-the-wrong-column           | score_out_of_range
            ids that a spreadsheet would run            | ids-that-a-spreadsheet-would-run     | formula_in_id
            a delimiter at the end of each row          | trailing-delimiters                  | trailing_delimiter
            one there and in the header                 | trailing-delimiters-in-the-header-too | empty_column_name
            a cell too many                             | too-many-cells                       | wrong_cell_count
            """)
    void isInTheZooAndExplained(String dirt, String animal, String found) throws IOException {
        String expected = Files.readString(ZooCase.ZOO.resolve(animal).resolve("expected.txt"));

        switch (found) {
            case "refused" -> assertThat(expected).containsPattern("(?m)^refused: .+[.?]$");
            case "used" -> assertThat(expected).containsPattern("(?m)^read (\\d+) = used \\1 ");
            case "duplicate" -> assertThat(expected).containsPattern("duplicate [1-9]");
            default -> {
                ProblemCode code = Vocabulary.find(ProblemCode.class, found).orElseThrow();
                assertThat(expected).containsPattern("(?m)^  " + code.severity().key() + " .*  " + found + "  ");
                assertThat(ProblemPage.of(code).head()).contains(code.expected());
            }
        }
    }
}
