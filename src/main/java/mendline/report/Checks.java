package mendline.report;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import mendline.aggregate.Metric;
import mendline.aggregate.Ratio;
import mendline.aggregate.Topic;
import mendline.model.Intake;
import mendline.model.Period;
import mendline.model.Problem;
import mendline.model.ProblemCode;
import mendline.model.Severity;
import mendline.report.Check.Category;

/**
 * Every check of the data: one for each kind of problem, and one for each share that decides how far results can be trusted. The three
 * categories and the order of states follow the data-quality dashboard of the OHDSI collaborative (Kahn et al. 2016).
 */
final class Checks {
    static final List<String> HEADER =
            List.of("check", "category", "state", "numerator", "denominator", "threshold", "asks", "effect");

    private static final Set<String> RATINGS = Set.of("rupture_intensity", "repair", "client_stuck", "therapist_stuck");
    /** Kinds of problem that only some exports can have; reading counts how often they could have been met. */
    private static final Set<ProblemCode> OF_SOME_EXPORTS = EnumSet.of(
            ProblemCode.FILE_WITHOUT_ROLE,
            ProblemCode.MISSING_ITEM,
            ProblemCode.LEFT_OUT_ROW,
            ProblemCode.NOT_A_SESSION,
            ProblemCode.CONFLICTING_ATTENDANCE,
            ProblemCode.ATTENDANCE_NOT_RECORDED,
            ProblemCode.UNKNOWN_MEASURE,
            ProblemCode.MISSING_SCORE,
            ProblemCode.BAD_SCORE,
            ProblemCode.SECOND_SCORE,
            ProblemCode.SCORE_WITHOUT_SESSION,
            ProblemCode.COURSE_WITHOUT_SESSION,
            ProblemCode.BAD_COURSE_DATE,
            ProblemCode.COURSE_END_CONFLICT,
            ProblemCode.END_WITHOUT_KIND,
            ProblemCode.SESSION_WITHOUT_COURSE,
            ProblemCode.PARTIAL_ITEMS,
            ProblemCode.SCORE_PRORATED,
            ProblemCode.TOTAL_DIFFERS,
            ProblemCode.SCORE_DESPITE_SKIP,
            ProblemCode.BAD_FLAG,
            ProblemCode.ZERO_SCORE);

    private static final String THERAPIST = "_therapist";

    private final ReportInput in;
    private final Intake intake;
    private final Set<String> measures;
    private final long kept;
    private final long courses;

    private Checks(ReportInput in, Set<String> measures) {
        this.in = in;
        this.intake = in.intake();
        this.measures = measures;
        long later = intake.rows().setAside().getOrDefault(ProblemCode.FUTURE_ROW, 0L)
                + intake.rows().setAside().getOrDefault(ProblemCode.IMPLAUSIBLE_DATE, 0L);
        this.kept = intake.rows().used() + intake.rows().duplicate() + later;
        this.courses = in.summary().count(Topic.COURSES, "all", Period.everything());
    }

    /** All checks: the shares first, then the problems in the order of their codes. */
    static List<Check> of(ReportInput in, Set<String> measures) {
        Checks checks = new Checks(in, measures);
        List<Check> all = new ArrayList<>(checks.shares());
        for (ProblemCode code : ProblemCode.values()) {
            all.add(checks.of(code));
        }
        return List.copyOf(all);
    }

    /** The checks as {@code checks.csv}. */
    static DataTable table(List<Check> checks) {
        List<List<String>> rows = new ArrayList<>();
        for (Check check : checks) {
            boolean applies = check.state() != Check.State.NOT_APPLICABLE;
            rows.add(List.of(
                    check.id(),
                    check.category().key(),
                    check.state().key(),
                    applies ? Long.toString(check.numerator()) : "",
                    applies ? Long.toString(check.denominator()) : "",
                    Exact.text(check.threshold()),
                    check.asks(),
                    check.effect()));
        }
        return new DataTable(HEADER, rows);
    }

    private List<Check> shares() {
        Period year = in.windows().year();
        Ratio lost = Trust.lostRows(intake.rows());
        Ratio endings = in.instruments().primary().isEmpty()
                ? new Ratio(0, 0)
                : in.summary().ratio(Metric.OUTCOME_COMPLETION, year);
        Ratio alliance = in.instruments().alliance().isEmpty()
                ? new Ratio(0, 0)
                : in.summary().ratio(Metric.ALLIANCE_COMPLETION, year);
        return List.of(
                new Check(
                        "rows_lost",
                        Category.CONFORMANCE,
                        "rows that no error sets aside",
                        lost.numerator(),
                        lost.denominator(),
                        Trust.FEW_LOST,
                        Trust.ofLostRows(lost)),
                gaps(
                        "outcome_completion",
                        "ended courses with a first and a last score",
                        endings,
                        Trust.MOST_ENDINGS,
                        Trust.ofEndings(endings)),
                gaps(
                        "alliance_completion",
                        "attended sessions with an alliance score",
                        alliance,
                        Trust.MOST_ALLIANCE,
                        Trust.ofAlliance(alliance)));
    }

    /** A share that should be large, as the gaps it leaves; too few to say anything do not apply. */
    private static Check gaps(String id, String asks, Ratio filled, double least, String effect) {
        boolean enough = filled.denominator() >= SmallNumbers.FEWEST_FOR_PERCENT;
        return new Check(
                id,
                Category.COMPLETENESS,
                asks,
                enough ? filled.denominator() - filled.numerator() : 0,
                enough ? filled.denominator() : 0,
                Math.round((1 - least) * 100) / 100.0,
                effect);
    }

