package mendline.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import mendline.model.ScoreSeries;
import mendline.model.Session;
import mendline.model.Stage;

/**
 * Whether alliance forms go missing after a dip: forms that are missing after a bad session are not missing at random.
 *
 * <p>A dip belongs to the session at which the detector first sees it, not to its lowest one: that a session is the
 * lowest is known only from later forms, and would be itself a matter of whether they were filled in.
 */
public final class NextForms {
    private NextForms() {}

    /** One for each session with an alliance score after which another was attended, in courses where dips can be looked for. */
    public static List<NextForm> in(CourseFindings findings, Instruments instruments) {
        List<NextForm> found = new ArrayList<>();
        Optional<ScoreSeries> alliance = instruments.allianceSeries(findings.course());
        if (!findings.allianceAssessable() || alliance.isEmpty()) {
            return found;
        }
        Set<Moment> scored = SeriesMoments.all(alliance.get());
        Set<Moment> dips = findings.episodes(EpisodeKind.DIP, EpisodeSource.SCORE).stream()
                .map(dip -> dip.confirmed().orElseThrow())
                .collect(Collectors.toSet());
        Optional<Moment> last = Optional.empty();
        for (Session session : findings.course().sessions()) {
            if (session.attended() && session.stage() != Stage.FOLLOW_UP) {
                Moment at = WrittenDown.at(session);
                last.ifPresent(before -> found.add(new NextForm(before, dips.contains(before), scored.contains(at))));
                last = scored.contains(at) ? Optional.of(at) : Optional.empty();
            }
        }
        return found;
    }
}
