package mendline.ingest;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mendline.model.ProblemCode;

/**
 * Ids that spreadsheets have changed or would run: numbers that stand with and without leading zeros are one id, spelled
 * as its longest form, and ids that begin like a formula are told of.
 */
final class OddIds {
    /** A kind of odd ids in a column. */
    record Finding(Column column, ProblemCode code) {}

    private final Set<Finding> found = new LinkedHashSet<>();

    private OddIds() {}

    /** Makes ids one in the store and the other tables, and says in which columns which kind was found. */
    static List<Finding> of(SessionStore store, ScoreRows scores, CourseTableRows courses) {
        OddIds ids = new OddIds();
        Map<Integer, Integer> clients = ids.padded(Column.CLIENT_ID, store.clients);
        replace(store.client, clients, store.size());
        replace(scores.client, clients, scores.size());
        replace(courses.client, clients, courses.size());
        Map<Integer, Integer> ofCourses = ids.padded(Column.COURSE_ID, store.courses);
        replace(store.course, ofCourses, store.size());
        replace(courses.course, ofCourses, courses.size());
        Map<Integer, Integer> therapists = ids.padded(Column.THERAPIST_ID, store.therapists);
        replace(store.therapist, therapists, store.size());
        replace(courses.therapist, therapists, courses.size());
        return List.copyOf(ids.found);
    }

    private Map<Integer, Integer> padded(Column column, Dictionary words) {
        Map<String, Integer> longest = new HashMap<>();
        Map<Integer, Integer> replaced = new HashMap<>();
        for (int id = 0; id < words.size(); id++) {
            String word = words.word(id);
            if (formula(word)) {
                found.add(new Finding(column, ProblemCode.FORMULA_IN_ID));
            }
            if (number(word)) {
                int now = id;
                longest.merge(
                        bare(word), id, (before, i) -> words.word(before).length() >= word.length() ? before : now);
            }
        }
        for (int id = 0; id < words.size(); id++) {
            if (number(words.word(id)) && longest.get(bare(words.word(id))) != id) {
                replaced.put(id, longest.get(bare(words.word(id))));
                found.add(new Finding(column, ProblemCode.PADDED_ID));
            }
        }
        return replaced;
    }

    private static boolean number(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) < '0' || word.charAt(i) > '9') {
                return false;
            }
        }
        return !word.isEmpty();
    }

    private static String bare(String word) {
        int from = 0;
        while (from < word.length() - 1 && word.charAt(from) == '0') {
            from++;
        }
        return word.substring(from);
    }

    private static boolean formula(String word) {
        char first = word.isEmpty() ? ' ' : word.charAt(0);
        return first == '=' || first == '@' || (first == '+' || first == '-') && !number(word.substring(1));
    }

    private static void replace(IntColumn column, Map<Integer, Integer> replaced, int rows) {
        for (int row = 0; row < rows && !replaced.isEmpty(); row++) {
            Integer other = replaced.get(column.get(row));
            if (other != null) {
                column.set(row, other);
            }
        }
    }
}
