package mendline.ingest;

import java.util.List;
import mendline.model.ProblemCode;

/** Logs problems of rows that lie in the store already, under the names their files and columns have on disk. */
final class RowProblems {
    private final SessionStore store;
    private final List<String> files;
    private final List<Header> headers;
    private final ProblemLog log;

    RowProblems(SessionStore store, List<String> files, List<Header> headers, ProblemLog log) {
        this.store = store;
        this.files = files;
        this.headers = headers;
        this.log = log;
    }

    /** How many files were read. */
    int files() {
        return files.size();
    }

    /** A problem of the whole row. */
    void add(ProblemCode code, int row) {
        log.add(code, files.get(store.file.get(row)), store.line.get(row), "");
    }

    /** A problem of one of the row's cells. */
    void add(ProblemCode code, int row, Column column) {
        int file = store.file.get(row);
        Header header = headers.get(file);
        log.add(code, files.get(file), store.line.get(row), header.has(column) ? header.name(header.at(column)) : "");
    }
}
