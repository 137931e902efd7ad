package mendline.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import mendline.model.DetectionSettings;
import mendline.model.DipDetector;
import org.junit.jupiter.api.Test;

class LandmarkVariantTest {
    private static String choices(DetectionSettings main) {
        return Arrays.stream(LandmarkVariant.values())
                .flatMap(variant -> variant.of(main).stream())
                .map(s -> s.landmark() + s.rules().dips().id() + s.dipK())
                .collect(Collectors.joining(" "));
    }

    @Test
    void twoSessionsEitherSideAndEveryRuleThatIsNotTheChosenOne() {
        assertThat(choices(DetectionSettings.DEFAULT)).isEqualTo("8A2.5 6A2.5 10A2.5 8A2.0 8A3.0 8B2.5");
    }

    @Test
    void aLandmarkCannotBeBeforeTheSecondSession() {
        assertThat(choices(DetectionSettings.DEFAULT.withLandmark(3))).startsWith("3A2.5 5A2.5 3A2.0");
    }

    @Test
    void theUsualRuleStandsBesideAnotherOne() {
        assertThat(choices(DetectionSettings.DEFAULT.withDips(DipDetector.B, 2.5)))
                .isEqualTo("8B2.5 6B2.5 10B2.5 8A2.0 8A2.5 8A3.0");
    }
}
