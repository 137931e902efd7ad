package mendline.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mendline.model.Intake;
import mendline.model.Problem;
import mendline.model.ProblemCode;
import mendline.model.Progress;

/** The page that explains a kind of problem, taken apart: its sections, its example, and the places that it says the example gives. */
record ProblemPage(String code, String text) {
    static final Path FOLDER = Path.of("src/site/markdown/problems");

    private static final String EXAMPLE = "Example, and how to see it";
    private static final Pattern FILE =
            Pattern.compile("(?m)^`([^`]+)`(?:, .*)?:\\n\\n```(csv|yaml|text)\\n((?:(?!```).*\\n)*)```$");
    private static final Pattern COMMAND =
            Pattern.compile("(?m)^`mendline check (--profile profile\\.yaml )?([^`]+)` finds:$");
    private static final Pattern PLACE =
            Pattern.compile("(?m)^\\| (?!severity)([a-z]+) \\| `(.+)` \\| (.+) \\| (.+) \\|$");

    static ProblemPage of(ProblemCode code) throws IOException {
        return new ProblemPage(code.key(), Files.readString(FOLDER.resolve(code.key() + ".md")));
    }

    /** What stands above the first section. */
    String head() {
        return text.substring(0, text.indexOf("\n## "));
    }

    /** The sections in their order, by heading. */
    Map<String, String> sections() {
        Map<String, String> sections = new LinkedHashMap<>();
        for (String section : text.substring(text.indexOf("\n## ") + 4).split("\n## ")) {
            int end = section.indexOf('\n');
            sections.put(section.substring(0, end), section.substring(end).strip());
        }
        return sections;
    }

    /** The places at which the page says that the example has the problem, in order, as {@code severity file:line column}. */
    List<String> places() {
        List<String> places = new ArrayList<>();
        Matcher place = PLACE.matcher(sections().get(EXAMPLE));
        while (place.find()) {
            String line = place.group(3).equals("–") ? "0" : place.group(3);
            String column = place.group(4).equals("–") ? "" : place.group(4).replace("`", "");
            places.add(place.group(1) + " " + place.group(2) + ":" + line + " " + column);
        }
        return places;
    }

    /**
     * Reads the files of the example as the command of the page does.
     *
     * @param folder an empty folder, in which they are made
     * @return what reading found; empty where an example cannot be made on this machine
     */
    Optional<Intake> read(Path folder) throws IOException, InputNotFound, NothingUsable, ProfileProblem {
        Matcher command = COMMAND.matcher(sections().get(EXAMPLE));
        if (!command.find()) {
            throw new IllegalArgumentException("the page of " + code + " has no command");
        }
        Path exports = Files.createDirectory(folder.resolve("exports"));
        Path profile = folder.resolve("profile.yaml");
        List<String> made = new ArrayList<>();
        Matcher file = FILE.matcher(sections().get(EXAMPLE));
        while (file.find()) {
            if (file.group(2).equals("yaml")) {
                Files.writeString(profile, file.group(3));
                continue;
            }
            Path to = exports.resolve(file.group(1));
            made.add(file.group(1));
            if (file.group(2).equals("csv")) {
                Files.writeString(to, file.group(3));
            } else if (!MadeFile.of(file.group(3)).write(to)) {
                return Optional.empty();
            }
        }
        boolean whole = command.group(2).equals("exports");
        List<Path> inputs = whole
                ? List.of(exports)
                : List.of(command.group(2).split(" ")).stream()
                        .map(exports::resolve)
                        .toList();
        if (!whole && !String.join(" ", made).equals(command.group(2))
                || Files.exists(profile) != (command.group(1) != null)) {
            throw new IllegalArgumentException("the command of " + code + " does not read the files of the example");
        }
        Profile settings = Files.exists(profile) ? Profiles.read(profile) : Profiles.DEFAULT;
        return Optional.of(SessionExports.read(inputs, settings, OptionalInt.empty(), Progress.SILENT)
                .intake());
    }

    /** Where reading found the problem, as {@link #places()} spells it. */
    List<String> found(Intake intake) {
        List<String> found = new ArrayList<>();
        for (Problem problem : intake.problems()) {
            if (problem.code().key().equals(code)) {
                found.add(problem.code().severity().key() + " " + problem.file() + ":" + problem.line() + " "
                        + problem.column());
            }
        }
        return found;
    }
}
