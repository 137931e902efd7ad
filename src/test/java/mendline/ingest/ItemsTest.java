package mendline.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mendline.model.Problem;
import mendline.model.ProblemCode;
import mendline.model.Rater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Totals made from items, on whatever scale an export has them. */
final class ItemsTest {
    @TempDir
    Path folder;

    private static List<String> problems(SessionData data) {
        List<String> all = new ArrayList<>();
        for (Problem problem : data.intake().problems()) {
            all.add((problem.code().key() + " " + problem.line() + " " + problem.column()).trim());
        }
        return all;
    }

    private static List<Integer> scores(SessionData data, String measure) {
        List<Integer> scores = new ArrayList<>();
        data.course(0).series(measure, Rater.CLIENT).ifPresent(series -> {
            for (int score : series.scores()) {
                scores.add(score);
            }
        });
        return scores;
    }

    /** One session whose items, from the third column on, are given. */
    private SessionData read(String headers, String cells, String profile) throws Exception {
        return new Exports(folder)
                .with("a.csv", "client_id,session_date," + headers, "a,2026-01-05," + cells)
                .read(profile);
    }

    private static String ten(String prefix) {
        List<String> names = new ArrayList<>();
        for (int i = 1; i <= 10; i++) {
            names.add(prefix + i);
        }
        return String.join(",", names);
    }

    @ParameterizedTest(name = "CORE-10 {0}: {1} {2}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            0,0,0,0,0,0,0,0,0,0     | 0      | -
            4,4,4,4,4,4,4,4,4,4     | 4000   | -
            1,2,3,4,0,1,2,3,4,0     | 2000   | -
            1,2,3,4,0,1,2,3,4,      | 2222   | score_prorated 2 C1
            1,,1,1,1,1,1,1,1,1      | 1000   | score_prorated 2 C1
            1,2,3,4,0,1,2,3,,       | -      | partial_items 2 C1
            1,,,,,,,,,              | -      | partial_items 2 C1
            ,,,,,,,,,               | -      | -
            1,2,3,4,0,1,2,3,4,N/A   | 2222   | score_prorated 2 C1
            1,2,3,4,0,1,2,3,4,99    | 2222   | score_prorated 2 C1
            """)
    void oneItemInTenMayBeMissing(String cells, Integer total, String problem) throws Exception {
        SessionData data = read(
                ten("C"),
                cells == null ? ",,,,,,,,," : cells,
                "items: {core10: {columns: \"C{n}\", reverse: []}}\nmissing: {core10: ['99']}");

        assertThat(scores(data, "core10")).isEqualTo(total == null ? List.of() : List.of(total));
        assertThat(problems(data)).isEqualTo(problem == null ? List.of() : List.of(problem));
        assertThat(data.intake().rows().used()).isEqualTo(1);
        assertThat(data.intake().ignoredColumns()).isEmpty();
    }

    @ParameterizedTest(name = "PHQ-9 with {0}: {1}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            3,3,3,3,3,3,3,3,3   | 2700 | -
            1,1,1,1,1,1,1,1,    | -    | partial_items 2 p1
            1,1,1,1,1,1,1,1,4   | -    | partial_items 2 p1;score_out_of_range 2 p9
            1,1,1,1,1,1,1,1,lot | -    | partial_items 2 p1;score_not_a_number 2 p9
            1,1,1,1,1,1,1,1,*   | -    | partial_items 2 p1;suppressed_value 2 p9
            """)
    void nineItemsMustAllBeThere(String cells, Integer total, String problems) throws Exception {
        SessionData data = read("p1,p2,p3,p4,p5,p6,p7,p8,p9", cells, "items: {phq9: \"p{n}\"}");

        assertThat(scores(data, "phq9")).isEqualTo(total == null ? List.of() : List.of(total));
        assertThat(problems(data)).isEqualTo(problems == null ? List.of() : List.of(problems.split(";")));
    }

    @Test
    void reversedItemsAreTurnedRound() throws Exception {
        SessionData data = read(
                ten("pss_"), "4,0,0,0,0,0,0,0,0,1", "items: {pss10: {columns: \"pss_{n}\", reverse: [4, 5, 7, 8]}}");

        assertThat(scores(data, "pss10")).containsExactly(2_100);
    }

