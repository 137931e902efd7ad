package mendline.simulate;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One row of {@code truth.csv}.
 *
 * @param onset session number of the first changed session
 * @param end session number at which it was over; empty when it was not, or not in the data
 * @param depth points, or the intensity (1 to 5) of a rupture
 * @param repaired whether it was made good again; empty when the data end too early to say, and for sudden gains
 */
record Truth(
        String client,
        String course,
        PlantedKind kind,
        int onset,
        OptionalInt end,
        double depth,
        Optional<Boolean> repaired) {

    /** The header of the file. */
    static final List<String> HEADER =
            List.of("client", "course", "kind", "onset_session", "end_session", "depth", "repaired");

    List<String> cells() {
        return List.of(
                client,
                course,
                kind.key(),
                Integer.toString(onset),
                end.isPresent() ? Integer.toString(end.getAsInt()) : "",
                depth == Math.rint(depth) ? Long.toString((long) depth) : Double.toString(depth),
                repaired.map(String::valueOf).orElse(""));
    }
}
