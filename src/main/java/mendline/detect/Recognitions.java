package mendline.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mendline.model.RuptureRules;
import mendline.model.RuptureSource;
import mendline.model.ScoreSeries;
import mendline.model.Session;

/**
 * Sets recorded ruptures beside the dips of scores, session by session and source by source, in courses where both were
 * asked for. A session apart still counts as recognised, both ways, because an alliance form is often filled in at the
 * next session.
 */
public final class Recognitions {
    private static final int APART = 1;

    private Recognitions() {}

    /** None where alliance scores are too few to look for dips. */
    public static List<Recognition> in(CourseFindings findings, Instruments instruments) {
        List<Recognition> found = new ArrayList<>();
        Optional<ScoreSeries> alliance = instruments.allianceSeries(findings.course());
        if (!findings.allianceAssessable() || alliance.isEmpty()) {
            return found;
        }
        RuptureRules rules = instruments.settings().rules().ruptures();
        List<Episode> dips = findings.episodes(EpisodeKind.DIP, EpisodeSource.SCORE);
        for (Session session : findings.course().sessions()) {
            if (session.attended() && session.recorded().rupture().isPresent() && scored(session, alliance.get())) {
                RuptureSource source = session.recorded().ruptureSource();
                boolean recorded = rules.holds(session.recorded());
                boolean dip = inDip(session, dips, 0);
                found.add(new Recognition(
                        WrittenDown.at(session),
                        source,
                        recorded
                                || dip
                                        && recordedNear(
                                                session,
                                                source,
                                                findings.course().sessions(),
                                                rules),
                        dip || recorded && inDip(session, dips, APART)));
            }
        }
        return found;
    }

    private static boolean scored(Session session, ScoreSeries series) {
        for (int i = 0; i < series.size(); i++) {
            if (series.session(i) == session.number() && series.day(i) == session.day()) {
                return true;
            }
        }
        return false;
    }

    private static boolean inDip(Session session, List<Episode> dips, int apart) {
        return dips.stream()
                .anyMatch(dip -> session.number() >= dip.onset().session() - apart
                        && session.number() <= dip.worstAt().orElseThrow().session() + apart);
    }

    private static boolean recordedNear(
            Session session, RuptureSource source, List<Session> sessions, RuptureRules rules) {
        return sessions.stream()
                .anyMatch(other -> other.attended()
                        && rules.holds(other.recorded())
                        && other.recorded().ruptureSource() == source
                        && Math.abs(other.number() - session.number()) <= APART);
    }
}
