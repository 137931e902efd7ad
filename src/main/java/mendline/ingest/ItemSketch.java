package mendline.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mendline.measure.Measure;

/**
 * The columns of the items of one questionnaire in an unknown file: a series of names with a number behind the spelling of
 * a measure, or names that a system is known to write; all items of it, and answers that its items can have.
 *
 * @param column column of scores that the items make
 * @param places of the items in the file, in their order
 * @param yaml what the profile says of them under items
 * @param words whether some answers are words in place of numbers
 */
record ItemSketch(String column, List<Integer> places, String yaml, boolean words) {
    /** Answers that count from 0 to 3 on questionnaires that ask how often. */
    static final Map<String, Integer> HOW_OFTEN =
            Map.of("not at all", 0, "several days", 1, "more than half the days", 2, "nearly every day", 3);

    private static final Pattern NUMBERED = Pattern.compile("(.*?)(0?)(\\d{1,2})");
    private static final Pattern BEFORE_NUMBER = Pattern.compile("(?i)[ _.-]*(q|i|item|question)?[ _.-]*$");
    private static final int WHOLE = 100;

    /** Columns of forms that carry no number, by measure. */
    private static final Map<String, List<String>> KNOWN = Map.of(
            "phq9",
            List.of(
                    "littleinterest",
                    "feelingdown",
                    "sleep",
                    "tired",
                    "appetite",
                    "failure",
                    "concentrate",
                    "slowfidget",
                    "hurtself"));

    ItemSketch {
        places = List.copyOf(places);
    }

    /** The questionnaires of which the file has all items. */
    static List<ItemSketch> of(FileSketch file, List<String> undecided) {
        List<ItemSketch> found = new ArrayList<>();
        series(file).forEach((pattern, places) -> {
            String spelled = BEFORE_NUMBER
                    .matcher(pattern.substring(0, pattern.lastIndexOf('{')))
                    .replaceFirst("");
            ExportHeaders.score(spelled, Profiles.DEFAULT.measures())
                    .ifPresent(key -> of(file, key, pattern, places, undecided).ifPresent(found::add));
        });
        KNOWN.forEach((measure, names) -> {
            List<Integer> places = new ArrayList<>();
            for (String name : names) {
                file.where(i -> ExportHeaders.plain(file.names().get(i)).equals(name)).stream()
                        .findFirst()
                        .ifPresent(places::add);
            }
            if (places.size() == names.size()
                    && answers(file, Profiles.DEFAULT.measures().get(measure), places)) {
                List<String> quoted = new ArrayList<>();
                places.forEach(place -> quoted.add(DraftText.quoted(file.names().get(place))));
                found.add(new ItemSketch(measure, places, "[" + String.join(", ", quoted) + "]", words(file, places)));
            }
        });
        return found;
    }

    /** By what stands before the number the places of columns with the numbers from 1 on. */
    private static SortedMap<String, List<Integer>> series(FileSketch file) {
        SortedMap<String, SortedMap<Integer, Integer>> numbered = new TreeMap<>();
        for (int i = 0; i < file.names().size(); i++) {
            Matcher parts = NUMBERED.matcher(file.names().get(i));
            if (parts.matches()) {
                numbered.computeIfAbsent(
                                parts.group(1) + "\n" + (parts.group(2).isEmpty() ? "" : "0"), s -> new TreeMap<>())
                        .putIfAbsent(Integer.parseInt(parts.group(3)), i);
            }
        }
        SortedMap<String, List<Integer>> series = new TreeMap<>();
        numbered.forEach((key, places) -> {
            String stem = key.substring(0, key.indexOf('\n'));
            SortedMap<Integer, Integer> all = new TreeMap<>(places);
            if (key.endsWith("0")) {
                numbered.getOrDefault(stem + "\n", new TreeMap<>()).forEach(all::putIfAbsent);
            }
            if (all.firstKey() == 1 && all.lastKey() == all.size()) {
                series.put(stem + (key.endsWith("0") ? "{nn}" : "{n}"), List.copyOf(all.values()));
            }
        });
        return series;
    }

    private static Optional<ItemSketch> of(
            FileSketch file, ScoreKey key, String pattern, List<Integer> places, List<String> undecided) {
        Measure measure = Profiles.DEFAULT.measures().get(key.measure());
        if (places.size() != measure.items() || !answers(file, measure, places)) {
            return Optional.empty();
        }
        String quoted = DraftText.quoted(pattern);
        if (ItemFacts.reversed(measure.key())) {
            undecided.add("items." + key.column() + ": the file has all " + places.size()
                    + " items; some are scored the other way round, so say items: {" + key.column() + ": {columns: "
                    + quoted + ", reverse: [their numbers]}}, with [] where the export has turned them already");
            return Optional.empty();
        }
        return Optional.of(new ItemSketch(key.column(), places, quoted, words(file, places)));
    }

    /** Whether the columns hold answers that items of the measure can have, and something at all. */
    private static boolean answers(FileSketch file, Measure measure, List<Integer> places) {
        Optional<ItemFacts.Range> range = ItemFacts.range(measure);
        long filled = 0;
        long inside = 0;
        for (int place : places) {
            for (String cell : file.columns().get(place).codes()) {
                filled++;
                long read = Numbers.read(cell, '.');
                read = read == Numbers.NOT_A_NUMBER ? Numbers.read(cell, ',') : read;
                long hundredths = Numbers.hundredths(read);
                boolean number = read != Numbers.NOT_A_NUMBER
                        && range.isPresent()
                        && hundredths >= range.get().least()
                        && hundredths <= range.get().most();
                inside += number || howOften(measure) && howOften(cell) ? 1 : 0;
            }
        }
        return filled > 0 && inside * 10 >= filled * 9;
    }

    private static boolean words(FileSketch file, List<Integer> places) {
        return places.stream()
                .anyMatch(place -> file.columns().get(place).codes().stream().anyMatch(cell -> howOften(cell)));
    }

    private static boolean howOften(Measure measure) {
        return Set.of("phq9", "gad7").contains(measure.key()) && measure.max() == measure.items() * 3 * WHOLE;
    }

    private static boolean howOften(String cell) {
        String word = WordCells.comparable(cell);
        return HOW_OFTEN.keySet().stream()
                .anyMatch(each -> WordCells.comparable(each).equals(word));
    }

    /** Why the columns are taken for the items. */
    String why() {
        return "all " + places.size() + " items by their names, and answers that they can have";
    }
}
