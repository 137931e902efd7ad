package mendline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import mendline.model.ProblemCode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Shuffled rows, split files and other file names give the same courses, on data with trouble of many kinds. */
final class OrderDoesNotMatterTest {
    private static final String HEADER =
            "client_id,course_id,session_date,session_number,attendance,stage,therapist_id,site,referral_date,"
                    + "phq9,srs,srs_therapist,setback,rupture,repair,course_end,group_x";
    private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);

    @TempDir
    Path folder;

    static Stream<Long> seeds() {
        return LongStream.range(0, 40).boxed();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theSameCoursesComeOut(long seed) throws Exception {
        SplittableRandom random = new SplittableRandom(seed);
        List<String> rows = rows(random);
        SessionData one =
                new Exports(folder.resolve("one")).with("all.csv", file(rows)).read();

        List<String> shuffled = shuffled(rows, random);
        int cut = random.nextInt(1, shuffled.size());
        // Exact duplicates only: which of two conflicting rows wins may depend on which export they stand in.
        SessionData several = new Exports(folder.resolve("several"))
                .with("z" + seed + ".csv", file(shuffled.subList(0, cut)))
                .with("a.csv", file(shuffled.subList(cut, shuffled.size())))
                .read();

        assertThat(one.size()).isGreaterThan(10);
        assertThat(Exports.courses(several)).isEqualTo(Exports.courses(one));
        assertThat(several.intake().rows()).isEqualTo(one.intake().rows());
        assertThat(several.intake().asOf()).isEqualTo(one.intake().asOf());
        assertThat(several.intake().scoreCounts()).isEqualTo(one.intake().scoreCounts());
        assertThat(several.intake().problemCounts()).isEqualTo(one.intake().problemCounts());
        assertThat(one.intake().rows().setAside()).containsKeys(ProblemCode.FUTURE_ROW, ProblemCode.IMPLAUSIBLE_DATE);
        assertThat(one.intake().rows().duplicate()).isPositive();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void conflictsInOneFileAreSettledAlikeInAnyOrder(long seed) throws Exception {
        SplittableRandom random = new SplittableRandom(seed);
        List<String> rows = rows(random);
        for (int i = 0; i < 30; i++) {
            String[] cells = rows.get(random.nextInt(rows.size())).split(",", -1);
            cells[9] = Integer.toString(random.nextInt(27));
            cells[4] = "attended";
            rows.add(String.join(",", cells));
        }
        SessionData one =
                new Exports(folder.resolve("one")).with("all.csv", file(rows)).read();
        SessionData other = new Exports(folder.resolve("other"))
                .with("b.csv", file(shuffled(rows, random)))
                .read();

        assertThat(one.intake().problemCounts()).containsKey(ProblemCode.DUPLICATE_CONFLICT);
        assertThat(Exports.courses(other)).isEqualTo(Exports.courses(one));
        assertThat(other.intake().rows()).isEqualTo(one.intake().rows());
    }

    private static String[] file(List<String> rows) {
        List<String> lines = new ArrayList<>(List.of(HEADER));
        lines.addAll(rows);
        return lines.toArray(new String[0]);
    }

    private static List<String> shuffled(List<String> rows, SplittableRandom random) {
        List<String> shuffled = new ArrayList<>(rows);
        for (int i = shuffled.size() - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            String row = shuffled.get(i);
            shuffled.set(i, shuffled.get(j));
            shuffled.set(j, row);
        }
        return shuffled;
    }

    private static List<String> rows(SplittableRandom random) {
        List<String> rows = new ArrayList<>();
        for (int client = 0; client < 20; client++) {
            int day = random.nextInt(200);
            boolean named = random.nextBoolean();
            for (int session = 0; session < random.nextInt(2, 15); session++) {
                day += pick(random, 7, 7, 7, 14, 89, 90, 91, 120);
                rows.add(String.join(
                        ",",
                        "c" + client,
                        named ? "k" + client + "-" + random.nextInt(2) : "",
                        FIRST.plusDays(day).toString(),
                        random.nextInt(5) == 0 ? Integer.toString(random.nextInt(1, 9)) : "",
                        pick(random, "attended", "attended", "attended", "", "did_not_attend", "nonsense"),
                        pick(random, "", "", "", "assessment", "follow_up"),
                        pick(random, "t1", "t2", ""),
                        pick(random, "n", "s", ""),
                        random.nextInt(9) == 0
                                ? FIRST.plusDays(random.nextInt(300)).toString()
                                : "",
                        pick(random, "", "12", "7", "99", "abc"),
                        pick(random, "", "36.5", "30"),
                        pick(random, "", "33"),
                        pick(random, "", "", "lapse", "lapse;other"),
                        pick(random, "", "none", "withdrawal"),
                        pick(random, "", "", "3"),
                        random.nextInt(12) == 0 ? "planned" : "",
                        pick(random, "f", "m", "")));
            }
        }
        rows.add("x,," + FIRST.plusDays(1_700) + ",,,,,,,,,,,,,,");
        rows.add("x,," + FIRST.plusDays(1_701) + ",,cancelled_by_client,,,,,,,,,,,,");
        rows.add("y,," + FIRST.plusDays(20_000) + ",,attended,,,,,,,,,,,,");
        for (int i = 0; i < 600; i++) {
            rows.add("w,," + FIRST.plusDays(3L * i % 1_690) + "," + (i + 1) + ",attended,,,,,,,,,,,,");
        }
        for (int i = 0; i < 20; i++) {
            rows.add(rows.get(random.nextInt(rows.size())));
        }
        return rows;
    }

    private static String pick(SplittableRandom random, String... words) {
        return words[random.nextInt(words.length)];
    }

    private static int pick(SplittableRandom random, int... days) {
        return days[random.nextInt(days.length)];
    }
}
