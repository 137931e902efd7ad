package mendline.ingest;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which file holds what, where an export comes as several tables.
 *
 * @param sessions which files hold sessions; empty takes every file that has no other role
 * @param scores files that hold scores; a file belongs to the first one that its name fits
 * @param courses files that hold one course (referral, case, client) a row
 */
public record FileRoles(Optional<String> sessions, List<ScoreFiles> scores, List<CourseFiles> courses) {
    /** Every file holds sessions. */
    public static final FileRoles SESSIONS_ONLY = new FileRoles(Optional.empty(), List.of(), List.of());

    /** What a file is read as. */
    enum Kind {
        SESSIONS,
        SCORES,
        COURSES,
        NONE
    }

    /** What a file is read as, and by which of the roles of that kind. */
    record Role(Kind kind, int number) {}

    /**
     * Files with one score a row, or one answer a row, or one questionnaire a row and a column for each measure.
     *
     * @param match names of the files; {@code *} stands for any characters, {@code ?} for one
     * @param columns the file's header by {@code client_id}, {@code date}, {@code measure}, {@code item} and
     *     {@code score}, or by column of scores
     * @param measure column of scores that all rows hold, for files that need no column for it
     * @param measures column of scores ({@code phq9}, {@code srs_therapist}) by the file's word for the measure
     */
    public record ScoreFiles(
            String match,
            Dialect dialect,
            SortedMap<String, String> columns,
            Optional<String> measure,
            SortedMap<String, String> measures,
            Scoring scoring) {
        public ScoreFiles {
            columns = Collections.unmodifiableSortedMap(new TreeMap<>(columns));
            measures = Collections.unmodifiableSortedMap(new TreeMap<>(measures));
        }

        /** Whether a row holds the answer to one item. */
        boolean answers() {
            return columns.containsKey(ScoreColumn.ITEM.key());
        }
    }

    /**
     * Files with one course a row.
     *
     * @param match names of the files
     * @param columns the file's header by our name for the column
     */
    public record CourseFiles(String match, Dialect dialect, SortedMap<String, String> columns) {
        public CourseFiles {
            columns = Collections.unmodifiableSortedMap(new TreeMap<>(columns));
        }
    }

    public FileRoles {
        scores = List.copyOf(scores);
        courses = List.copyOf(courses);
    }

    /** The role of a file by the last part of its name. */
    Role of(String file) {
        for (int i = 0; i < scores.size(); i++) {
            if (fits(file, scores.get(i).match())) {
                return new Role(Kind.SCORES, i);
            }
        }
        for (int i = 0; i < courses.size(); i++) {
            if (fits(file, courses.get(i).match())) {
                return new Role(Kind.COURSES, i);
            }
        }
        return new Role(sessions.isEmpty() || fits(file, sessions.get()) ? Kind.SESSIONS : Kind.NONE, 0);
    }

    /** Whether a pattern fits the last part of a name. */
    static boolean fits(String file, String match) {
        String name = file.substring(file.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        String wanted = match.toLowerCase(Locale.ROOT);
        String unpacked = name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
        return matches(name, wanted) || matches(unpacked, wanted);
    }

    /** Only the latest {@code *} is ever tried again, so the work is at most the product of both lengths. */
    private static boolean matches(String name, String wanted) {
        int at = 0;
        int in = 0;
        int star = -1;
        int from = 0;
        while (at < name.length()) {
            if (in < wanted.length() && wanted.charAt(in) == '*') {
                star = in++;
                from = at;
            } else if (in < wanted.length() && (wanted.charAt(in) == '?' || wanted.charAt(in) == name.charAt(at))) {
                at++;
                in++;
            } else if (star >= 0) {
                in = star + 1;
                at = ++from;
            } else {
                return false;
            }
        }
        while (in < wanted.length() && wanted.charAt(in) == '*') {
            in++;
        }
        return in == wanted.length();
    }
}
