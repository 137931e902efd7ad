package mendline.planted;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * One row of {@code truth.csv}, read as anybody could read it.
 *
 * @param kind {@code setback}, {@code dip}, {@code rupture} or {@code sudden_gain}
 * @param onset first changed session
 * @param end session at which it was over
 * @param depth points, or the intensity of a rupture
 * @param repaired empty where the data end too early to say
 */
record Planted(
        String client,
        String course,
        String kind,
        int onset,
        OptionalInt end,
        double depth,
        Optional<Boolean> repaired) {

    /** Sessions that count as changed where no end is known: as long as a decline can go on. */
    private static final int LONGEST = 6;

    static List<Planted> read(Path truth) throws IOException {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        List<Planted> planted = new ArrayList<>();
        try (Reader reader = Files.newBufferedReader(truth, StandardCharsets.UTF_8);
                CSVParser parser = format.parse(reader)) {
            for (CSVRecord row : parser) {
                planted.add(of(row));
            }
        }
        return planted;
    }

    private static Planted of(CSVRecord row) {
        String end = row.get("end_session");
        String repaired = row.get("repaired");
        return new Planted(
                row.get("client"),
                row.get("course"),
                row.get("kind"),
                Integer.parseInt(row.get("onset_session")),
                end.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(end)),
                Double.parseDouble(row.get("depth")),
                repaired.isEmpty() ? Optional.empty() : Optional.of(Boolean.valueOf(repaired)));
    }

    /** The last session that counts as changed. */
    int lastChanged() {
        return end.isPresent() ? Math.max(onset, end.getAsInt() - 1) : onset + LONGEST - 1;
    }

    /** Whether a session is one of the changed ones or one beside them. */
    boolean near(int session) {
        return session >= onset - 1 && session <= lastChanged() + 1;
    }
}
