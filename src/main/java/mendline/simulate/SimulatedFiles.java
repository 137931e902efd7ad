package mendline.simulate;

import java.nio.file.Path;
import java.util.List;

/**
 * What a simulation wrote.
 *
 * @param exports the session files in order of month
 * @param truth the file that says what was planted
 * @param rows rows of all session files, repeated ones included
 * @param planted rows of the truth
 */
public record SimulatedFiles(List<Path> exports, Path truth, long rows, long planted) {
    public SimulatedFiles {
        exports = List.copyOf(exports);
    }
}
