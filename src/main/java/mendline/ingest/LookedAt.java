package mendline.ingest;

import java.util.SortedMap;
import java.util.TreeMap;
import mendline.model.ProblemCode;

/**
 * How often the kinds of problem that only some exports can have could have been met: those of files of scores and courses, of items, and of
 * rules of the profile. 0 where the export has no such thing, so that nothing passes by not being there.
 */
final class LookedAt {
    private final SortedMap<ProblemCode, Long> chances = new TreeMap<>();

    private LookedAt() {}

    /**
     * The chances.
     *
     * @param files files read
     * @param sessions rows of files of sessions
     * @param scores rows of files of scores
     * @param courses rows of files of courses
     */
    static SortedMap<ProblemCode, Long> of(
            Profile profile, long files, long sessions, long scores, long courses, FormCounts forms) {
        LookedAt looked = new LookedAt();
        RowRules rules = profile.rows();
        boolean roles = !profile.files().equals(FileRoles.SESSIONS_ONLY);
        looked.at(roles ? files : 0, ProblemCode.FILE_WITHOUT_ROLE);
        looked.at(hasItems(profile) ? files : 0, ProblemCode.MISSING_ITEM);
        looked.at(rules.leaveOut().isEmpty() ? 0 : sessions + scores + courses, ProblemCode.LEFT_OUT_ROW);
        looked.at(rules.sparse() ? sessions : 0, ProblemCode.NOT_A_SESSION);
        looked.at(
                rules.attendanceFrom().isEmpty() ? 0 : sessions,
                ProblemCode.CONFLICTING_ATTENDANCE,
                ProblemCode.ATTENDANCE_NOT_RECORDED);
        looked.at(
                scores,
                ProblemCode.UNKNOWN_MEASURE,
                ProblemCode.MISSING_SCORE,
                ProblemCode.BAD_SCORE,
                ProblemCode.SECOND_SCORE);
        looked.at(rules.sparse() ? sessions + scores : scores, ProblemCode.SCORE_WITHOUT_SESSION);
        looked.at(
                courses,
                ProblemCode.COURSE_WITHOUT_SESSION,
                ProblemCode.BAD_COURSE_DATE,
                ProblemCode.COURSE_END_CONFLICT,
                ProblemCode.END_WITHOUT_KIND);
        looked.at(profile.files().courses().isEmpty() ? 0 : sessions, ProblemCode.SESSION_WITHOUT_COURSE);
        looked.at(forms.answered(), ProblemCode.PARTIAL_ITEMS, ProblemCode.SCORE_PRORATED);
        looked.at(forms.compared(), ProblemCode.TOTAL_DIFFERS);
        looked.at(forms.marked(), ProblemCode.SCORE_DESPITE_SKIP, ProblemCode.BAD_FLAG);
        looked.at(forms.neverZero(), ProblemCode.ZERO_SCORE);
        return looked.chances;
    }

    private static boolean hasItems(Profile profile) {
        return !profile.scoring().items().isEmpty()
                || profile.files().scores().stream()
                        .anyMatch(files -> !files.scoring().items().isEmpty());
    }

    private void at(long chances, ProblemCode... codes) {
        for (ProblemCode code : codes) {
            this.chances.put(code, chances);
        }
    }
}
