package mendline.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import mendline.measure.Measure;
import mendline.model.Vocabulary;

/**
 * Where one file has the score of one measure.
 *
 * @param total the column of the total, {@link #ABSENT} where there is none
 * @param items the columns of the items in their order; empty where there are none
 * @param skip the column that says that there is no score
 */
record ScorePlaces(int total, List<Integer> items, int skip) {
    static final int ABSENT = -1;

    ScorePlaces {
        items = List.copyOf(items);
    }

    /** A column of totals alone. */
    static ScorePlaces of(int total) {
        return new ScorePlaces(total, List.of(), ABSENT);
    }

    /** All columns of the score. */
    List<Integer> all() {
        List<Integer> all = new ArrayList<>(items);
        for (int place : new int[] {total, skip}) {
            if (place != ABSENT) {
                all.add(place);
            }
        }
        return all;
    }

    /**
     * The places of all scores of one file.
     *
     * @param missing takes up the headers of items that the file lacks though it has others of the same questionnaire
     */
    static SortedMap<ScoreKey, ScorePlaces> of(
            String[] names,
            SortedMap<ScoreKey, Integer> totals,
            Scoring scoring,
            SortedMap<String, Measure> measures,
            List<String> missing) {
        SortedMap<ScoreKey, ScorePlaces> places = new TreeMap<>();
        totals.forEach((key, total) -> places.put(key, of(total)));
        scoring.items().forEach((column, items) -> {
            List<Integer> found = new ArrayList<>();
            List<String> absent = new ArrayList<>();
            for (String header : items.headers()) {
                int at = at(names, header);
                if (at == ABSENT) {
                    absent.add(header);
                } else {
                    found.add(at);
                }
            }
            if (absent.isEmpty()) {
                ScoreKey key = ScoreKey.named(column, measures).orElseThrow();
                places.put(key, new ScorePlaces(totals.getOrDefault(key, ABSENT), found, ABSENT));
            } else if (!found.isEmpty()) {
                missing.addAll(absent);
            }
        });
        places.replaceAll((key, place) -> {
            String skip = scoring.skip().get(key.column());
            return skip == null ? place : new ScorePlaces(place.total(), place.items(), at(names, skip));
        });
        return places;
    }

    private static int at(String[] names, String header) {
        String wanted = Vocabulary.folded(header);
        for (int i = 0; i < names.length; i++) {
            if (Vocabulary.folded(names[i]).equals(wanted)) {
                return i;
            }
        }
        return ABSENT;
    }
}
