package mendline.ingest;

/**
 * Follows quotation marks through a record: a mark opens a cell only at the cell's start and is doubled to stand for
 * itself.
 */
final class QuoteScan {
    private enum State {
        CELL_START,
        PLAIN,
        QUOTED,
        MARK_IN_QUOTED,
        AFTER_QUOTED
    }

    private final char delimiter;
    private State state = State.CELL_START;
    private boolean wellFormed = true;

    QuoteScan(char delimiter) {
        this.delimiter = delimiter;
    }

    void over(char[] text, int from, int to) {
        for (int i = from; i < to; i++) {
            state = after(text[i]);
        }
    }

    private State after(char c) {
        switch (state) {
            case CELL_START:
                if (c == delimiter) {
                    return State.CELL_START;
                }
                if (c == '"') {
                    return State.QUOTED;
                }
                return Character.isWhitespace(c) ? State.CELL_START : State.PLAIN;
            case PLAIN:
                return c == delimiter ? State.CELL_START : State.PLAIN;
            case QUOTED:
                return c == '"' ? State.MARK_IN_QUOTED : State.QUOTED;
            case MARK_IN_QUOTED:
                return c == '"' ? State.QUOTED : afterQuoted(c);
            case AFTER_QUOTED:
                return afterQuoted(c);
            default:
                throw new IllegalStateException("no such state " + state);
        }
    }

    private State afterQuoted(char c) {
        if (c == delimiter) {
            return State.CELL_START;
        }
        wellFormed &= Character.isWhitespace(c);
        return State.AFTER_QUOTED;
    }

    /** Whether a quoted cell goes on beyond the text seen. */
    boolean open() {
        return state == State.QUOTED && wellFormed;
    }

    /** Whether nothing but blanks stood between a closing mark and the next delimiter. */
    boolean wellFormed() {
        return wellFormed;
    }
}
