package mendline.detect;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import mendline.model.CarriedForward;
import mendline.model.Response;

/**
 * Something that happened in a course, and whether the client was seen again.
 *
 * @param subtype the attendance, or the recorded kind; empty for the others
 * @param at for a missed or cancelled appointment the number of the session before it
 * @param measure the goal's measure; empty for other kinds
 * @param before score before it in hundredths, of goals only
 * @param value the goal's score in hundredths
 * @param returned attended again within the days of the settings, of missed and cancelled appointments in data with days
 * @param nextAttended whether the next appointment that the service did not cancel was attended
 * @param seenAgain the next attended session, whenever it was
 */
public record CourseEvent(
        EventKind kind,
        String subtype,
        Moment at,
        Optional<String> measure,
        OptionalInt before,
        OptionalInt value,
        Optional<Known> returned,
        Known nextAttended,
        Optional<Moment> seenAgain,
        Set<Response> responses,
        Set<CarriedForward> carriedForward) {}
