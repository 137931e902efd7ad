package mendline.ingest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import mendline.model.ProblemCode;
import mendline.model.Vocabulary;

/** What each column of one file is, settled once from its header line. */
final class Header {
    static final int ABSENT = -1;

    private static final String GROUP = "group";
    private static final Pattern LIKE_A_DATE = Pattern.compile("\\d{1,4}[-/.]\\d{1,2}[-/.]\\d{1,4}");

    private final String[] names;
    private final int[] fixed = new int[Column.values().length];
    private final SortedMap<ScoreKey, Integer> totals = new TreeMap<>();
    private SortedMap<ScoreKey, ScorePlaces> scores = new TreeMap<>();
    private final SortedMap<Column, List<Integer>> others = new TreeMap<>();
    private final List<Integer> block = new ArrayList<>();
    private final SortedMap<String, Integer> groups = new TreeMap<>();
    private final List<String> ignored = new ArrayList<>();
    private final List<Trouble> troubles = new ArrayList<>();

    /** Something wrong with the header line itself. */
    record Trouble(ProblemCode code, String column) {}

    private Header(String[] names) {
        this.names = names;
        Arrays.fill(fixed, ABSENT);
    }

    static Header of(String[] names, Profile profile) {
        Header header = new Header(names.clone());
        boolean[] taken = new boolean[names.length];
        for (SortedMap.Entry<String, String> mapping : profile.columns().entrySet()) {
            String wanted = Vocabulary.folded(mapping.getValue());
            for (int i = 0; i < names.length; i++) {
                if (Vocabulary.folded(names[i]).equals(wanted)) {
                    header.place(mapping.getKey(), i, profile);
                    taken[i] = true;
                }
            }
        }
        header.placeRowRules(profile.rows(), taken);
        ToldHeaders headers = new ToldHeaders(names);
        boolean nameless = false;
        List<String> notTotals = header.partsOfScores(profile.scoring());
        for (int i = 0; i < names.length; i++) {
            if (names[i].isEmpty()) {
                nameless = true;
            } else if (!taken[i] && notTotals.contains(Vocabulary.folded(names[i]))) {
                continue;
            } else if (!taken[i] && (overruled(names[i], profile, header) || !header.place(names[i], i, profile))) {
                header.names[i] = headers.told(names[i], i);
                header.ignored.add(header.names[i]);
            }
        }
        List<String> missing = new ArrayList<>();
        header.scores = ScorePlaces.of(header.names, header.totals, profile.scoring(), profile.measures(), missing);
        missing.forEach(name -> header.troubles.add(new Trouble(ProblemCode.MISSING_ITEM, name)));
        if (nameless) {
            header.troubles.add(new Trouble(ProblemCode.EMPTY_COLUMN_NAME, ""));
        }
        return header;
    }

    private void placeRowRules(RowRules rules, boolean[] taken) {
        rules.otherHeaders().forEach((key, headers) -> {
            Column column = Column.named(key).orElseThrow();
            for (String header : headers) {
                for (int i : named(header)) {
                    taken[i] = true;
                    if (fixed[column.ordinal()] == ABSENT) {
                        fixed[column.ordinal()] = i;
                    } else {
                        others.computeIfAbsent(column, c -> new ArrayList<>()).add(i);
                    }
                }
            }
        });
        rules.sparseBy().forEach(header -> block.addAll(named(header)));
        List<String> understood = new ArrayList<>(rules.sparseBy());
        understood.addAll(rules.leaveOut().keySet());
        understood.addAll(rules.attendanceFrom().values());
        for (String header : understood) {
            named(header).stream().filter(i -> !isOurs(i)).forEach(i -> taken[i] = true);
        }
    }

    private boolean isOurs(int index) {
        return Column.named(names[index]).isPresent();
    }

