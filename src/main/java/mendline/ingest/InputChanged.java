package mendline.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * A file was not the same when its rows were read as when it was looked through before; the message is one sentence for the user. Unchecked, since it
 * ends the run from wherever a file is being read.
 */
public final class InputChanged extends UncheckedIOException {
    private static final long serialVersionUID = 1L;

    InputChanged(String file, IOException cause) {
        super(
                file
                        + " was changed or removed by another program while it was read; run again once it is complete (nothing was written).",
                cause);
    }
}
