package mendline.detect;

import java.util.Optional;
import mendline.model.Response;

/**
 * A response to a recorded setback and what followed from the session on in which it was noted, so that nobody had to
 * come back first in order to be met with it.
 *
 * @param nextAttended whether the next appointment after that session was attended
 * @param halfWayBack half-way back within the window where a score setback overlaps that had not ended by then; empty
 *     where none does
 */
public record MetWith(Response response, Known nextAttended, Optional<Known> halfWayBack) {}
