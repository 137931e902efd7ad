package mendline.aggregate;

import java.util.List;
import java.util.Map;
import mendline.detect.DipRule;
import mendline.detect.Episode;
import mendline.detect.EpisodeStatus;
import mendline.detect.Instruments;
import mendline.detect.Known;
import mendline.model.Course;

/** Counts the dips that other rules would have found in a course. */
final class DipRuleFacts {
    private DipRuleFacts() {}

    static void count(Course course, Instruments instruments, Counting counting) {
        for (Map.Entry<DipRule, List<Episode>> rule :
                DipRule.dips(course, instruments).entrySet()) {
            String key = rule.getKey().key();
            for (Episode dip : rule.getValue()) {
                int month = CourseMonths.of(course, dip.worstAt().orElseThrow().day());
                counting.count(Topic.DIP_RULE, key + ":found", month);
                if (dip.withinWindow() != Known.NOT_YET) {
                    counting.count(Topic.DIP_RULE, key + ":known", month);
                    if (dip.status() == EpisodeStatus.REPAIRED) {
                        counting.count(Topic.DIP_RULE, key + ":repaired", month);
                    }
                }
            }
        }
    }
}
