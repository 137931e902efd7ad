package mendline.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The folder of one report, written whole or not at all.
 *
 * <p>Everything goes into a hidden sibling first. Two moves then put it in place: the old report aside, the new one in; after that the old one
 * is removed. Whenever a run is killed, the folder holds the old or the new report, or, between the two moves, nothing, with the old one
 * beside it: the next run puts it back before it does anything else, and clears away what killed runs left. A run that is told to stop (by
 * Ctrl-C, a signal or the end of the user's work) clears away itself.
 */
final class OutputFolder implements AutoCloseable {
    private static final Pattern LEFTOVER =
            Pattern.compile("\\.(all|check|\\d{4}-\\d{2}(?:_\\d{4}-\\d{2})?)\\.(?:writing-\\d+|previous)");

    private final Path place;
    private final Path writing;
    private final Path previous;
    private final FolderLock lock;
    private final Thread whenStopped = new Thread(this::stop);
    private boolean stopped;

    private OutputFolder(Path place, Path writing, Path previous, FolderLock lock) {
        this.place = place;
        this.writing = writing;
        this.previous = previous;
        this.lock = lock;
    }

    /**
     * Prepares to write a report; mends first what killed runs left.
     *
     * @param out folder of all reports; made if need be
     * @param period name of the report's own folder in it
     * @throws OutputProblem when it cannot be written there, another run is writing it, or it holds files that Mendline did not write
     */
    static OutputFolder open(Path out, String period) throws OutputProblem {
        Path place = out.resolve(period);
        try {
            Files.createDirectories(out);
            mendOthers(out, period);
            FolderLock lock = FolderLock.take(lockOf(out, period))
                    .orElseThrow(() -> new OutputProblem(
                            "Another run is writing " + place + "; wait for it to end and try again."));
            try {
                mend(out, period);
                refuseStrangers(place);
                Path writing = out.resolve(
                        "." + period + ".writing-" + ProcessHandle.current().pid());
                OutputFolder folder = new OutputFolder(place, writing, previousOf(out, period), lock);
                Runtime.getRuntime().addShutdownHook(folder.whenStopped);
                try {
                    makePrivate(Files.createDirectory(writing), "rwx------");
                    makePrivate(Files.createDirectory(writing.resolve("internal")), "rwx------");
                } catch (IOException | RuntimeException e) {
                    folder.close();
                    throw e;
                }
                return folder;
            } catch (IOException | OutputProblem | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw new OutputProblem("The report cannot be written to " + out + ": " + reason(e) + ".", e);
        }
    }

    /** The folder to write into; {@code internal} is there already; both are for their owner only. */
    Path writing() {
        return writing;
    }

    /** Where the report will be. */
    Path place() {
        return place;
    }

    /**
     * Puts what was written in place of the previous report.
     *
     * @throws OutputProblem when that is not possible; the previous report is then still there
     */
    synchronized void publish() throws OutputProblem {
        if (stopped) {
            throw new OutputProblem("The run was stopped; what was there is unchanged.");
        }
        try {
            Path internal = writing.resolve("internal");
            for (String file : Folders.filesIn(internal)) {
                makePrivate(internal.resolve(file), "rw-------");
            }
            boolean replaced = Files.exists(place, LinkOption.NOFOLLOW_LINKS);
            if (replaced) {
                Files.move(place, previous, StandardCopyOption.ATOMIC_MOVE);
            }
            try {
                Files.move(writing, place, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException e) {
                if (replaced) {
                    Files.move(previous, place, StandardCopyOption.ATOMIC_MOVE);
                }
                throw e;
            }
        } catch (IOException e) {
            throw new OutputProblem(
                    "The new report could not be put into " + place + ": " + reason(e)
                            + "; close its files in other programs and try again (what was there is unchanged).",
                    e);
        }
        removeIfPossible(previous);
    }

    /**
     * What is left to do when the program is told to stop: either the report is being put in place, which is waited for, or it never will be and
     * goes. It is moved first, so that nothing can be written into it while it is removed.
     */
    private synchronized void stop() {
        stopped = true;
        try {
            Path leaving = writing.resolveSibling(writing.getFileName() + "0");
            Files.move(writing, leaving, StandardCopyOption.ATOMIC_MOVE);
            removeIfPossible(leaving);
        } catch (IOException e) {
            removeIfPossible(writing);
        }
        letGo();
    }

    /** Removes what was not published and lets the next run in. */
    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(whenStopped);
        } catch (IllegalStateException e) {
            // The program is ending, and has nothing to say of what went wrong because of that.
            while (true) {
                LockSupport.park();
            }
        }
        removeIfPossible(writing);
        letGo();
    }

    private void letGo() {
        try {
            lock.close();
        } catch (IOException e) {
            // The lock ends with this process; an empty file stays behind.
            return;
        }
    }

    /** Why the file system refused, in words and without a full stop. */
    static String reason(IOException trouble) {
        String said = trouble instanceof FileSystemException f ? f.getReason() : trouble.getMessage();
        String text = said == null ? "" : said.strip();
        String folded = text.toLowerCase(Locale.ROOT);
        if (folded.contains("no space left") || folded.contains("not enough space") || folded.contains("quota")) {
            return "the disk is full";
        }
        if (trouble instanceof AccessDeniedException || folded.contains("permission denied")) {
            return "there is no permission to write there";
        }
        if (folded.contains("file too large")) {
            return "files of that size are not allowed there";
        }
        if (folded.contains("symbolic link")) {
            return "a link is in the way";
        }
        if (folded.contains("read-only")) {
            return "the disk is read-only";
        }
        if (trouble instanceof FileAlreadyExistsException || folded.contains("not a directory")) {
            return "a file is in the way where a folder is needed";
        }
        return text.isEmpty() ? trouble.getClass().getSimpleName() : text.replaceAll("\\.$", "");
    }

    private static Path lockOf(Path out, String period) {
        return out.resolve("." + period + ".lock");
    }

    private static Path previousOf(Path out, String period) {
        return out.resolve("." + period + ".previous");
    }

    /** What killed runs of other periods left; periods that are being written now are left alone. */
    private static void mendOthers(Path out, String period) throws IOException {
        for (String other : periodsWithLeftovers(out)) {
            if (!other.equals(period)) {
                Optional<FolderLock> lock = FolderLock.take(lockOf(out, other));
                if (lock.isPresent()) {
                    try {
                        mend(out, other);
                    } finally {
                        lock.get().close();
                    }
                }
            }
        }
    }

    private static Set<String> periodsWithLeftovers(Path out) throws IOException {
        Set<String> periods = new TreeSet<>();
        for (Path leftover : leftovers(out)) {
            Matcher name = LEFTOVER.matcher(leftover.getFileName().toString());
            if (name.matches()) {
                periods.add(name.group(1));
            }
        }
        return periods;
    }

    private static List<Path> leftovers(Path out) throws IOException {
        try (Stream<Path> all = Files.list(out)) {
            return all.filter(path ->
                            LEFTOVER.matcher(path.getFileName().toString()).matches())
                    .sorted()
                    .toList();
        }
    }

    private static void mend(Path out, String period) throws IOException {
        Path place = out.resolve(period);
        Path previous = previousOf(out, period);
        if (Files.exists(previous, LinkOption.NOFOLLOW_LINKS)) {
            if (Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
                Folders.remove(previous);
            } else {
                Files.move(previous, place, StandardCopyOption.ATOMIC_MOVE);
            }
        }
        for (Path leftover : leftovers(out)) {
            if (leftover.getFileName().toString().startsWith("." + period + ".writing-")) {
                Folders.remove(leftover);
            }
        }
    }

    /** A folder is replaced only where every file in it is one that its manifest lists: nobody loses notes kept beside a report. */
    private static void refuseStrangers(Path place) throws IOException, OutputProblem {
        if (!Files.exists(place)) {
            return;
        }
        if (!Files.isDirectory(place)) {
            throw new OutputProblem(place + " is a file; move it away or choose another folder with --out.");
        }
        List<String> files = new ArrayList<>(Folders.filesIn(place));
        files.removeIf(OutputFolder::leftByOtherPrograms);
        if (files.isEmpty()) {
            return;
        }
        Set<String> ours = Manifest.outputsListedIn(place.resolve(Manifest.FILE));
        files.removeAll(ours);
        if (!files.isEmpty()) {
            throw new OutputProblem(place + " holds " + (files.size() == 1 ? "a file" : files.size() + " files")
                    + " that Mendline did not write, such as " + files.get(0)
                    + "; move them away or choose another folder with --out.");
        }
    }

    private static boolean leftByOtherPrograms(String file) {
        String name = file.substring(file.lastIndexOf('/') + 1);
        return name.startsWith(".")
                || name.startsWith("~$")
                || name.equalsIgnoreCase("Thumbs.db")
                || name.equalsIgnoreCase("desktop.ini");
    }

    private static void makePrivate(Path path, String permissions) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
        if (view != null) {
            view.setPermissions(PosixFilePermissions.fromString(permissions));
        }
    }

    /** The next run clears away what cannot be removed now. */
    private static void removeIfPossible(Path path) {
        try {
            Folders.remove(path);
        } catch (IOException e) {
            return;
        }
    }
}
