package mendline.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import mendline.aggregate.Topic;
import mendline.model.CurveSettings;
import mendline.model.CurveSettings.Back;
import mendline.model.CurveSettings.Clock;
import mendline.model.CurveSettings.Endings;
import mendline.model.CurveSettings.Setbacks;
import mendline.stats.SurvivalTally;
import mendline.stats.SurvivalTallyBuilder;
import org.junit.jupiter.api.Test;

/** The curve of page 5 by the options of a profile, read aloud. */
class BounceCurveTest {
    private final Ledger ledger = new Ledger();

    private static CurveSettings curves(Back back, Clock clock, Setbacks which, Endings endings, String by) {
        return new CurveSettings(back, clock, which, endings, Optional.of(by).filter(text -> !text.isEmpty()));
    }

    /** At each of the times so many that came back, whose course ended first, and that are followed no further. */
    private static SurvivalTally tally(int every, int[] back, int[] ended, int[] open) {
        SurvivalTallyBuilder builder = new SurvivalTallyBuilder();
        for (int t = 0; t < back.length; t++) {
            for (int i = 0; i < back[t]; i++) {
                builder.addEvent((t + 1) * every);
            }
            for (int i = 0; i < ended[t]; i++) {
                builder.addCompeting((t + 1) * every);
            }
            for (int i = 0; i < open[t]; i++) {
                builder.addCensored((t + 1) * every);
            }
        }
        return builder.toSurvivalTally();
    }

    private static final SurvivalTally THIRTY =
            tally(1, new int[] {6, 5, 3, 2}, new int[] {2, 1, 1, 0}, new int[] {0, 3, 3, 4});

    private Page page(SampleInput sample, CurveSettings settings) {
        ReportInput in = sample.curves(settings).input();
        Ledger written = ledger.of("setbacks");
        Page page = new Page(
                "setbacks", 5, "", "", "", BounceCurve.blocks(in, in.windows().year(), written));
        PageText.obeysTheLaws(page, ledger);
        return page;
    }

    private String told(SampleInput sample, CurveSettings settings) {
        return PageTold.of(page(sample, settings)).replaceFirst("^#\\n\\(\\)\\n", "");
    }

    @Test
    void endingsCensoredAreSaidByNumber() {
        assertThat(told(
                        SampleInput.dated().survival(Topic.BOUNCE, THIRTY),
                        curves(Back.HALF, Clock.SCORES, Setbacks.FIRST, Endings.CENSORED, "")))
                .contains("""
                        In 4 of these 30 the course ended before they had come half-way back, which counts as followed \
                        no further. Every first setback has a later score.""");
    }

    @Test
    void endingsOfTheirOwnStandBesideTheCurve() {
        SurvivalTally endings = tally(1, new int[] {6, 4, 3, 2}, new int[] {2, 1, 1, 0}, new int[] {0, 3, 3, 4})
                .withOther(1);
        Page page = page(
                SampleInput.dated().survival(Topic.BOUNCE, THIRTY).survival(Topic.BOUNCE_ENDINGS, endings),
                curves(Back.FULL, Clock.SCORES, Setbacks.FIRST, Endings.COMPETING, ""));
        assertThat(PageTold.of(page)).contains("""
                chart: How soon scores came fully back""").contains("""
                Share that came within half a step of the best score before, or better. Dashed: 95 % interval. \
                Half of them had come fully back within 3 scores (95 % interval 2 or more, no upper limit).""").contains("""
                In 4 of these 30 the course ended before they had come fully back. With the end of a course and a \
                changed direction counted as an ending of its own, within 3 scores""");
        Figure figure = ((Block.Chart) page.blocks().get(0)).figure();
        assertThat(figure.series())
                .extracting(Series::name)
                .containsExactly(
                        "came fully back, if all were followed on",
                        "came fully back, endings counted",
                        "course ended first",
                        "changed direction",
                        "followed no further");
        double plain = last(figure, 0);
        double counted = last(figure, 1);
        assertThat(counted).isLessThan(plain);
        assertThat(last(figure, 1) + last(figure, 2) + last(figure, 3)).isLessThan(1);
        assertThat(ledger.rows())
                .extracting(FigureRow::id)
                .contains("setbacks.ending.back", "setbacks.ending.course", "setbacks.ending.direction");
    }

    private static double last(Figure figure, int series) {
        var points = figure.series().get(series).points();
        return points.get(points.size() - 1).y().orElseThrow();
    }

    @Test
    void daysHaveTheirOwnAxisAndThoseWithoutDaysAreCounted() {
        SurvivalTally weeks = tally(7, new int[] {6, 5, 3, 2}, new int[] {2, 1, 1, 0}, new int[] {0, 3, 3, 4});
        Page page = page(
                SampleInput.dated()
                        .survival(Topic.BOUNCE, weeks)
                        .count(Topic.BOUNCE_NOT_FOLLOWED, "no_days", 4)
                        .count(Topic.BOUNCE_NOT_FOLLOWED, "", 1),
                curves(Back.HALF, Clock.DAYS, Setbacks.FIRST, Endings.CENSORED, ""));
        assertThat(PageTold.of(page)).contains("""
                Half of them had come half-way back within 21 days (95 % interval 14 or more, no upper limit).""").contains("""
                1 first setback has no later score and is not in the curve. 4 first setbacks have no dates and are not \
                in it either.""").contains("half of them by day 21");
        Figure figure = ((Block.Chart) page.blocks().get(0)).figure();
        assertThat(figure.x().label()).isEqualTo("days after the setback was confirmed");
        assertThat(figure.series().get(0).points()).extracting(Point::x).containsExactly("0", "7", "14", "21");
        assertThat(figure.underAxis().get(0).entries())
                .extracting(Figure.UnderAxis.Entry::text)
                .containsExactly("30", "22", "13");
    }

