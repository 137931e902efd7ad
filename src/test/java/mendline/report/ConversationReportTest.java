package mendline.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import mendline.model.Rater;
import mendline.model.ScoreSeries;
import org.junit.jupiter.api.Test;

class ConversationReportTest {
    private static ConversationItem item(String client, ConversationReason... reasons) {
        return new ConversationItem(
                client,
                client + "-1",
                List.of(reasons),
                Optional.of(ScoreSeries.of("phq9", Rater.CLIENT, 1800, 1200, 1950)),
                Optional.of(ScoreSeries.of("srs", Rater.CLIENT, 3800, 2900)),
                3,
                OptionalInt.of(20_700));
    }

    private static Page page(List<ConversationItem> items, SampleInput sample) {
        Report report = ConversationReport.of(items, sample.input());
        Page page = report.pages().get(0);
        Ledger ledger = new Ledger();
        PageText.obeysTheLaws(page, ledger);
        assertThat(report.asOf()).startsWith("data ");
        assertThat(report.numbers()).allMatch(row -> row.page().equals("conversation"));
        return page;
    }

    @Test
    void sortsByCodeAndGivesEachItsReasonsAndTwoPictures() {
        Page page = page(
                List.of(
                        item("C0900", ConversationReason.DIP_OPEN),
                        item("C0417", ConversationReason.SETBACK_OPEN, ConversationReason.MISSED_NOT_RETURNED)),
                SampleInput.dated());
        String text = PageText.of(page);
        assertThat(page.title()).isEqualTo("2 courses are worth a conversation");
        assertThat(text.indexOf("C0417, course C0417-1"))
                .isLessThan(text.indexOf("C0900, course C0900-1"))
                .isPositive();
        assertThat(text)
                .contains("Setback in scores not yet half-way back. Missed a session, none attended since. 3 sessions "
                        + "attended, the last on 4 September 2026.")
                .contains("outcome, Patient Health Questionnaire-9 (0 to 27, lower is better); alliance, Session "
                        + "Rating Scale (0 to 40, higher is better).")
                .contains("not an alerting system");
        assertThat(PageText.figures(page))
                .extracting(Figure::id)
                .containsExactly("outcome-001", "alliance-001", "outcome-002", "alliance-002");
        assertThat(PageText.figure(page, "outcome-001").alt())
                .isEqualTo("Patient Health Questionnaire-9 at sessions 1 to 3: 18, 12 and 19.5.");
        assertThat(PageText.cell(page, ConversationReason.DIP_OPEN.words(), 1)).isEqualTo("1");
    }

    @Test
    void saysSoKindlyWhenNothingWaits() {
        Page page = page(List.of(), SampleInput.dated());
        assertThat(page.title()).isEqualTo("Nothing waits for a conversation right now");
        assertThat(PageText.of(page)).contains("That may be a quiet month");
        assertThat(PageText.figures(page)).isEmpty();
    }

    @Test
    void missingScoresAreAWordNotAnEmptyPicture() {
        ConversationItem bare = new ConversationItem(
                "C1",
                "C1#1",
                List.of(ConversationReason.RUPTURE_OPEN),
                Optional.empty(),
                Optional.empty(),
                1,
                OptionalInt.empty());
        Page page = page(List.of(bare), SampleInput.undated());
        assertThat(page.title()).isEqualTo("One course is worth a conversation");
        assertThat(PageText.of(page))
                .contains("No outcome scores.")
                .contains("No alliance scores.")
                .contains("1 session attended.");
    }

    @Test
    void twoHundredAreDrawnAndTheRestCounted() {
        List<ConversationItem> many = new ArrayList<>();
        for (int i = 0; i < 201; i++) {
            many.add(item("C" + (1000 + i), ConversationReason.DIP_OPEN));
        }
        Page page = page(many, SampleInput.dated());
        assertThat(page.title()).startsWith("201 courses");
        assertThat(PageText.figures(page)).hasSize(400);
        assertThat(PageText.of(page))
                .contains("1 more course is not drawn here")
                .doesNotContain("C1200,");
    }
}
