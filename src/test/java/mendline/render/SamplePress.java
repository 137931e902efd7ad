package mendline.render;

import java.io.IOException;
import java.nio.file.Path;
import mendline.model.Progress;

/** Prints the sample report into a folder, for looking at; says how long it took. */
final class SamplePress {
    private SamplePress() {}

    public static void main(String[] arguments) throws IOException {
        int runs = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1;
        for (int run = 0; run < runs; run++) {
            long start = System.nanoTime();
            Ink.write(SampleReport.whole(), Path.of(arguments[0]), Progress.SILENT);
            System.out.printf("%d ms%n", (System.nanoTime() - start) / 1_000_000);
        }
    }
}
