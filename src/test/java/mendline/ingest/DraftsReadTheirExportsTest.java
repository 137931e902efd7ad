package mendline.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import mendline.model.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every draft is a profile that reads the export from which it was made. */
final class DraftsReadTheirExportsTest {
    private static final Path EXPORTS = Path.of("src/test/resources/exports");
    /** The one style without client codes: a draft never takes names for them. */
    private static final String NAMES_ONLY = "therapynotes-style";

    @TempDir
    Path folder;

    static Stream<String> styles() {
        return ReadyProfiles.all().keySet().stream().filter(style -> !style.equals(NAMES_ONLY));
    }

    private static ProfileDraft draft(List<Path> inputs) throws Exception {
        return ProfileDrafts.of(inputs, Optional.empty(), Progress.SILENT);
    }

    private static SessionData read(List<Path> inputs, Profile profile) throws Exception {
        return SessionExports.read(inputs, profile, OptionalInt.empty(), Progress.SILENT);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("styles")
    void aDraftUsesAsManyRowsAsTheReadyProfileOrSaysWhatItCouldNotDecide(String style) throws Exception {
        List<Path> export = List.of(EXPORTS.resolve(style));
        SessionData ready = read(export, Profiles.read(Path.of(style)));
        ProfileDraft draft = draft(export);
        SessionData drafted = read(export, Profiles.of("draft.yaml", draft.yaml()));

        assertThat(drafted.intake().rows().read())
                .isEqualTo(ready.intake().rows().read());
        boolean same = drafted.intake().rows().used() == ready.intake().rows().used();
        assertThat(same || !draft.undecided().isEmpty())
                .as(drafted.intake().rows() + " in place of " + ready.intake().rows())
                .isTrue();
        boolean moreHelp = style.equals("simplepractice-style");
        assertThat(same).as("no other style needs a hand").isNotEqualTo(moreHelp);
    }

    @Test
    void namesAreNoCodesAndTheDraftSaysSo() {
        assertThat(catchThrowable(() -> draft(List.of(EXPORTS.resolve(NAMES_ONLY)))))
                .isInstanceOf(NothingUsable.class)
                .hasMessageContaining("\"Client Name\" seems to hold names; export a column of client codes");
    }

    @Test
    void everyDraftOfTheZooIsAProfileThatReadsIt() throws Exception {
        int drafts = 0;
        int refusals = 0;
        for (ZooCase each : ZooCase.all()) {
            Optional<List<Path>> inputs = each.inputs(Files.createDirectory(folder.resolve(each.name())));
            if (inputs.isEmpty()) {
                continue;
            }
            Optional<ProfileDraft> draft = Optional.empty();
            try {
                draft = Optional.of(draft(inputs.get()));
            } catch (NothingUsable | AmbiguousDates | InputNotFound e) {
                refusals++;
                assertThat(e.getMessage()).as(each.name()).endsWith(".");
            }
            if (draft.isPresent()) {
                drafts++;
                SessionData data =
                        read(inputs.get(), Profiles.of(each.name(), draft.get().yaml()));
                assertThat(data.intake().rows().read()).as(each.name()).isPositive();
            }
        }
        assertThat(drafts).isGreaterThan(130);
        assertThat(refusals).isGreaterThan(15);
    }
}
