package mendline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import mendline.ingest.Profile;
import mendline.ingest.Profiles;
import mendline.ingest.SessionData;
import mendline.ingest.SessionExports;
import mendline.model.Intake;
import mendline.model.ProblemCode;
import mendline.model.Progress;
import mendline.render.HtmlReports;
import mendline.render.Ink;
import mendline.report.Block;
import mendline.report.MonthlyReport;
import mendline.report.Page;
import mendline.report.Report;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Rows in any order, in files of any name, cut into any number of files, give the same data files and the same pages to the last byte; but for the
 * names and sums of the files themselves, and the lines on which a problem stands.
 */
final class AnyOrderTest {
    @TempDir
    private Path folder;

    /** A report made from one set of files: its tables as they lie on disk, and what its pages say. */
    private record Made(SortedMap<String, String> tables, Intake intake, Report report, Report conversation) {}

    static Stream<Long> few() {
        return LongStream.range(0, 5).boxed();
    }

    static Stream<Long> many() {
        return LongStream.range(100, 500).boxed();
    }

    static Stream<Long> drawn() {
        return LongStream.range(1000, 1012).boxed();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("few")
    void theSameReportComesOut(long seed) throws Exception {
        same(seed, 1);
    }

    @Tag("long")
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("many")
    void theSameReportComesOutOfHundredsOfPractices(long seed) throws Exception {
        same(seed, 3);
    }

    @Tag("long")
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("drawn")
    void theSamePicturesAndPdfAreDrawn(long seed) throws Exception {
        DirtyPractice practice = DirtyPractice.of(seed, folder);
        Made one = made(practice, practice.whole(folder.resolve("whole")));
        Made other = made(practice, practice.scattered(folder.resolve("other"), new SplittableRandom(seed)));
        Ink.write(one.report(), folder.resolve("one-drawn"), Progress.SILENT);
        Ink.write(other.report(), folder.resolve("other-drawn"), Progress.SILENT);
        SortedMap<String, String> first = contents(folder.resolve("one-drawn"));
        assertThat(first).hasSizeGreaterThan(20).containsKeys("report.pdf", "report.html", "figures.csv");
        assertThat(contents(folder.resolve("other-drawn")).keySet()).isEqualTo(first.keySet());
        contents(folder.resolve("other-drawn"))
                .forEach((name, text) -> assertThat(text).as(name).isEqualTo(first.get(name)));
    }

    private void same(long seed, int times) throws Exception {
        DirtyPractice practice = DirtyPractice.of(seed, folder);
        Made one = made(practice, practice.whole(folder.resolve("whole")));
        assertThat(one.intake().problemCounts())
                .containsKeys(ProblemCode.DUPLICATE_CONFLICT, ProblemCode.FUTURE_ROW, ProblemCode.SHIFTED_ROW);
        assertThat(one.intake().rows().duplicate()).isPositive();
        assertThat(one.report().pages()).hasSizeGreaterThan(9);
        String html = html(one.report(), "one.html");
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < times; i++) {
            Made other = made(practice, practice.scattered(folder.resolve("scattered-" + i), random));
            assertThat(other.tables().keySet()).isEqualTo(one.tables().keySet());
            one.tables()
                    .forEach((name, text) ->
                            assertThat(other.tables().get(name)).as(name).isEqualTo(text));
            assertThat(other.intake().rows()).isEqualTo(one.intake().rows());
            assertThat(other.intake().problemCounts()).isEqualTo(one.intake().problemCounts());
            assertThat(other.conversation()).isEqualTo(one.conversation());
            for (int page = 0; page < one.report().pages().size(); page++) {
                assertThat(other.report().pages().get(page))
                        .isEqualTo(one.report().pages().get(page));
            }
            assertThat(other.report()).isEqualTo(one.report());
            assertThat(html(other.report(), "other.html")).isEqualTo(html);
        }
    }

    private String html(Report report, String name) throws IOException {
        HtmlReports.write(report, folder.resolve(name));
        return Files.readString(folder.resolve(name));
    }

    private Profile profile(DirtyPractice practice) throws Exception {
        return Profiles.read(Files.writeString(folder.resolve("profile.yaml"), practice.profile()));
    }

    private Made made(DirtyPractice practice, Path exports) throws Exception {
        Profile profile = profile(practice);
        SessionData data = SessionExports.read(List.of(exports), profile, OptionalInt.empty(), Progress.SILENT);
        Path place = exports.resolveSibling(exports.getFileName() + "-report");
        Files.createDirectories(place.resolve("internal"));
        MonthlyReport.Parts parts = ReportRun.tables(
                data,
                profile,
                PeriodChoice.of(
                                new PeriodRequest.LastCompleteMonth(),
                                data.intake().firstDay(),
                                data.intake().asOf())
                        .period(),
                Configuration.of(profile, data.intake().scoreCounts().keySet()),
                place,
                place,
                Progress.SILENT);
        ReportRun.codeList(data.localCodes(), place.resolve("internal").resolve("code-list.csv"));
        SortedMap<String, String> tables = contents(place);
        assertThat(tables.remove("internal/problems.csv")).isNotEmpty();
        assertThat(tables.get("internal/courses.csv").lines()).hasSizeGreaterThan(30);
        assertThat(tables.get("monthly.csv").lines()).hasSizeGreaterThan(50);
        return new Made(tables, data.intake(), withoutFiles(parts.report()), withoutFiles(parts.conversation()));
    }

    /** Every file of a folder as text, one sign a byte. */
    private static SortedMap<String, String> contents(Path place) throws IOException {
        SortedMap<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(place)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(
                        place.relativize(file).toString().replace('\\', '/'),
                        new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
        return contents;
    }

    /** A report but for what it says of the files it was made from. */
    private static Report withoutFiles(Report report) {
        List<Page> pages = new ArrayList<>();
        for (Page page : report.pages()) {
            List<Block> blocks =
                    page.blocks().stream().filter(block -> !ofFiles(block)).toList();
            assertThat(blocks).hasSizeGreaterThan(page.blocks().size() - 2);
            pages.add(new Page(page.id(), page.number(), page.name(), page.title(), page.subtitle(), blocks));
        }
        return new Report(
                report.title(),
                report.practice(),
                report.period(),
                report.asOf(),
                report.description(),
                report.isoDate(),
                0,
                pages,
                report.numbers().stream()
                        .filter(number -> !number.label().matches("Files read|Rows in .*"))
                        .toList());
    }

    /** Whether a block is a table of files. */
    private static boolean ofFiles(Block block) {
        return block instanceof Block.SideBySide pair && ofFiles(pair.left().get(0))
                || block instanceof Block.Table table
                        && table.columns().get(0).header().equals("File");
    }
}
