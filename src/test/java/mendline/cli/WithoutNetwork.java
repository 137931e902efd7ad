package mendline.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.DatagramSocket;
import java.net.ProtocolFamily;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.DatagramChannel;
import java.nio.channels.Pipe;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.channels.spi.AbstractSelector;
import java.nio.channels.spi.SelectorProvider;
import java.util.ArrayList;
import java.util.List;

/**
 * The program in a Java of its own in which nobody can open a socket of any kind; runs several command lines, and prints of each how it ended and
 * how often somebody tried.
 */
public final class WithoutNetwork extends SelectorProvider {
    /** Ends a command line. */
    static final String THEN = "--then";
    /** Stands for a command that tries to open sockets of all kinds. */
    static final String TRY = "--try";

    private static int tries;

    /** Made by Java itself, which was told to take this class for channels. */
    public WithoutNetwork() {}

    @SuppressWarnings("deprecation")
    public static void main(String[] arguments) throws IOException {
        Socket.setSocketImplFactory(() -> {
            throw refused();
        });
        ServerSocket.setSocketFactory(() -> {
            throw refused();
        });
        DatagramSocket.setDatagramSocketImplFactory(() -> {
            throw refused();
        });
        PrintWriter out = new PrintWriter(System.out, true);
        List<String> command = new ArrayList<>();
        for (String argument : arguments) {
            if (!argument.equals(THEN)) {
                command.add(argument);
                continue;
            }
            tries = 0;
            int exitCode =
                    command.equals(List.of(TRY)) ? tryAll(out) : Main.run(out, out, command.toArray(new String[0]));
            out.print("exit: " + exitCode + "\ntries: " + tries + "\n");
            out.flush();
            command.clear();
        }
        System.exit(0);
    }

    private static int tryAll(PrintWriter out) throws IOException {
        attempt(out, () -> new Socket("127.0.0.1", 9).close());
        attempt(out, () -> new ServerSocket(0).close());
        attempt(out, () -> new DatagramSocket().close());
        attempt(out, () -> SocketChannel.open().close());
        attempt(out, () -> ServerSocketChannel.open().close());
        return 0;
    }

    private interface Attempt {
        void run() throws IOException;
    }

    private static void attempt(PrintWriter out, Attempt attempt) throws IOException {
        try {
            attempt.run();
        } catch (IllegalStateException e) {
            out.println(e.getMessage());
        }
    }

    private static IllegalStateException refused() {
        tries++;
        return new IllegalStateException("no network");
    }

    @Override
    public DatagramChannel openDatagramChannel() {
        throw refused();
    }

    @Override
    public DatagramChannel openDatagramChannel(ProtocolFamily family) {
        throw refused();
    }

    @Override
    public Pipe openPipe() {
        throw refused();
    }

    @Override
    public AbstractSelector openSelector() {
        throw refused();
    }

    @Override
    public ServerSocketChannel openServerSocketChannel() {
        throw refused();
    }

    @Override
    public SocketChannel openSocketChannel() {
        throw refused();
    }
}
