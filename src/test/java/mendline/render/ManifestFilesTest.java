package mendline.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ManifestFilesTest {
    record Input(String name, long bytes) {}

    @Test
    void writesMapsAndRecordsInTheirOrder() throws IOException {
        Map<String, Object> manifest = new LinkedHashMap<>();
        manifest.put("program", "0.1.0");
        manifest.put("inputs", List.of(new Input("b.csv", 12), new Input("a.csv", 3)));
        manifest.put("as_of", null);
        assertThat(ManifestFiles.text(manifest)).isEqualTo("""
                {
                  "program" : "0.1.0",
                  "inputs" : [
                    {
                      "name" : "b.csv",
                      "bytes" : 12
                    },
                    {
                      "name" : "a.csv",
                      "bytes" : 3
                    }
                  ],
                  "as_of" : null
                }
                """);
    }
}
