package mendline.detect;

import java.util.ArrayList;
import java.util.List;
import mendline.model.Course;
import mendline.model.Session;
import mendline.model.SetbackKind;

/**
 * The setbacks that were written down, one for each kind and session. A planned experiment is never one. What followed
 * is not known from the record alone, so their status is unknown; {@link RecordedReturns} says whether the next session
 * was attended.
 */
public final class RecordedSetbacks {
    private RecordedSetbacks() {}

    public static List<Episode> in(Course course) {
        List<Episode> found = new ArrayList<>();
        List<Session> sessions = course.sessions();
        for (int row = 0; row < sessions.size(); row++) {
            for (SetbackKind kind : sessions.get(row).recorded().setbacks()) {
                if (kind.isSetback()) {
                    found.add(new EpisodeBuilder(
                                    EpisodeKind.SETBACK,
                                    kind.key(),
                                    EpisodeSource.THERAPIST,
                                    WrittenDown.at(sessions.get(row)))
                            .recorded(WrittenDown.responses(sessions, row), WrittenDown.carriedForward(sessions, row))
                            .build());
                }
            }
        }
        return found;
    }
}
