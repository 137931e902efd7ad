package mendline.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/** The real entry point, run in process. */
public record Cli(int exitCode, String out, String err) {
    public static Cli run(Object... arguments) {
        String[] texts = new String[arguments.length];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = arguments[i].toString();
        }
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = Main.run(new PrintWriter(out), new PrintWriter(err), texts);
        return new Cli(
                exitCode, out.toString().replace("\r\n", "\n"), err.toString().replace("\r\n", "\n"));
    }
}
