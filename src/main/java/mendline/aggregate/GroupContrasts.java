package mendline.aggregate;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import mendline.detect.LandmarkGroup;
import mendline.stats.Answer;
import mendline.stats.GroupSums;
import mendline.stats.LinearEstimate;
import mendline.stats.Refusal;

/**
 * Differences between the three groups, or the three states of the alliance, by a mixed model of all scores; positive
 * where the first is better.
 *
 * @param contrasts repaired against no dip, not yet against no dip, repaired against not yet
 * @param scores behind the model
 * @param therapists behind the clustered errors; 0 where they are the model's own
 * @param interceptOnly whether the model has no random slope, since it would be singular with it
 */
public record GroupContrasts(
        List<Contrast> contrasts, int courses, long scores, int therapists, boolean interceptOnly) {
    private static final double[] LEVEL = {1, 0, 0};
    private static final double[] TIME = {0, 1, 0};
    private static final double[] SCORE = {0, 0, 1};
    private static final double[] NOTHING = {0, 0, 0};

    /** One group against another, in hundredths (a session, for growth). */
    public record Contrast(LandmarkGroup first, LandmarkGroup second, LinearEstimate difference) {}

    public GroupContrasts {
        contrasts = List.copyOf(contrasts);
    }

    /** One group against another. */
    public LinearEstimate difference(LandmarkGroup first, LandmarkGroup second) {
        return contrasts.stream()
                .filter(contrast -> contrast.first() == first && contrast.second() == second)
                .findFirst()
                .orElseThrow()
                .difference();
    }

    /**
     * Growth after the landmark: {@code y = (b₀ + u₀) + (b₁ + u₁)·t + γ·group + δ·group·t + e}, t being sessions after the
     * landmark and y the scores after it; the contrasts are those of δ.
     *
     * @param fewest courses that each group must have
     */
    public static Answer<GroupContrasts> growth(List<ModelRow> rows, long fewest) {
        List<GroupSums> groups = new ArrayList<>();
        List<String> therapists = new ArrayList<>();
        Map<LandmarkGroup, Integer> sizes = new EnumMap<>(LandmarkGroup.class);
        for (ModelRow row : rows) {
            if (row.group().isPresent() && row.growth().rows() >= MixedFit.FEWEST_SCORES) {
                LandmarkGroup group = row.group().get();
                double[] repairedLevel = group == LandmarkGroup.DIP_REPAIRED ? LEVEL : NOTHING;
                double[] notYetLevel = group == LandmarkGroup.DIP_NOT_YET_REPAIRED ? LEVEL : NOTHING;
                double[] repairedTime = group == LandmarkGroup.DIP_REPAIRED ? TIME : NOTHING;
                double[] notYetTime = group == LandmarkGroup.DIP_NOT_YET_REPAIRED ? TIME : NOTHING;
                double[][] columns = {LEVEL, TIME, repairedLevel, notYetLevel, repairedTime, notYetTime};
                groups.add(row.growth().group(columns, SCORE));
                therapists.add(row.therapist());
                sizes.merge(group, 1, Integer::sum);
            }
        }
        return fitted(groups, therapists, sizes, fewest, 6, 4);
    }

    /**
     * The alliance's state before each score, changing over time: {@code y = (b₀ + u₀) + (b₁ + u₁)·t + γ·state + e}, t
     * being the session; the contrasts are those of γ.
     *
     * @param fewest courses in which each state must occur
     */
    public static Answer<GroupContrasts> states(List<ModelRow> rows, long fewest) {
        List<GroupSums> groups = new ArrayList<>();
        List<String> therapists = new ArrayList<>();
        Map<LandmarkGroup, Integer> sizes = new EnumMap<>(LandmarkGroup.class);
        for (ModelRow row : rows) {
            if (row.states().rows() >= MixedFit.FEWEST_SCORES) {
                GroupSums sum = row.noDip()
                        .group(new double[][] {LEVEL, TIME, NOTHING, NOTHING}, SCORE)
                        .plus(row.repaired().group(new double[][] {LEVEL, TIME, LEVEL, NOTHING}, SCORE))
                        .plus(row.notYet().group(new double[][] {LEVEL, TIME, NOTHING, LEVEL}, SCORE));
                groups.add(sum);
                therapists.add(row.therapist());
                for (LandmarkGroup state : LandmarkGroup.values()) {
                    sizes.merge(state, row.state(state).rows() > 0 ? 1 : 0, Integer::sum);
                }
            }
        }
        return fitted(groups, therapists, sizes, fewest, 4, 2);
    }

    private static Answer<GroupContrasts> fitted(
            List<GroupSums> groups,
            List<String> therapists,
            Map<LandmarkGroup, Integer> sizes,
            long fewest,
            int columns,
            int repaired) {
        for (LandmarkGroup group : LandmarkGroup.values()) {
            if (sizes.getOrDefault(group, 0) < fewest) {
                return Answer.refused(Refusal.TOO_FEW_GROUPS);
            }
        }
        if (groups.size() < MixedFit.FEWEST_COURSES) {
            return Answer.refused(Refusal.TOO_FEW_GROUPS);
        }
        Answer<MixedFit> fit = MixedFit.of(groups, therapists, OptionalInt.of(1));
        if (fit.refusal().isPresent()) {
            return Answer.refused(fit.refusal().get());
        }
        MixedFit found = fit.orElseThrow();
        LandmarkGroup[][] pairs = {
            {LandmarkGroup.DIP_REPAIRED, LandmarkGroup.NO_DIP},
            {LandmarkGroup.DIP_NOT_YET_REPAIRED, LandmarkGroup.NO_DIP},
            {LandmarkGroup.DIP_REPAIRED, LandmarkGroup.DIP_NOT_YET_REPAIRED}
        };
        List<Contrast> contrasts = new ArrayList<>();
        for (LandmarkGroup[] pair : pairs) {
            double[] weights = new double[columns];
            weights[column(pair[0], repaired)] += 1;
            if (pair[1] != LandmarkGroup.NO_DIP) {
                weights[column(pair[1], repaired)] -= 1;
            }
            Answer<LinearEstimate> estimate = found.contrast(weights);
            if (estimate.refusal().isPresent()) {
                return Answer.refused(estimate.refusal().get());
            }
            contrasts.add(new Contrast(pair[0], pair[1], estimate.orElseThrow()));
        }
        return Answer.given(new GroupContrasts(
                contrasts, found.courses(), found.scores(), found.therapists(), found.interceptOnly()));
    }

    private static int column(LandmarkGroup group, int repaired) {
        return group == LandmarkGroup.DIP_REPAIRED ? repaired : repaired + 1;
    }
}
