package mendline.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import mendline.measure.Measure;
import mendline.model.Course;
import mendline.model.Intake;
import mendline.model.MeasureKind;
import mendline.model.Timeline;

/**
 * Everything that was read: courses by position, made from the store when asked for, and what reading found beside
 * them.
 */
public final class SessionData {
    private final CourseMaker maker;
    private final int size;
    private final Intake intake;
    private final Profile profile;
    private final List<LocalCode> localCodes;

    SessionData(CourseMaker maker, int size, Intake intake, Profile profile, List<LocalCode> localCodes) {
        this.maker = maker;
        this.size = size;
        this.intake = intake;
        this.profile = profile;
        this.localCodes = List.copyOf(localCodes);
    }

    /** The codes that stand for ids which look like names, by column and code; empty where none does. */
    public List<LocalCode> localCodes() {
        return localCodes;
    }

    /** What reading found beside the courses. */
    public Intake intake() {
        return intake;
    }

    /** How many courses there are. */
    public int size() {
        return size;
    }

    /** A course by position, 0 to {@link #size()} - 1, sorted by client, then course id; made anew at each call. */
    public Course course(int index) {
        return maker.course(Objects.checkIndex(index, size));
    }

    public Timeline timeline() {
        return intake.timeline();
    }

    /** The library's measures and those of the profile, by key. */
    public SortedMap<String, Measure> measures() {
        return profile.measures();
    }

    /**
     * The measure that the profile names, else the outcome measure with most client-rated scores, the first key of
     * equals.
     */
    public Optional<Measure> primaryOutcome() {
        return profile.primaryOutcome().map(measures()::get).or(() -> mostUsed(MeasureKind.OUTCOME));
    }

    /**
     * The measure that the profile names, else the alliance measure with most client-rated scores, the first key of
     * equals.
     */
    public Optional<Measure> alliance() {
        return profile.alliance().map(measures()::get).or(() -> mostUsed(MeasureKind.ALLIANCE));
    }

    /** The outcome measures with at least one client-rated score, by key. */
    public List<Measure> outcomeMeasures() {
        List<Measure> found = new ArrayList<>();
        for (String key : intake.scoreCounts().keySet()) {
            if (measures().get(key).kind() == MeasureKind.OUTCOME) {
                found.add(measures().get(key));
            }
        }
        return found;
    }

    private Optional<Measure> mostUsed(MeasureKind kind) {
        Measure most = null;
        long mostScores = 0;
        for (Map.Entry<String, Long> entry : intake.scoreCounts().entrySet()) {
            Measure measure = measures().get(entry.getKey());
            if (measure.kind() == kind && entry.getValue() > mostScores) {
                most = measure;
                mostScores = entry.getValue();
            }
        }
        return Optional.ofNullable(most);
    }
}
