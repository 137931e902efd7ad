package mendline.report;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import mendline.detect.CourseFindings;
import mendline.detect.Episode;
import mendline.detect.Moment;
import mendline.model.Course;
import mendline.model.Vocabulary;

/** The rows of {@code internal/episodes.csv}: one for each finding. */
public final class EpisodeTable {
    /** The columns, in order. */
    public static final List<String> HEADER = List.of(
            "client",
            "course",
            "kind",
            "subtype",
            "source",
            "measure",
            "rater",
            "onset_session",
            "onset_date",
            "peak_value",
            "worst_session",
            "worst_value",
            "depth",
            "depth_in_threshold",
            "length",
            "status",
            "end_session",
            "end_date",
            "scores_to_end",
            "days_to_end",
            "best_fraction",
            "response",
            "carried_forward",
            "long_gap");

    private EpisodeTable() {}

    /** The rows of a course, in order of onset. */
    public static List<List<String>> rows(CourseFindings findings) {
        return findings.episodes().stream()
                .map(episode -> row(findings.course(), episode))
                .toList();
    }

    private static List<String> row(Course course, Episode episode) {
        return List.of(
                course.client(),
                course.id(),
                episode.kind().key(),
                episode.subtype(),
                episode.source().key(),
                episode.measure().orElse(""),
                episode.rater().map(Vocabulary::key).orElse(""),
                Integer.toString(episode.onset().session()),
                CourseTable.day(course, OptionalInt.of(episode.onset().day())),
                Exact.points(episode.peak()),
                session(episode.worstAt()),
                Exact.points(episode.worst()),
                Exact.points(episode.depth()),
                Exact.text(episode.depthInThreshold()),
                Exact.text(episode.length()),
                episode.status().key(),
                session(episode.end()),
                date(course, episode.end()),
                Exact.text(episode.scoresToEnd()),
                Exact.text(episode.daysToEnd()),
                Exact.text(episode.bestFraction()),
                words(episode.responses()),
                words(episode.carriedForward()),
                episode.longGap() ? "yes" : "no");
    }

    private static String session(Optional<Moment> moment) {
        return moment.map(m -> Integer.toString(m.session())).orElse("");
    }

    private static String date(Course course, Optional<Moment> moment) {
        return moment.map(m -> CourseTable.day(course, OptionalInt.of(m.day()))).orElse("");
    }

    /** Words apart by {@code ;}. */
    static String words(Set<? extends Vocabulary> words) {
        return words.stream().map(Vocabulary::key).collect(Collectors.joining(";"));
    }
}
