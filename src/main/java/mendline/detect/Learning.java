package mendline.detect;

import java.util.List;
import java.util.Optional;

/**
 * Whether the second setback of a course is shallower and shorter than its first: differences within the course only.
 */
public final class Learning {
    private Learning() {}

    /**
     * The first two setbacks that ended half-way back; scores to half-way back count up to the window.
     *
     * @param setbacks S1 setbacks in order of onset
     */
    public static Optional<LearningPair> of(List<Episode> setbacks, int window) {
        List<Episode> ended =
                setbacks.stream().filter(e -> e.end().isPresent()).limit(2).toList();
        if (ended.size() < 2) {
            return Optional.empty();
        }
        return Optional.of(new LearningPair(
                ended.get(1).depth().orElseThrow() - ended.get(0).depth().orElseThrow(),
                Math.min(window, ended.get(1).scoresToEnd().orElseThrow())
                        - Math.min(window, ended.get(0).scoresToEnd().orElseThrow())));
    }
}
