package mendline.ingest;

import java.util.ArrayList;
import java.util.List;

/**
 * Which of the files of an unknown export hold what.
 *
 * @param sessions rows are sessions, as far as is known
 * @param scores rows are scores
 * @param wide rows are questionnaires, a column for each measure or item, beside files of sessions
 * @param answers rows are answers to single items
 * @param courses rows are courses
 */
record FileKinds(
        List<FileSketch> sessions,
        List<FileSketch> scores,
        List<FileSketch> wide,
        List<FileSketch> answers,
        List<FileSketch> courses) {
    /** @param undecided takes up what was left out, and why */
    static FileKinds of(List<FileSketch> sketches, List<String> undecided, List<String> reasons) {
        FileKinds kinds = new FileKinds(
                new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (FileSketch file : sketches) {
            SessionSketch asSessions = SessionSketch.of(file);
            if (AnswerSketch.of(file).isPresent()) {
                kinds.answers.add(file);
            } else if (ScoreSketch.of(file).isPresent()) {
                kinds.scores.add(file);
            } else if (CourseSketch.of(file).isPresent()) {
                kinds.courses.add(file);
            } else if (asSessions.usable()) {
                kinds.sessions.add(file);
            } else {
                reasons.addAll(asSessions.undecided());
                undecided.add(
                        file.name()
                                + ": a column of client codes and one of dates or session numbers were not found; it was left out");
            }
        }
        kinds.tellWideFiles();
        return kinds;
    }

    /** The same with these files of sessions alone. */
    FileKinds with(List<FileSketch> some) {
        return new FileKinds(some, scores, wide, answers, courses);
    }

    int files() {
        return all().size();
    }

    long rows() {
        return all().stream().mapToLong(FileSketch::rows).sum();
    }

    /** Whether the profile is to describe a file. */
    boolean holds(FileSketch file) {
        return all().contains(file);
    }

    private List<FileSketch> all() {
        List<FileSketch> all = new ArrayList<>(sessions);
        for (List<FileSketch> some : List.of(scores, wide, answers, courses)) {
            all.addAll(some);
        }
        return all;
    }

    /** Files with one score a row, by layout. */
    List<List<FileSketch>> scoreLayouts() {
        return FileGroups.of(scores, file -> ScoreSketch.of(file).orElseThrow().names(file))
                .all();
    }

    /** Files with one questionnaire a row, by layout. */
    List<List<FileSketch>> wideLayouts() {
        return FileGroups.of(wide, file -> SessionSketch.of(file).names()).all();
    }

    /** The questionnaires of which files have all items. */
    List<ItemSketch> items() {
        List<ItemSketch> items = new ArrayList<>();
        for (List<FileSketch> some : List.of(sessions, wide)) {
            some.forEach(file -> items.addAll(SessionSketch.of(file).items()));
        }
        return items;
    }

    /**
     * Files with scores and without attendance are questionnaires beside files of sessions that call the client or the day
     * otherwise and have attendance or no scores, and beside those that call both the same and have attendance and no scores.
     */
    private void tellWideFiles() {
        List<FileSketch> other = new ArrayList<>();
        List<FileSketch> scored = new ArrayList<>();
        for (FileSketch file : sessions) {
            SessionSketch sketch = SessionSketch.of(file);
            boolean dated = sketch.picks().containsKey(Column.SESSION_DATE.key());
            (dated && sketch.hasScores() && !sketch.hasAttendance() ? scored : other).add(file);
        }
        for (FileSketch file : scored) {
            SessionSketch sketch = SessionSketch.of(file);
            boolean beside = other.stream().anyMatch(each -> isBeside(file, sketch, SessionSketch.of(each)));
            if (beside) {
                wide.add(file);
            }
        }
        sessions.removeAll(wide);
    }

    private static boolean isBeside(FileSketch file, SessionSketch sketch, SessionSketch sessions) {
        if (!sessions.sameNames(sketch)) {
            return sessions.hasAttendance() || !sessions.hasScores();
        }
        String attendance = sessions.names().getOrDefault(Column.ATTENDANCE.key(), "");
        return sessions.hasAttendance() && !sessions.hasScores() && !file.has(attendance);
    }
}
