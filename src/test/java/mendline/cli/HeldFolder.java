package mendline.cli;

import java.nio.file.Files;
import java.nio.file.Path;

/** Opens an output folder, writes into it, says so, and waits to be stopped. */
public final class HeldFolder {
    private HeldFolder() {}

    public static void main(String[] arguments) throws Exception {
        try (OutputFolder folder = OutputFolder.open(Path.of(arguments[0]), "2026-09")) {
            Files.writeString(folder.writing().resolve("internal").resolve("courses.csv"), "client\n");
            System.out.println("writing");
            System.in.read();
            throw new IllegalStateException("nobody stopped it");
        }
    }
}
