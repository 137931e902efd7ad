package mendline.ingest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import mendline.measure.Measure;
import mendline.model.ProblemCode;
import mendline.model.Session;
import mendline.model.Severity;

/** Turns the records of files of scores of one layout into scores, and whatever is wrong with them into problems. */
final class ScoreReader {
    private final Profile profile;
    private final FileRoles.ScoreFiles files;
    private final SessionStore store;
    private final ScoreRows rows;
    private final ProblemLog log;
    private final Set<ScoreKey> rounded;
    private final FormCounts counts;
    private final Map<String, ScoreKey> words = new HashMap<>();
    private final Map<String, Optional<Meaning>> known = new HashMap<>();
    private final CellCodes clientCodes;
    private final CellCodes dateCodes;
    private final List<ScoreCell> cells = new ArrayList<>();
    private final AnswerForms forms;
    private ScoreHeader header;
    private RecordReader records;
    private LeftOut leftOut;
    private ShiftedRows shiftedRows;
    private boolean cellProblem;

    /**
     * What the cells of a measure mean.
     *
     * @param making how answers make the score, and the place of this one; empty where a row holds the score itself
     */
    private record Meaning(
            ScoreKey key,
            int number,
            Measure measure,
            ScoreScale scale,
            CellCodes codes,
            Map<String, String> translation,
            Optional<AnswerForms.Making> making,
            int place) {
        /** What a number of the file is on our scale, {@link SessionStore#NO_SCORE} out of range. */
        int hundredths(long read) {
            long number = Numbers.hundredths(read);
            return making.filter(how -> place < how.total())
                    .map(how -> how.answer(number))
                    .orElseGet(() -> OtherScale.toTotal(scale, measure, number));
        }
    }

    /** @param rounded columns of which it is known already that scores were rounded, shared by all files */
    ScoreReader(
            Profile profile,
            FileRoles.ScoreFiles files,
            SessionStore store,
            ScoreRows rows,
            ProblemLog log,
            Set<ScoreKey> rounded,
            FormCounts counts) {
        this.profile = profile;
        this.files = files;
        this.store = store;
        this.rows = rows;
        this.log = log;
        this.rounded = rounded;
        this.counts = counts;
        this.forms = new AnswerForms(rows, counts);
        this.clientCodes = new CellCodes(Column.CLIENT_ID.key(), profile);
        this.dateCodes = new CellCodes(Column.SESSION_DATE.key(), profile);
        files.measures()
                .forEach((word, column) -> words.put(
                        WordCells.comparable(word),
                        ScoreKey.named(column, profile.measures()).orElseThrow()));
    }

    void begin(String name, ScoreHeader fileHeader, ShiftedRows shifts, RecordReader reader) {
        shiftedRows = shifts;
        rows.beginFile(name);
        header = fileHeader;
        records = reader;
        leftOut = new LeftOut(header.table().names(), profile);
        cells.clear();
        header.wide()
                .forEach((key, places) -> cells.add(new ScoreCell(
                        key, places, files.scoring(), files.dialect().decimal(), profile, rounded)));
    }

    /** Reads the record at which the reader stands. */
    void read() {
        int record = rows.addRecord(records.line());
        Optional<ProblemCode> refused =
                RefusedRecords.why(records, header.table().size());
        if (refused.isPresent()) {
            rows.setRecordAside(record, refused.get(), "");
            return;
        }
        if (leftOut.has(records)) {
            rows.setRecordAside(record, ProblemCode.LEFT_OUT_ROW, "");
            return;
        }
        int shift = shiftedRows.firstWrong(records);
        if (shift != ShiftedRows.NONE) {
            rows.setRecordAside(record, ProblemCode.SHIFTED_ROW, header.table().name(shift));
            return;
        }
        String who = cell(ScoreColumn.CLIENT_ID);
        if (clientCodes.missing(who) || clientCodes.suppressed(who)) {
            setAside(record, ProblemCode.MISSING_CLIENT_ID, ScoreColumn.CLIENT_ID);
        } else if (header.isWide()) {
            readWide(record, who);
        } else {
            readLong(record, who);
        }
    }

    private void readLong(int record, String who) {
        Optional<Meaning> what = meaning();
        if (what.isEmpty()) {
            setAside(record, ProblemCode.UNKNOWN_MEASURE, files.answers() ? ScoreColumn.ITEM : ScoreColumn.MEASURE);
            return;
        }
        Meaning meaning = what.get();
        String cell = cell(ScoreColumn.SCORE);
        String text = ScoreCell.translated(cell, meaning.translation());
        long read = meaning.making().isEmpty() && meaning.codes().ownMissing(text)
                ? Numbers.NOT_A_NUMBER
                : Numbers.read(text, text.equals(cell) ? files.dialect().decimal() : '.');
        int score = read == Numbers.NOT_A_NUMBER ? SessionStore.NO_SCORE : meaning.hundredths(read);
        if (score == SessionStore.NO_SCORE
                && (meaning.codes().missing(text) || meaning.codes().suppressed(text))) {
            setAside(record, ProblemCode.MISSING_SCORE, ScoreColumn.SCORE);
            return;
        }
        int date = date(record);
        if (date == Session.NO_DAY) {
            return;
        }
        if (score == SessionStore.NO_SCORE) {
            ProblemCode wrong = ScoreCell.wrong(text, read);
            if (wrong == ProblemCode.DATE_FOR_SCORE || wrong == ProblemCode.PERCENT_FOR_SCORE) {
                log.add(wrong, rows.fileName(), records.line(), header.name(ScoreColumn.SCORE));
            }
            setAside(record, ProblemCode.BAD_SCORE, ScoreColumn.SCORE);
            return;
        }
        if (Numbers.rounded(read) && rounded.add(meaning.key())) {
            log.add(ProblemCode.SCORE_ROUNDED, rows.fileName(), records.line(), header.name(ScoreColumn.SCORE));
        }
        int client = store.clients.id(who);
        if (meaning.making().isPresent()) {
            forms.add(meaning.making().get(), record, client, date, time(), meaning.place(), score);
        } else {
            if (ScoreCell.zeroIsUnlikely(meaning.measure())) {
                counts.addNeverZero();
                if (score == 0) {
                    log.add(ProblemCode.ZERO_SCORE, rows.fileName(), records.line(), header.name(ScoreColumn.SCORE));
                }
            }
            rows.add(record, client, date, time(), meaning.number(), score);
        }
    }

