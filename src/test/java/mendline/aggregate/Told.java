package mendline.aggregate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import mendline.detect.Instruments;
import mendline.ingest.MeasureLibrary;
import mendline.measure.Measure;
import mendline.measure.Yardstick;
import mendline.measure.Yardsticks;
import mendline.model.Attendance;
import mendline.model.Course;
import mendline.model.DetectionSettings;
import mendline.model.EndKind;
import mendline.model.Rater;
import mendline.model.Recorded;
import mendline.model.RuptureKind;
import mendline.model.RuptureSource;
import mendline.model.ScoreSeries;
import mendline.model.Scores;
import mendline.model.Session;
import mendline.model.SetbackKind;
import mendline.model.Stage;
import mendline.model.Timeline;
import mendline.model.Vocabulary;

/**
 * Courses told in words, parts apart by {@code /}.
 *
 * <p>{@code 2026-03-02 attended assessment phq9=12 srs=36} is a row; {@code weekly 2026-01-05 phq9=18,-,10 srs=38,37,36} are attended
 * treatment sessions a week apart, {@code -} being a session without that score. {@code setback=} was asked and empty,
 * {@code setback=lapse+relapse} holds two kinds, {@code rupture=client:withdrawal} or {@code rupture=client:none:2} one. {@code phq9_therapist=12} is the therapist's rating.
 * {@code planned 2026-04-01} ends the course, {@code referred 2026-01-02} is the referral, {@code left_truncated} may have been running.
 */
final class Told {
    private static final SortedMap<String, Measure> LIBRARY = MeasureLibrary.read();

    private final List<Session> sessions = new ArrayList<>();
    private final TreeMap<String, TreeMap<Integer, Integer>> scores = new TreeMap<>();
    private OptionalInt referral = OptionalInt.empty();
    private Optional<EndKind> endKind = Optional.empty();
    private OptionalInt endDay = OptionalInt.empty();
    private boolean leftTruncated;
    private int attended;

    private Told() {}

    static Course course(String client, String told) {
        Told course = new Told();
        for (String part : told.split("/")) {
            course.part(part.strip().split(" +"));
        }
        return course.course(client);
    }

    /** PHQ-9 (primary, reliable change 6, cut-off 10) and SRS with a scale of 2 points, and GAD-7 (4, 8) where asked for. */
    static Instruments instruments(String asOf, boolean anxiety) {
        Yardstick depression = yardstick("phq9");
        List<Yardstick> outcomes = anxiety ? List.of(yardstick("gad7"), depression) : List.of(depression);
        return new Instruments(
                Optional.of(depression),
                Optional.of(measure("srs")),
                outcomes,
                OptionalDouble.of(2),
                true,
                OptionalDouble.of(2),
                OptionalDouble.of(0),
                OptionalDouble.of(3),
                OptionalDouble.of(0),
                OptionalInt.of(day(asOf)),
                DetectionSettings.DEFAULT);
    }

    /** The same run with a primary outcome for which no cut-off is known, and no other outcome. */
    static Instruments withoutCutoff(Instruments run) {
        Yardstick known = run.primary().orElseThrow();
        Yardstick unknown = new Yardstick(
                known.measure(),
                known.reliableChange(),
                known.inclusive(),
                known.stepChange(),
                Optional.empty(),
                known.baselineSd());
        return new Instruments(
                Optional.of(unknown),
                run.alliance(),
                List.of(unknown),
                run.allianceScale(),
                run.allianceScalePinned(),
                run.allianceNoise(),
                run.allianceRho(),
                run.outcomeNoise(),
                run.outcomeRho(),
                run.asOf(),
                run.settings());
    }

    private static Measure measure(String key) {
        return LIBRARY.get(key);
    }

    private static Yardstick yardstick(String key) {
        return Yardsticks.settle(measure(key), OptionalDouble.empty(), OptionalDouble.empty());
    }

    static int day(String date) {
        return (int) LocalDate.parse(date).toEpochDay();
    }

    private void part(String[] words) {
        if (words[0].equals("left_truncated")) {
            leftTruncated = true;
        } else if (words[0].equals("referred")) {
            referral = OptionalInt.of(day(words[1]));
        } else if (words[0].equals("weekly")) {
            weekly(words);
        } else if (Vocabulary.find(EndKind.class, words[0]).isPresent()) {
            endKind = Vocabulary.find(EndKind.class, words[0]);
            endDay = OptionalInt.of(day(words[1]));
        } else {
            row(words);
        }
    }

