package mendline.detect;

import java.util.Optional;
import java.util.Set;
import mendline.model.Response;

/**
 * What followed a session with a recorded setback or rupture.
 *
 * @param setback whether a setback was recorded
 * @param rupture whether a rupture was recorded
 * @param responses codes of the same or the next session
 * @param nextAttended whether the next appointment was attended
 * @param halfWayBack half-way back within the window where a score setback overlaps; empty where none does
 */
public record RecordedReturn(
        Moment at,
        boolean setback,
        boolean rupture,
        Set<Response> responses,
        Known nextAttended,
        Optional<Known> halfWayBack) {}
