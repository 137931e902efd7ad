package mendline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import mendline.model.CourseSettings;
import mendline.model.DetectionSettings;
import mendline.model.InputFile;
import mendline.model.ProblemCode;
import mendline.model.ReportSettings;
import mendline.model.RowAccount;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManifestTest {
    /** SHA-256 of the three bytes "abc": FIPS 180-2, appendix B.1. */
    private static final String ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @TempDir
    private Path folder;

    @Test
    void hashesAreThoseOfTheStandard() throws Exception {
        assertThat(Sha256.of(Files.writeString(folder.resolve("abc"), "abc"))).isEqualTo(ABC);
    }

    @Test
    void theManifestSaysWhatWentInAndWhatCameOut() throws Exception {
        Files.writeString(folder.resolve("report.html"), "abc");
        Files.createDirectory(folder.resolve("charts"));
        Files.writeString(folder.resolve("charts").resolve("dips.csv"), "abc");
        TreeMap<ProblemCode, Long> aside = new TreeMap<>();
        aside.put(ProblemCode.FUTURE_ROW, 2L);
        Manifest manifest = new Manifest(
                "mendline 0.1.0",
                Optional.of("2026-09-30"),
                "2026-09",
                Configuration.of(new CourseSettings(60, true)),
                7,
                List.of(new InputFile("2026-09.csv", 1234, ABC, 12)),
                new RowAccount(12, 9, 1, aside),
                Manifest.outputsIn(folder));
        manifest.write(folder);
        assertThat(folder.resolve("manifest.json")).hasContent(("""
                {
                  "program" : "mendline 0.1.0",
                  "as_of" : "2026-09-30",
                  "period" : "2026-09",
                  "configuration" : {
                    "gap_days" : 60,
                    "left_truncation" : true
                  },
                  "seed" : 7,
                  "inputs" : [
                    {
                      "name" : "2026-09.csv",
                      "bytes" : 1234,
                      "sha256" : "ABC",
                      "rows" : 12
                    }
                  ],
                  "rows" : {
                    "read" : 12,
                    "used" : 9,
                    "duplicate" : 1,
                    "set_aside" : {
                      "future_row" : 2
                    }
                  },
                  "outputs" : [
                    {
                      "name" : "charts/dips.csv",
                      "sha256" : "ABC"
                    },
                    {
                      "name" : "report.html",
                      "sha256" : "ABC"
                    }
                  ]
                }
                """).replace("ABC", ABC));
    }

    @Test
    void writtenAgainItIsTheSameToTheByteAndDoesNotListItself() throws Exception {
        Files.writeString(folder.resolve("report.html"), "abc");
        assertThat(Manifest.outputsIn(folder)).containsExactly(new Manifest.Output("report.html", ABC));
        empty().write(folder);
        byte[] first = Files.readAllBytes(folder.resolve("manifest.json"));
        empty().write(folder);
        assertThat(Files.readAllBytes(folder.resolve("manifest.json"))).isEqualTo(first);
        assertThat(Manifest.outputsIn(folder)).extracting(Manifest.Output::name).containsExactly("report.html");
    }

    @Test
    void withoutDatesThereIsNoAsOf() throws Exception {
        empty().write(folder);
        assertThat(Files.readString(folder.resolve("manifest.json"))).contains("\"as_of\" : null");
    }

    @Test
    void whatIsNoManifestListsNothing() throws Exception {
        Path file = folder.resolve("manifest.json");
        assertThat(Manifest.outputsListedIn(file)).isEmpty();
        assertThat(Manifest.outputsListedIn(Files.writeString(file, "not json")))
                .isEmpty();
        assertThat(Manifest.outputsListedIn(Files.writeString(file, ""))).isEmpty();
        assertThat(Manifest.outputsListedIn(
                        Files.writeString(file, "{\"program\": \"other\", \"outputs\": [{\"name\": \"a\"}]}")))
                .isEmpty();
        assertThat(Manifest.outputsListedIn(
                        Files.writeString(file, "{\"program\": \"mendline 9\", \"outputs\": [{\"name\": \"a\"}]}")))
                .containsExactly("a", "manifest.json");
    }

    @Test
    void everySettingIsSpelledAsInAProfileAndWhatIsNotSetIsLeftOut() {
        TreeMap<String, Double> scales = new TreeMap<>();
        scales.put("srs", 2.4);
        DetectionSettings detection =
                new DetectionSettings(2.5, 5, scales, 6, 28, 8, OptionalInt.empty(), OptionalInt.empty());
        assertThat(Configuration.of(detection))
                .containsEntry("dip_k", 2.5)
                .containsEntry("dip_window", 5)
                .containsEntry("dip_scales", scales)
                .doesNotContainKey("first_assessment");
        assertThat(Configuration.of(ReportSettings.DEFAULT))
                .containsEntry("practice", "The practice")
                .containsEntry("pages", List.of())
                .containsEntry("therapist_in_files", false);
    }

    private static Manifest empty() {
        return new Manifest(
                "mendline test",
                Optional.empty(),
                "all",
                new TreeMap<>(),
                0,
                List.of(),
                new RowAccount(0, 0, 0, new TreeMap<>()),
                List.of());
    }
}
