package mendline.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import mendline.aggregate.Ratio;
import mendline.aggregate.Topic;
import mendline.detect.EpisodeStatus;
import mendline.detect.OwnCourses;
import mendline.detect.Standing;
import mendline.measure.Benchmark;
import mendline.measure.Yardstick;
import mendline.model.Period;
import mendline.report.Ledger.Entry;

/** Scores beside the expected course: how many could be checked, how many lay below it, and what followed. Only where the profile asks for it. */
final class ExpectedCourseBlock {
    private static final String LEAD = "Beside the expected course.";

    private final ReportInput in;
    private final Ledger ledger;
    private final Period year;
    private final boolean own;

    private ExpectedCourseBlock(ReportInput in, Ledger ledger) {
        this.in = in;
        this.ledger = ledger;
        this.year = in.windows().year();
        this.own = in.instruments().expected().orElse(null) instanceof OwnCourses;
    }

    static Optional<Block> of(ReportInput in, Ledger ledger) {
        if (in.instruments().expected().isEmpty()) {
            return in.instruments().settings().rules().expectedBands().isPresent()
                    ? Optional.of(new Block.Paragraph(
                            LEAD,
                            "No reliable change is known for the measure, so no score can be said to lie a step below what the table of"
                                    + " the profile expects."))
                    : Optional.empty();
        }
        return Optional.of(new Block.Paragraph(LEAD, new ExpectedCourseBlock(in, ledger).words()));
    }

    private String words() {
        SortedMap<String, Long> scores = in.summary().categories(Topic.EXPECTED_SCORES, year);
        long unchecked = scores.getOrDefault(Standing.NOT_CHECKED.key(), 0L);
        long below = scores.getOrDefault(Standing.BELOW_EXPECTED.key(), 0L);
        long all = scores.values().stream().mapToLong(Long::longValue).sum();
        String notChecked = ledger.count(
                new Entry("expected.not_checked", "Later scores that could not be checked", year), unchecked, "scores");
        if (all == unchecked) {
            return "None of the " + ledger.some(all, "later score", "later scores")
                    + " could be held against an expected course: " + why() + ".";
        }
        String text = "Of the later scores "
                + ledger.share(
                        new Entry("expected.below", "Scores below the expected course", year),
                        new Ratio(below, all - unchecked))
                + " lay below the expected course: " + reference() + " " + followed();
        return unchecked == 0
                ? text
                : text + " " + Written.sentence(notChecked) + (ledger.one(unchecked) ? " more was" : " more were")
                        + " not checked, since " + why() + ".";
    }

    private String why() {
        return own
                ? "fewer than " + OwnCourses.FEWEST_SCORES
                        + " scores of closed courses that began alike stand at that session"
                : "the table of the profile does not speak of that first score or session";
    }

    private String reference() {
        return own
                ? "worse than 90 of 100 scores of the practice's own closed courses that began alike, at the same session"
                        + clinical(in)
                        + ". Up to about 10 in 100 scores lie there by construction, whatever therapy does; it is a reason to look, and no"
                        + " more."
                : "worse by a step or more than the table expects at that session ("
                        + in.instruments()
                                .primary()
                                .flatMap(primary -> primary.measure().benchmark())
                                .map(Benchmark::source)
                                .orElse("")
                        + ")" + clinical(in) + ".";
    }

    private static String clinical(ReportInput in) {
        return in.instruments().primary().flatMap(Yardstick::cutoff).isPresent()
                ? ", and not outside the clinical range"
                : "";
    }

    private String followed() {
        SortedMap<String, Long> statuses = in.summary().categories(Topic.BELOW_EXPECTED, year);
        long times = statuses.values().stream().mapToLong(Long::longValue).sum();
        ledger.count(
                new Entry("expected.times", "Times at which scores fell below the expected course", year),
                times,
                "times");
        ledger.parts(times, List.copyOf(statuses.values()));
        if (times == 0) {
            return "No course fell below it.";
        }
        List<String> parts = new ArrayList<>();
        for (EpisodeStatus status : List.of(
                EpisodeStatus.BOUNCED_BACK,
                EpisodeStatus.OPEN,
                EpisodeStatus.NOT_BACK,
                EpisodeStatus.ENDED_BEFORE_KNOWN)) {
            long count = statuses.getOrDefault(status.key(), 0L);
            String what = switch (status) {
                case BOUNCED_BACK -> "came back to it";
                case OPEN -> ledger.one(count) ? "is still open" : "are still open";
                case NOT_BACK -> "had not come back to it when therapy ended";
                default -> "ended before it could be known";
            };
            ledger.count(
                    new Entry("expected.status." + status.key(), "Times below the expected course that " + what, year),
                    count,
                    "times");
            if (count > 0) {
                parts.add(ledger.said(count) + " " + what);
            }
        }
        return "Of " + ledger.some(times, "time", "times") + " at which scores fell below it, " + Written.list(parts)
                + ".";
    }

    /** The row of the method page; nothing where the profile does not ask for it. */
    static Optional<String> definition(ReportInput in) {
        return in.instruments()
                .expected()
                .map(reference -> reference instanceof OwnCourses courses
                        ? "What courses that began alike scored, session by session: the practice's own closed courses in "
                                + courses.bands() + (courses.bands() == 1 ? " band" : " bands")
                                + " of first scores of about equal count, a course's own scores left out. As expected: up to the 84th percentile of"
                                + " severity; below: beyond the 90th" + clinical(in) + ". At least "
                                + OwnCourses.FEWEST_SCORES
                                + " scores stand behind a limit, with up to two neighbouring sessions on each side where needed."
                        : "A table of the profile, by first score and session; below is worse by a step or more"
                                + clinical(in) + ".");
    }
}
