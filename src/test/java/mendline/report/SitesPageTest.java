package mendline.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import mendline.aggregate.Ratio;
import mendline.aggregate.Topic;
import mendline.model.SuppressionScheme;
import org.junit.jupiter.api.Test;

/** Five sites of 40 courses and five therapists each, of which half improved, unless a test says otherwise. */
class SitesPageTest {
    private final Ledger ledger = new Ledger();

    private static SampleInput site(SampleInput sample, String name, long improved, long finished, int therapists) {
        sample.count(Topic.SITE_FINISHED, name, finished).count(Topic.SITE_IMPROVED, name, improved);
        for (int i = 0; i < therapists; i++) {
            sample.count(Topic.SITE_THERAPIST, name + "|" + name.hashCode() + i, 1);
        }
        return sample;
    }

    private static SampleInput sites(int count) {
        SampleInput sample = SampleInput.dated();
        for (int i = 0; i < count; i++) {
            site(sample, "Site " + (char) ('A' + i), 20, 40, 5);
        }
        return sample;
    }

    private Page page(SampleInput sample) {
        Page page = SitesPage.of(sample.input(), ledger).orElseThrow();
        PageText.obeysTheLaws(page, ledger);
        return page;
    }

    private static boolean shown(SampleInput sample) {
        ReportInput in = sample.input();
        boolean shown = SitesPage.of(in, new Ledger()).isPresent();
        assertThat(SitesPage.whyNot(in).isPresent()).isEqualTo(!shown);
        return shown;
    }

    @Test
    void fiveSitesOfTenCoursesAndFiveTherapistsMakeAPage() {
        assertThat(shown(sites(5))).isTrue();
        assertThat(shown(sites(4))).isFalse();
        assertThat(shown(site(sites(4), "Site E", 5, 10, 5))).isTrue();
        assertThat(shown(site(sites(4), "Site E", 5, 9, 5))).isFalse();
        assertThat(shown(site(sites(4), "Site E", 20, 40, 4))).isFalse();
    }

    @Test
    void aPageThatIsLeftOutSaysWhy() {
        assertThat(SitesPage.whyNot(sites(5).input())).isEmpty();
        assertThat(SitesPage.whyNot(SampleInput.dated().input()).orElseThrow())
                .isEqualTo(
                        "There is no page on differences between sites: the data name no site of a course that ended.");
        assertThat(SitesPage.whyNot(sites(2).input()).orElseThrow())
                .contains("five or more can be shown apart, each with 10 ended courses and five therapists");
        assertThat(PageText.of(MethodPage.of(sites(2).input(), new Ledger())))
                .contains("no page on differences between sites");
        assertThat(PageText.of(MethodPage.of(sites(5).input(), new Ledger())))
                .doesNotContain("differences between sites");
    }

    @Test
    void theReportHasThePageOnlyWhereItSaysSomething() {
        assertThat(MonthlyReport.of(sites(5).input(), List.of()).report().pages())
                .extracting(Page::number)
                .contains(9, 10, 11);
        assertThat(MonthlyReport.of(sites(4).input(), List.of()).report().pages())
                .extracting(Page::number)
                .contains(9, 11)
                .doesNotContain(10);
    }

    @Test
    void equalSitesDifferNoMoreThanChance() {
        Page page = page(sites(5));
        assertThat(page.title()).isEqualTo("The 5 sites differ no more than chance allows");
        assertThat(PageText.cell(page, "Site C", 1)).isEqualTo("40");
        assertThat(PageText.cell(page, "Site C", 2)).isEqualTo("20");
        assertThat(PageText.cell(page, "Site C", 3)).isEqualTo("50 % [35–65]");
        assertThat(PageText.cell(page, "Site C", 4)).isEqualTo("no more than chance");
        assertThat(PageText.figure(page, "sites-funnel").series())
                .extracting(Series::name)
                .containsExactly("99.8 % limits", "95 % limits", "all these sites 50 %", "site");
    }

    /** Beyond 95 % is nothing to say; beyond 99.8 % is. */
    @Test
    void onlyTheOuterLimitsAreASignal() {
        SampleInput nearly = site(sites(9), "Other", 28, 40, 5);
        assertThat(page(nearly).title()).isEqualTo("The 10 sites differ no more than chance allows");
        SampleInput beyond = site(sites(9), "Other", 7, 40, 6);
        Page page = SitesPage.of(beyond.input(), new Ledger()).orElseThrow();
        assertThat(page.title()).isEqualTo("1 of 10 sites lies beyond what chance allows");
        assertThat(PageText.cell(page, "Other", 4)).isEqualTo("below the 99.8 % limits");
        Series signals = PageText.figure(page, "sites-funnel").series().get(4);
        assertThat(signals.tone()).isEqualTo(Tone.NEUTRAL);
        assertThat(signals.points()).extracting(Point::state).containsExactly(PointState.SPECIAL_CAUSE_LOW);
    }