    @ParameterizedTest(name = "{0} {1}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
            dass21d | [0, 3] | 1,1,1,1,1,1,2                | 1600
            dass21d | [1, 4] | 2,2,2,2,2,2,3                | 1600
            phq9    | [1, 4] | 1,1,1,1,1,1,1,1,4            | 300
            arm5    | [1, 7] | 7,7,7,7,6                    | 680
            arm5    | [1, 7] | 1,1,1,1,2                    | 120
            k10     | [1, 5] | 1,1,1,1,1,1,1,1,1,1          | 1000
            k10     | [0, 4] | 4,4,4,4,4,4,4,4,4,3          | 4900
            swemwbs | [1, 5] | 3,3,3,3,3,3,3                | 1925
            swemwbs | [1, 5] | 5,5,5,5,5,5,5                | 3500
            swemwbs | [0, 4] | 2,2,2,2,2,2,2                | 1925
            ors     | [0, 10]| 5.1,4.9,10,0                 | 2000
            """)
    void whateverTheRangeOfItemsTheTotalIsOnTheScaleOfTheMeasure(String measure, String range, String cells, int total)
            throws Exception {
        List<String> headers = new ArrayList<>();
        for (int i = 1; i <= cells.split(",").length; i++) {
            headers.add("q0" + i);
        }
        SessionData data = read(
                String.join(",", headers).replace("q010", "q10"),
                cells,
                "items: {" + measure + ": {columns: \"q{nn}\", range: " + range + "}}");

        assertThat(scores(data, measure)).containsExactly(total);
        assertThat(data.intake().problemCounts()).isEmpty();
    }

    @Test
    void aSwemwbsWithAMissingItemIsMissing() throws Exception {
        SessionData data = read("w1,w2,w3,w4,w5,w6,w7", "3,3,3,,3,3,3", "items: {swemwbs: \"w{n}\"}");

        assertThat(scores(data, "swemwbs")).isEmpty();
        assertThat(problems(data)).containsExactly("partial_items 2 w1");
    }

    @ParameterizedTest(name = "items {0} beside a total of {1}: {2} {3}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            5,5,5,5  | 20   | 2000 | -
            5,5,5,5  | 21   | 2000 | total_differs 2 Total_ORS
            5,5,5,5  | 20.1 | 2000 | total_differs 2 Total_ORS
            5,5,5,5  | -    | 2000 | -
            ,,,      | 21   | 2100 | -
            5,5,5,   | 15   | -    | partial_items 2 Total_ORS
            5,5,5,5  | 200  | 2000 | score_out_of_range 2 Total_ORS
            0,0,0,0  | 0    | 0    | zero_score 2 Total_ORS
            """)
    void itemsAreUsedBeforeATotalBesideThem(String cells, String total, Integer score, String problem)
            throws Exception {
        SessionData data = read(
                "ORSQ1,ORSQ2,ORSQ3,ORSQ4,Total_ORS",
                cells + "," + (total == null ? "" : total),
                "{columns: {ors: Total_ORS}, items: {ors: [ORSQ1, ORSQ2, ORSQ3, ORSQ4]}}");

        assertThat(scores(data, "ors")).isEqualTo(score == null ? List.of() : List.of(score));
        assertThat(problems(data)).isEqualTo(problem == null ? List.of() : List.of(problem));
    }

