package mendline.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import mendline.model.InputFile;
import mendline.model.RowAccount;
import mendline.render.ManifestFiles;

/**
 * What a report was made from, so that anybody can prove which inputs and which version gave which numbers. Holds no date of its making: equal
 * inputs, configuration and version give equal manifests.
 *
 * @param program name and version
 * @param asOf ISO date, empty where the data have none
 * @param period the name of the report's folder
 * @param configuration every setting of the run, as {@link Configuration} spells them
 * @param seed where every simulated course's own seed begins
 * @param outputs every other file of the report, sorted by name
 */
record Manifest(
        String program,
        Optional<String> asOf,
        String period,
        SortedMap<String, Object> configuration,
        long seed,
        List<InputFile> inputs,
        RowAccount rows,
        List<Output> outputs) {
    /** Name of the manifest in a report's folder. */
    static final String FILE = "manifest.json";

    private static final ObjectMapper JSON = new ObjectMapper();

    /** A file of the report: its path in the report's folder, with {@code /}, and the hash of its bytes. */
    record Output(String name, String sha256) {}

    Manifest {
        configuration = Collections.unmodifiableSortedMap(new TreeMap<>(configuration));
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
    }

    /** Every file in a report's folder but the manifest itself, hashed, sorted by name. */
    static List<Output> outputsIn(Path folder) throws IOException {
        List<Output> outputs = new ArrayList<>();
        for (String name : Folders.filesIn(folder)) {
            if (!name.equals(FILE)) {
                outputs.add(new Output(name, Sha256.of(folder.resolve(name))));
            }
        }
        return outputs;
    }

    /** Names of the manifest and of the files it lists; empty where there is no manifest or it is not one of ours. */
    static Set<String> outputsListedIn(Path manifest) throws IOException {
        if (!Files.isRegularFile(manifest)) {
            return Set.of();
        }
        try {
            JsonNode json = JSON.readTree(Files.readAllBytes(manifest));
            if (!json.path("program").asText().startsWith("mendline ")) {
                return Set.of();
            }
            Set<String> names = new TreeSet<>();
            names.add(FILE);
            json.path("outputs").forEach(output -> names.add(output.path("name").asText()));
            return names;
        } catch (JsonProcessingException e) {
            return Set.of();
        }
    }

    /** Writes the manifest into a report's folder. */
    void write(Path folder) throws IOException {
        ManifestFiles.write(content(), folder.resolve(FILE));
    }

    private Map<String, Object> content() {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("program", program);
        content.put("as_of", asOf.orElse(null));
        content.put("period", period);
        content.put("configuration", configuration);
        content.put("seed", seed);
        content.put("inputs", inputs);
        content.put("rows", account());
        content.put("outputs", outputs);
        return content;
    }

    private Map<String, Object> account() {
        SortedMap<String, Long> setAside = new TreeMap<>();
        rows.setAside().forEach((code, count) -> setAside.put(code.key(), count));
        Map<String, Object> account = new LinkedHashMap<>();
        account.put("read", rows.read());
        account.put("used", rows.used());
        account.put("duplicate", rows.duplicate());
        account.put("set_aside", setAside);
        return account;
    }
}
