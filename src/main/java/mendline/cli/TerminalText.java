package mendline.cli;

/** Makes text for a terminal of text that may hold pieces of files, such as column names. */
final class TerminalText {
    private TerminalText() {}

    /** One line: characters that would steer the terminal or turn the writing direction around become question marks, line ends blanks. */
    static String of(String text) {
        StringBuilder line = new StringBuilder(text.length());
        for (char c : text.toCharArray()) {
            boolean turning = c >= '\u202a' && c <= '\u202e' || c >= '\u2066' && c <= '\u2069';
            if (c == '\n' || c == '\r') {
                line.append(' ');
            } else {
                line.append(Character.isISOControl(c) && c != '\t' || turning ? '?' : c);
            }
        }
        return line.toString();
    }
}
