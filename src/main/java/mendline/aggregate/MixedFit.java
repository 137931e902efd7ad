package mendline.aggregate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import mendline.stats.Answer;
import mendline.stats.GroupSums;
import mendline.stats.LinearErrors;
import mendline.stats.LinearEstimate;
import mendline.stats.MixedModel;
import mendline.stats.Refusal;

/**
 * A mixed model of scores in courses by REML, with a random intercept and, where asked for, a random slope; where that is
 * singular or does not settle, with a random intercept only. Errors are CR2 by therapist with Satterthwaite's degrees of
 * freedom where every course names its therapist and there are at least {@link LandmarkComparison#FEWEST_THERAPISTS}, else
 * the model's own.
 */
final class MixedFit {
    /** Fewer courses say little about how courses differ. */
    static final int FEWEST_COURSES = 30;

    /** A course with fewer scores says nothing about a slope beside its own noise. */
    static final int FEWEST_SCORES = 3;

    private final LinearErrors errors;
    private final int courses;
    private final long scores;
    private final int therapists;
    private final boolean interceptOnly;

    private MixedFit(LinearErrors errors, int courses, long scores, int therapists, boolean interceptOnly) {
        this.errors = errors;
        this.courses = courses;
        this.scores = scores;
        this.therapists = therapists;
        this.interceptOnly = interceptOnly;
    }

    /**
     * @param groups a course's sums each; the first column is the intercept
     * @param therapists a code for each course
     * @param slope the column that has a random slope
     */
    static Answer<MixedFit> of(List<GroupSums> groups, List<String> therapists, OptionalInt slope) {
        Answer<MixedModel> fit = slope.isEmpty()
                ? MixedModel.fit(groups, MixedModel.Criterion.REML, 0)
                : MixedModel.fit(groups, MixedModel.Criterion.REML, 0, slope.getAsInt());
        boolean interceptOnly = slope.isEmpty();
        if (slope.isPresent()
                && (fit.value().isPresent()
                        ? fit.orElseThrow().singular()
                        : fit.refusal().orElseThrow() == Refusal.NOT_CONVERGED
                                || fit.refusal().orElseThrow() == Refusal.TOO_FEW_ROWS)) {
            fit = MixedModel.fit(groups, MixedModel.Criterion.REML, 0);
            interceptOnly = true;
        }
        if (fit.refusal().isPresent()) {
            return Answer.refused(fit.refusal().get());
        }
        MixedModel model = fit.orElseThrow();
        Optional<int[]> codes = codes(therapists);
        LinearErrors errors = model.modelBased();
        int distinct = 0;
        if (codes.isPresent()) {
            Answer<LinearErrors> clustered = model.cr2(codes.get());
            if (clustered.refusal().isPresent()) {
                return Answer.refused(clustered.refusal().get());
            }
            errors = clustered.orElseThrow();
            distinct = (int) therapists.stream().distinct().count();
        }
        long scores = groups.stream().mapToLong(GroupSums::rows).sum();
        return Answer.given(new MixedFit(errors, groups.size(), scores, distinct, interceptOnly));
    }

    private static Optional<int[]> codes(List<String> therapists) {
        TreeMap<String, Integer> numbers = new TreeMap<>();
        List<Integer> codes = new ArrayList<>();
        for (String therapist : therapists) {
            numbers.putIfAbsent(therapist, numbers.size());
            codes.add(numbers.get(therapist));
        }
        return numbers.containsKey("") || numbers.size() < LandmarkComparison.FEWEST_THERAPISTS
                ? Optional.empty()
                : Optional.of(codes.stream().mapToInt(Integer::intValue).toArray());
    }

    Answer<LinearEstimate> contrast(double... weights) {
        return errors.contrast(weights);
    }

    int courses() {
        return courses;
    }

    long scores() {
        return scores;
    }

    int therapists() {
        return therapists;
    }

    boolean interceptOnly() {
        return interceptOnly;
    }
}
