package mendline.report;

import java.util.Map;
import mendline.aggregate.Ratio;
import mendline.model.ProblemCode;
import mendline.model.RowAccount;
import mendline.model.Severity;

/** What gaps in the data do to the results, in words, and from which share on they matter. */
final class Trust {
    /** Fewer lost rows than this share hardly change a result. */
    static final double FEW_LOST = 0.01;

    /** From this share of lost rows on, results may change. */
    static final double MANY_LOST = 0.05;

    /** Outcome figures speak for most courses from this share of scored endings on. */
    static final double MOST_ENDINGS = 0.8;

    /** From this share of scored sessions on, most dips have a chance to be seen. */
    static final double MOST_ALLIANCE = 0.7;

    private static final String TOO_FEW = "That is too few to say how complete the scores are in general.";

    private Trust() {}

    /** Rows set aside for something worse than a note, of all rows read. */
    static Ratio lostRows(RowAccount rows) {
        long lost = 0;
        for (Map.Entry<ProblemCode, Long> aside : rows.setAside().entrySet()) {
            lost += aside.getKey().severity() == Severity.NOTE ? 0 : aside.getValue();
        }
        return new Ratio(lost, rows.read());
    }

    /** What that many lost rows mean. */
    static String ofLostRows(Ratio lost) {
        double share = lost.value().orElse(0);
        if (share < FEW_LOST) {
            return "So few hardly change a result.";
        }
        return share < MANY_LOST
                ? "That can shift small counts; the table below says what to correct first."
                : "That is enough to change results. Correct the export and run the report again before relying on it.";
    }

    /** What it means that so many courses ended with a first and a last score. */
    static String ofEndings(Ratio scored) {
        if (scored.denominator() < SmallNumbers.FEWEST_FOR_PERCENT) {
            return TOO_FEW;
        }
        double share = scored.value().orElseThrow();
        if (share >= MOST_ENDINGS) {
            return "Outcome figures speak for most courses.";
        }
        return share >= 0.5
                ? "Outcome figures speak for more than half. Courses without a last score often end sooner and may have gone another way."
                : "Outcome figures speak for fewer than half of the courses. They should not be read as the practice's outcomes.";
    }

    /** What it means that so many sessions have an alliance score. */
    static String ofAlliance(Ratio scored) {
        if (scored.denominator() < SmallNumbers.FEWEST_FOR_PERCENT) {
            return TOO_FEW;
        }
        return scored.value().orElseThrow() >= MOST_ALLIANCE
                ? "Most dips have a chance to be seen; forms missing after a hard session are the likeliest gap."
                : "Dips between two scores go unseen, and a form is most likely to be missing after a hard session. Counts of dips and "
                        + "repairs miss some.";
    }

    /** What a problem does to the row or cell that has it. */
    static String effect(ProblemCode code) {
        if (code.setsRowAside()) {
            return "row set aside";
        }
        return switch (code.severity()) {
            case ERROR -> "not used";
            case WARNING -> "used with care";
            case NOTE -> "only noted";
        };
    }
}
