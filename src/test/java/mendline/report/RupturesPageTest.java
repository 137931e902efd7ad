package mendline.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SortedMap;
import java.util.TreeMap;
import mendline.aggregate.ExpectedByChance;
import mendline.aggregate.Topic;
import mendline.detect.RuleChance;
import mendline.stats.Histogram;
import org.junit.jupiter.api.Test;

/** Page 6 read aloud. */
class RupturesPageTest {
    private final Ledger ledger = new Ledger();

    private String told(SampleInput sample) {
        ReportInput in = sample.input();
        Page page = RupturesPage.of(in, ledger);
        PageText.obeysTheLaws(page, ledger);
        return PageTold.withoutTheBox(page);
    }

    @Test
    void dipsAndWrittenDownRupturesAreKeptApart() {
        assertThat(told(Practices.plenty())).isEqualTo("""
                # 95 possible dips in the alliance; chance alone would give about 22 to 31
                (Client-rated Session Rating Scale, October 2025 to September 2026)
                chart: Each dip as a line, from its first lower score to what followed (The latest 2 of 95 dips, \
                October 2025 to September 2026; oldest at the top) 2 dips as lines by date: 1 repaired.
                ## Dips in alliance scores
                Of the dips, 61 are repaired, 9 partly, 12 are still open, 8 not within 5 scores and 6 ended before \
                it could be known.
                Alliance scores allow a look in 190 of 225 courses. In 3 courses they swing so widely that the \
                threshold was capped: a finding in itself.
                ## Also written down?
                A rupture was written down within one session of 8 of 38 (21 %, 95 % interval 11–36 %) dips around \
                which somebody was asked. Client, therapist and scores see different things: poor overlap is \
                expected.
                chart: How soon alliance scores came back after a dip (All dips, October 2025 to September 2026; 96 \
                dips) Step curve of 96 dips: share that repaired rises to 71 % by score 5; half of them by score 2.
                Dashed: 95 % interval, which allows for clients who are counted more than once. Grey: what noise \
                alone would give. Half of them were repaired within 2 scores (95 % interval 2 to 3) of their first \
                lower score.
                | Source | Sessions asked | Ruptures | Kind | Resolved (4–5 of 5)
                | Written down by the therapist | 720 | 36 | withdrawal 24, confrontation 10, both 2 | 69 % [50–83] \
                (6 partly, 3 open, 7 never rated)
                Three streams that are never added up. Resolved is counted out of those rated and no longer open; the \
                latest rating decides.
                """);
    }

    @Test
    void oneDipHasALineAndNoCurve() {
        assertThat(told(Practices.few())).isEqualTo("""
                # 1 possible dip in the alliance
                (Client-rated Session Rating Scale, February 2026 to September 2026)
                chart: Each dip as a line, from its first lower score to what followed (February 2026 to September \
                2026; oldest at the top) 1 dip as a line by date: 1 repaired.
                ## Dips in alliance scores
                Of the dips, 1 is repaired.
                Alliance scores allow a look in 1 of 1 courses.
                ## Also written down?
                Nobody was asked about ruptures around these dips, so this cannot be said.
                Too few dips for a curve of the time to repair (1 dip).
                Ruptures written down. The exports hold no answer to the question whether there was a rupture. That \
                is not the same as none.
                """);
    }

    @Test
    void withoutAnAllianceMeasureThePageSaysSo() {
        assertThat(told(Practices.nothing())).isEqualTo("""
                # Alliance dips could not be looked for
                (September 2026)
                No alliance measure was found in the data, so dips cannot be looked for.
                Ruptures written down. The exports hold no answer to the question whether there was a rupture. That \
                is not the same as none.
                """);
    }

    @Test
    void withoutAScaleDipsAreRefused() {
        assertThat(told(Practices.undated())).isEqualTo("""
                # Alliance dips could not be looked for
                (Client-rated Session Rating Scale, all of the data)
                Dips need a scale of usual ups and downs: at least 10 courses with at least 40 differences between \
                neighbouring alliance scores, or a scale set in the profile. These data have neither, so none is \
                reported.
                Ruptures written down. The exports hold no answer to the question whether there was a rupture. That \
                is not the same as none.
                """);
    }

    @Test
    void everyReaderIsToldHowToReadIt() {
        ReportInput in = Practices.plenty().input();
        assertThat(PageTold.of(RupturesPage.of(in, ledger))).contains("""
                box: How to read this
                A dip is a fall in the client's alliance score that is larger than this measure's usual ups and \
                downs: a possible strain, not an observed rupture. Half to three quarters of dips that are pure noise \
                look repaired, so the share of repaired dips is no evidence of repair skill.
                No dips is not the aim: scores at the ceiling throughout may mean that feedback is not flowing. How \
                not to: not by therapist, and not as a target.
                """);
    }

    @Test
    void dipsOfOtherRulesStandBesideWhatChanceGivesByThem() {
        SortedMap<String, Histogram> found = new TreeMap<>();
        found.put("A_2.0", inTheLastMonth(40 * 50));
        found.put("A_3.0", inTheLastMonth(40 * 6));
        found.put("B", inTheLastMonth(40 * 30));
        SortedMap<String, Histogram> more = new TreeMap<>(found);
        more.put("A_2.0", inTheLastMonth(40 * 70));
        SampleInput sample = Practices.plenty();
        ExpectedByChance usual = sample.input().chance();
        sample.chance(new ExpectedByChance(
                        usual.independent(),
                        usual.correlated(),
                        usual.shuffled(),
                        new RuleChance(40, found),
                        new RuleChance(40, more)))
                .count(Topic.DIP_RULE, "A_2.0:found", 140)
                .count(Topic.DIP_RULE, "A_2.0:known", 100)
                .count(Topic.DIP_RULE, "A_2.0:repaired", 60)
                .count(Topic.DIP_RULE, "A_2.5:found", 95)
                .count(Topic.DIP_RULE, "A_2.5:known", 19)
                .count(Topic.DIP_RULE, "A_2.5:repaired", 12)
                .count(Topic.DIP_RULE, "A_3.0:found", 9)
                .count(Topic.DIP_RULE, "A_3.0:known", 9)
                .count(Topic.DIP_RULE, "A_3.0:repaired", 5)
                .count(Topic.NEXT_FORM, "dip:yes", 5)
                .count(Topic.NEXT_FORM, "dip:no", 3)
                .count(Topic.NEXT_FORM, "other:yes", 80)
                .count(Topic.NEXT_FORM, "other:no", 20);
        assertThat(told(sample)).contains("""
                | Rule | Dips | Chance alone | Repaired
                | A fall of 2.0 scales | 140 | about 50 to 70 | 60 % ([50–69])
                | A fall of 2.5 scales (used here) | 95 | about 22 to 31 | 12 of 19 ([41–81])
                | A fall of 3.0 scales | 9 | about 6 | 5 of 9
                | Below the course's own chart | 0 | about 30 | –
                A scale is the usual difference between two neighbouring scores. Repaired is counted out of dips whose \
                window is over. Chance is counted in 40 simulated copies of every course, so its numbers are known to \
                within about 3.
                At the next session the form was filled in after 5 of 8 sessions at which a dip showed, and after 80 \
                of 100 (80 %, 95 % interval 71–87 %) other sessions. Forms that go missing after a dip hide what \
                followed.
                """);
    }

    private static Histogram inTheLastMonth(long n) {
        TreeMap<Integer, Long> months = new TreeMap<>();
        months.put(Practices.LAST, n);
        return new Histogram(months);
    }
}
