package mendline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import mendline.report.SessionSheet;
import mendline.report.SessionSheet.Question;
import mendline.report.SessionSheet.Total;
import mendline.report.SessionSheets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemplateCommandTest {
    private static final String FIXED_BEFORE =
            "client_id,session_date,day,session_number,course_id,attendance,stage,mode,therapist_id,site,referral_date,";
    private static final String FIXED_AFTER =
            ",setback,response,carried_forward,rupture,rupture_source,rupture_intensity,repair,client_stuck,therapist_stuck,"
                    + "course_end\n";

    @TempDir
    private Path folder;

    @Test
    void writesAnEmptyTableAndASheet() throws IOException {
        Path out = folder.resolve("forms");
        Cli run = Cli.run("template", "--measures", "phq9,SRS,srs-therapist,srs", "--out", out);
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .contains("Table: " + out.resolve("sessions.csv") + " (24 columns, no row)")
                .contains("Sheet: " + out.resolve("after-session-sheet.pdf"));
        assertThat(out.resolve("sessions.csv")).hasContent(FIXED_BEFORE + "phq9,srs,srs_therapist" + FIXED_AFTER);
        assertThat(out.resolve("after-session-sheet.pdf")).isNotEmptyFile();
        try (Stream<Path> all = Files.list(out)) {
            assertThat(all).hasSize(2);
        }
    }

    @Test
    void hasEveryMeasureUnlessSomeAreNamed() throws IOException {
        Path profile = Files.writeString(
                folder.resolve("p.yaml"),
                "measures: {mine: {name: M, min: 0, max: 9, better: lower, kind: outcome}}\n");
        Cli run = Cli.run("template", "--profile", profile, "--out", folder, "--quiet");
        assertThat(run).isEqualTo(new Cli(0, "", ""));
        assertThat(Files.readString(folder.resolve("sessions.csv")))
                .startsWith(FIXED_BEFORE)
                .endsWith(FIXED_AFTER)
                .contains(",gad7,", ",mine,", ",wsas,");
    }

    @Test
    void whatTheSheetOffersCanBeTypedAsItStandsAndIsReadWithoutAProblem() throws IOException {
        assertThat(Cli.run("template", "--measures", "phq9,srs,srs_therapist", "--out", folder)
                        .exitCode())
                .isZero();
        Path csv = folder.resolve("sessions.csv");
        List<String> header = List.of(Files.readString(csv).strip().split(","));
        SessionSheet sheet = SessionSheets.of(List.of(new Total("", "phq9", ""), new Total("", "srs", "")));
        List<Question> questions = new ArrayList<>(sheet.appointment());
        questions.addAll(sheet.left());
        questions.addAll(sheet.right());
        StringBuilder rows = new StringBuilder(Files.readString(csv));
        int day = 1;
        int asked = 0;
        for (Question question : questions) {
            Map<String, List<String>> answers = answers(question);
            for (Map.Entry<String, List<String>> answer : answers.entrySet()) {
                for (String word : answer.getValue()) {
                    Map<String, String> cells = new LinkedHashMap<>();
                    cells.put("client_id", "C-1");
                    cells.put("session_date", String.format("2026-%02d-%02d", 1 + day / 28, 1 + day % 28));
                    boolean seen = !answer.getKey().equals("attendance") || word.equals("attended");
                    cells.put("phq9", seen ? "12" : "");
                    cells.put("srs", seen ? "36.5" : "");
                    cells.put(answer.getKey(), word);
                    if (answer.getKey().matches("rupture_.*|repair")) {
                        cells.put("rupture", "withdrawal");
                    }
                    assertThat(header).containsAll(cells.keySet());
                    rows.append(String.join(
                            ",",
                            header.stream()
                                    .map(column -> cells.getOrDefault(column, ""))
                                    .toList()));
                    rows.append('\n');
                    day++;
                    asked++;
                }
            }
        }
        assertThat(asked).isGreaterThan(90);
        Files.writeString(csv, rows);
        Cli check = Cli.run("check", csv, "--out", folder.resolve("checked"));
        assertThat(check.exitCode()).as(check.err()).isZero();
        assertThat(folder.resolve("checked")
                        .resolve("check")
                        .resolve("internal")
                        .resolve("problems.csv"))
                .content()
                .isEqualTo("severity,code,file,line,column,expected,remedy\n");
        Cli full = Cli.run("template", "--measures", "phq9", "--out", folder, "--force");
        assertThat(full.exitCode()).isEqualTo(2);
        assertThat(full.err())
                .isEqualTo("mendline: " + csv + " holds rows, so it is not replaced; move it away or choose another"
                        + " folder.\n");
        assertThat(csv).hasContent(rows.toString());
    }

    private static Map<String, List<String>> answers(Question question) {
        if (question instanceof Question.Rating rating) {
            List<String> steps = new ArrayList<>();
            for (int step = rating.least(); step <= rating.most(); step++) {
                steps.add(Integer.toString(step));
            }
            return Map.of(rating.column(), steps);
        }
        if (question instanceof Question.Pick pick) {
            List<String> words = new ArrayList<>(
                    pick.choices().stream().map(SessionSheet.Choice::word).toList());
            if (!pick.inline() && !pick.column().equals("rupture")) {
                words.add(String.join("; ", words));
            }
            return Map.of(pick.column(), words);
        }
        return Map.of();
    }

    @Test
    void replacesOnlyWhenAsked() throws IOException {
        assertThat(Cli.run("template", "--out", folder).exitCode()).isZero();
        Cli again = Cli.run("template", "--measures", "srs", "--out", folder);
        assertThat(again.exitCode()).isEqualTo(2);
        assertThat(again.err())
                .isEqualTo("mendline: " + folder.resolve("sessions.csv")
                        + " is there already; choose another folder, or replace it with --force.\n");
        assertThat(Cli.run("template", "--measures", "srs", "--out", folder, "--force")
                        .exitCode())
                .isZero();
        assertThat(folder.resolve("sessions.csv")).hasContent(FIXED_BEFORE + "srs" + FIXED_AFTER);
    }

    @Test
    void saysWhatItDoesNotKnowAndWhereItCannotWrite() throws IOException {
        Cli unknown = Cli.run("template", "--measures", "phq9,srx", "--out", folder);
        assertThat(unknown.exitCode()).isEqualTo(2);
        assertThat(unknown.err()).isEqualTo("mendline: There is no measure 'srx'; mendline measures lists them.\n");
        Cli many = Cli.run("template", "--measures", "arm5,core10,coreom,gad7,gbo,hai,iesr,k10,mi", "--out", folder);
        assertThat(many.exitCode()).isEqualTo(2);
        assertThat(many.err()).isEqualTo("mendline: The sheet has room for 8 measures, and --measures names 9.\n");
        Path file = Files.writeString(folder.resolve("file"), "");
        Cli blocked = Cli.run("template", "--out", file);
        assertThat(blocked.exitCode()).isEqualTo(1);
        assertThat(blocked.err())
                .isEqualTo("mendline: The template cannot be written to " + file
                        + ": a file is in the way where a folder is needed.\n");
    }
}
