package mendline.aggregate;

import java.util.Optional;
import mendline.detect.Episode;
import mendline.detect.Instruments;
import mendline.detect.TimeToBack;
import mendline.model.Course;
import mendline.model.CurveSettings;
import mendline.stats.Seeds;

/** Counts what the curves of coming back are made of: the times of setbacks and dips, their endings, and groups. */
final class CurveFacts {
    /** Category of setbacks whose days are not known, where the clock runs in days. */
    static final String NO_DAYS = "no_days";

    private CurveFacts() {}

    /** A setback that is in the curve if it is the first of its course, or if all are. */
    static void setback(
            Course course, Episode episode, boolean first, int month, Instruments instruments, Counting counting) {
        CurveSettings curves = instruments.settings().curves();
        boolean all = curves.setbacks() == CurveSettings.Setbacks.ALL;
        if (!first && !all) {
            return;
        }
        Optional<TimeToBack> time = TimeToBack.ofSetback(course, episode, instruments);
        if (time.isEmpty()) {
            String why = TimeToBack.laterScores(course, episode) == 0 ? "" : NO_DAYS;
            counting.count(Topic.BOUNCE_NOT_FOLLOWED, why, month);
            return;
        }
        add(course, Topic.BOUNCE, Topic.BOUNCE_ENDINGS, time.get(), curves, month, all, counting);
        group(course, episode, instruments).ifPresent(group -> {
            counting.survival(Topic.BOUNCE_GROUP, group, month)
                    .add(time.get().time(), time.get().exit());
            course.therapist()
                    .ifPresent(code -> counting.count(
                            Topic.BOUNCE_GROUP_THERAPIST,
                            group + "|" + Long.toHexString(Seeds.of("therapist", code)),
                            month));
        });
    }

    /** A dip; a person may have several. */
    static void dip(Course course, Episode episode, int month, Instruments instruments, Counting counting) {
        CurveSettings curves = instruments.settings().curves();
        Optional<TimeToBack> time = TimeToBack.ofDip(course, episode, curves.clock());
        if (time.isPresent()) {
            add(course, Topic.REPAIR, Topic.REPAIR_ENDINGS, time.get(), curves, month, true, counting);
        } else {
            counting.count(Topic.REPAIR_NOT_FOLLOWED, NO_DAYS, month);
        }
    }

    private static void add(
            Course course,
            Topic plain,
            Topic endings,
            TimeToBack time,
            CurveSettings curves,
            int month,
            boolean severalOfOne,
            Counting counting) {
        long person = Seeds.of("person", course.client());
        counting.survival(plain, "", month).add(time.time(), time.exit());
        if (severalOfOne) {
            counting.curveRow(new CurveRow(person, plain, month, time.time(), time.exit()));
        }
        if (curves.endings() == CurveSettings.Endings.COMPETING) {
            counting.survival(endings, "", month).add(time.competingTime(), time.competingExit());
            if (severalOfOne) {
                counting.curveRow(new CurveRow(person, endings, month, time.competingTime(), time.competingExit()));
            }
        }
    }

    private static Optional<String> group(Course course, Episode episode, Instruments instruments) {
        return instruments.settings().curves().by().flatMap(by -> switch (by) {
            case CurveSettings.SITE -> course.site();
            case CurveSettings.ONSET ->
                Optional.of(
                        episode.onset().session() <= instruments.settings().landmark()
                                ? CurveGroup.EARLY
                                : CurveGroup.LATE);
            default -> Optional.ofNullable(course.groups().get(by)).filter(name -> !name.isBlank());
        });
    }
}
