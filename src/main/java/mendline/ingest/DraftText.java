package mendline.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The text of a drafted profile, and what was decided on the way. */
final class DraftText {
    private final StringBuilder yaml = new StringBuilder();
    private final List<ProfileDraft.Decision> decisions = new ArrayList<>();

    DraftText add(String text) {
        yaml.append(text);
        return this;
    }

    /** What is written meanwhile, further to the right. */
    void indented(String by, Runnable writing) {
        int from = yaml.length();
        writing.run();
        String written = yaml.substring(from);
        yaml.setLength(from);
        written.lines().forEach(line -> yaml.append(by).append(line).append('\n'));
    }

    /** A line with its confidence and what speaks for it. */
    void line(String text, String what, Confidence confidence, String why) {
        yaml.append(text)
                .append("  # ")
                .append(confidence.key())
                .append(": ")
                .append(why)
                .append('\n');
        decisions.add(new ProfileDraft.Decision(what, confidence, why));
    }

    List<ProfileDraft.Decision> decisions() {
        return decisions;
    }

    @Override
    public String toString() {
        return yaml.toString();
    }

    /** Text for a comment: what may not stand in YAML, and what is no letter, digit or ASCII sign, becomes a question mark. */
    static String oneLine(String text) {
        StringBuilder line = new StringBuilder(text.length());
        for (char c : text.toCharArray()) {
            line.append(c >= ' ' && c <= '~' || c > '\u00a0' && Character.isLetterOrDigit(c) ? c : '?');
        }
        return line.toString();
    }

    /** Text between quotation marks. */
    static String quoted(String text) {
        StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
        for (char c : text.toCharArray()) {
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c >= ' ' && c <= '~' || c > '\u00a0' && Character.isLetterOrDigit(c)) {
                quoted.append(c);
            } else {
                quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            }
        }
        return quoted.append('"').toString();
    }
}
