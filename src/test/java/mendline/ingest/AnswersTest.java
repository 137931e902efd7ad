package mendline.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import mendline.model.InputFile;
import mendline.model.ProblemCode;
import mendline.model.Rater;
import mendline.model.RowAccount;
import mendline.model.TotalsAndItems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Files with one answer a row. */
final class AnswersTest {
    private static final String PROFILE = """
            files:
              sessions: {match: "appt*.csv"}
              scores:
                match: "answers*.csv"
                columns: {client_id: who, date: at, measure: form, item: question, score: answer}
                items:
                  ors: {columns: [o1, o2, o3, o4], range: [0, 10], total: sum}
                  k10: "k{n}"
                  core10: {columns: "c{nn}", reverse: [2, 3]}
            values: {k10: {none: 1, all: 5}}
            """;

    @TempDir
    Path folder;

    private Exports sessions(String name) {
        return new Exports(folder.resolve(name))
                .with(
                        "appt.csv",
                        "client_id,session_date",
                        "a,2026-03-02",
                        "a,2026-03-09",
                        "b,2026-03-02",
                        "b,2026-03-30");
    }

    private SessionData read(String... answers) throws Exception {
        List<String> lines = new ArrayList<>(List.of("who,at,form,question,answer"));
        lines.addAll(Arrays.asList(answers));
        return sessions("one").with("answers.csv", lines.toArray(String[]::new)).read(PROFILE);
    }

    /** Answers of one client on one day: the item's word and the answer. */
    private static String[] form(String who, String at, String form, String... pairs) {
        return Arrays.stream(pairs)
                .map(pair -> who + "," + at + "," + form + "," + pair.replace('=', ','))
                .toArray(String[]::new);
    }

    private static String[] k10(String... answers) {
        String[] pairs = new String[answers.length];
        for (int i = 0; i < pairs.length; i++) {
            pairs[i] = "k" + (i + 1) + "=" + answers[i];
        }
        return form("a", "2026-03-02", "K10", pairs);
    }

    private static List<Integer> scores(SessionData data, int course, String measure) {
        return data.course(course)
                .series(measure, Rater.CLIENT)
                .map(series -> Arrays.stream(series.scores()).boxed().toList())
                .orElse(List.of());
    }

    private static RowAccount accounted(SessionData data) {
        RowAccount rows = data.intake().rows();
        long setAside =
                rows.setAside().values().stream().mapToLong(Long::longValue).sum();
        assertThat(rows.read())
                .isEqualTo(data.intake().files().stream()
                        .mapToLong(InputFile::rows)
                        .sum())
                .isEqualTo(rows.used() + rows.duplicate() + setAside);
        return rows;
    }

