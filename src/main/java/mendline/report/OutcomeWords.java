package mendline.report;

import mendline.detect.OutcomeClass;
import mendline.measure.ChangeIndex;
import mendline.measure.ChangeMethod;
import mendline.measure.ChangeTest;
import mendline.measure.OutcomeApproach;
import mendline.measure.SlopeTest;
import mendline.measure.Thresholds;
import mendline.measure.Yardstick;
import mendline.model.Scores;

/** How the report speaks of outcome classes, by what puts a course into one. */
final class OutcomeWords {
    private static final String BY_SLOPE = ChangeMethod.HIERARCHICAL_LINEAR.words();

    private OutcomeWords() {}

    /** Whether there is a class of its own for courses that ended outside the clinical range. */
    static boolean tellsRecovery(Yardstick yardstick) {
        return approach(yardstick) == OutcomeApproach.COMBINED;
    }

    /** What courses of the classes {@link OutcomeClass#RECOVERED} and {@link OutcomeClass#IMPROVED} did. */
    static String improved(Yardstick yardstick) {
        switch (approach(yardstick)) {
            case STATISTICAL:
                return "moved out of the clinical range";
            case ANCHOR:
                return "improved by at least " + points(important(yardstick).improved()) + " points";
            case PERCENTAGE:
                return "improved by at least "
                        + percent(yardstick.measure().outcomeRule().percentage().improved());
            default:
                return "improved reliably";
        }
    }

    /** What the classes mean, in one or two sentences. */
    static String reading(Yardstick yardstick) {
        switch (approach(yardstick)) {
            case STATISTICAL:
                return "Classes go by the cut-off alone, so a small step across it counts. " + cutoff(yardstick);
            case ANCHOR:
                return "Improved is a change of at least "
                        + points(important(yardstick).improved())
                        + " points, the smallest that clients notice; deteriorated one of at least "
                        + points(important(yardstick).deteriorated()) + " points the other way.";
            case PERCENTAGE:
                Thresholds shares = yardstick.measure().outcomeRule().percentage();
                return "Improved is a change of at least " + percent(shares.improved())
                        + " of the first score; deteriorated one of at least " + percent(shares.deteriorated())
                        + " the other way. A first score of 0 has no answer.";
            case DISTRIBUTION:
                return change(yardstick).strip();
            default:
                return change(yardstick) + cutoff(yardstick);
        }
    }

    /** Why nothing can be said, where the profile's reliable-change method cannot be used; else empty. */
    static String refusal(Yardstick yardstick) {
        return yardstick.test() instanceof ChangeTest.Refused refused
                ? "Reliable change after " + refused.method().words() + " was not worked out: " + refused.reason() + "."
                : "";
    }

    /** Reliable change in the words of a table cell. */
    static String cell(Yardstick yardstick, String byPoints) {
        if (yardstick.test() instanceof ChangeIndex index) {
            return "index after " + index.method().words() + " beyond "
                    + Written.decimal(index.method().critical(), critical(index)) + "; in points, " + byPoints;
        }
        if (yardstick.test() instanceof SlopeTest) {
            return "slope of all scores beyond 1.96 SDs of the mean slope (" + BY_SLOPE + "); in points, " + byPoints;
        }
        return yardstick.test() instanceof ChangeTest.Refused refused
                ? "none: " + refused.method().words() + " cannot be used here; in points, " + byPoints
                : byPoints;
    }

    private static String change(Yardstick yardstick) {
        if (yardstick.test() instanceof ChangeIndex index) {
            return "Reliable is an index after " + index.method().words() + " beyond "
                    + Written.decimal(index.method().critical(), critical(index)) + ". ";
        }
        if (yardstick.test() instanceof SlopeTest) {
            return "Reliable is a slope of all scores more than 1.96 SDs from the mean slope of all courses ("
                    + BY_SLOPE + "): it compares a course with the others here, so it is for research only. ";
        }
        if (yardstick.test() instanceof ChangeTest.Refused) {
            return refusal(yardstick) + " ";
        }
        return yardstick.reliableChange().isPresent()
                ? "A reliable change is " + (yardstick.inclusive() ? "at least " : "more than ")
                        + Written.decimal(yardstick.reliableChange().getAsDouble(), yardstick.inclusive() ? 0 : 1)
                        + " points. "
                : "";
    }

    private static int critical(ChangeIndex index) {
        return index.method().critical() == 1.96 ? 2 : 3;
    }

    private static String cutoff(Yardstick yardstick) {
        return yardstick
                .cutoff()
                .map(line -> "The cut-off is " + Written.decimal(line.points(), line.points() % 1 == 0 ? 0 : 1) + ".")
                .orElse("No cut-off is known, so nothing can be called recovered.");
    }

    private static OutcomeApproach approach(Yardstick yardstick) {
        return yardstick.measure().outcomeRule().approach();
    }

    private static Thresholds important(Yardstick yardstick) {
        return yardstick.measure().outcomeRule().minimallyImportant().orElseThrow();
    }

    private static String points(double value) {
        return Scores.text(Scores.hundredths(value));
    }

    private static String percent(double share) {
        return Scores.text(Scores.hundredths(100 * share)) + " %";
    }
}
