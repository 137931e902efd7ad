package mendline.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mendline.detect.Instruments;
import mendline.measure.Constant;
import mendline.measure.CutoffRule;
import mendline.measure.Measure;
import mendline.measure.Norm;
import mendline.measure.Yardstick;

/** The published numbers that a run used and nobody has yet looked up in their source. */
final class UnverifiedConstants {
    private UnverifiedConstants() {}

    /** One line a number, outcome measures first, then the alliance measure. */
    static List<String> in(Instruments instruments) {
        List<String> lines = new ArrayList<>();
        for (Yardstick yardstick : instruments.outcomes()) {
            outcome(yardstick.measure(), lines);
        }
        instruments
                .primary()
                .filter(primary -> instruments.outcomes().stream()
                        .noneMatch(other -> other.key().equals(primary.key())))
                .ifPresent(primary -> outcome(primary.measure(), lines));
        instruments.alliance().ifPresent(alliance -> range(alliance, lines));
        return lines;
    }

    private static void outcome(Measure measure, List<String> lines) {
        range(measure, lines);
        if (measure.cutoff() == CutoffRule.CASENESS) {
            constant(measure, "cut-off", measure.caseness(), lines);
        } else {
            if (!measure.clinicalFromSample() && measure.cutoff().needsClinical()) {
                norm(measure, "clinical mean and SD", measure.clinical(), lines);
            }
            if (measure.cutoff().needsFunctional()) {
                norm(measure, "functional mean and SD", measure.functional(), lines);
            }
        }
        measure.reliableChange()
                .ifPresent(rule -> rule.match(
                        points -> constant(measure, "reliable change", Optional.of(points.points()), lines),
                        jacobson -> add(
                                measure,
                                "reliability behind the reliable change",
                                jacobson.verified(),
                                jacobson.source(),
                                lines)));
        constant(measure, "change from session to session", measure.stepChange(), lines);
    }

    private static void range(Measure measure, List<String> lines) {
        add(measure, "range, direction and bands", measure.verified(), measure.source(), lines);
    }

    private static boolean constant(Measure measure, String what, Optional<Constant> constant, List<String> lines) {
        return constant.isPresent()
                && add(measure, what, constant.get().verified(), constant.get().source(), lines);
    }

    private static void norm(Measure measure, String what, Optional<Norm> norm, List<String> lines) {
        norm.ifPresent(given -> add(measure, what, given.verified(), given.source(), lines));
    }

    private static boolean add(Measure measure, String what, boolean verified, String source, List<String> lines) {
        if (verified) {
            return false;
        }
        return lines.add(measure.name() + ": " + what + (source.isBlank() ? "" : " (" + source + ")"));
    }
}