    @Test
    void sitesStandByNameWhateverTheirFigures() {
        SampleInput sample = site(site(sites(5), "Abbey", 30, 60, 9), "Zoo", 6, 12, 5);
        assertThat(PageText.tables(page(sample)).get(0).rows())
                .extracting(row -> ((Block.Cell.Text) row.cells().get(0)).text())
                .containsExactly("Abbey", "Site A", "Site B", "Site C", "Site D", "Site E", "Zoo");
    }

    @Test
    void aSmallSiteIsNotShownAndCannotBeWorkedOut() {
        SampleInput one = site(site(sites(5), "Tiny", 1, 3, 1), "Small", 6, 12, 5);
        Page page = page(one);
        assertThat(PageText.of(page))
                .doesNotContain("Tiny")
                .as("the next-smallest goes with it, or the total less the others were Tiny's")
                .doesNotContain("Small")
                .contains("2 sites are not shown apart");
        SampleInput large = site(site(sites(5), "Few", 30, 60, 4), "Rest", 5, 9, 1);
        assertThat(PageText.of(page0(large)))
                .doesNotContain("Few")
                .doesNotContain("Rest")
                .contains("Site A");
    }

    private static Page page0(SampleInput sample) {
        return SitesPage.of(sample.input(), new Ledger()).orElseThrow();
    }

    @Test
    void fewerThanFiveWhoImprovedOrDidNotAreWithheldWithASecondSite() {
        SampleInput sample = site(sites(6), "Rare", 4, 30, 5);
        Page page = page(sample);
        assertThat(PageText.cell(page, "Rare", 2)).isEqualTo("*");
        assertThat(PageText.cell(page, "Rare", 3)).isEqualTo("*");
        assertThat(PageText.cell(page, "Rare", 4)).isEqualTo("*");
        assertThat(PageText.cell(page, "Rare", 1)).isEqualTo("30");
        assertThat(PageText.tables(page).get(0).rows().stream()
                        .filter(row ->
                                ((Block.Cell.Text) row.cells().get(2)).text().equals("*")))
                .hasSize(2);
        assertThat(PageText.figure(page, "sites-funnel").series().get(3).points())
                .hasSize(5);
        assertThat(ledger.rows())
                .filteredOn(row -> row.state() == FigureRow.State.SUPPRESSED)
                .hasSize(2)
                .allMatch(row -> row.n().isEmpty() && row.value().isEmpty());
    }

    @Test
    void coursesWithoutASiteAreNotASite() {
        assertThat(shown(sites(4).count(Topic.SITE_FINISHED, "", 400))).isFalse();
        Page page = page(sites(6).count(Topic.SITE_FINISHED, "", 3));
        assertThat(PageText.tables(page).get(0).rows())
                .as("one joins the three, so that they are not alone")
                .hasSize(5);
    }

    @Test
    void theOptionOfSuppressionIsSaidOnTheMethodPage() {
        assertThat(PageText.of(MethodPage.of(
                        sites(5).suppression(SuppressionScheme.HES).input(), new Ledger())))
                .contains("counts from 1 to 7 are withheld", "in every sentence, table, chart and CSV file");
        assertThat(PageText.of(MethodPage.of(
                        sites(5).suppression(SuppressionScheme.TALKING_THERAPIES)
                                .input(),
                        new Ledger())))
                .contains("counts below 5 are withheld");
        assertThat(PageText.of(MethodPage.of(sites(5).input(), new Ledger()))).doesNotContain("By the profile, counts");
    }

    @Test
    void theSameFewTherapistsAtSeveralSmallSitesAreFewTogether() {
        SampleInput sample = sites(6);
        for (String name : new String[] {"X", "Y"}) {
            sample.count(Topic.SITE_FINISHED, name, 30).count(Topic.SITE_IMPROVED, name, 10);
            for (int i = 0; i < 3; i++) {
                sample.count(Topic.SITE_THERAPIST, name + "|same" + i, 1);
            }
        }
        assertThat(PageText.tables(page(sample)).get(0).rows()).hasSize(5);
        Optional<Page> none = SitesPage.of(sites(0).input(), new Ledger());
        assertThat(none).isEmpty();
    }

    /** Five sites whose courses began alike; at the first 30 of 40 improved, at the others 20, at the last two only 3. */
    private static SampleInput mixed() {
        SampleInput sample = SampleInput.dated().caseMix();
        long[] improved = {30, 20, 20, 20, 20, 3, 3};
        for (int i = 0; i < improved.length; i++) {
            String name = "Site " + (char) ('A' + i);
            site(sample, name, improved[i], 40, 5);
            for (int first : new int[] {1200, 1600}) {
                sample.histogram(Topic.CASE_MIX, "yes|single:phq9||" + name, first, improved[i] / 2);
                sample.histogram(Topic.CASE_MIX, "no|single:phq9||" + name, first, 20 - improved[i] / 2);
            }
        }
        return sample;
    }

