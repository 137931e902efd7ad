package mendline.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mendline.measure.Yardstick;
import mendline.model.Course;
import mendline.model.DetectionSettings;

/**
 * What a finished course adds to the service outcomes after the rules of NHS Talking Therapies: one entry for the pair
 * PHQ-9 and GAD-7 where both are among the run's outcomes, and one for the primary outcome alone.
 *
 * <p>Finished is ended with at least two attended treatment sessions. The last score is the last one at an attended
 * treatment session. A course without both scores of every measure is unpaired: in the denominators and in no
 * numerator. Without a cut-off the start is not known; a measure without a known reliable change gives no entry.
 */
public final class ServiceOutcomes {
    /** The definition of two measures. */
    public static final String NHS_PAIRED = "nhs_paired";
    /** The definition of one measure, followed by its key. */
    public static final String SINGLE = "single:";

    private static final String DEPRESSION = "phq9";
    private static final String ANXIETY = "gad7";
    private static final int FEWEST_TREATMENT_SESSIONS = 2;

    private ServiceOutcomes() {}

    /** Whether the course has ended with enough attended treatment sessions to count as finished. */
    public static boolean finished(Course course) {
        return !course.open() && course.attendedTreatmentSessions() >= FEWEST_TREATMENT_SESSIONS;
    }

    public static List<ServiceOutcome> of(Course course, Instruments instruments) {
        List<ServiceOutcome> outcomes = new ArrayList<>();
        if (!finished(course)) {
            return outcomes;
        }
        Optional<Yardstick> depression = instruments.outcome(DEPRESSION).filter(ServiceOutcomes::usable);
        Optional<Yardstick> anxiety = instruments.outcome(ANXIETY).filter(ServiceOutcomes::usable);
        if (depression.isPresent() && anxiety.isPresent()) {
            Optional<Yardstick> own = ownMeasure(course, instruments);
            outcomes.add(outcome(
                    course,
                    NHS_PAIRED,
                    own.isPresent(),
                    List.of(depression.get(), own.orElse(anxiety.get())),
                    instruments.settings()));
        }
        instruments
                .primary()
                .filter(ServiceOutcomes::usable)
                .ifPresent(primary -> outcomes.add(
                        outcome(course, SINGLE + primary.key(), false, List.of(primary), instruments.settings())));
        return outcomes;
    }

    /** The measure for the course's own problem, where it has a reliable change, a cut-off, a first and a last score. */
    private static Optional<Yardstick> ownMeasure(Course course, Instruments instruments) {
        return instruments
                .settings()
                .anxiety()
                .of(course)
                .flatMap(instruments::outcome)
                .filter(ServiceOutcomes::usable)
                .filter(yardstick -> yardstick.cutoff().isPresent())
                .filter(yardstick -> ScorePair.atTreatment(course, yardstick.key(), instruments.settings())
                        .complete());
    }

    private static boolean usable(Yardstick yardstick) {
        return yardstick.reliableChange().isPresent();
    }

    private static ServiceOutcome outcome(
            Course course,
            String definition,
            boolean ownMeasure,
            List<Yardstick> yardsticks,
            DetectionSettings settings) {
        boolean paired = true;
        boolean allStartsKnown = true;
        boolean caseAtStart = false;
        boolean allBelow = true;
        boolean anyImproved = false;
        boolean anyWorse = false;
        for (Yardstick yardstick : yardsticks) {
            ScorePair pair = ScorePair.atTreatment(course, yardstick.key(), settings);
            boolean startKnown = pair.first().isPresent() && yardstick.cutoff().isPresent();
            allStartsKnown &= startKnown;
            caseAtStart |=
                    startKnown && yardstick.cutoff().get().clinical(pair.first().getAsInt());
            paired &= pair.complete();
            if (pair.complete()) {
                int first = pair.first().getAsInt();
                int last = pair.last().getAsInt();
                // Services report by points: methods that compare with the sample's mean call half of any sample worse.
                int improvement = yardstick.better().improvement(first, last);
                anyImproved |= yardstick.reliable(improvement);
                anyWorse |= yardstick.reliable(-improvement);
                allBelow &= yardstick.cutoff().isPresent()
                        && yardstick.cutoff().get().functional(last);
            }
        }
        boolean improved = paired && anyImproved && !anyWorse;
        boolean deteriorated = paired && anyWorse && !anyImproved;
        boolean recovered = paired && caseAtStart && allBelow;
        return new ServiceOutcome(
                definition,
                ownMeasure,
                paired,
                caseAtStart || allStartsKnown,
                caseAtStart,
                recovered,
                improved,
                deteriorated,
                recovered && improved);
    }
}
