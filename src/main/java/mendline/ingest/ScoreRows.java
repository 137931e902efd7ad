package mendline.ingest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import mendline.measure.Measure;
import mendline.model.ProblemCode;
import mendline.model.Session;

/** Rows of one score each, read and checked, before it is known to which session they belong. */
final class ScoreRows {
    final IntColumn file = new IntColumn(0);
    final IntColumn line = new IntColumn(0);
    final IntColumn client = new IntColumn(SessionStore.NO_CODE);
    final IntColumn day = new IntColumn(Session.NO_DAY);
    final IntColumn key = new IntColumn(SessionStore.NO_CODE);
    final IntColumn score = new IntColumn(SessionStore.NO_SCORE);

    private final Profile profile;
    private final FileRoles.ScoreFiles files;
    private final SessionStore store;
    private final ProblemLog log;
    private final List<Meaning> meanings = new ArrayList<>();
    private final Map<String, Integer> words = new HashMap<>();
    private final Map<String, Optional<Integer>> known = new HashMap<>();
    private final CellCodes clientCodes;
    private final CellCodes dateCodes;
    private final Set<Integer> rounded = new HashSet<>();
    private final SortedMap<ProblemCode, Long> setAside = new TreeMap<>();
    private final List<String> fileNames = new ArrayList<>();
    private ScoreHeader header;
    private RecordReader records;
    private int size;

    /** A measure that the files hold, and which of its cells mean that there is no score. */
    private record Meaning(ScoreKey key, Measure measure, CellCodes codes) {}

    ScoreRows(Profile profile, FileRoles.ScoreFiles files, SessionStore store, ProblemLog log) {
        this.profile = profile;
        this.files = files;
        this.store = store;
        this.log = log;
        this.clientCodes = new CellCodes(Column.CLIENT_ID.key(), profile);
        this.dateCodes = new CellCodes(Column.SESSION_DATE.key(), profile);
        files.measures()
                .forEach((word, column) ->
                        words.put(WordCells.comparable(word), meaning(column).orElseThrow()));
    }

    private Optional<Integer> meaning(String name) {
        return ScoreKey.named(name, profile.measures()).map(found -> {
            for (int i = 0; i < meanings.size(); i++) {
                if (meanings.get(i).key().equals(found)) {
                    return i;
                }
            }
            Measure measure = profile.measures().get(found.measure());
            meanings.add(new Meaning(found, measure, new CellCodes(found.column(), profile)));
            return meanings.size() - 1;
        });
    }

    void begin(String name, ScoreHeader fileHeader, RecordReader reader) {
        fileNames.add(name);
        header = fileHeader;
        records = reader;
    }

    /** Reads the record at which the reader stands. */
    void read() {
        Optional<ProblemCode> refused = RowReader.refused(records, header.size());
        if (refused.isPresent()) {
            setAside(refused.get(), "");
            return;
        }
        String who = cell(ScoreColumn.CLIENT_ID);
        if (clientCodes.missing(who) || clientCodes.suppressed(who)) {
            setAside(ProblemCode.MISSING_CLIENT_ID, header.name(ScoreColumn.CLIENT_ID));
            return;
        }
        String when = cell(ScoreColumn.DATE);
        boolean missing = dateCodes.missing(when) || dateCodes.suppressed(when);
        int date = missing ? Session.NO_DAY : files.dialect().day(when);
        Optional<Integer> what = files.measure().isPresent()
                ? meaning(files.measure().get())
                : known.computeIfAbsent(cell(ScoreColumn.MEASURE), this::worked);
        if (what.isEmpty()) {
            setAside(ProblemCode.UNKNOWN_MEASURE, header.name(ScoreColumn.MEASURE));
            return;
        }
        Meaning meaning = meanings.get(what.get());
        String text = cell(ScoreColumn.SCORE);
        long read = meaning.codes().ownMissing(text)
                ? Numbers.NOT_A_NUMBER
                : Numbers.read(text, files.dialect().decimal());
        if (read == Numbers.NOT_A_NUMBER
                && (meaning.codes().missing(text) || meaning.codes().suppressed(text))) {
            setAside(ProblemCode.MISSING_SCORE, header.name(ScoreColumn.SCORE));
        } else if (date == Session.NO_DAY) {
            setAside(missing ? ProblemCode.MISSING_DATE : ProblemCode.BAD_DATE, header.name(ScoreColumn.DATE));
        } else if (read == Numbers.NOT_A_NUMBER
                || Numbers.hundredths(read) < meaning.measure().min()
                || Numbers.hundredths(read) > meaning.measure().max()) {
            setAside(ProblemCode.BAD_SCORE, header.name(ScoreColumn.SCORE));
        } else {
            if (Numbers.rounded(read) && rounded.add(what.get())) {
                log.add(ProblemCode.SCORE_ROUNDED, fileName(), records.line(), header.name(ScoreColumn.SCORE));
            }
            add(who, date, what.get(), (int) Numbers.hundredths(read));
        }
    }

    private Optional<Integer> worked(String word) {
        Integer mapped = words.get(WordCells.comparable(word));
        return mapped == null ? meaning(word) : Optional.of(mapped);
    }

    private void add(String who, int date, int what, int hundredths) {
        file.set(size, fileNames.size() - 1);
        line.set(size, (int) Math.min(Integer.MAX_VALUE, records.line()));
        client.set(size, store.clients.id(who));
        day.set(size, date);
        key.set(size, what);
        score.set(size, hundredths);
        size++;
    }

    private String cell(ScoreColumn column) {
        return records.cell(header.at(column));
    }

    private String fileName() {
        return fileNames.get(fileNames.size() - 1);
    }

    private void setAside(ProblemCode code, String column) {
        setAside.merge(code, 1L, Long::sum);
        log.add(code, fileName(), records.line(), column);
    }

    /** Sets a row that was read aside after all. */
    void setAside(int row, ProblemCode code) {
        setAside.merge(code, 1L, Long::sum);
        complain(row, code);
    }

    void complain(int row, ProblemCode code) {
        log.add(code, fileNames.get(file.get(row)), line.get(row), "");
    }

    /** Marks the attended sessions that a score of the same client on the same day shows to have taken place. */
    void showEvidence() {
        Set<Long> scored = new HashSet<>();
        for (int row = 0; row < size; row++) {
            scored.add(place(client.get(row), day.get(row)));
        }
        for (int row = 0; row < store.size(); row++) {
            if (store.attended(row) && scored.contains(place(store.client.get(row), store.day.get(row)))) {
                store.flags.set(row, store.flags.get(row) | SessionStore.EVIDENCE);
            }
        }
    }

    private static long place(int who, int date) {
        return ((long) who << 32) + date;
    }

    int size() {
        return size;
    }

    int files() {
        return fileNames.size();
    }

    ScoreKey scoreKey(int row) {
        return meanings.get(key.get(row)).key();
    }

    /** Rows set aside so far. */
    SortedMap<ProblemCode, Long> setAside() {
        return setAside;
    }

    /** The contract's names of the scores that were read. */
    SortedSet<String> columnsFound() {
        SortedSet<String> found = new TreeSet<>();
        for (int row = 0; row < size; row++) {
            found.add(scoreKey(row).column());
        }
        return found;
    }
}
