package mendline.detect;

import java.util.Collections;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import mendline.model.CarriedForward;
import mendline.model.Rater;
import mendline.model.Response;

/** Puts an episode together part by part; whatever is not said stays empty. */
final class EpisodeBuilder {
    private final EpisodeKind kind;
    private final String subtype;
    private final EpisodeSource source;
    private final Moment onset;
    private Optional<String> measure = Optional.empty();
    private Optional<Rater> rater = Optional.empty();
    private Optional<Moment> confirmed = Optional.empty();
    private OptionalInt peak = OptionalInt.empty();
    private Optional<Moment> worstAt = Optional.empty();
    private OptionalInt worst = OptionalInt.empty();
    private OptionalInt depth = OptionalInt.empty();
    private OptionalDouble depthInThreshold = OptionalDouble.empty();
    private OptionalInt length = OptionalInt.empty();
    private EpisodeStatus status = EpisodeStatus.UNKNOWN;
    private Optional<Moment> end = Optional.empty();
    private OptionalInt scoresToEnd = OptionalInt.empty();
    private OptionalInt daysToEnd = OptionalInt.empty();
    private OptionalInt scoresWatched = OptionalInt.empty();
    private OptionalDouble bestFraction = OptionalDouble.empty();
    private OptionalInt knownDay = OptionalInt.empty();
    private Known withinWindow = Known.NOT_YET;
    private Set<Response> responses = Collections.emptySet();
    private Set<CarriedForward> carriedForward = Collections.emptySet();
    private boolean longGap;
    private Optional<AfterSetback> after = Optional.empty();
    private boolean counted = true;

    EpisodeBuilder(EpisodeKind kind, String subtype, EpisodeSource source, Moment onset) {
        this.kind = kind;
        this.subtype = subtype;
        this.source = source;
        this.onset = onset;
    }

    /** Starts from an episode that stands already. */
    static EpisodeBuilder from(Episode e) {
        EpisodeBuilder builder = new EpisodeBuilder(e.kind(), e.subtype(), e.source(), e.onset());
        builder.measure = e.measure();
        builder.rater = e.rater();
        builder.confirmed = e.confirmed();
        builder.peak = e.peak();
        builder.worstAt = e.worstAt();
        builder.worst = e.worst();
        builder.depth = e.depth();
        builder.depthInThreshold = e.depthInThreshold();
        builder.length = e.length();
        builder.status = e.status();
        builder.end = e.end();
        builder.scoresToEnd = e.scoresToEnd();
        builder.daysToEnd = e.daysToEnd();
        builder.scoresWatched = e.scoresWatched();
        builder.bestFraction = e.bestFraction();
        builder.knownDay = e.knownDay();
        builder.withinWindow = e.withinWindow();
        builder.responses = e.responses();
        builder.carriedForward = e.carriedForward();
        builder.longGap = e.longGap();
        builder.after = e.after();
        builder.counted = e.counted();
        return builder;
    }

    EpisodeBuilder seenIn(String measureKey, Rater by) {
        measure = Optional.of(measureKey);
        rater = Optional.of(by);
        return this;
    }

    EpisodeBuilder confirmed(Moment moment) {
        confirmed = Optional.of(moment);
        return this;
    }

    EpisodeBuilder fall(int from, int to, Moment at, int scores) {
        peak = OptionalInt.of(from);
        worst = OptionalInt.of(to);
        worstAt = Optional.of(at);
        depth = OptionalInt.of(Math.abs(to - from));
        length = OptionalInt.of(scores);
        return this;
    }

    /** The depth as a multiple of a threshold in hundredths. */
    EpisodeBuilder threshold(double hundredths) {
        depthInThreshold = OptionalDouble.of(depth.orElseThrow() / hundredths);
        return this;
    }

    EpisodeBuilder status(EpisodeStatus now) {
        status = now;
        return this;
    }

    EpisodeBuilder ended(Moment moment, OptionalInt scores, OptionalInt days) {
        end = Optional.of(moment);
        scoresToEnd = scores;
        daysToEnd = days;
        return this;
    }

    EpisodeBuilder watched(int scores) {
        scoresWatched = OptionalInt.of(scores);
        return this;
    }

    EpisodeBuilder bestFraction(OptionalDouble share) {
        bestFraction = share;
        return this;
    }

    EpisodeBuilder known(Known within, OptionalInt day) {
        withinWindow = within;
        knownDay = day;
        return this;
    }

    EpisodeBuilder recorded(Set<Response> met, Set<CarriedForward> carried) {
        responses = met;
        carriedForward = carried;
        return this;
    }

    EpisodeBuilder longGap(boolean gap) {
        longGap = gap;
        return this;
    }

    EpisodeBuilder after(AfterSetback more) {
        after = Optional.of(more);
        return this;
    }

    /** Listed beside the counted ones. */
    EpisodeBuilder beside() {
        counted = false;
        return this;
    }

    Episode build() {
        return new Episode(
                kind,
                subtype,
                source,
                measure,
                rater,
                onset,
                confirmed,
                peak,
                worstAt,
                worst,
                depth,
                depthInThreshold,
                length,
                status,
                end,
                scoresToEnd,
                daysToEnd,
                scoresWatched,
                bestFraction,
                knownDay,
                withinWindow,
                responses,
                carriedForward,
                longGap,
                after,
                counted);
    }
}