    private void weekly(String[] words) {
        int sessionsBefore = sessions.size();
        for (int i = 2; i < words.length; i++) {
            String[] column = words[i].split("=");
            String[] points = column[1].split(",");
            for (int week = 0; week < points.length; week++) {
                if (sessionsBefore + week == sessions.size()) {
                    add(day(words[1]) + 7 * week, Attendance.ATTENDED, Stage.TREATMENT, Recorded.NOTHING);
                }
                if (!points[week].equals("-")) {
                    score(column[0], sessionsBefore + week, points[week]);
                }
            }
        }
    }

    private void row(String[] words) {
        Stage stage = Stage.TREATMENT;
        Recorded recorded = Recorded.NOTHING;
        Attendance attendance = Vocabulary.find(Attendance.class, words[1]).orElseThrow();
        for (int i = 2; i < words.length; i++) {
            String[] pair = words[i].split("=", -1);
            if (pair.length == 1) {
                stage = Vocabulary.find(Stage.class, words[i]).orElseThrow();
            } else if (pair[0].equals("setback")) {
                recorded = setback(pair[1]);
            } else if (pair[0].equals("rupture")) {
                recorded = rupture(pair[1].split(":"));
            } else {
                score(pair[0], sessions.size(), pair[1]);
            }
        }
        add(day(words[0]), attendance, stage, recorded);
    }

    private static Recorded setback(String kinds) {
        Set<SetbackKind> found = EnumSet.noneOf(SetbackKind.class);
        for (String kind : kinds.isEmpty() ? new String[0] : kinds.split("\\+")) {
            found.add(Vocabulary.find(SetbackKind.class, kind).orElseThrow());
        }
        return recorded(true, found, Optional.empty(), RuptureSource.THERAPIST, OptionalInt.empty());
    }

    private static Recorded rupture(String[] sourceAndKind) {
        return recorded(
                false,
                Set.of(),
                Vocabulary.find(RuptureKind.class, sourceAndKind[1]),
                Vocabulary.find(RuptureSource.class, sourceAndKind[0]).orElseThrow(),
                sourceAndKind.length > 2 ? OptionalInt.of(Integer.parseInt(sourceAndKind[2])) : OptionalInt.empty());
    }

    private static Recorded recorded(
            boolean asked,
            Set<SetbackKind> setbacks,
            Optional<RuptureKind> rupture,
            RuptureSource source,
            OptionalInt intensity) {
        OptionalInt none = OptionalInt.empty();
        return new Recorded(asked, setbacks, Set.of(), Set.of(), rupture, source, intensity, none, none, none);
    }

    private void add(int day, Attendance attendance, Stage stage, Recorded recorded) {
        attended += attendance == Attendance.ATTENDED ? 1 : 0;
        sessions.add(new Session(attended, day, attendance, stage, recorded));
    }

    private void score(String column, int row, String points) {
        scores.computeIfAbsent(column, key -> new TreeMap<>()).put(row, Scores.hundredths(Double.parseDouble(points)));
    }

    private Course course(String client) {
        return new Course(
                client,
                client + "#1",
                Timeline.DATES,
                Optional.of("North"),
                Optional.of("T1"),
                referral,
                sessions,
                series(false),
                series(true),
                endKind,
                endDay,
                leftTruncated,
                new TreeMap<>());
    }

    private List<ScoreSeries> series(boolean followUp) {
        List<ScoreSeries> found = new ArrayList<>();
        scores.forEach((column, points) -> {
            List<Integer> rows = points.keySet().stream()
                    .filter(row -> (sessions.get(row).stage() == Stage.FOLLOW_UP) == followUp)
                    .toList();
            if (!rows.isEmpty()) {
                found.add(new ScoreSeries(
                        column.replace("_therapist", ""),
                        column.endsWith("_therapist") ? Rater.THERAPIST : Rater.CLIENT,
                        rows.stream()
                                .mapToInt(row -> sessions.get(row).number())
                                .toArray(),
                        rows.stream().mapToInt(row -> sessions.get(row).day()).toArray(),
                        rows.stream().mapToInt(points::get).toArray()));
            }
        });
        return found;
    }
}
