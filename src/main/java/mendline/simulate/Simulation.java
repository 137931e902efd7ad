package mendline.simulate;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import mendline.model.Months;
import mendline.model.Progress;
import org.apache.commons.csv.CSVPrinter;

/** Writes the exports of a practice that never existed. */
public final class Simulation {
    /**
     * Where the truth stands below the output folder: a folder of its own, so that the folder above holds exports
     * only.
     */
    public static final String TRUTH = "truth/truth.csv";

    private Simulation() {}

    /** As {@link #run(SimulationSettings, Path, Progress)}, silently. */
    public static SimulatedFiles run(SimulationSettings settings, Path out) throws IOException {
        return run(settings, out, Progress.SILENT);
    }

    /**
     * Writes {@code sessions-YYYY-MM.csv} for each month and {@value #TRUTH} into a folder. Each file is moved into
     * place whole. Session files of an earlier simulation are replaced; other files stay as they are.
     *
     * @throws FileAlreadyExistsException when the folder holds a CSV file but no {@value #TRUTH}, so that the file is
     *     somebody's data
     */
    public static SimulatedFiles run(SimulationSettings settings, Path out, Progress progress) throws IOException {
        List<Path> earlier = earlierExports(out);
        Files.createDirectories(out);
        Path parts = Files.createTempDirectory(out, ".simulate-");
        try {
            long planted;
            long rows;
            try (MonthFiles months = new MonthFiles(settings, parts)) {
                planted = writeClients(settings, months, parts.resolve("truth.csv"), progress);
                progress.stage("writing", 0);
                rows = months.write();
            }
            return new SimulatedFiles(moved(settings, parts, out, earlier), out.resolve(TRUTH), rows, planted);
        } finally {
            deleteFolder(parts);
        }
    }

    private static long writeClients(SimulationSettings settings, MonthFiles months, Path truthFile, Progress progress)
            throws IOException {
        Practice practice = Practice.of(settings);
        long planted = 0;
        progress.stage("simulating", settings.clients());
        try (BufferedWriter writer = Files.newBufferedWriter(truthFile, StandardCharsets.UTF_8);
                CSVPrinter truths = new CSVPrinter(writer, MonthFiles.FORMAT)) {
            truths.printRecord(Truth.HEADER);
            for (int client = 0; client < settings.clients(); client++) {
                SimulatedClient simulated = SimulatedClient.of(practice, client);
                for (Row row : simulated.rows()) {
                    months.add(client, row);
                }
                for (Truth truth : simulated.truths()) {
                    truths.printRecord(truth.cells());
                    planted++;
                }
                progress.step(1);
            }
        }
        return planted;
    }

    private static List<Path> moved(SimulationSettings settings, Path parts, Path out, List<Path> earlier)
            throws IOException {
        Files.createDirectories(out.resolve(TRUTH).getParent());
        move(parts.resolve("truth.csv"), out.resolve(TRUTH));
        List<Path> exports = new ArrayList<>();
        int first = Months.of(settings.firstMonth());
        for (int month = first; month < first + settings.months(); month++) {
            Path export = out.resolve(MonthFiles.name(month));
            move(parts.resolve(MonthFiles.name(month)), export);
            exports.add(export);
        }
        for (Path old : earlier) {
            if (!exports.contains(old)) {
                Files.delete(old);
            }
        }
        return exports;
    }

    private static void move(Path part, Path whole) throws IOException {
        Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** The session files of an earlier simulation in the folder. */
    private static List<Path> earlierExports(Path out) throws IOException {
        List<Path> earlier = new ArrayList<>();
        if (!Files.isDirectory(out)) {
            return earlier;
        }
        boolean simulated = Files.exists(out.resolve(TRUTH));
        try (DirectoryStream<Path> files = Files.newDirectoryStream(out)) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                if (name.matches("sessions-\\d{4}-\\d{2}\\.csv") && simulated) {
                    earlier.add(file);
                } else if (name.toLowerCase(Locale.ROOT).matches(".*\\.csv(\\.gz)?")) {
                    throw new FileAlreadyExistsException(
                            file.toString(),
                            null,
                            "the folder holds CSV files that no simulation wrote; choose an empty one");
                }
            }
        }
        return earlier;
    }

    private static void deleteFolder(Path folder) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
        }
        Files.delete(folder);
    }
}
