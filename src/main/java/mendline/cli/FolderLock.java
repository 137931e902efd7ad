package mendline.cli;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.Optional;

/**
 * Keeps two runs from writing the same report at once. The operating system lets go of the lock when a run ends in whatever way, so a killed
 * run leaves at most an empty file behind.
 *
 * <p>While the lock is held, the file must not be opened a second time by this program: on most systems closing it once lets go of every lock
 * that the program has on it (POSIX, fcntl).
 */
final class FolderLock implements AutoCloseable {
    private final Path file;
    private final FileChannel channel;

    private FolderLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Takes the lock.
     *
     * @return empty while another run holds it
     */
    static Optional<FolderLock> take(Path file) throws IOException {
        while (true) {
            create(file);
            Optional<Object> before = identity(file);
            // A link of that name is not followed: it could lead to a file of somebody else.
            try (Opened opened =
                    new Opened(FileChannel.open(file, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS))) {
                if (!locked(opened.channel())) {
                    return Optional.empty();
                }
                // Its former holder removes the file on letting go; then the locked one is no longer what others find
                // under the name.
                if (before.isPresent() && before.equals(identity(file))) {
                    return Optional.of(new FolderLock(file, opened.kept()));
                }
            } catch (NoSuchFileException e) {
                continue;
            }
        }
    }

    /** A channel that is closed unless it is kept. */
    private static final class Opened implements AutoCloseable {
        private final FileChannel channel;
        private boolean keep;

        Opened(FileChannel channel) {
            this.channel = channel;
        }

        FileChannel channel() {
            return channel;
        }

        FileChannel kept() {
            keep = true;
            return channel;
        }

        @Override
        public void close() throws IOException {
            if (!keep) {
                channel.close();
            }
        }
    }

    private static void create(Path file) throws IOException {
        try {
            Files.createFile(file);
        } catch (FileAlreadyExistsException e) {
            return;
        }
    }

    /** What tells a file from another one of the same name, found without opening it; the name itself on systems that do not say. */
    private static Optional<Object> identity(Path file) throws IOException {
        try {
            Object key = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                    .fileKey();
            return Optional.of(Objects.requireNonNullElse(key, file));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        if (!channel.isOpen()) {
            return;
        }
        try {
            Files.deleteIfExists(file);
        } finally {
            channel.close();
        }
    }
}
