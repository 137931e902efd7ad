package mendline.detect;

import java.util.List;

/**
 * What followed a session with a recorded setback or rupture.
 *
 * @param setback whether a setback was recorded
 * @param rupture whether a rupture was recorded
 * @param met the responses of the same session, then those that the next attended one adds
 * @param nextAttended whether the next appointment was attended
 */
public record RecordedReturn(Moment at, boolean setback, boolean rupture, List<MetWith> met, Known nextAttended) {
    public RecordedReturn {
        met = List.copyOf(met);
    }
}