    @Test
    void caseMixSetsEachSiteBesideWhatIsExpectedOfCoursesThatBeganAlike() {
        String text = PageText.of(page(mixed()));
        assertThat(text)
                .contains(
                        "beside what is expected of courses that began alike",
                        "a logistic regression on 280 courses with a first score",
                        "What was not measured",
                        "Further from what is expected than chance allows (99.8 % limits): Site A.",
                        "the limits of the chart above are widened by it and these are not");
        FigureRow difference = ledger.rows().stream()
                .filter(row -> row.id().equals("sites.case_mix.difference.0"))
                .findFirst()
                .orElseThrow();
        double expected = 114 / 7.0;
        assertThat(difference.value().orElseThrow()).isCloseTo(30 - expected, within(1e-6));
        double half = 1.959963984540054 * Math.sqrt(40 * (114 / 280.0) * (166 / 280.0));
        assertThat(difference.lower().orElseThrow()).isCloseTo(30 - expected - half, within(1e-6));
        assertThat(ledger.rows())
                .filteredOn(row ->
                        row.id().startsWith("sites.case_mix.") && row.group().equals("Site F"))
                .hasSize(3)
                .allMatch(row -> row.state() == FigureRow.State.SUPPRESSED);
    }

    @Test
    void caseMixIsLeftOutUnderASchemeAndWithoutTheOption() {
        assertThat(PageText.of(page(sites(5)))).doesNotContain("expected of courses that began alike");
        Page shared = SitesPage.of(
                        mixed().suppression(SuppressionScheme.HES).input(), new Ledger(SuppressionScheme.HES))
                .orElseThrow();
        assertThat(PageText.of(shared))
                .contains("would give the exact one away")
                .doesNotContain("Expected is what");
    }

    /** Every cell that a site's row hides can be more than one number, given the row's sum and the columns' sums. */
    @Test
    void noWithheldCellOfSitesCanBeSolvedFromTheShownOnes() {
        Random random = new Random(7);
        int hidden = 0;
        for (int round = 0; round < 300; round++) {
            SampleInput sample = SampleInput.dated();
            List<Ratio> counts = new ArrayList<>();
            for (int i = 0; i < 5 + random.nextInt(4); i++) {
                int ended = 10 + random.nextInt(20);
                int improved = random.nextInt(3) == 0 ? random.nextInt(6) : random.nextInt(ended + 1);
                counts.add(new Ratio(improved, ended));
                site(sample, "Site " + (char) ('A' + i), improved, ended, 5);
            }
            Ledger written = new Ledger();
            SitesPage.of(sample.input(), written).orElseThrow();
            List<Boolean> withheld = new ArrayList<>();
            for (int i = 0; i < counts.size(); i++) {
                String id = "sites.improved." + i;
                boolean star = written.rows().stream()
                        .anyMatch(row -> row.id().equals(id) && row.state() == FigureRow.State.SUPPRESSED);
                Ratio ratio = counts.get(i);
                long others = ratio.denominator() - ratio.numerator();
                boolean small = Math.min(ratio.numerator(), others) < Suppression.FEWEST_IN_A_CELL;
                assertThat(star || !small).as(counts + " " + i).isTrue();
                withheld.add(star);
            }
            long stars = withheld.stream().filter(star -> star).count();
            assertThat(stars).as(counts.toString()).isNotEqualTo(1);
            if (stars > 1) {
                hidden++;
                assertThat(solvable(counts, withheld))
                        .as(counts + " " + withheld)
                        .isFalse();
            }
        }
        assertThat(hidden).isGreaterThan(100);
    }

    /** Whether the shown sums leave one value only for a withheld number of improved courses. */
    private static boolean solvable(List<Ratio> counts, List<Boolean> withheld) {
        long sum = 0;
        List<Long> sizes = new ArrayList<>();
        for (int i = 0; i < counts.size(); i++) {
            if (withheld.get(i)) {
                sum += counts.get(i).numerator();
                sizes.add(counts.get(i).denominator());
            }
        }
        for (int i = 0; i < sizes.size(); i++) {
            long others = 0;
            for (int j = 0; j < sizes.size(); j++) {
                others += j == i ? 0 : sizes.get(j);
            }
            long least = Math.max(0, sum - others);
            long most = Math.min(sizes.get(i), sum);
            if (least == most) {
                return true;
            }
        }
        return false;
    }
}
