package mendline.aggregate;

import java.util.Optional;

/**
 * What one rule says of a set of courses.
 *
 * @param key the rule as a profile spells it, {@code points} for published points
 * @param words the rule as a noun phrase
 * @param used whether the report classes courses by it
 * @param noAnswer courses that the rule cannot judge
 * @param refusal why the rule cannot be used at all; then nothing is counted
 */
public record RuleCount(
        String key,
        String words,
        boolean used,
        long improved,
        long unchanged,
        long deteriorated,
        long noAnswer,
        Optional<String> refusal) {}
