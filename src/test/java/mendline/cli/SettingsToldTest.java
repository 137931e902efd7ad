package mendline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import mendline.ingest.ProfileProblem;
import mendline.ingest.Profiles;
import mendline.report.Setting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The settings of a run are a table that people can read: no braces, no keys without words, months as months. */
class SettingsToldTest {
    @TempDir
    private Path folder;

    private SortedMap<String, Object> configuration(String yaml) throws IOException, ProfileProblem {
        Path profile = Files.writeString(folder.resolve("profile.yaml"), yaml);
        return Configuration.of(Profiles.read(profile), Set.of("phq9"));
    }

    @Test
    void standByGroupAndThoseThatAreNotSetShareARow() throws Exception {
        List<Setting> told = SettingsTold.of(configuration("""
                columns: {client_id: Ref}
                detection: {dip: {k: 3, scale: {srs: 2.4}}}
                limits: {baseline_to: 2025-12, rebase: [{from: 2026-03, reason: new intake team}], charts: {missed_share: p}}
                report: {notes: {2026-05: shorter waits}, targets: {recovery: 0.5}}
                """));
        assertThat(told)
                .extracting(Setting::name, Setting::value)
                .contains(
                        tuple("columns", "client id: Ref"),
                        tuple("course", "gap days: 90; left truncation: on"),
                        tuple("detection · dip scales", "srs: 2.4"),
                        tuple("report · limits · charts", "missed share: p"),
                        tuple("report · notes", "2026-05: shorter waits"),
                        tuple("report · targets", "recovery: 0.5"));
        assertThat(told.get(told.size() - 1).name()).isEqualTo("not set");
        assertThat(told.get(told.size() - 1).value()).contains("report · pages", "scoring · items");
        assertThat(told)
                .filteredOn(row -> row.name().equals("report · limits"))
                .singleElement()
                .extracting(Setting::value)
                .asString()
                .contains("baseline to: 2025-12", "rebases: from month 2026-03, reason new intake team");
        assertThat(told).allSatisfy(row -> assertThat(row.name() + row.value()).doesNotContainPattern("[{}=]"));
    }

    @Test
    void noSettingIsLost() throws Exception {
        SortedMap<String, Object> all = configuration("name: Riverside");
        String told = SettingsTold.of(all).toString();
        for (String key : all.keySet()) {
            if (!key.equals("measures")) {
                assertThat(told).contains(key.replace('_', ' '));
            }
        }
        assertThat(told).contains("practice: Riverside");
    }
}