    @Test
    void withoutAnyDaysTheCurveInDaysIsRefusedWithTheReason() {
        assertThat(told(
                        SampleInput.undated().count(Topic.BOUNCE_NOT_FOLLOWED, "no_days", 40),
                        curves(Back.HALF, Clock.DAYS, Setbacks.FIRST, Endings.CENSORED, "")))
                .isEqualTo("""
                        The curve was asked for in days, and of 40 first setbacks the days are not known: too few \
                        others for a curve.
                        """);
    }

    @Test
    void groupsAreSetBesideEachOtherWithOneTest() {
        SurvivalTally slow = tally(1, new int[] {1, 1, 2, 1}, new int[] {1, 1, 0, 0}, new int[] {0, 0, 3, 4});
        SurvivalTally fast = tally(1, new int[] {8, 4, 1, 0}, new int[] {0, 0, 0, 0}, new int[] {0, 1, 0, 0});
        SampleInput sample = SampleInput.dated()
                .survival(Topic.BOUNCE, slow.plus(fast).plus(THIRTY))
                .survival(Topic.BOUNCE_GROUP, "late", slow)
                .survival(Topic.BOUNCE_GROUP, "early", fast);
        assertThat(told(sample, curves(Back.HALF, Clock.SCORES, Setbacks.FIRST, Endings.CENSORED, "onset")))
                .endsWith("""
                        | Group | Followed | Half of them half-way back within
                        | Began up to session 8 | 14 | 1 score (95 % interval 1 to 2)
                        | Began after session 8 | 14 | not reached (95 % interval 3 or more, no upper limit)
                        The curves of these groups differ by more than chance usually gives (logrank test: chi-square \
                        16.36, 1 degree of freedom, p < 0.001). In the order of the alphabet. Groups differ in more \
                        than their name, so a difference does not say why. 30 first setbacks are in none of these \
                        groups: too few in theirs, or none noted.
                        """);
    }

    private static SampleInput sites(int therapistsOfSouth, SurvivalTally... more) {
        SampleInput sample =
                SampleInput.dated().survival(Topic.BOUNCE, THIRTY.plus(THIRTY).plus(THIRTY));
        for (String site : new String[] {"East", "North", "South"}) {
            sample.survival(Topic.BOUNCE_GROUP, site, THIRTY);
            for (int i = 0; i < (site.equals("South") ? therapistsOfSouth : 5); i++) {
                sample.count(Topic.BOUNCE_GROUP_THERAPIST, site + "|" + i, 6);
            }
        }
        for (SurvivalTally tiny : more) {
            sample.survival(Topic.BOUNCE, tiny).survival(Topic.BOUNCE_GROUP, "West", tiny);
        }
        return sample;
    }

    private static final CurveSettings BY_SITE =
            curves(Back.HALF, Clock.SCORES, Setbacks.FIRST, Endings.CENSORED, "site");

    @Test
    void moreThanTwoGroupsHaveOneTestOnMoreDegreesOfFreedom() {
        assertThat(told(sites(5), BY_SITE))
                .contains("| East | 30 |", "| North | 30 |", "| South | 30 |")
                .contains(
                        "differ no more than chance allows (logrank test: chi-square 0.00, 2 degrees of freedom, p = 1.000)");
    }

    @Test
    void aSiteWithFewerThanFiveTherapistsIsNotShownApart() {
        assertThat(told(sites(4), BY_SITE))
                .contains("| East |", "| North |", "30 first setbacks are in none of these groups")
                .doesNotContain("| South |");
    }

    @Test
    void aTinySiteTakesAnotherOneWithItSoThatTotalsDoNotGiveItAway() {
        String told = told(sites(5, tally(1, new int[] {2}, new int[] {1}, new int[] {0})), BY_SITE);
        assertThat(told).doesNotContain("| West |").contains("33 first setbacks are in none of these groups");
        assertThat(told.lines().filter(line -> line.startsWith("| ")).count()).isEqualTo(3);
    }

    @Test
    void oneGroupAloneIsNotTested() {
        SampleInput sample = SampleInput.dated()
                .survival(Topic.BOUNCE, THIRTY)
                .survival(Topic.BOUNCE_GROUP, "woman", THIRTY)
                .survival(Topic.BOUNCE_GROUP, "man", tally(1, new int[] {5}, new int[] {4}, new int[] {0}));
        assertThat(told(sample, curves(Back.HALF, Clock.SCORES, Setbacks.FIRST, Endings.CENSORED, "group_gender")))
                .endsWith("""
                        Groups by gender are not set beside each other: that needs two or more with at least 10 first \
                        setbacks each and five therapists.
                        """);
    }
}
