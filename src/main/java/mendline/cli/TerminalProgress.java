package mendline.cli;

import java.io.PrintStream;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import mendline.model.Progress;

/** A bar on the error stream for long work, cleared when the work is done; only where somebody sits at a terminal. */
final class TerminalProgress implements Progress, AutoCloseable {
    private static final int WIDTH = 78;
    private static final int REFRESH_MILLIS = 200;

    private final PrintStream stream;
    private ProgressBar bar;

    TerminalProgress(PrintStream stream) {
        this.stream = stream;
    }

    /** Whether a bar would be seen and not get in the way. */
    static boolean wanted(boolean quiet) {
        return !quiet && System.console() != null && !"dumb".equals(System.getenv("TERM"));
    }

    @Override
    public synchronized void stage(String name, long total) {
        close();
        bar = new ProgressBarBuilder()
                .setTaskName(name)
                .setInitialMax(total > 0 ? total : -1)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(REFRESH_MILLIS)
                .setConsumer(new ConsoleProgressBarConsumer(stream, WIDTH) {
                    /** The line is wiped once the bar has drawn itself for the last time, which it does only now. */
                    @Override
                    public void close() {}
                })
                .build();
    }

    @Override
    public synchronized void step(long units) {
        if (bar != null) {
            bar.stepBy(units);
        }
    }

    @Override
    public synchronized void close() {
        if (bar != null) {
            bar.close();
            bar = null;
            stream.print("\r" + " ".repeat(WIDTH) + "\r");
            stream.flush();
        }
    }
}
