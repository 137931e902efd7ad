package mendline.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import mendline.aggregate.Metric;
import mendline.measure.Benchmark;
import mendline.measure.ChangeMethod;
import mendline.measure.CutoffRule;
import mendline.measure.ExpectedBand;
import mendline.measure.Measure;
import mendline.measure.OutcomeApproach;
import mendline.measure.OutcomeRule;
import mendline.measure.ReliableChangeRule;
import mendline.measure.Thresholds;
import mendline.model.AnxietyMeasures;
import mendline.model.ChartKind;
import mendline.model.CurveSettings;
import mendline.model.DipDetector;
import mendline.model.Direction;
import mendline.model.EpisodeRules;
import mendline.model.GainRules;
import mendline.model.GainStability;
import mendline.model.MeasureKind;
import mendline.model.Months;
import mendline.model.Rater;
import mendline.model.Rebase;
import mendline.model.RuptureRules;
import mendline.model.SetbackRule;
import mendline.model.SmallMonths;
import mendline.model.SuppressionScheme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ProfilesTest {
    private static final String WHOLE = """
            name: Riverside Counselling
            csv: {delimiter: ";", charset: windows-1252, decimal: ",", date_order: dmy, header_rows: 1}
            columns: {client_id: Client Ref, session-date: Appt Date, PHQ-9: PHQ9 Total, srs_therapist: T SRS, group_sex: Sex}
            values: {attendance: {DNA: did_not_attend, "5": attended}, site: {N: Northside}}
            missing: {default: [Not stated], phq9: ["99"]}
            suppressed: ["*", "<5"]
            measures:
              bdi: {name: BDI-II, min: 0, max: 63, better: lower, kind: outcome, caseness: 14, verified: false, source: manual,
                    reliable_change: {method: jacobson_truax, reliability: 0.93, sd: 10.5}}
              phq9: {caseness: 9}
              mood: {name: Mood, min: 1, max: 5, better: higher, kind: outcome, cutoff: c, clinical: sample,
                     functional: {mean: 4, sd: 0.5}, reliable_change: {method: jacobson_truax, reliability: 0.8, sd: sample}}
            primary_outcome: bdi
            alliance: SRS
            outcome: {first: 1, last: 4}
            course: {gap_days: 60, left_truncation: off}
            detection: {dip: {k: 2, window: 4, scale: {srs: 2.4}}, setback: {rule: S1, window: 5}}
            limits: {baseline_to: 2025-12, rebase: [{from: 2026-03, reason: new intake team}], screening: off, run_length: 6, small_months: drop,
                     chart: p_prime, charts: {setbacks_per_100: u_prime, courses_ended: c, caseload_open: run}}
            report: {suppression: hes, minimum_n: 20, pages: [3, 1, 2], targets: {reliable_recovery: 0.48}, therapist_in_files: true,
                     notes: {2026-02: new form}, models: on,
                     curves: {back: full, clock: days, which: first, endings: competing, by: Group Gender}}
            """;

    @TempDir
    Path folder;

    @Test
    void everyKeyIsUnderstood() throws ProfileProblem {
        Profile profile = Profiles.of("p.yaml", WHOLE);

        assertThat(profile.dialect().delimiter()).isEqualTo(';');
        assertThat(profile.dialect().charset()).contains(Charset.forName("windows-1252"));
        assertThat(profile.dialect().decimal()).isEqualTo(',');
        assertThat(profile.dialect().dateOrder()).isEqualTo(DateOrder.DMY);
        assertThat(profile.columns())
                .containsEntry("session_date", "Appt Date")
                .containsEntry("phq9", "PHQ9 Total")
                .containsEntry("srs_therapist", "T SRS")
                .containsEntry("group_sex", "Sex")
                .hasSize(5);
        assertThat(profile.values().get("attendance"))
                .containsEntry("DNA", "did_not_attend")
                .containsEntry("5", "attended");
        assertThat(profile.missing()).contains("Not stated", "N/A");
        assertThat(profile.missingByColumn().get("phq9")).containsExactly("99");
        assertThat(profile.suppressed()).containsExactly("*", "<5");
        assertThat(profile.primaryOutcome()).contains("bdi");
        assertThat(profile.alliance()).contains("srs");
        assertThat(profile.course().gapDays()).isEqualTo(60);
        assertThat(profile.course().leftTruncation()).isFalse();
        assertThat(profile.detection().dipK()).isEqualTo(2);
        assertThat(profile.detection().dipWindow()).isEqualTo(4);
        assertThat(profile.detection().dipScales()).containsEntry("srs", 2.4);
        assertThat(profile.detection().setbackWindow()).isEqualTo(5);
        assertThat(profile.detection().firstAssessment()).hasValue(1);
        assertThat(profile.detection().lastAssessment()).hasValue(4);
        assertThat(profile.report().practice()).isEqualTo("Riverside Counselling");
        assertThat(profile.report().limits().baselineTo()).hasValue(Months.of(YearMonth.of(2025, 12)));
        assertThat(profile.report().limits().rebases())
                .containsExactly(new Rebase(Months.of(YearMonth.of(2026, 3)), "new intake team"));
        assertThat(profile.report().models()).isTrue();
        assertThat(profile.report().limits().screening()).isFalse();
        assertThat(profile.report().limits().smallMonths()).isEqualTo(SmallMonths.DROP);
        assertThat(profile.report().limits().runLength()).isEqualTo(6);
        assertThat(profile.report().limits().chart()).isEqualTo(ChartKind.P_PRIME);
        assertThat(profile.report().limits().charts())
                .containsEntry("setbacks_per_100", ChartKind.U_PRIME)
                .containsEntry("courses_ended", ChartKind.C)
                .containsEntry("caseload_open", ChartKind.RUN)
                .hasSize(3);
        assertThat(profile.report().suppression()).isEqualTo(SuppressionScheme.HES);
        assertThat(profile.report().minimumN()).isEqualTo(20);
        assertThat(profile.report().pages()).containsExactly(1, 2, 3);
        assertThat(profile.report().targets()).containsEntry("reliable_recovery", 0.48);
        assertThat(profile.report().therapistInFiles()).isTrue();
        assertThat(profile.detection().curves())
                .isEqualTo(new CurveSettings(
                        CurveSettings.Back.FULL,
                        CurveSettings.Clock.DAYS,
                        CurveSettings.Setbacks.FIRST,
                        CurveSettings.Endings.COMPETING,
                        Optional.of("group_gender")));
        assertThat(profile.report().notes()).containsEntry(Months.of(YearMonth.of(2026, 2)), "new form");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    curves: {back: whole}             | back should be half or full, was "whole"
                    curves: {clock: weeks}            | clock should be scores or days, was "weeks"
                    curves: {which: last}             | which should be first or all, was "last"
                    curves: {endings: ignored}        | endings should be censored or competing, was "ignored"
                    curves: {by: gender}              | by should be none, onset, site or a recorded group such as group_gender
                    curves: {by: site, which: all}    | by needs which: first
                    curves: {times: days}             | times
                    """)
    void curvesThatCannotBeAreRefusedWithTheirLine(String curves, String message) {
        assertThatThrownBy(() -> Profiles.of("p.yaml", "name: N\nreport:\n  " + curves + "\n"))
                .isInstanceOf(ProfileProblem.class)
                .hasMessageContaining("line 3")
                .hasMessageContaining(message);
    }

    @Test
    void curvesWithoutGroupsAreTheUsualOnes() throws ProfileProblem {
        assertThat(Profiles.of("p.yaml", "report: {curves: {by: none}}")
                        .detection()
                        .curves())
                .isEqualTo(CurveSettings.DEFAULT);
        assertThat(Profiles.of("p.yaml", "report: {curves: {which: all}}")
                        .detection()
                        .curves()
                        .setbacks())
                .isEqualTo(CurveSettings.Setbacks.ALL);
    }

    @Test
    void ownMeasuresStandBesideTheLibrarys() throws ProfileProblem {
        Profile profile = Profiles.of("p.yaml", WHOLE);
        Measure bdi = profile.measures().get("bdi");
        Measure mood = profile.measures().get("mood");

        assertThat(profile.measures())
                .containsKeys("gad7", "srs", "bdi", "mood")
                .hasSize(Profiles.DEFAULT.measures().size() + 2);
        assertThat(bdi.max()).isEqualTo(6_300);
        assertThat(bdi.better()).isEqualTo(Direction.LOWER);
        assertThat(bdi.kind()).isEqualTo(MeasureKind.OUTCOME);
        assertThat(bdi.step()).isEqualTo(100);
        assertThat(bdi.caseness().orElseThrow().source()).isEqualTo("manual");
        assertThat(bdi.reliableChange())
                .contains(new ReliableChangeRule.JacobsonTruax(0.93, OptionalDouble.of(10.5), false, "manual"));
        assertThat(mood.clinicalFromSample()).isTrue();
        assertThat(mood.cutoff()).isEqualTo(CutoffRule.C);
        assertThat(mood.step()).isEqualTo(1);
    }

    @Test
    void aMeasureOfTheLibraryKeepsWhatTheProfileDoesNotSay() throws ProfileProblem {
        Measure library = Profiles.DEFAULT.measures().get("phq9");
        Measure changed = Profiles.of("p.yaml", WHOLE).measures().get("phq9");

        assertThat(changed.caseness().orElseThrow().value()).isEqualTo(9);
        assertThat(changed.caseness().orElseThrow().verified()).isFalse();
        assertThat(changed.caseness().orElseThrow().source()).isEqualTo("as given in the profile");
        assertThat(changed.source()).isEqualTo(library.source());
        assertThat(changed.reliableChange()).isEqualTo(library.reliableChange());
        assertThat(changed.bands()).isEqualTo(library.bands()).isNotEmpty();
    }

    @Test
    void aMeasureTakesItsMethodApproachAndBenchmarkFromTheProfile() throws ProfileProblem {
        Measure measure = Profiles.of("p.yaml", """
                        measures:
                          phq9:
                            reliable_change: {method: nunnally_kotsch, reliability: 0.8, reliability_post: 0.5, sd: sample, source: manual}
                            outcome: {approach: anchor, minimally_important: {improved: 5, deteriorated: 4}, percentage: {improved: 0.5, deteriorated: 0.3}}
                            benchmark: {trials: 0.8, waiting: 0.15, expected_last: {intercept: 3.1, slope: 0.55, sd: 5.2}, source: a paper}
                        """).measures().get("phq9");

        assertThat(measure.reliableChange())
                .contains(new ReliableChangeRule.Index(
                        ChangeMethod.NUNNALLY_KOTSCH,
                        new ReliableChangeRule.JacobsonTruax(0.8, OptionalDouble.empty(), false, "manual"),
                        OptionalDouble.of(0.5)));
        assertThat(measure.outcomeRule())
                .isEqualTo(new OutcomeRule(
                        OutcomeApproach.ANCHOR, Optional.of(new Thresholds(5, 4)), new Thresholds(0.5, 0.3)));
        assertThat(measure.benchmark())
                .contains(new Benchmark(
                        OptionalDouble.of(0.8),
                        OptionalDouble.of(0.15),
                        Optional.of(new Benchmark.ExpectedLast(3.1, 0.55, 5.2, 0)),
                        List.of(),
                        "a paper"));
        assertThat(Profiles.DEFAULT.measures().get("phq9").outcomeRule()).isEqualTo(OutcomeRule.DEFAULT);
    }

    @Test
    void anxietyCanBeThatOfTheMeasureForTheProblem() throws ProfileProblem {
        assertThat(Profiles.of("p.yaml", "").detection().anxiety()).isEqualTo(AnxietyMeasures.GAD7);
        AnxietyMeasures anxiety = Profiles.of(
                        "p.yaml", "outcome: {anxiety: {by: group_problem, measures: {OCD: OCI, Social Phobia: spin}}}")
                .detection()
                .anxiety();
        assertThat(anxiety.by()).contains("group_problem");
        assertThat(anxiety.byProblem()).containsEntry("ocd", "oci").containsEntry("socialphobia", "spin");
    }

    @Test
    void groupsAreFixedAtTheEighthSessionOrAnother() throws ProfileProblem {
        assertThat(Profiles.of("p.yaml", "").detection().landmark()).isEqualTo(8);
        assertThat(Profiles.of("p.yaml", "detection: {landmark: 6}").detection().landmark())
                .isEqualTo(6);
    }

    @Test
    void expectedCoursesAreOffOrOwnOrFromATableWithItsSource() throws ProfileProblem {
        assertThat(Profiles.DEFAULT.detection().rules().expectedBands()).isEmpty();
        assertThat(Profiles.of("p.yaml", "detection: {not_on_track: off}").detection())
                .isEqualTo(Profiles.DEFAULT.detection());
        assertThat(Profiles.of("p.yaml", "detection: {not_on_track: on}")
                        .detection()
                        .rules()
                        .expectedBands())
                .hasValue(5);
        EpisodeRules rules = Profiles.of("p.yaml", "detection: {setback: {also: [S7]}, not_on_track: {bands: 3}}")
                .detection()
                .rules();
        assertThat(rules.expectedBands()).hasValue(3);
        assertThat(rules.alsoSetbacks()).containsExactly(SetbackRule.S7);
        assertThat(Profiles.of("p.yaml", """
                        measures:
                          ors:
                            benchmark:
                              source: a licence of ours
                              expected_response:
                                - {first: [0, 14.9], expected: {2: 16, 3: 17.5}}
                                - {first: [15, 24.9], expected: {2: 22}}
                        """)
                        .measures()
                        .get("ors")
                        .benchmark()
                        .orElseThrow()
                        .responses())
                .containsExactly(
                        new ExpectedBand(0, 14.9, new TreeMap<>(Map.of(2, 16.0, 3, 17.5))),
                        new ExpectedBand(15, 24.9, new TreeMap<>(Map.of(2, 22.0))));
    }

    @Test
    void aNumberAsCutOffIsACaseness() throws ProfileProblem {
        Measure measure = Profiles.of("p.yaml", "measures: {phq9: {cutoff: 12}}")
                .measures()
                .get("phq9");

        assertThat(measure.cutoff()).isEqualTo(CutoffRule.CASENESS);
        assertThat(measure.caseness().orElseThrow().value()).isEqualTo(12);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            ''
            '# only a comment'
            '{}'
            """)
    void anEmptyProfileIsTheDefault(String text) throws ProfileProblem {
        assertThat(Profiles.of("p.yaml", text)).isEqualTo(Profiles.DEFAULT);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            primary_outcom: phq9                        | there is no key "primary_outcom"; did you mean "primary_outcome"?
            csv: {delimeter: ';'}                       | there is no key "delimeter" under csv; did you mean "delimiter"?
            csv: {delimiter: ';;'}                      | csv.delimiter should be one character such as "," or ";", or tab.
            csv: {charset: latin1}                      | csv.charset should be utf-8 or windows-1252, was "latin1".
            csv: {date_order: american}                 | csv.date_order should be ymd, dmy or mdy, was "american".
            csv: {header_rows: 4}                       | csv.header_rows should be a whole number from 1 to 3, was "4".
            csv: {compact_dates: ddMMyyyy}              | csv.compact_dates should be true or false, was "ddMMyyyy".
            csv: comma                                  | csv should be a mapping of keys to values.
            columns: {client_idd: X}                    | there is no column or measure "client_idd" under columns; did you mean "client_id"?
            columns: {client_id: ''}                    | columns.client_id should not be empty.
            columns: {phq9: A, PHQ-9: B}                | columns.PHQ-9 names the column phq9 a second time.
            values: {attendance: {DNA: did_not_atend}}  | there is no word "did_not_atend" under values.attendance; did you mean "did_not_attend"?
            values: {client_id: {a: b}}                 | values.client_id is not a column whose words can be translated.
            primary_outcome: phq8                       | there is no measure "phq8"; did you mean "phq9"?
            primary_outcome: srs                        | primary_outcome should be a measure of kind outcome, but srs is of kind alliance.
            alliance: phq9                              | alliance should be a measure of kind alliance, but phq9 is of kind outcome.
            outcome: {first: 1}                         | outcome needs both first and last, such as {first: 1, last: 4}.
            outcome: {first: 4, last: 4}                | outcome needs a first session before the last one.
            course: {gap_days: 0}                       | course.gap_days should be a whole number from 1 to 3650, was "0".
            course: {left_truncation: perhaps}          | course.left_truncation should be true or false, was "perhaps".
            detection: {dip: {k: -1}}                   | detection.dip.k should be between 0.5 and 10, was -1.
            detection: {dip: {k: much}}                 | detection.dip.k should be a number, was "much".
            detection: {dip: {scale: {srz: 2}}}         | there is no measure "srz" under detection.dip.scale; did you mean "srs"?
            detection: {setback: {rule: S4}}            | detection.setback.rule should be s1, s1_single, s2, s3, s5, s6 or s7, was "S4".
            detection: {setback: {rule: S7}}            | detection.setback.rule cannot be S7, which has no half-way back to count; list it with also: [S7].
            detection: {setback: {also: [S7]}}          | detection.setback.also names S7, which needs not_on_track: on under detection.
            outcome: {anxiety: {by: problem, measures: {OCD: oci}}} | outcome.anxiety.by should be a column group_..., was "problem".
            outcome: {anxiety: {by: group_problem}}     | outcome.anxiety needs both by and measures, such as {by: group_problem, measures: {OCD: oci}}.
            outcome: {anxiety: {by: group_problem, measures: {OCD: ocl}}} | there is no measure "ocl" under outcome.anxiety.measures; did you mean "oci"?
            outcome: {anxiety: {by: group_problem, measures: {OCD: srs}}} | outcome.anxiety.measures.OCD should be a measure of outcome, but srs is not one.
            outcome: {first: 2, anxiety: {by: group_problem, measures: {OCD: oci}}} | outcome needs both first and last, such as {first: 1, last: 4}.
            detection: {landmark: 1}                    | detection.landmark should be a whole number from 2 to 100, was "1".
            detection: {not_on_track: perhaps}          | detection.not_on_track should be true or false, was "perhaps".
            detection: {not_on_track: {bands: 0}}       | detection.not_on_track.bands should be a whole number from 1 to 20, was "0".
            measures: {ors: {benchmark: {source: a paper, expected_response: [{first: [0, 9]}]}}} | measures.ors.benchmark.expected_response needs both first and expected, such as {first: [10, 14], expected: {2: 12, 3: 11}}.
            measures: {ors: {benchmark: {source: a paper, expected_response: [{first: [9, 0], expected: {2: 3}}]}}} | measures.ors.benchmark.expected_response.first should be the lowest and highest first score, such as [10, 14].
            measures: {ors: {benchmark: {source: a paper, expected_response: [{first: [0, 9], expected: {1: 3}}]}}} | measures.ors.benchmark.expected_response.expected.1 should stand under a session from 2 on, counted from the first score as 1.
            measures: {ors: {benchmark: {source: a paper, expected_response: [{first: [0, 9], expected: {2: 12}}, {first: [9, 12], expected: {2: 14}}]}}} | measures.ors.benchmark.expected_response.first overlaps with another band of first scores.
            limits: {baseline_to: December}             | limits.baseline_to should be a month such as 2026-03, was "December".
            limits: {rebase: [{from: 2026-03}]}         | limits.rebase needs both from and reason, such as {from: 2026-03, reason: new intake team}.
            limits: {small_months: some}                | limits.small_months should be keep or drop, was "some".
            limits: {screening: some}                   | limits.screening should be true or false, was "some".
            limits: {run_length: 5}                     | limits.run_length should be a whole number from 6 to 7, was "5".
            limits: {chart: pie}                        | limits.chart should be xmr, p, u, p_prime, u_prime, c, t or run, was "pie".
            limits: {charts: {recovry: p}}              | there is no metric "recovry" under limits.charts; did you mean "recovery"?
            limits: {charts: {recovery: t}}             | limits.charts.recovery cannot be t, which is for rates per 100; xmr and run fit every figure.
            limits: {charts: {recovery: u}}             | limits.charts.recovery cannot be u, which is for rates per 100; xmr and run fit every figure.
            limits: {charts: {dips_per_100: p_prime}}   | limits.charts.dips_per_100 cannot be p_prime, which is for shares; xmr and run fit every figure.
            limits: {charts: {caseload_open: c}}        | limits.charts.caseload_open cannot be c, which is for counts of events; xmr and run fit every figure.
            report: {suppression: some}                 | report.suppression should be none, hes or talking_therapies, was "some".
            report: {minimum_n: 4}                      | report.minimum_n should be a whole number from 5 to 1000000, was "4".
            report: {pages: [13]}                       | report.pages should be a whole number from 1 to 12, was "13".
            report: {pages: 3}                          | report.pages should be a list in square brackets.
            report: {targets: {recovery: 48}}           | report.targets.recovery should be a share between 0 and 1, was 48.
            report: {targets: {recovry: 0.5}}           | there is no metric that can have a target "recovry" under report.targets; did you mean "recovery"?
            measures: {BDI: {}}                         | measures.BDI needs a key of small letters and digits that is not the name of a column (and neither begins with group nor ends with therapist).
            measures: {bdi: {min: 0, max: 63}}          | measures.bdi needs name.
            measures: {bdi: {name: B, min: 9, max: 3}}  | measures.bdi needs min < max.
            measures: {phq9: {better: up}}              | measures.phq9.better should be lower or higher, was "up".
            measures: {phq9: {cutoff: c}}               | measures.phq9.cutoff needs clinical: {mean: ..., sd: ...} or clinical: sample beside it.
            measures: {srs: {cutoff: b}}                | measures.srs.cutoff needs functional: {mean: ..., sd: ...} beside it.
            measures: {phq9: {functional: {mean: 1, sd: 0}}} | measures.phq9.functional.sd should be more than 0, was 0.
            measures: {phq9: {reliable_change: {method: guess, reliability: 0.8, sd: 1}}} | measures.phq9.reliable_change.method should be jacobson_truax, gulliksen, edwards_nunnally, nunnally_kotsch, hageman_arrindell, hsu_linn_lord or hierarchical_linear, was "guess".
            measures: {phq9: {reliable_change: {method: hierarchical_linear, sd: 1}}} | measures.phq9.reliable_change needs reliability.
            measures: {phq9: {reliable_change: {method: nunnally_kotsch, reliability: 0.8, sd: 1}}} | measures.phq9.reliable_change needs reliability_post.
            measures: {phq9: {reliable_change: {method: gulliksen, reliability: 0.8, reliability_post: 0.8, sd: 1}}} | measures.phq9.reliable_change.reliability_post is used by nunnally_kotsch only.
            measures: {phq9: {cutoff: b_true}}          | measures.phq9.cutoff needs reliable_change: {method: ..., reliability: ..., sd: ...} beside it.
            measures: {phq9: {outcome: {approach: anchor}}} | measures.phq9.outcome needs minimally_important: {improved: ..., deteriorated: ...} for the anchor approach.
            measures: {phq9: {outcome: {approach: luck}}} | measures.phq9.outcome.approach should be combined, distribution, statistical, anchor or percentage, was "luck".
            measures: {phq9: {outcome: {percentage: 50}}} | measures.phq9.outcome.percentage should be a share above 0 and at most 1, was 50.
            measures: {phq9: {outcome: {minimally_important: {improved: 5}}}} | measures.phq9.outcome.minimally_important needs both improved and deteriorated, or one number for both.
            measures: {phq9: {benchmark: {trials: 0.8}}} | measures.phq9.benchmark needs source.
            measures: {phq9: {benchmark: {source: a paper}}} | measures.phq9.benchmark needs trials, waiting, expected_last or expected_response beside its source.
            measures: {phq9: {reliable_change: {method: jacobson_truax, reliability: 1, sd: 1}}} | measures.phq9.reliable_change.reliability should be between 0 and 1, was 1.
            measures: {phq9: {bands: {mild: [9, 5]}}}   | measures.phq9.bands.mild should be its lowest and highest score, such as [0, 4].
            """)
    void aMistakeIsOneSentenceWithItsLine(String yaml, String sentence) {
        assertThatThrownBy(() -> Profiles.of("p.yaml", "name: Riverside\n" + yaml + "\n"))
                .isInstanceOf(ProfileProblem.class)
                .hasMessage("p.yaml, line 2: " + sentence);
    }

    @Test
    void everyMetricHasAKindOfChartThatFits() {
        Map<Metric.Kind, List<String>> kinds = Map.of(
                Metric.Kind.SHARE, LimitsYaml.SHARES,
                Metric.Kind.PER_100, LimitsYaml.RATES,
                Metric.Kind.COUNT, LimitsYaml.COUNTS,
                Metric.Kind.MEDIAN, List.of());
        for (Metric metric : Metric.values()) {
            boolean other = metric == Metric.CASELOAD_OPEN || metric == Metric.WAIT_DAYS_MEDIAN;
            assertThat(kinds.get(metric.kind()).contains(metric.key()))
                    .as(metric.key())
                    .isEqualTo(!other);
            assertThat(LimitsYaml.OTHER_METRICS.contains(metric.key()))
                    .as(metric.key())
                    .isEqualTo(other);
        }
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            setbacks_per_100
            bounced_back_share
            dips_repaired_share
            dips_per_100
            ruptures_client_per_100
            """)
    void setbacksRupturesAndDipsHaveNoTargets(String metric) {
        assertThatThrownBy(() -> Profiles.of("p.yaml", "report: {targets: {" + metric + ": 0.5}}"))
                .isInstanceOf(ProfileProblem.class)
                .hasMessageContaining("have no targets");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            name: [                                       | this is not YAML that can be read
            name: a\\nname: b                             | has the key "name" twice
            - name                                        | should be a mapping
            suppressed: !!java.io.File ["/tmp"]\\nx: 1    | there is no key "x"
            &a name: *b                                   | this is not YAML
            """)
    void brokenYamlIsOneSentenceToo(String yaml, String part) {
        assertThatThrownBy(() -> Profiles.of("p.yaml", yaml.replace("\\n", "\n")))
                .isInstanceOf(ProfileProblem.class)
                .hasMessageContaining(part)
                .hasMessageStartingWith("p.yaml");
    }

    @Test
    void aProfileThatCannotBeReadIsSaid() throws Exception {
        Path binary = Files.write(folder.resolve("binary.yaml"), new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});

        assertThatThrownBy(() -> Profiles.read(folder.resolve("none.yaml")))
                .isInstanceOf(ProfileProblem.class)
                .hasMessageStartingWith("There is no profile ");
        assertThatThrownBy(() -> Profiles.read(binary))
                .isInstanceOf(ProfileProblem.class)
                .hasMessageEndingWith("is not text in UTF-8.");
        assertThatThrownBy(() -> Profiles.read(folder))
                .isInstanceOf(ProfileProblem.class)
                .hasMessageEndingWith("cannot be read.");
    }

    @Test
    void aProfileIsReadFromItsFile() throws Exception {
        Path file = Files.writeString(folder.resolve("p.yaml"), "\ufeff" + WHOLE, StandardCharsets.UTF_8);

        assertThat(Profiles.read(file)).isEqualTo(Profiles.of("p.yaml", WHOLE));
    }

    @Test
    void aProfileMakesAnotherDialectReadable() throws Exception {
        SessionData data = new Exports(folder)
                .with(
                        "a.csv",
                        "Client Ref;Appt Date;Status;PHQ9 Total;Mood;phq9",
                        "a;31/01/2026;05;12,5;3,25;1",
                        "a;07/02/2026;DNA;;;",
                        "a;14/02/2026;5;99;4;1")
                .read(WHOLE.replace("session-date: Appt Date", "session-date: Appt Date, attendance: Status"));

        assertThat(data.course(0).series("phq9", Rater.CLIENT).orElseThrow().scores())
                .containsExactly(1_250);
        assertThat(data.course(0).series("mood", Rater.CLIENT).orElseThrow().scores())
                .containsExactly(325, 400);
        assertThat(data.course(0).missedSessions()).isEqualTo(1);
        assertThat(data.intake().ignoredColumns()).containsExactly("phq9");
        assertThat(data.intake().problemCounts()).isEmpty();
    }

    /** The form in which researchers have data: one row per assessment, no dates, other names for everything. */
    @Test
    void aLongFileOfAssessmentsIsReadWithAShortProfile() throws Exception {
        SessionData data = new Exports(folder)
                .with(
                        "cohort.csv",
                        "id,age,sex,treatment,time,bdi,who,hamd",
                        "1,54,\"Male\",\"TAU\",1,33,0,25",
                        "1,54,\"Male\",\"TAU\",4,27,3,13",
                        "2,31,\"Female\",\"PA\",1,30,NA,20",
                        "2,31,\"Female\",\"PA\",2,NA,4,18",
                        "10,40,\"Female\",\"PA\",1,12,9,8")
                .read("""
                        columns: {client_id: id, session_number: time, group_treatment: treatment}
                        measures:
                          hamd: {name: HAM-D, min: 0, max: 52, better: lower, kind: outcome, cutoff: c, clinical: sample,
                                 functional: {mean: 8, sd: 8}, reliable_change: {method: jacobson_truax, reliability: 0.8, sd: sample}}
                          who: {name: WHO-5, min: 0, max: 25, better: higher, kind: outcome}
                        primary_outcome: hamd
                        outcome: {first: 1, last: 4}
                        course: {left_truncation: off}
                        """);

        assertThat(Exports.ids(data)).containsExactly("1#1", "10#1", "2#1");
        assertThat(data.course(0).series("hamd", Rater.CLIENT).orElseThrow().session(1))
                .isEqualTo(4);
        assertThat(data.course(0).groups()).containsEntry("group_treatment", "TAU");
        assertThat(data.course(2).series("who", Rater.CLIENT).orElseThrow().scores())
                .containsExactly(400);
        assertThat(data.outcomeMeasures()).extracting(Measure::key).containsExactly("hamd", "who");
        assertThat(data.primaryOutcome().map(Measure::key)).contains("hamd");
        assertThat(data.intake().ignoredColumns()).containsExactly("age", "bdi", "sex");
        assertThat(data.intake().problemCounts()).isEmpty();
    }

    @Test
    void aSetbackRuleIsChosenAndOthersListedBeside() throws ProfileProblem {
        Profile profile = Profiles.of("p.yaml", "detection: {setback: {rule: S6, window: 4, also: [S2, S5]}}");
        assertThat(profile.detection().rules().setback()).isEqualTo(SetbackRule.S6);
        assertThat(profile.detection().rules().alsoSetbacks()).containsExactly(SetbackRule.S2, SetbackRule.S5);
        assertThat(profile.detection().setbackWindow()).isEqualTo(4);
        assertThat(Profiles.DEFAULT.detection().rules()).isEqualTo(EpisodeRules.DEFAULT);
    }

    @Test
    void aSetbackRuleThatIsNotThereOrIsNamedTwiceIsRefused() {
        assertThatThrownBy(() -> Profiles.of("p.yaml", "detection: {setback: {rule: S4}}"))
                .isInstanceOf(ProfileProblem.class)
                .hasMessageContaining("S4");
        assertThatThrownBy(() -> Profiles.of("p.yaml", "detection: {setback: {also: [S1]}}"))
                .isInstanceOf(ProfileProblem.class)
                .hasMessageContaining("counted already");
    }

    @Test
    void whatIsARuptureAndWhatRepairsItCanBeSet() throws ProfileProblem {
        assertThat(Profiles.of(
                                "p.yaml",
                                "detection: {rupture: {client_intensity: 3, observer_significance: 1, repaired_from: 5,"
                                        + " partly_from: 4}, setback: {rule: S1_single}}")
                        .detection()
                        .rules())
                .isEqualTo(EpisodeRules.DEFAULT
                        .withSetbacks(SetbackRule.S1_SINGLE, Set.of())
                        .withRuptures(new RuptureRules(3, 1, 5, 4)));
        assertThat(Profiles.of("p.yaml", "detection: {rupture: {repaired_from: 2}}")
                        .detection()
                        .rules()
                        .ruptures())
                .isEqualTo(new RuptureRules(2, 2, 2, 2));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {client_intensity: 0}                | p.yaml, line 3: detection.rupture.client_intensity should be a whole number from 1 to 5, was "0".
            {observer_significance: 6}           | p.yaml, line 3: detection.rupture.observer_significance should be a whole number from 1 to 5, was "6".
            {repaired_from: 3, partly_from: 4}   | p.yaml, line 3: detection.rupture.partly_from should be at most repaired_from, which is 3.
            {partly_from: 5}                     | p.yaml, line 3: detection.rupture.partly_from should be at most repaired_from, which is 4.
            {intensity: 2}                       | p.yaml, line 3: there is no key "intensity" under detection.rupture; did you mean "client_intensity"?
            """)
    void ruptureRulesThatCannotBeAreRefusedWithTheirLine(String rules, String complaint) {
        assertThatThrownBy(() -> Profiles.of("p.yaml", "name: P\ndetection:\n  rupture: " + rules))
                .isInstanceOf(ProfileProblem.class)
                .hasMessage(complaint);
    }

    /** The two examples that the R package suddengains gives for its define_crit1_cutoff (1.96, not the exact quantile). */
    @ParameterizedTest
    @CsvSource({"10.5, 0.961, 5.747681", "10.5, 0.931, 7.645131"})
    void theFirstCriterionOfSuddenGainsCanComeFromSdAndReliability(double sd, double reliability, double points)
            throws ProfileProblem {
        assertThat(Profiles.of(
                                "p.yaml",
                                "detection: {sudden: {points: {sd: " + sd + ", reliability: " + reliability + "}}}")
                        .detection()
                        .rules()
                        .gains()
                        .points()
                        .orElseThrow())
                .isCloseTo(points, within(5e-7));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {sd: 10.5}                   | detection.sudden.points needs both sd and reliability, such as {sd: 10.5, reliability: 0.93}.
            {sd: 0, reliability: 0.9}    | detection.sudden.points.sd should be a number of points above 0, was 0.
            {sd: 10.5, reliability: 1}   | detection.sudden.points.reliability should be above 0 and below 1, was 1.
            {sd: 10.5, r: 0.9}           | there is no key "r" under detection.sudden.points; did you mean "sd"?
            0                            | detection.sudden.points should be a number of points above 0, was 0.
            """)
    void pointsThatCannotBeAreRefused(String points, String complaint) {
        assertThatThrownBy(() -> Profiles.of("p.yaml", "detection: {sudden: {points: " + points + "}}"))
                .isInstanceOf(ProfileProblem.class)
                .hasMessage("p.yaml, line 1: " + complaint);
    }

    @Test
    void theDipDetectorIsChosen() throws ProfileProblem {
        Profile profile = Profiles.of("p.yaml", "detection: {dip: {detector: B}, setback: {rule: S2}}");
        assertThat(profile.detection().rules().dips()).isEqualTo(DipDetector.B);
        assertThat(profile.detection().rules().setback()).isEqualTo(SetbackRule.S2);
        assertThatThrownBy(() -> Profiles.of("p.yaml", "detection: {dip: {detector: C}}"))
                .isInstanceOf(ProfileProblem.class)
                .hasMessageContaining("should be a or b");
    }

    @Test
    void dipsCanBeLookedForInTheTherapistsRatingsOfANamedMeasure() throws ProfileProblem {
        Profile profile = Profiles.of("p.yaml", "alliance: srs\ndetection: {dip: {rater: therapist}}");
        assertThat(profile.detection().rules().dipRater()).isEqualTo(Rater.THERAPIST);
        assertThat(Profiles.DEFAULT.detection().rules().dipRater()).isEqualTo(Rater.CLIENT);
        assertThatThrownBy(() -> Profiles.of("p.yaml", "detection: {dip: {rater: therapist}}"))
                .isInstanceOf(ProfileProblem.class)
                .hasMessage("p.yaml, line 1: detection.dip.rater needs the alliance measure to be named, such as"
                        + " alliance: srs.");
        assertThatThrownBy(() -> Profiles.of("p.yaml", "alliance: srs\ndetection: {dip: {rater: observer}}"))
                .isInstanceOf(ProfileProblem.class)
                .hasMessageContaining("line 2: detection.dip.rater should be client or therapist, was \"observer\"");
    }

    @Test
    void suddenGainsAndCheckInsCanBeSet() throws ProfileProblem {
        Profile profile = Profiles.of(
                "p.yaml",
                "detection: {check_ins: off, sudden: {mode: suddengains, criteria: [1, 3], points: 7, percent: 0.3,"
                        + " stability: kelly, critical_value: unadjusted, identify_1_to_2: on}}");
        assertThat(profile.detection().rules().checkIns()).isFalse();
        assertThat(profile.detection().rules().gains())
                .isEqualTo(
                        new GainRules(true, OptionalDouble.of(7), false, 0.3, GainStability.KELLY, false, true, true));
        assertThat(Profiles.of("p.yaml", "detection: {sudden: {criteria: [1, 2]}}")
                        .detection()
                        .rules()
                        .gains()
                        .stability())
                .isEqualTo(GainStability.OFF);
        assertThatThrownBy(() -> Profiles.of("p.yaml", "detection: {sudden: {criteria: [3]}}"))
                .isInstanceOf(ProfileProblem.class)
                .hasMessageContaining("needs criterion 1 or 2");
        assertThatThrownBy(() -> Profiles.of("p.yaml", "detection: {sudden: {mode: other}}"))
                .isInstanceOf(ProfileProblem.class)
                .hasMessageContaining("should be mendline or suddengains");
    }
}