    /** Makes scores of answers, once all files are read. */
    void finish() {
        forms.finish();
    }

    private void readWide(int record, String who) {
        cellProblem = false;
        int[] scores = new int[cells.size()];
        boolean any = false;
        for (int i = 0; i < scores.length; i++) {
            scores[i] = cells.get(i).read(records, true, this::complain);
            cells.get(i).count(counts);
            any |= scores[i] != SessionStore.NO_SCORE;
        }
        if (!any) {
            rows.setRecordAside(record, cellProblem ? ProblemCode.BAD_SCORE : ProblemCode.MISSING_SCORE, "");
            return;
        }
        int date = date(record);
        for (int i = 0; i < scores.length && date != Session.NO_DAY; i++) {
            if (scores[i] != SessionStore.NO_SCORE) {
                rows.add(
                        record,
                        store.clients.id(who),
                        date,
                        time(),
                        rows.number(cells.get(i).key()),
                        scores[i]);
            }
        }
    }

    private void complain(ProblemCode code, int index, boolean wrongKind) {
        cellProblem |= code.severity() == Severity.ERROR;
        log.add(code, rows.fileName(), records.line(), header.table().name(index));
    }

    /** The day of the row, which is set aside where it has none. */
    private int date(int record) {
        String when = cell(ScoreColumn.DATE);
        boolean missing = dateCodes.missing(when) || dateCodes.suppressed(when);
        int date = missing ? Session.NO_DAY : files.dialect().day(when);
        if (date == Session.NO_DAY) {
            boolean serial = Dates.serial(when) != Session.NO_DAY;
            ProblemCode bad = serial ? ProblemCode.SERIAL_DATE : ProblemCode.BAD_DATE;
            setAside(record, missing ? ProblemCode.MISSING_DATE : bad, ScoreColumn.DATE);
        }
        return date;
    }

    private int time() {
        return Dates.secondOfDay(cell(ScoreColumn.DATE));
    }

    /** What the score of this row means, empty where its measure or item is not known. */
    private Optional<Meaning> meaning() {
        boolean told = files.measure().isPresent() || header.has(ScoreColumn.MEASURE);
        String word = files.measure().isPresent() || !told ? "" : cell(ScoreColumn.MEASURE);
        if (!files.answers()) {
            return known.computeIfAbsent(word, measure -> key(measure).map(this::whole));
        }
        String item = cell(ScoreColumn.ITEM);
        return known.computeIfAbsent(word + '\n' + item, pair -> {
            Optional<String> column = told ? key(word).map(ScoreKey::column) : Optional.empty();
            return files.scoring().items().keySet().stream()
                    .filter(each -> told ? column.equals(Optional.of(each)) : true)
                    .flatMap(each -> answer(each, WordCells.comparable(item)).stream())
                    .findFirst();
        });
    }

    private Optional<ScoreKey> key(String word) {
        Optional<ScoreKey> mapped = Optional.ofNullable(words.get(WordCells.comparable(word)));
        return mapped.or(() -> ScoreKey.named(files.measure().orElse(word), profile.measures()));
    }

    private Meaning whole(ScoreKey key) {
        return meaning(key, Optional.empty(), 0);
    }

    /** The meaning of an item of a measure, empty where that has no such item. */
    private Optional<Meaning> answer(String column, String item) {
        ItemColumns items = files.scoring().items().get(column);
        ScoreKey key = ScoreKey.named(column, profile.measures()).orElseThrow();
        for (int place = 0; place < items.words().size(); place++) {
            if (WordCells.comparable(items.words().get(place)).equals(item)) {
                AnswerForms.Making making = new AnswerForms.Making(
                        rows.number(key),
                        profile.measures().get(key.measure()),
                        items,
                        new CellCodes(key.column(), profile));
                return Optional.of(meaning(key, Optional.of(making), place));
            }
        }
        return Optional.empty();
    }

    private Meaning meaning(ScoreKey key, Optional<AnswerForms.Making> making, int place) {
        return new Meaning(
                key,
                rows.number(key),
                profile.measures().get(key.measure()),
                files.scoring().scale().getOrDefault(key.column(), ScoreScale.TOTAL),
                new CellCodes(key.column(), profile),
                ScoreCell.translation(key.column(), profile),
                making,
                place);
    }

    private String cell(ScoreColumn column) {
        return records.cell(header.at(column));
    }

    private void setAside(int record, ProblemCode code, ScoreColumn column) {
        rows.setRecordAside(record, code, header.name(column));
    }
}
