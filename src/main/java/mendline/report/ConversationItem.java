package mendline.report;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import mendline.model.ScoreSeries;

/**
 * One course that is worth a conversation in supervision; never shown outside the practice.
 *
 * @param client code of the client
 * @param course id of the course
 * @param reasons at least one, in the order of {@link ConversationReason}
 * @param outcome the client's scores of the primary outcome
 * @param alliance the client's scores of the alliance measure
 * @param attended attended sessions so far
 * @param lastDay epoch day of the last attended session; empty where the data have no dates
 */
public record ConversationItem(
        String client,
        String course,
        List<ConversationReason> reasons,
        Optional<ScoreSeries> outcome,
        Optional<ScoreSeries> alliance,
        int attended,
        OptionalInt lastDay)
        implements Comparable<ConversationItem> {
    private static final Comparator<ConversationItem> BY_CODE =
            Comparator.comparing(ConversationItem::client).thenComparing(ConversationItem::course);

    public ConversationItem {
        reasons = List.copyOf(reasons);
        if (reasons.isEmpty()) {
            throw new IllegalArgumentException("a course worth a conversation needs a reason");
        }
    }

    /** By client code, then course: an order that says nothing about anybody. */
    @Override
    public int compareTo(ConversationItem other) {
        return BY_CODE.compare(this, other);
    }
}
