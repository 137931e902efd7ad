package mendline.ingest;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import mendline.measure.Measure;
import mendline.model.CourseSettings;
import mendline.model.DetectionSettings;
import mendline.model.MeasureKind;
import mendline.model.ReportSettings;
import mendline.model.Vocabulary;

/** Reads profiles: every key is known or refused with its line, every value is checked before anything else is done. */
public final class Profiles {
    /** No profile: the contract's own names, the library's measures, the defaults. */
    public static final Profile DEFAULT = defaults(MeasureLibrary.read());

    private static final int LARGEST_FILE = 1 << 20;

    private Profiles() {}

    private static Profile defaults(SortedMap<String, Measure> measures) {
        return new Profile(
                Dialect.DEFAULT,
                FileRoles.SESSIONS_ONLY,
                Scoring.TOTALS,
                RowRules.DEFAULT,
                new TreeMap<>(),
                new TreeMap<>(),
                new TreeSet<>(Profile.USUAL_MISSING),
                new TreeMap<>(),
                new TreeSet<>(List.of("*")),
                measures,
                Optional.empty(),
                Optional.empty(),
                CourseSettings.DEFAULT,
                DetectionSettings.DEFAULT,
                ReportSettings.DEFAULT);
    }

    /** Reads a profile from a file, or the one of that name that comes with the program where there is no such file. */
    public static Profile read(Path file) throws ProfileProblem {
        if (!Files.exists(file)) {
            Optional<String> ready = ReadyProfiles.text(file.toString());
            if (ready.isPresent()) {
                return of(file.toString(), ready.get());
            }
        }
        try {
            if (Files.size(file) > LARGEST_FILE) {
                throw new ProfileProblem("The profile " + file + " is larger than 1 MB; is it really a profile?");
            }
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString();
            return of(file.toString(), text.startsWith("\ufeff") ? text.substring(1) : text);
        } catch (CharacterCodingException e) {
            throw new ProfileProblem("The profile " + file + " is not text in UTF-8.");
        } catch (IOException e) {
            throw new ProfileProblem(
                    Files.exists(file)
                            ? "The profile " + file + " cannot be read."
                            : "There is no profile " + file + ".");
        }
    }

    /** Reads a profile from text; the name is for messages. */
    static Profile of(String name, String text) throws ProfileProblem {
        Optional<Yaml> top = Yaml.read(name, text);
        return top.isEmpty() ? DEFAULT : profile(top.get());
    }

    private static Profile profile(Yaml top) throws ProfileProblem {
        Map<String, Yaml> entries = top.entries(
                "name",
                "csv",
                "files",
                "columns",
                "items",
                "scale",
                "skip",
                "sparse",
                "leave_out",
                "attendance_from",
                "values",
                "missing",
                "suppressed",
                "measures",
                "primary_outcome",
                "alliance",
                "outcome",
                "course",
                "detection",
                "limits",
                "report");
        SortedMap<String, Measure> measures = entries.containsKey("measures")
                ? MeasureYaml.read(entries.get("measures"), DEFAULT.measures())
                : DEFAULT.measures();
        SortedSet<String> missing = new TreeSet<>(Profile.USUAL_MISSING);
        SortedMap<String, SortedSet<String>> missingByColumn = new TreeMap<>();
        if (entries.containsKey("missing")) {
            ColumnsYaml.missing(entries.get("missing"), measures, missing, missingByColumn);
        }
        Dialect dialect =
                entries.containsKey("csv") ? DialectYaml.read(entries.get("csv"), Dialect.DEFAULT) : Dialect.DEFAULT;
        Scoring scoring = ScoringYaml.read(entries, Scoring.TOTALS, measures, false);
        return new Profile(
                dialect,
                entries.containsKey("files")
                        ? FilesYaml.read(entries.get("files"), dialect, scoring, measures)
                        : FileRoles.SESSIONS_ONLY,
                scoring,
                RowRulesYaml.read(
                        entries,
                        entries.containsKey("columns")
                                ? ColumnsYaml.otherHeaders(entries.get("columns"), measures)
                                : new TreeMap<>()),
                entries.containsKey("columns")
                        ? ColumnsYaml.columns(entries.get("columns"), measures)
                        : new TreeMap<>(),
                entries.containsKey("values") ? ColumnsYaml.values(entries.get("values"), measures) : new TreeMap<>(),
                missing,
                missingByColumn,
                entries.containsKey("suppressed")
                        ? new TreeSet<>(entries.get("suppressed").texts())
                        : DEFAULT.suppressed(),
                measures,
                measure(entries, "primary_outcome", MeasureKind.OUTCOME, measures),
                measure(entries, "alliance", MeasureKind.ALLIANCE, measures),
                entries.containsKey("course") ? course(entries.get("course")) : CourseSettings.DEFAULT,
                DetectionYaml.read(entries, measures),
                ReportYaml.read(entries));
    }

    private static Optional<String> measure(
            Map<String, Yaml> entries, String key, MeasureKind kind, SortedMap<String, Measure> measures)
            throws ProfileProblem {
        if (!entries.containsKey(key)) {
            return Optional.empty();
        }
        Yaml value = entries.get(key);
        String text = value.text();
        String folded = Vocabulary.folded(text);
        if (!measures.containsKey(folded)) {
            throw value.unknown("measure", text, measures.keySet());
        }
        if (measures.get(folded).kind() != kind) {
            throw value.problem("should be a measure of kind " + kind.key() + ", but " + folded + " is of kind "
                    + measures.get(folded).kind().key());
        }
        return Optional.of(folded);
    }

    private static CourseSettings course(Yaml yaml) throws ProfileProblem {
        Map<String, Yaml> entries = yaml.entries("gap_days", "left_truncation");
        return new CourseSettings(
                entries.containsKey("gap_days")
                        ? entries.get("gap_days").whole(1, 3_650)
                        : CourseSettings.DEFAULT.gapDays(),
                entries.containsKey("left_truncation")
                        ? entries.get("left_truncation").flag()
                        : CourseSettings.DEFAULT.leftTruncation());
    }
}