    private Check of(ProblemCode code) {
        long denominator = denominator(code);
        return new Check(
                code.key(),
                category(code),
                code.expected(),
                denominator == 0 ? 0 : numerator(code),
                denominator,
                code.severity() == Severity.NOTE ? 1 : 0,
                Effects.of(code));
    }

    private long numerator(ProblemCode code) {
        return aboutFiles(code)
                ? intake.problems().stream()
                        .filter(problem -> problem.code() == code)
                        .map(Problem::file)
                        .distinct()
                        .count()
                : intake.problemCounts().getOrDefault(code, 0L);
    }

    private static boolean aboutFiles(ProblemCode code) {
        return switch (code) {
            case FILE_EMPTY,
                    FILE_HEADER_ONLY,
                    FILE_NOT_CSV,
                    FILE_UNREADABLE,
                    FILE_TRUNCATED,
                    FILE_PACKED_TOO_TIGHTLY,
                    LINE_TOO_LONG,
                    CHARSET_FALLBACK,
                    MISSING_COLUMN,
                    DUPLICATE_COLUMN,
                    BYTE_ORDER_MARK,
                    SEPARATOR_LINE,
                    TRAILING_DELIMITER,
                    MIXED_LINE_ENDS,
                    FILE_IS_A_LINK,
                    FILE_WITHOUT_ROLE,
                    MISSING_ITEM,
                    EMPTY_COLUMN_NAME,
                    FILE_NAME_WITHHELD -> true;
            default -> false;
        };
    }

    /** How many files, rows, cells or courses could have had the problem. */
    private long denominator(ProblemCode code) {
        if (OF_SOME_EXPORTS.contains(code)) {
            return intake.lookedAt().getOrDefault(code, 0L);
        }
        if (code == ProblemCode.FILE_IS_A_LINK) {
            return intake.files().size() + numerator(code);
        }
        if (aboutFiles(code)) {
            return intake.files().size();
        }
        return switch (code) {
            case UNKNOWN_ATTENDANCE -> intake.rows().read() * columns(Set.of("attendance"));
            case IMPLAUSIBLE_DATE, FUTURE_ROW ->
                intake.timeline().dated() ? intake.rows().read() : 0;
            case UNKNOWN_STAGE -> cells("stage");
            case UNKNOWN_MODE -> cells("mode");
            case UNKNOWN_COURSE_END -> cells("course_end");
            case UNKNOWN_SETBACK -> cells("setback");
            case UNKNOWN_RESPONSE -> cells("response");
            case UNKNOWN_CARRIED_FORWARD -> cells("carried_forward");
            case UNKNOWN_RUPTURE -> cells("rupture");
            case UNKNOWN_RUPTURE_SOURCE -> cells("rupture_source");
            case SCORE_NOT_A_NUMBER, DATE_FOR_SCORE, PERCENT_FOR_SCORE, SCORE_OUT_OF_RANGE, SCORE_ON_MISSED ->
                kept * scoreColumns();
            case SCORE_ROUNDED, OTHER_SCALE, MIXED_SCALES -> scoreColumns();
            case PERSONAL_DATA_SUSPECTED, ID_REPLACED, PADDED_ID, FORMULA_IN_ID ->
                intake.columnsFound().size() + (long) intake.ignoredColumns().size();
            case SUPPRESSED_VALUE -> kept * intake.columnsFound().size();
            case RATING_NOT_A_NUMBER, RATING_OUT_OF_RANGE -> kept * columns(RATINGS);
            case BAD_SESSION_NUMBER -> cells("session_number");
            case BAD_REFERRAL_DATE -> cells("referral_date");
            case DUPLICATE_CONFLICT -> kept;
            case SESSION_NUMBERS_OUT_OF_ORDER -> courses * columns(Set.of("session_number"));
            case REFERRAL_AFTER_START -> courses * columns(Set.of("referral_date"));
            case COURSE_REOPENED -> courses;
            default -> intake.rows().read();
        };
    }

    private long cells(String column) {
        return kept * columns(Set.of(column));
    }

    private long columns(Set<String> keys) {
        return intake.columnsFound().stream().filter(keys::contains).count();
    }

    private long scoreColumns() {
        return intake.columnsFound().stream()
                .filter(column -> measures.contains(column)
                        || column.endsWith(THERAPIST)
                                && measures.contains(column.substring(0, column.length() - THERAPIST.length())))
                .count();
    }

    private static Category category(ProblemCode code) {
        return switch (code) {
            case MISSING_CLIENT_ID,
                    MISSING_DATE,
                    EMPTY_ROW,
                    FILE_EMPTY,
                    FILE_HEADER_ONLY,
                    FILE_TRUNCATED,
                    PARTIAL_ITEMS,
                    SCORE_PRORATED,
                    SUPPRESSED_VALUE -> Category.COMPLETENESS;
            case IMPLAUSIBLE_DATE,
                    FUTURE_ROW,
                    SHIFTED_ROW,
                    SCORE_OUT_OF_RANGE,
                    SCORE_ON_MISSED,
                    TOTAL_DIFFERS,
                    SCORE_DESPITE_SKIP,
                    ZERO_SCORE,
                    OTHER_SCALE,
                    MIXED_SCALES,
                    RATING_OUT_OF_RANGE,
                    DUPLICATE_CONFLICT,
                    SESSION_NUMBERS_OUT_OF_ORDER,
                    REFERRAL_AFTER_START,
                    COURSE_REOPENED -> Category.PLAUSIBILITY;
            default -> Category.CONFORMANCE;
        };
    }
}
