package mendline.ingest;

/**
 * What a cell holds by its characters alone, whatever its column means. There are few kinds on purpose: a code and a
 * sentence, or a whole and a broken number, stand in one column too often to tell a shifted row by them.
 */
enum CellKind {
    EMPTY,
    /** Digits with at most one point or comma, and a sign; dates without separators too. */
    NUMBER,
    /** Digits with at least two separators, such as {@code 2026-01-05}, {@code 5/1/2026 14:30}. */
    DATE,
    /** Anything else: codes, words, sentences, bands of numbers. */
    WORDS;

    /** @param from where the cell begins, without the blanks around it */
    static CellKind of(char[] text, int from, int to) {
        if (from >= to) {
            return EMPTY;
        }
        int start = text[from] == '-' || text[from] == '+' ? from + 1 : from;
        int digits = 0;
        int marks = 0;
        boolean onlyPoints = true;
        for (int i = start; i < to; i++) {
            char c = text[i];
            if (c >= '0' && c <= '9') {
                digits++;
            } else if (digits > 0 && (c == '.' || c == ',' || c == '-' || c == '/' || c == ':')) {
                marks++;
                onlyPoints &= c == '.' || c == ',';
            } else if (marks < 2 || c != ' ' && c != 'T' && c != 'Z') {
                return WORDS;
            }
        }
        if (digits == 0 || start > from && marks > 1 || marks == 1 && !onlyPoints) {
            return WORDS;
        }
        return marks > 1 ? DATE : NUMBER;
    }
}
