package mendline.model;

/**
 * How the totals that an export brings agree with its items, for one measure and rater.
 *
 * @param answered questionnaires with an answer to at least one item
 * @param compared those whose items make a score, and which have a total of their own beside them
 * @param differing those whose total is not what the items make, by half a step of the measure or more
 */
public record TotalsAndItems(long answered, long compared, long differing) {
    public TotalsAndItems {
        if (differing < 0 || differing > compared || compared > answered) {
            throw new IllegalArgumentException(
                    "totals that differ are some of those compared, and these of those answered");
        }
    }
}