    @ParameterizedTest(name = "a total of {0} marked {1}: {2} {3}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            0    | true  | -    | -
            0.0  | 1     | -    | -
            -    | Yes   | -    | -
            24.5 | true  | -    | score_despite_skip 2 Total_ORS
            24.5 | false | 2450 | -
            24.5 | 0     | 2450 | -
            24.5 | -     | 2450 | -
            24.5 | N/A   | 2450 | -
            24.5 | maybe | 2450 | bad_flag 2 ORS_Skip
            0    | no    | 0    | zero_score 2 Total_ORS
            """)
    void aSkippedQuestionnaireHasNoScore(String total, String skip, Integer score, String problem) throws Exception {
        SessionData data = read(
                "ORS_Skip,Total_ORS",
                (skip == null ? "" : skip) + "," + (total == null ? "" : total),
                "{columns: {ors: Total_ORS}, skip: {ors: ORS_Skip}}");

        assertThat(scores(data, "ors")).isEqualTo(score == null ? List.of() : List.of(score));
        assertThat(problems(data)).isEqualTo(problem == null ? List.of() : List.of(problem));
        assertThat(data.intake().ignoredColumns()).isEmpty();
    }

    @Test
    void labelsInPlaceOfNumbersAreTranslated() throws Exception {
        SessionData data = new Exports(folder)
                .with(
                        "a.csv",
                        "client_id;session_date;g1;g2;g3;g4;g5;g6;g7;srs",
                        "a;2026-01-05;Not at all;several days;Not at all;Not at all;Not at all;Not at all;Nearly every day;good",
                        "a;2026-01-12;Not at all;Now and then;;;;;;")
                .read("""
                        csv: {delimiter: ";", decimal: ","}
                        items: {gad7: "g{n}"}
                        values:
                          gad7: {not at all: 0, several days: 1, more than half the days: 2, nearly every day: 3}
                          srs: {good: 37.5}
                        """);

        assertThat(scores(data, "gad7")).containsExactly(400);
        assertThat(scores(data, "srs")).containsExactly(3_750);
        assertThat(problems(data)).containsExactly("partial_items 3 g1", "score_not_a_number 3 g2");
    }

    @Test
    void aZeroThatMeansMissingDoesSoForTotalsMadeFromItemsToo() throws Exception {
        SessionData data = read("o1,o2,o3,o4", "0,0,0,0", "{items: {ors: [o1, o2, o3, o4]}, missing: {ors: ['0']}}");

        assertThat(scores(data, "ors")).isEmpty();
        assertThat(data.intake().problemCounts()).isEmpty();
    }

    @Test
    void itemsThatAFileLacksAreNamed() throws Exception {
        SessionData data = read("o1,o2,o4,ors", "5,5,5,22", "items: {ors: [o1, o2, o3, o4]}");

        assertThat(scores(data, "ors")).containsExactly(2_200);
        assertThat(problems(data)).containsExactly("missing_item 1 o3");
    }

    @Test
    void itemsOfASessionThatWasNotAttendedAreNotUsed() throws Exception {
        SessionData data = read("attendance,o1,o2,o3,o4", "did_not_attend,5,5,5,5", "items: {ors: [o1, o2, o3, o4]}");

        assertThat(scores(data, "ors")).isEmpty();
        assertThat(problems(data)).containsExactly("score_on_missed 2 o1");
    }

    @Test
    void filesOfScoresHaveItemsOfTheirOwn() throws Exception {
        SessionData data = new Exports(folder)
                .with("appt.csv", "client_id,session_date", "a,2026-01-05")
                .with("phq.csv", "client_id,date,Q1,Q2,Q3,Q4,Q5,Q6,Q7,Q8,Q9,Notes", "a,2026-01-05,1,1,1,1,1,1,1,1,1,")
                .with("ors.csv", "client_id,date,Q1,Q2,Q3,Q4", "a,2026-01-05,9,9,9,9")
                .read("""
                        files:
                          sessions: {match: appt.csv}
                          scores:
                            - {match: phq.csv, items: {phq9: "Q{n}"}}
                            - {match: ors.csv, items: {ors: "Q{n}"}}
                        """);

        assertThat(scores(data, "phq9")).containsExactly(900);
        assertThat(scores(data, "ors")).containsExactly(3_600);
        assertThat(data.intake().ignoredColumns()).containsExactly("Notes");
        assertThat(data.intake().columnsFound()).contains("phq9", "ors");
    }

    @ParameterizedTest(name = "{0} as {1} of {2}: {3}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            core10  | mean | 1.3   | 1300
            core10  | mean | 4     | 4000
            core10  | mean | 4.1   | -
            coreom  | mean | 1.29  | 1290
            phq9    | mean | 1.33  | 1200
            phq9    | mean | 1.3   | 1170
            k10     | mean | 1     | 1000
            k10     | mean | 2.5   | 2500
            dass21a | half | 7     | 1400
            dass21a | half | 22    | -
            swemwbs | raw  | 21    | 1925
            swemwbs | raw  | 21.5  | -
            swemwbs | total| 19.25 | 1925
            """)
    void aColumnOnAnotherScaleIsConvertedWhereTheProfileSaysSo(String measure, String scale, String cell, Integer score)
            throws Exception {
        SessionData data = read(measure, cell, "scale: {" + measure + ": " + scale + "}");

        assertThat(scores(data, measure)).isEqualTo(score == null ? List.of() : List.of(score));
        assertThat(data.intake().problemCounts())
                .isEqualTo(score == null ? Map.of(ProblemCode.SCORE_OUT_OF_RANGE, 1L) : Map.of());
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            core10  | 1.3 2.1 0.8 2       | other_scale
            core10  | 1 2 0 3             | -
            core10  | 1 2 2.5             | -
            core10  | 13 21 0.8 1.2       | mixed_scales
            core10  | 13 21 8 1.2         | -
            core10  | 13.5 21 8 12        | -
            k10     | 1.3 2.1             | score_out_of_range
            dass21d | 7 12 20             | other_scale
            dass21d | 8 12 20             | -
            dass21d | 7 9 30              | mixed_scales
            dass21d | 8 12 30             | -
            swemwbs | 21 25 7 35          | other_scale
            swemwbs | 19.25 22.35 7 35    | -
            swemwbs | 19.25 22.35 21 25   | mixed_scales
            coreom  | 1.3 2.1 0.8 2       | -
            """)
    void aColumnThatSeemsToLieOnAnotherScaleIsRefused(String measure, String cells, String code) throws Exception {
        List<String> lines = new ArrayList<>(List.of("client_id,session_number," + measure));
        int number = 1;
        for (String cell : cells.split(" ")) {
            lines.add("a," + number++ + "," + cell);
        }
        SessionData data =
                new Exports(folder).with("a.csv", lines.toArray(String[]::new)).read();

        boolean refused = code != null && !code.startsWith("score");
        assertThat(scores(data, measure)).hasSize(code == null ? number - 1 : 0);
        if (refused) {
            assertThat(problems(data)).containsExactly(code + " 0 " + measure);
        }
        assertThat(data.intake().rows().used()).isEqualTo(number - 1);
        SessionData told = new Exports(folder).read("scale: {" + measure + ": total}");
        assertThat(told.intake().problemCounts()).doesNotContainKeys(ProblemCode.OTHER_SCALE, ProblemCode.MIXED_SCALES);
    }

    @Test
    void twentyMeansOfAMeasureWithBrokenTotalsAreEnough() throws Exception {
        List<String> lines = new ArrayList<>(List.of("client_id,session_number,srs"));
        for (int i = 1; i <= 20; i++) {
            lines.add("a," + i + ",9." + i % 10);
        }
        SessionData data =
                new Exports(folder).with("a.csv", lines.toArray(String[]::new)).read();
        lines.set(20, "a,20,10.1");
        SessionData totals =
                new Exports(folder).with("a.csv", lines.toArray(String[]::new)).read();

        assertThat(problems(data)).containsExactly("other_scale 0 srs");
        assertThat(totals.intake().problemCounts()).isEmpty();
    }

    @Test
    void scoresOfAFileOfScoresAreRefusedLikewise() throws Exception {
        SessionData data = new Exports(folder)
                .with("appt.csv", "client_id,session_date", "a,2026-01-05", "a,2026-01-12")
                .with("s.csv", "client_id,date,measure,score", "a,2026-01-05,core10,1.3", "a,2026-01-12,phq9,9")
                .read("files: {sessions: {match: appt.csv}, scores: {match: s.csv}}");

        assertThat(scores(data, "core10")).isEmpty();
        assertThat(scores(data, "phq9")).containsExactly(900);
        assertThat(problems(data)).containsExactlyInAnyOrder("other_scale 0 core10", "bad_score 2");
        assertThat(data.intake().rows().setAside()).isEqualTo(Map.of(ProblemCode.BAD_SCORE, 1L));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            items: {phq8: "p{n}"}                        | there is no measure "phq8" under items; did you mean "phq9"?
            items: {phq9: [a, b]}                        | items.phq9 names 2 columns, but phq9 has 9 items.
            items: {phq9: "p"}                           | items.phq9 should be a list of headers, or a pattern such as "PHQ9_{n}" with {n} or {nn} in it.
            items: {pss10: "p{n}"}                       | items.pss10 needs reverse: the numbers of the items that are scored the other way round, such as [2, 3], or [] where the export has turned them already.
            items: {phq9: {column: "p{n}"}}              | there is no key "column" under items.phq9; did you mean "columns"?
            items: {phq9: {columns: "p{n}", range: [3, 0]}} | items.phq9.range should be the lowest and the highest answer to one item, such as [0, 3].
            items: {phq9: {columns: "p{n}", reverse: [10]}} | items.phq9.reverse should be a whole number from 1 to 9, was "10".
            items: {ors: [a, b, c, A]}                   | items.ors names the column A a second time.
            items: {gbo: [a]}                            | items.gbo should name at least two columns.
            scale: {phq9: raw}                           | scale.phq9 can be raw for swemwbs only, which has a metric scale.
            scale: {phq9: half}                          | scale.phq9 can be half for the scales of the DASS-21 only, whose totals are doubled.
            scale: {gbo: mean}                           | scale.gbo cannot be mean, since the range of the items of gbo is not known.
            scale: {phq9: double}                        | scale.phq9 should be total, mean, half or raw, was "double".
            skip: {orz: ORS_Skip}                        | there is no measure "orz" under skip; did you mean "ors"?
            skip: {ors: ""}                              | skip.ors should not be empty.
            values: {phq9: {mild: low}}                  | values.phq9.mild should be a number, was "low".
            files: {scores: {match: s.csv, items: {phq9: [a]}}} | files.scores.items.phq9 should name at least two columns.
            """)
    void aMistakeInTheProfileIsOneSentence(String yaml, String sentence) {
        assertThatThrownBy(() -> Profiles.of("p.yaml", yaml))
                .isInstanceOf(ProfileProblem.class)
                .hasMessage("p.yaml, line 1: " + sentence);
    }
}
