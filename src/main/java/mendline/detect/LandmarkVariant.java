package mendline.detect;

import java.util.Optional;
import mendline.model.DetectionSettings;
import mendline.model.Vocabulary;

/** Other choices of the landmark and of the rule for dips, beside which the chosen ones are set (methods page, landmark). */
public enum LandmarkVariant implements Vocabulary {
    /** As the profile has it. */
    MAIN,
    /** Two attended sessions earlier. */
    EARLIER,
    /** Two attended sessions later. */
    LATER,
    /** Detector A with k = 2.0. */
    LOW_THRESHOLD,
    /** Detector A with k = 2.5. */
    USUAL_THRESHOLD,
    /** Detector A with k = 3.0. */
    HIGH_THRESHOLD,
    /** Detector B: the course's own control chart. */
    CHART;

    /** The smallest landmark there can be. */
    private static final int EARLIEST = 2;

    private static final int SHIFT = 2;

    /** The settings of this choice; empty where it is what the profile has anyway, and where it cannot be. */
    public Optional<DetectionSettings> of(DetectionSettings main) {
        return switch (this) {
            case MAIN -> Optional.of(main);
            case EARLIER ->
                main.landmark() - SHIFT < EARLIEST
                        ? Optional.empty()
                        : Optional.of(main.withLandmark(main.landmark() - SHIFT));
            case LATER -> Optional.of(main.withLandmark(main.landmark() + SHIFT));
            case LOW_THRESHOLD -> by(DipRule.LOW, main);
            case USUAL_THRESHOLD -> by(DipRule.USUAL, main);
            case HIGH_THRESHOLD -> by(DipRule.HIGH, main);
            case CHART -> by(DipRule.CHART, main);
        };
    }

    private static Optional<DetectionSettings> by(DipRule rule, DetectionSettings main) {
        return rule.equals(DipRule.used(main)) ? Optional.empty() : Optional.of(rule.in(main));
    }
}