    @Test
    void answersMakeTheTotal() throws Exception {
        SessionData data = read(k10("none", "2", "3", "all", "1", "1", "1", "1", "1", "2"));

        assertThat(scores(data, 0, "k10")).containsExactly(1_800);
        assertThat(accounted(data).used()).isEqualTo(4 + 10);
        assertThat(data.intake().problemCounts()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            the row is not there      |        |
            the answer is empty       | k10=   | MISSING_SCORE
            the answer is no number   | k10=x  | BAD_SCORE
            the answer is impossible  | k10=6  | BAD_SCORE
            the answer is below       | k10=0  | BAD_SCORE
            """)
    void oneOfTenItemsMayBeMissing(String how, String last, ProblemCode aside) throws Exception {
        List<String> rows = new ArrayList<>(List.of(k10("1", "2", "3", "4", "1", "1", "1", "1", "2")));
        if (last != null) {
            rows.addAll(List.of(form("a", "2026-03-02", "K10", last)));
        }
        SessionData data = read(rows.toArray(String[]::new));

        assertThat(scores(data, 0, "k10")).as("16 over nine items, for ten").containsExactly(1_778);
        assertThat(data.intake().problemCounts()).containsEntry(ProblemCode.SCORE_PRORATED, 1L);
        assertThat(accounted(data).used()).isEqualTo(4 + 9);
        assertThat(accounted(data).setAside()).isEqualTo(aside == null ? Map.of() : Map.of(aside, 1L));
    }

    @Test
    void withTwoOfTenMissingThereIsNoScoreAndEveryRowIsAccountedFor() throws Exception {
        SessionData data = read(k10("1", "2", "3", "4", "1", "1", "1", "1"));

        assertThat(scores(data, 0, "k10")).isEmpty();
        assertThat(accounted(data).setAside()).isEqualTo(Map.of(ProblemCode.BAD_SCORE, 8L));
        assertThat(data.intake().problemCounts())
                .isEqualTo(Map.of(ProblemCode.PARTIAL_ITEMS, 1L, ProblemCode.BAD_SCORE, 1L));
    }

    @Test
    void itemsScoredTheOtherWayRoundAreTurned() throws Exception {
        String[] pairs = new String[10];
        Arrays.setAll(pairs, i -> String.format("c%02d=%d", i + 1, i == 1 || i == 2 ? 4 : 0));
        SessionData data = read(form("a", "2026-03-02", "CORE-10", pairs));

        assertThat(scores(data, 0, "core10")).containsExactly(0);
    }

    @Test
    void aTotalAmongTheRowsIsComparedAndUsedOnlyWhereNoItemIsAnswered() throws Exception {
        List<String> rows = new ArrayList<>();
        rows.addAll(List.of(form("a", "2026-03-02", "ORS", "o1=5", "o2=5", "o3=5", "o4=5", "sum=21")));
        rows.addAll(List.of(form("a", "2026-03-09", "ORS", "sum=30")));
        rows.addAll(List.of(form("b", "2026-03-02", "ORS", "o1=5", "sum=30")));
        SessionData data = read(rows.toArray(String[]::new));

        assertThat(scores(data, 0, "ors")).containsExactly(2_000, 3_000);
        assertThat(scores(data, 1, "ors")).isEmpty();
        assertThat(data.intake().problemCounts())
                .isEqualTo(Map.of(
                        ProblemCode.TOTAL_DIFFERS, 1L, ProblemCode.PARTIAL_ITEMS, 1L, ProblemCode.BAD_SCORE, 1L));
        assertThat(accounted(data).setAside()).isEqualTo(Map.of(ProblemCode.BAD_SCORE, 2L));
        assertThat(data.intake().totals()).isEqualTo(Map.of("ors", new TotalsAndItems(2, 1, 1)));
        assertThat(data.intake().lookedAt())
                .containsEntry(ProblemCode.PARTIAL_ITEMS, 2L)
                .containsEntry(ProblemCode.TOTAL_DIFFERS, 1L)
                .containsEntry(ProblemCode.UNKNOWN_MEASURE, 8L)
                .containsEntry(ProblemCode.SESSION_WITHOUT_COURSE, 0L);
    }

    @Test
    void zerosOnAScaleOnWhichMoreIsBetterAreSaid() throws Exception {
        SessionData data = read(form("a", "2026-03-02", "ORS", "o1=0", "o2=0", "o3=0", "o4=0"));

        assertThat(scores(data, 0, "ors")).containsExactly(0);
        assertThat(data.intake().problemCounts()).isEqualTo(Map.of(ProblemCode.ZERO_SCORE, 1L));
        assertThat(data.intake().lookedAt()).containsEntry(ProblemCode.ZERO_SCORE, 1L);
    }

    @Test
    void twoQuestionnairesOfOneDayAreToldApartByTheirTime() throws Exception {
        List<String> rows = new ArrayList<>();
        rows.addAll(List.of(form("a", "2026-03-02 09:00", "ORS", "o1=5", "o2=5", "o3=5", "o4=5")));
        rows.addAll(List.of(form("a", "2026-03-02 18:00", "ORS", "o1=6", "o2=6", "o3=6", "o4=6")));
        SessionData data = read(rows.toArray(String[]::new));

        assertThat(scores(data, 0, "ors")).as("the one completed last").containsExactly(2_400);
        assertThat(accounted(data).duplicate()).isEqualTo(4);
        assertThat(data.intake().problemCounts()).isEqualTo(Map.of(ProblemCode.DUPLICATE_CONFLICT, 1L));
    }

    @Test
    void anAnswerSaidTwiceCountsOnceAndTwoAnswersToOneItemCountAsNone() throws Exception {
        SessionData data = read(form("a", "2026-03-02", "ORS", "o1=5", "o2=5", "o2=5", "o3=5", "o4=5"));
        assertThat(scores(data, 0, "ors")).containsExactly(2_000);
        assertThat(accounted(data).duplicate()).isEqualTo(1);

        String[] answers = k10("1", "1", "1", "1", "1", "1", "1", "1", "1", "1");
        List<String> rows = new ArrayList<>(List.of(answers));
        rows.add("a,2026-03-02,K10,k3,5");
        SessionData other = read(rows.toArray(String[]::new));
        assertThat(scores(other, 0, "k10")).containsExactly(1_000);
        assertThat(other.intake().problemCounts())
                .isEqualTo(Map.of(ProblemCode.DUPLICATE_CONFLICT, 1L, ProblemCode.SCORE_PRORATED, 1L));
        assertThat(accounted(other).used()).isEqualTo(4 + 11);
    }

    @Test
    void ofOverlappingExportsTheLaterOneCounts() throws Exception {
        List<String> early = new ArrayList<>(List.of("who,at,form,question,answer"));
        early.addAll(List.of(form("a", "2026-03-02", "ORS", "o1=5", "o2=5", "o3=5", "o4=5")));
        List<String> late = new ArrayList<>(List.of("who,at,form,question,answer"));
        late.addAll(List.of(form("a", "2026-03-02", "ORS", "o1=5", "o2=5", "o3=5", "o4=9")));
        late.addAll(List.of(form("b", "2026-03-30", "ORS", "o1=5", "o2=5", "o3=5", "o4=5")));
        SessionData data = sessions("two")
                .with("answers-z.csv", early.toArray(String[]::new))
                .with("answers-a.csv", late.toArray(String[]::new))
                .read(PROFILE);

        assertThat(scores(data, 0, "ors")).containsExactly(2_400);
        assertThat(accounted(data).duplicate()).isEqualTo(4);
        assertThat(data.intake().problemCounts()).isEqualTo(Map.of(ProblemCode.DUPLICATE_CONFLICT, 1L));
    }

    static Stream<Long> seeds() {
        return LongStream.range(0, 10).boxed();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theOrderOfRowsAndFilesDoesNotMatter(long seed) throws Exception {
        List<String> rows = new ArrayList<>();
        rows.addAll(List.of(k10("1", "2", "3", "4", "5", "1", "2", "3", "4")));
        rows.addAll(List.of(form("a", "2026-03-09", "ORS", "o1=5", "o2=5", "o3=5", "o4=5", "sum=23")));
        rows.addAll(List.of(form("b", "2026-03-02", "ORS", "o1=5", "o2=7", "o3=5", "o4=5", "o4=6")));
        rows.addAll(List.of(form("b", "2026-03-30", "ORS", "o1=9", "o2=7", "o3=5", "o4=5", "o9=6")));
        SessionData one = read(rows.toArray(String[]::new));
        Collections.shuffle(rows, new Random(seed));
        int cut = 1 + (int) seed;
        List<String> first = new ArrayList<>(List.of("who,at,form,question,answer"));
        first.addAll(rows.subList(0, cut));
        List<String> second = new ArrayList<>(List.of("who,at,form,question,answer"));
        second.addAll(rows.subList(cut, rows.size()));
        // Both files reach as far, so that none of them is the later export.
        first.add("b,2026-03-30,ORS,sum,26");
        second.add("b,2026-03-30,ORS,sum,26");
        SessionData other = sessions("other")
                .with("answers-1.csv", second.toArray(String[]::new))
                .with("answers-2.csv", first.toArray(String[]::new))
                .read(PROFILE);

        assertThat(Exports.courses(one)).hasSize(2);
        assertThat(Exports.courses(other)).isEqualTo(Exports.courses(one));
        assertThat(other.intake().problemCounts()).isEqualTo(one.intake().problemCounts());
        assertThat(accounted(other).setAside()).isEqualTo(accounted(one).setAside());
        assertThat(accounted(other).duplicate()).isEqualTo(accounted(one).duplicate() + 1);
    }

    @Test
    void anItemOrAMeasureThatNobodyKnowsIsSetAside() throws Exception {
        SessionData data = read("a,2026-03-02,ORS,o9,3", "a,2026-03-02,Mood,o1,3", "a,2026-03-02,K10,o1,3");

        assertThat(accounted(data).setAside()).isEqualTo(Map.of(ProblemCode.UNKNOWN_MEASURE, 3L));
        assertThat(data.intake().problems())
                .allMatch(problem -> problem.column().equals("question"));
    }

    @Test
    void withoutAColumnOfMeasuresTheItemSaysItAll() throws Exception {
        SessionData data = sessions("one")
                .with(
                        "answers.csv",
                        "who,at,question,answer",
                        "a,2026-03-02,O1,5",
                        "a,2026-03-02,o2,5",
                        "a,2026-03-02,o3,5",
                        "a,2026-03-02,o4,5")
                .read(PROFILE.replace(" measure: form,", ""));

        assertThat(scores(data, 0, "ors")).containsExactly(2_000);
    }

    @Test
    void aFileWithoutTheColumnOfItemsIsNamed() throws Exception {
        SessionData data = sessions("one")
                .with("answers.csv", "who,at,form,answer", "a,2026-03-02,ORS,5")
                .read(PROFILE);

        assertThat(data.intake().problems())
                .singleElement()
                .matches(problem -> problem.code() == ProblemCode.MISSING_COLUMN
                        && problem.column().equals("item"));
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', textBlock = """
            columns: {item: q, score: a}, items: {ors: "o{n}"}, measure: k10       | needs items: k10
            columns: {item: q, score: a}                                           | needs items
            columns: {item: q, phq9: a}, items: {ors: "o{n}"}                      | phq9 cannot have a column of its own
            columns: {item: q, score: a}, items: {ors: [a, b, c, A]}               | a second time
            columns: {item: q, score: a}, items: {ors: "{n}", srs: "{n}"}          | has the item "1" twice; columns: measure
            columns: {item: q, score: a}, items: {ors: {columns: "{n}", total: 1}} | has the item "1" twice
            columns: {item: q, score: a}, items: {ors: "{n}"}, skip: {ors: x}      | skip has no meaning
            columns: {score: a}, items: {ors: {columns: "{n}", total: t}}          | is for files with one answer a row
            """)
    void profilesThatLeaveAnAnswerWithoutAPlaceAreRefusedWithTheirLine(String files, String said) {
        String yaml = "files:\n  scores: {match: x.csv, " + files + "}\n";
        assertThatThrownBy(() -> Profiles.of("mine.yaml", yaml))
                .isInstanceOf(ProfileProblem.class)
                .hasMessageContaining("line 2")
                .hasMessageContaining(said);
    }
}
