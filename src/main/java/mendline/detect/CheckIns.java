package mendline.detect;

import java.util.ArrayList;
import java.util.List;
import mendline.model.ScoreSeries;

/** The check-in prompts of the Session Rating Scale: totals only, since no items are read. */
public final class CheckIns {
    /** The measure that the rule belongs to. */
    public static final String MEASURE = "srs";

    private static final int LOW = 36_00;
    private static final int FALL = 1_00;

    private CheckIns() {}

    /** One for each score, in order; a fall counts from one session to the next only. */
    public static List<CheckIn> in(ScoreSeries series) {
        List<CheckIn> found = new ArrayList<>(series.size());
        for (int i = 0; i < series.size(); i++) {
            boolean low = series.score(i) <= LOW;
            boolean fall = i > 0
                    && series.session(i) == series.session(i - 1) + 1
                    && series.score(i - 1) - series.score(i) >= FALL;
            found.add(low && fall ? CheckIn.BOTH : low ? CheckIn.LOW : fall ? CheckIn.FALL : CheckIn.NONE);
        }
        return found;
    }
}
