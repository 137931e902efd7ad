package mendline.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import mendline.ingest.AmbiguousDates;
import mendline.ingest.Confidence;
import mendline.ingest.DateOrder;
import mendline.ingest.InputNotFound;
import mendline.ingest.NothingUsable;
import mendline.ingest.ProfileDraft;
import mendline.ingest.ProfileDrafts;
import mendline.ingest.ReadyProfiles;
import mendline.model.Progress;
import mendline.model.Vocabulary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Drafts a profile from exports that nobody has described yet. */
@Command(
        name = "profile",
        versionProvider = Version.class,
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {"Looks at exports of an unknown system and drafts the profile that makes them readable.", ""},
        parameterListHeading = "%nInput:%n",
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  mendline profile exports --out riverside.yaml",
            "      then look at the file, and: mendline report exports --profile riverside.yaml",
            "  mendline profile exports --date-order dmy",
            "      for dates that can be read in two ways; without --out the draft is printed",
            "  mendline profile --list",
            "      profiles that come with the program"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            " 0:drafted; what could not be decided is listed and stands at the end of the draft",
            " 1:the file could not be written",
            " 2:wrong command line, a path that does not exist, a file that is there already, dates that can be read in two ways",
            " 3:no file of sessions was recognised"
        })
final class ProfileCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "PATH",
            arity = "0..*",
            description = "A CSV file (also .csv.gz) or a folder of them, all of one system.")
    private List<Path> inputs = List.of();

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Write the draft here; without it the draft is printed.")
    private Optional<Path> out = Optional.empty();

    @Option(names = "--force", description = "Replace the file if it is there already.")
    private boolean force;

    @Option(names = "--date-order", paramLabel = "ORDER", description = "How dates are written: ymd, dmy or mdy.")
    private Optional<String> dateOrder = Optional.empty();

    @Option(names = "--list", description = "List the profiles that come with the program, and do nothing else.")
    private boolean list;

    @Mixin
    private Talk talk;

    ProfileCommand() {}

    @Override
    public Integer call() throws UsageProblem, InputNotFound, NothingUsable, AmbiguousDates, OutputProblem {
        PrintWriter answer = spec.commandLine().getOut();
        if (list) {
            for (Map.Entry<String, String> ready : ReadyProfiles.all().entrySet()) {
                answer.println(String.format(Locale.ROOT, "%-20s %s", ready.getKey(), ready.getValue()));
            }
            return 0;
        }
        if (inputs.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "Missing required parameter: 'PATH'");
        }
        Optional<DateOrder> order = order();
        if (out.isPresent()) {
            refuseToReplace(out.get());
        }
        ProfileDraft draft = ProfileDrafts.of(inputs, order, Progress.SILENT);
        if (out.isPresent()) {
            write(out.get(), draft.yaml());
        } else {
            answer.print(draft.yaml());
        }
        if (!talk.quiet()) {
            PrintWriter said = out.isPresent() ? answer : spec.commandLine().getErr();
            summary(draft).forEach(said::println);
        }
        return 0;
    }

    private Optional<DateOrder> order() {
        if (dateOrder.isEmpty()) {
            return Optional.empty();
        }
        Optional<DateOrder> found = Vocabulary.find(DateOrder.class, dateOrder.get());
        if (found.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Invalid value for option '--date-order': should be ymd, dmy or mdy, was '" + dateOrder.get()
                            + "'");
        }
        return found;
    }

    /** An export is never written over, whatever is asked for; another file only on request. */
    private void refuseToReplace(Path file) throws UsageProblem {
        for (Path input : inputs) {
            if (Files.exists(file) && same(file, input)
                    || Files.isDirectory(input) && isExport(file) && inside(file, input)) {
                throw new UsageProblem("The draft cannot be written to " + file
                        + ": it is one of the exports, or would look like one.");
            }
        }
        if (Files.isDirectory(file)) {
            throw new UsageProblem("The draft cannot be written to " + file + ": it is a folder.");
        }
        if (Files.exists(file) && (!force || isExport(file))) {
            throw new UsageProblem(file + " is there already; choose another name, or replace a profile with --force.");
        }
    }

    private static boolean same(Path one, Path other) {
        try {
            return Files.exists(other) && Files.isSameFile(one, other);
        } catch (IOException e) {
            return true;
        }
    }

    private static boolean inside(Path file, Path folder) {
        Path parent = file.toAbsolutePath().normalize().getParent();
        return parent != null && same(parent, folder);
    }

    private static boolean isExport(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).matches(".*\\.(csv|tsv|txt|xlsx?|ods)(\\.gz)?");
    }

    private static void write(Path file, String yaml) throws OutputProblem {
        try {
            Files.writeString(file, yaml, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new OutputProblem("The draft cannot be written to " + file + ": " + OutputFolder.reason(e) + ".", e);
        }
    }

    private List<String> summary(ProfileDraft draft) {
        List<String> lines = new ArrayList<>();
        out.ifPresent(file -> lines.add("Profile:  " + file));
        lines.add("Looked at " + draft.files() + (draft.files() == 1 ? " file, " : " files, ") + draft.rows()
                + (draft.rows() == 1 ? " row" : " rows"));
        for (Confidence confidence : Confidence.values()) {
            List<String> things = new ArrayList<>();
            draft.decisions().stream()
                    .filter(each -> each.confidence() == confidence)
                    .forEach(each -> things.add(each.what()));
            if (!things.isEmpty()) {
                lines.add(String.format(Locale.ROOT, "%-10s", confidence.key() + ":") + String.join(", ", things));
            }
        }
        draft.undecided().forEach(what -> lines.add("not decided: " + what));
        return lines;
    }
}
