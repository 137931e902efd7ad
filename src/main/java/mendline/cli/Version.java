package mendline.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** Name and version of the program, from the manifest of its jar. */
final class Version implements IVersionProvider {
    Version() {}

    /** Such as {@code mendline 0.1.0}; {@code mendline (unpacked)} when it does not run from its jar. */
    static String program() {
        return "mendline "
                + Optional.ofNullable(Main.class.getPackage().getImplementationVersion())
                        .orElse("(unpacked)");
    }

    @Override
    public String[] getVersion() {
        return new String[] {program()};
    }
}
