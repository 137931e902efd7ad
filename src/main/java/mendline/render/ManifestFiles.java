package mendline.render;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes what a run read, did and wrote as JSON. */
public final class ManifestFiles {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private ManifestFiles() {}

    /**
     * Writes maps, lists, records and plain values: two spaces a level, one line feed a line. Records keep the order of
     * their components and
     * maps their own, so the caller hands in a sorted or insertion-ordered map.
     */
    public static void write(Object manifest, Path json) throws IOException {
        Files.write(json, text(manifest).getBytes(StandardCharsets.UTF_8));
    }

    static String text(Object manifest) throws IOException {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer =
                new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
        return MAPPER.writer(printer).writeValueAsString(manifest) + "\n";
    }
}
