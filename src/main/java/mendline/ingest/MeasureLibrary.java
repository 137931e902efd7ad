package mendline.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import mendline.measure.Measure;

/** The measures that come with the program, from its resource {@code mendline/measures.yaml}. */
public final class MeasureLibrary {
    private static final String RESOURCE = "/mendline/measures.yaml";

    private MeasureLibrary() {}

    /** All measures by key. */
    public static SortedMap<String, Measure> read() {
        try (InputStream in = MeasureLibrary.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("the program was built without " + RESOURCE);
            }
            return of("measures.yaml", new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ProfileProblem e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    static SortedMap<String, Measure> of(String name, String yaml) throws ProfileProblem {
        SortedMap<String, Measure> measures = new TreeMap<>();
        Yaml top = Yaml.read(name, yaml).orElseThrow(() -> new ProfileProblem(name + " is empty."));
        return Collections.unmodifiableSortedMap(MeasureYaml.read(top, measures));
    }
}
