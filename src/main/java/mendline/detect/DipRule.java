package mendline.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import mendline.model.Course;
import mendline.model.DetectionSettings;
import mendline.model.DipDetector;
import mendline.model.Direction;
import mendline.model.ScoreSeries;

/**
 * One way of looking for dips; several are set beside each other to show how much hangs on the choice.
 *
 * @param detector which detector
 * @param k its threshold in units of the scale of differences; 0 for a detector that has none
 */
public record DipRule(DipDetector detector, double k) implements Comparable<DipRule> {
    /** A fall of two scales: more sensitive than the usual rule. */
    static final DipRule LOW = new DipRule(DipDetector.A, 2.0);

    /** The usual rule. */
    static final DipRule USUAL = new DipRule(DipDetector.A, 2.5);

    /** A fall of three scales: stricter. */
    static final DipRule HIGH = new DipRule(DipDetector.A, 3.0);

    /** The course's own control chart. */
    static final DipRule CHART = new DipRule(DipDetector.B, 0);

    /** The rule that a run uses. */
    public static DipRule used(DetectionSettings settings) {
        DipDetector detector = settings.rules().dips();
        return new DipRule(detector, detector == DipDetector.A ? settings.dipK() : 0);
    }

    /** Falls of 2.0, 2.5 and 3.0 scales, the client's own control chart, and the rule of the run, in order. */
    public static List<DipRule> beside(DetectionSettings settings) {
        TreeSet<DipRule> rules = new TreeSet<>(List.of(LOW, USUAL, HIGH, CHART));
        rules.add(used(settings));
        return new ArrayList<>(rules);
    }

    /** The dips of a course by every rule; none where it has no alliance scores or their scale is not known. */
    public static SortedMap<DipRule, List<Episode>> dips(Course course, Instruments instruments) {
        SortedMap<DipRule, List<Episode>> found = new TreeMap<>();
        Optional<ScoreSeries> series = instruments.allianceSeries(course);
        if (series.isEmpty() || instruments.allianceScale().isEmpty()) {
            return found;
        }
        boolean higherBetter = instruments.alliance().orElseThrow().better() == Direction.HIGHER;
        for (DipRule rule : beside(instruments.settings())) {
            found.put(
                    rule,
                    AllianceDips.in(
                                    series.get(),
                                    instruments.allianceScale().getAsDouble(),
                                    higherBetter,
                                    CourseEnding.of(course),
                                    rule.in(instruments.settings()))
                            .episodes());
        }
        return found;
    }

    /** The same settings with this rule. */
    DetectionSettings in(DetectionSettings settings) {
        return detector == DipDetector.A
                ? settings.withDips(detector, k)
                : settings.withDips(detector, settings.dipK());
    }

    /** Its name among counts and in files: {@code A_2.5}, {@code B}. */
    public String key() {
        return detector == DipDetector.A ? detector.id() + "_" + k : detector.id();
    }

    @Override
    public int compareTo(DipRule other) {
        int byDetector = detector.compareTo(other.detector);
        return byDetector != 0 ? byDetector : Double.compare(k, other.k);
    }
}
