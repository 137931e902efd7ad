package mendline.planted;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import mendline.detect.AllianceDips;
import mendline.detect.CourseFindings;
import mendline.detect.Episode;
import mendline.detect.EpisodeKind;
import mendline.detect.EpisodeSource;
import mendline.detect.EpisodeStatus;
import mendline.detect.Instruments;
import mendline.model.Rater;
import mendline.model.ScoreSeries;

/**
 * What was planted of one kind against what was found. Each planted change takes at most one finding of its course: the nearest that begins
 * at its changed sessions or one beside them, else one that began earlier and has its worst score there.
 *
 * @param matches one for each planted change, in the order of the courses
 * @param again further findings that begin at the changed sessions of something planted
 * @param unplanted findings where nothing was planted
 */
record Comparison(EpisodeKind kind, List<Match> matches, List<Episode> again, List<Episode> unplanted) {

    static Comparison of(EpisodeKind kind, PracticeRun run) {
        Map<String, List<Planted>> planted = new TreeMap<>();
        for (Planted one : run.planted()) {
            if (one.kind().equals(kind.key())) {
                planted.computeIfAbsent(one.client() + " " + one.course(), course -> new ArrayList<>())
                        .add(one);
            }
        }
        List<Match> matches = new ArrayList<>();
        List<Episode> again = new ArrayList<>();
        List<Episode> unplanted = new ArrayList<>();
        for (CourseFindings course : run.findings()) {
            List<Planted> here = planted.getOrDefault(
                    course.course().client() + " " + course.course().id(), List.of());
            List<Episode> left = new ArrayList<>(counted(kind, course));
            for (Planted one : here) {
                Optional<Episode> found = found(one, left);
                found.ifPresent(left::remove);
                matches.add(match(one, found, course, run.instruments()));
            }
            for (Episode episode : left) {
                boolean near =
                        here.stream().anyMatch(one -> one.near(episode.onset().session()));
                (near ? again : unplanted).add(episode);
            }
        }
        return new Comparison(kind, matches, again, unplanted);
    }

    /** The findings of a kind that a report counts: ruptures as written down, all else from scores and confirmed. */
    static List<Episode> counted(EpisodeKind kind, CourseFindings course) {
        return course.episodes().stream()
                .filter(e -> e.kind() == kind && e.status() != EpisodeStatus.UNCONFIRMED)
                .filter(e -> (e.source() == EpisodeSource.SCORE) == (kind != EpisodeKind.RUPTURE))
                .toList();
    }

    private static Optional<Episode> found(Planted planted, List<Episode> episodes) {
        Optional<Episode> onTime = episodes.stream()
                .filter(e -> planted.near(e.onset().session()))
                .min(Comparator.comparingInt(e -> Math.abs(e.onset().session() - planted.onset())));
        return onTime.or(() -> episodes.stream()
                .filter(e ->
                        e.onset().session() < planted.onset() && e.worstAt().isPresent())
                .filter(e -> planted.near(e.worstAt().get().session()))
                .findFirst());
    }

    private static Match match(Planted planted, Optional<Episode> found, CourseFindings course, Instruments run) {
        double threshold = threshold(planted, course, run);
        boolean visible = planted.depth() >= threshold;
        Optional<Match.Missed> missed =
                found.isPresent() ? Optional.empty() : Optional.of(missed(planted, course, run, threshold));
        return new Match(planted, found, visible, missed);
    }

    /** The threshold in points that the rule used in the course; 0 for what has none of its own. */
    private static double threshold(Planted planted, CourseFindings course, Instruments run) {
        return switch (planted.kind()) {
            case "dip" ->
                AllianceDips.in(
                                series(planted, course, run),
                                run.allianceScale().orElseThrow(),
                                true,
                                course.course().open(),
                                run.settings())
                        .threshold();
            case "setback" -> run.primary().orElseThrow().stepChange().orElseThrow();
            case "sudden_gain" -> run.primary().orElseThrow().reliableChange().orElseThrow();
            default -> 0;
        };
    }

    private static ScoreSeries series(Planted planted, CourseFindings course, Instruments run) {
        String measure = planted.kind().equals("dip")
                ? run.alliance().orElseThrow().key()
                : run.primary().orElseThrow().key();
        return course.course().series(measure, Rater.CLIENT).orElseThrow();
    }

    private static Match.Missed missed(Planted planted, CourseFindings course, Instruments run, double threshold) {
        if (planted.depth() < threshold) {
            return Match.Missed.BELOW_THRESHOLD;
        }
        ScoreSeries series = series(planted, course, run);
        double measured = switch (planted.kind()) {
            case "dip" -> fall(planted, series, planted.lastChanged());
            case "setback" -> stepBack(planted, series);
            default -> fall(planted, series, planted.onset());
        };
        if (measured < 100 * threshold) {
            return Match.Missed.HIDDEN_BY_NOISE;
        }
        boolean goingOn = course.episodes().stream()
                .filter(e -> e.kind().key().equals(planted.kind()) && e.source() == EpisodeSource.SCORE)
                .anyMatch(e -> e.onset().session() < planted.onset()
                        && (e.end().isEmpty() || e.end().get().session() >= planted.onset() - 1));
        return goingOn ? Match.Missed.ANOTHER_GOING_ON : Match.Missed.OTHER;
    }

    /** From the last score before the change to the lowest up to a session, hundredths. */
    private static double fall(Planted planted, ScoreSeries series, int to) {
        int before = series.score(0);
        int lowest = Integer.MAX_VALUE;
        for (int i = 0; i < series.size(); i++) {
            if (series.session(i) < planted.onset()) {
                before = series.score(i);
            } else if (series.session(i) <= to) {
                lowest = Math.min(lowest, series.score(i));
            }
        }
        return before - lowest;
    }

    /** The most by which two consecutive scores of the setback are both worse than the best before, hundredths. */
    private static double stepBack(Planted planted, ScoreSeries series) {
        int best = Integer.MAX_VALUE;
        int most = Integer.MIN_VALUE;
        for (int i = 0; i + 1 < series.size(); i++) {
            if (series.session(i) < planted.onset()) {
                best = Math.min(best, series.score(i));
            } else if (series.session(i) <= planted.lastChanged()) {
                most = Math.max(most, Math.min(series.score(i), series.score(i + 1)) - best);
            }
        }
        return most;
    }

    int planted() {
        return matches.size();
    }

    int found() {
        return (int) matches.stream().filter(m -> m.found().isPresent()).count();
    }

    int onTime() {
        return (int) matches.stream().filter(Match::onTime).count();
    }

    int visible() {
        return (int) matches.stream().filter(Match::visible).count();
    }

    int visibleFound() {
        return (int) matches.stream()
                .filter(m -> m.visible() && m.found().isPresent())
                .count();
    }

    int missed() {
        return planted() - found();
    }

    int counted() {
        return found() + again.size() + unplanted.size();
    }

    Map<Match.Missed, Integer> reasons() {
        Map<Match.Missed, Integer> reasons = new EnumMap<>(Match.Missed.class);
        matches.forEach(m -> m.missed().ifPresent(why -> reasons.merge(why, 1, Integer::sum)));
        return reasons;
    }

    /** How many of the found ones have a status, where the truth says so of repair; empty where the data end too early. */
    int followed(Optional<Boolean> repaired, EpisodeStatus... statuses) {
        List<EpisodeStatus> wanted = List.of(statuses);
        return (int) matches.stream()
                .filter(m -> m.found().isPresent() && m.planted().repaired().equals(repaired))
                .filter(m -> wanted.isEmpty() || wanted.contains(m.found().get().status()))
                .count();
    }
}