    private List<Integer> named(String header) {
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < names.length; i++) {
            if (Vocabulary.folded(names[i]).equals(Vocabulary.folded(header))) {
                found.add(i);
            }
        }
        return found;
    }

    /** Where a column stands beside its first place, to be read where that is empty. */
    List<Integer> others(Column column) {
        return others.getOrDefault(column, List.of());
    }

    /** The columns that, with the client, tell which rows of a sparse export are one session. */
    List<Integer> block() {
        return block;
    }

    /** Headers, folded, of items and of columns that say that there is no score. */
    private List<String> partsOfScores(Scoring scoring) {
        List<String> parts = new ArrayList<>();
        scoring.items().values().forEach(items -> items.headers().forEach(name -> parts.add(Vocabulary.folded(name))));
        scoring.skip().values().forEach(name -> parts.add(Vocabulary.folded(name)));
        return parts;
    }

    /** Whether a column bears the name of the contract while the profile's own header for it is in the file too. */
    private static boolean overruled(String name, Profile profile, Header header) {
        Optional<String> group = group(name);
        String key = Column.named(name)
                .map(Column::key)
                .or(() -> ScoreKey.named(name, profile.measures()).map(ScoreKey::column))
                .or(() -> group)
                .orElse("");
        return profile.columns().containsKey(key) && header.columnsFound().contains(key);
    }

    private boolean place(String name, int index, Profile profile) {
        Optional<Column> column = Column.named(name);
        if (column.isPresent()) {
            if (fixed[column.get().ordinal()] == ABSENT) {
                fixed[column.get().ordinal()] = index;
            } else {
                troubles.add(new Trouble(ProblemCode.DUPLICATE_COLUMN, names[index]));
            }
            return true;
        }
        Optional<ScoreKey> score = ScoreKey.named(name, profile.measures());
        if (score.isPresent()) {
            if (totals.putIfAbsent(score.get(), index) != null) {
                troubles.add(new Trouble(ProblemCode.DUPLICATE_COLUMN, names[index]));
            }
            return true;
        }
        Optional<String> group = group(name);
        if (group.isPresent()) {
            if (groups.putIfAbsent(group.get(), index) != null) {
                troubles.add(new Trouble(ProblemCode.DUPLICATE_COLUMN, names[index]));
            }
            return true;
        }
        return false;
    }

    /** The contract's spelling of a recorded group: {@code Group Age-Band} is {@code group_age_band}. */
    static Optional<String> group(String name) {
        String key = name.trim().toLowerCase(Locale.ROOT).replaceAll("[ _-]+", "_");
        return key.startsWith(GROUP + "_") && key.length() > GROUP.length() + 1 ? Optional.of(key) : Optional.empty();
    }

    int size() {
        return names.length;
    }

    String[] names() {
        return names.clone();
    }

    String name(int index) {
        return names[index];
    }

    /** Where a column of the contract stands, {@link #ABSENT} if it does not. */
    int at(Column column) {
        return fixed[column.ordinal()];
    }

    boolean has(Column column) {
        return fixed[column.ordinal()] != ABSENT;
    }

    /** Where the column of ids, the site or the group of that name stands. */
    OptionalInt place(String key) {
        if (groups.containsKey(key)) {
            return OptionalInt.of(groups.get(key));
        }
        Optional<Column> column = Column.named(key).filter(this::has);
        return column.isPresent() ? OptionalInt.of(at(column.get())) : OptionalInt.empty();
    }

    /** Where the scores stand. */
    SortedMap<ScoreKey, ScorePlaces> scores() {
        return scores;
    }

    SortedMap<String, Integer> groups() {
        return groups;
    }

    List<String> ignored() {
        return ignored;
    }

    List<Trouble> troubles() {
        return troubles;
    }

    /** The first column without which the file cannot be read. */
    Optional<String> missing() {
        if (!has(Column.CLIENT_ID)) {
            return Optional.of(Column.CLIENT_ID.key());
        }
        boolean placed = has(Column.SESSION_DATE) || has(Column.DAY) || has(Column.SESSION_NUMBER);
        return placed ? Optional.empty() : Optional.of(Column.SESSION_DATE.key());
    }

    /** The contract's names of the columns found. */
    List<String> columnsFound() {
        List<String> found = new ArrayList<>();
        for (Column column : Column.values()) {
            if (has(column)) {
                found.add(column.key());
            }
        }
        SortedSet<ScoreKey> measured = new TreeSet<>(totals.keySet());
        measured.addAll(scores.keySet());
        measured.forEach(score -> found.add(score.column()));
        found.addAll(groups.keySet());
        return found;
    }

    /** Whether some cell looks like a value rather than a name, so that the line must not be repeated to anybody. */
    boolean looksLikeData() {
        for (String name : names) {
            if (Numbers.read(name, '.') != Numbers.NOT_A_NUMBER
                    || LIKE_A_DATE.matcher(name).lookingAt()) {
                return true;
            }
        }
        return false;
    }
}
