package mendline.report;

import mendline.aggregate.Topic;
import mendline.detect.ChanceCounts;
import mendline.model.Period;
import mendline.report.Ledger.Entry;
import mendline.stats.Moments;

/** On page 5: whether the second setback of a course is shallower and shorter than its first, beside what noise gives. */
final class LearningTold {
    private static final Period ALL = Period.undated();

    private LearningTold() {}

    /** One or several sentences. */
    static String of(ReportInput in, Ledger page) {
        Moments depth = in.summary().moments(Topic.LEARNING_DEPTH, "", Period.everything());
        Moments scores = in.summary().moments(Topic.LEARNING_SCORES, "", Period.everything());
        String depthText = page.mean(
                new Entry("learning.depth", "Second minus first depth of setbacks", ALL), depth, 0.01, "points");
        String scoresText = page.mean(
                new Entry("learning.scores", "Second minus first scores to half-way back", ALL), scores, 1, "scores");
        String courses = page.some(depth.n(), "course has", "courses have") + " two setbacks that ended.";
        if (depth.n() == 0 && page.exact()) {
            return "No course has two setbacks that ended.";
        }
        if (depth.n() < SmallNumbers.FEWEST_FOR_INTERVAL) {
            return Written.sentence(courses) + " Too few to say whether the second is shallower or shorter.";
        }
        return Written.sentence(courses) + " Second against first, within the same course: depth " + depthText
                + " points, scores to half-way back (up to "
                + in.instruments().settings().setbackWindow() + ") " + scoresText
                + ". Minus means shallower, and sooner." + noise(in, page);
    }

    /** From independent noise to noise as correlated as the data's. */
    private static String noise(ReportInput in, Ledger page) {
        ChanceCounts independent = in.chance().independent();
        ChanceCounts correlated = in.chance().correlated();
        if (independent.learningDepth().n() == 0 || correlated.learningDepth().n() == 0) {
            return "";
        }
        return " Noise alone gives "
                + range(
                        page,
                        "learning.noise.depth",
                        "Depth, second minus first, from noise alone",
                        independent.learningDepth().mean().orElseThrow() / 100,
                        correlated.learningDepth().mean().orElseThrow() / 100,
                        "points")
                + " and "
                + range(
                        page,
                        "learning.noise.scores",
                        "Scores to half-way back, second minus first, from noise alone",
                        independent.learningScores().mean().orElseThrow(),
                        correlated.learningScores().mean().orElseThrow(),
                        "scores")
                + ".";
    }

    private static String range(Ledger page, String id, String label, double a, double b, String unit) {
        String lower = page.number(new Entry(id + ".lower", label + ", lower", ALL), Math.min(a, b), 1, unit);
        String upper = page.number(new Entry(id + ".upper", label + ", upper", ALL), Math.max(a, b), 1, unit);
        return lower.equals(upper) ? lower + " " + unit : lower + " to " + upper + " " + unit;
    }
}
