package mendline.ingest;

import java.util.List;

/**
 * A profile drafted from unknown exports.
 *
 * @param yaml the commented profile; no cell of the exports is in it
 * @param decisions what was decided, with the confidence and what speaks for it
 * @param undecided what somebody has to settle
 */
public record ProfileDraft(String yaml, int files, long rows, List<Decision> decisions, List<String> undecided) {
    /** One thing that was decided. */
    public record Decision(String what, Confidence confidence, String why) {}

    public ProfileDraft {
        decisions = List.copyOf(decisions);
        undecided = List.copyOf(undecided);
    }
}
