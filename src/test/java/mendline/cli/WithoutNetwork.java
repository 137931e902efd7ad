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

/** The program in a Java of its own in which nobody can open a socket of any kind; prints how often somebody tried. */
public final class WithoutNetwork extends SelectorProvider {
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
        if (arguments[0].equals("--try")) {
            attempt(() -> new Socket("127.0.0.1", 9).close());
            attempt(() -> new ServerSocket(0).close());
            attempt(() -> new DatagramSocket().close());
            attempt(() -> SocketChannel.open().close());
            attempt(() -> ServerSocketChannel.open().close());
            System.out.println("tries: " + tries);
            return;
        }
        PrintWriter out = new PrintWriter(System.out, true);
        int exitCode = Main.run(out, out, arguments);
        out.println("tries: " + tries);
        out.flush();
        System.exit(exitCode);
    }

    private interface Attempt {
        void run() throws IOException;
    }

    private static void attempt(Attempt attempt) throws IOException {
        try {
            attempt.run();
        } catch (IllegalStateException e) {
            System.out.println(e.getMessage());
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
