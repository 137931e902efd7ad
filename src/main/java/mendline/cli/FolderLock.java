package mendline.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Keeps two runs from writing the same report at once. The operating system lets go of the lock when a run ends in whatever way, so a killed
 * run leaves at most an empty-handed file behind.
 */
final class FolderLock implements AutoCloseable {
    private static final AtomicLong TAKEN = new AtomicLong();

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
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            try {
                if (!locked(channel)) {
                    channel.close();
                    return Optional.empty();
                }
                if (stillThere(file, channel)) {
                    return Optional.of(new FolderLock(file, channel));
                }
                channel.close();
            } catch (IOException e) {
                channel.close();
                throw e;
            }
        }
    }

    /** The locked byte lies beyond the content, so that the content stays readable where locks are binding. */
    private static boolean locked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock(Long.MAX_VALUE - 1, 1, false);
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    /** Whether the locked file is the one that others will find under the name: its former holder removes it on letting go. */
    private static boolean stillThere(Path file, FileChannel channel) throws IOException {
        String token = ProcessHandle.current().pid() + ":" + TAKEN.incrementAndGet();
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(token.getBytes(StandardCharsets.US_ASCII)));
        try {
            return Files.readString(file, StandardCharsets.US_ASCII).equals(token);
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        try {
            Files.deleteIfExists(file);
        } finally {
            channel.close();
        }
    }
}
