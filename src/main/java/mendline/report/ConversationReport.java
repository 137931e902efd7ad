package mendline.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import mendline.measure.Measure;
import mendline.measure.Yardstick;
import mendline.model.Direction;
import mendline.model.Period;
import mendline.model.ScoreSeries;
import mendline.model.Scores;
import mendline.report.Ledger.Entry;

/** The internal pages "worth a conversation": client codes with the reason and a small picture of the course. */
public final class ConversationReport {
    private static final Period ALL = Period.everything();

    /** More pictures than anybody would look through; the rest stands in the list of episodes. */
    static final int MOST_SHOWN = 200;

    private static final String ID = "conversation";

    private ConversationReport() {}

    /** The pages for these courses, in whatever order they come; none gives a page that says so. */
    public static Report of(List<ConversationItem> items, ReportInput in) {
        List<ConversationItem> sorted = items.stream().sorted().toList();
        Ledger ledger = new Ledger().of(ID);
        Page page = new Page(
                ID, 1, "Worth a conversation", title(sorted, ledger), subtitle(in), blocks(sorted, in, ledger));
        return new Report(
                "Worth a conversation",
                in.settings().practice(),
                Written.sentence(Written.period(in.period())),
                MonthlyReport.asOf(in),
                "Courses worth a conversation in supervision; for use inside the practice only",
                MonthlyReport.isoDate(in),
                in.documentId(),
                List.of(page),
                ledger.rows());
    }

    private static String title(List<ConversationItem> items, Ledger ledger) {
        String count = ledger.count(new Entry("courses", "Courses worth a conversation", ALL), items.size(), "courses");
        return switch (items.size()) {
            case 0 -> "Nothing waits for a conversation right now";
            case 1 -> "One course is worth a conversation";
            default -> count + " courses are worth a conversation";
        };
    }

    private static String subtitle(ReportInput in) {
        return in.intake().asOf().isPresent()
                ? "Open courses, and courses that ended in the last " + ConversationItems.RECENT_DAYS + " days, as of "
                        + Written.day(in.intake().asOf().getAsInt())
                : "Courses that have not ended; the data carry no dates";
    }

    private static List<Block> blocks(List<ConversationItem> items, ReportInput in, Ledger ledger) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Box(
                "What this page is for, and what it is not for",
                List.of(
                        "It is a list of starting points for supervision: courses in which something is still open. "
                                + "Being on it says nothing bad about a client or a therapist; often the therapist "
                                + "knows long since, and the talk is short.",
                        "It is not an alerting system and not for safety concerns: it is made from past data, once a "
                                + "month. The order is that of the codes and means nothing. It stays inside the "
                                + "practice.")));
        if (items.isEmpty()) {
            blocks.add(new Block.Paragraph(
                    "",
                    "No open or recently ended course has an open setback, dip or rupture, an ending before it was "
                            + "known what followed, or a missed session without a return. That may be a quiet month, "
                            + "or few scores: the page on data quality in the report says how complete they are."));
            return blocks;
        }
        blocks.add(reasons(items, ledger));
        pictured(in).ifPresent(words -> blocks.add(new Block.Note(words)));
        int shown = Math.min(MOST_SHOWN, items.size());
        for (int i = 0; i < shown; i++) {
            item(items.get(i), i + 1, in, blocks);
        }
        if (items.size() > shown) {
            blocks.add(new Block.Note(Written.some(items.size() - shown, "more course is", "more courses are")
                    + " not drawn here; episodes.csv lists them all."));
        }
        return blocks;
    }

    private static Optional<String> pictured(ReportInput in) {
        List<String> measures = new ArrayList<>();
        in.instruments().primary().ifPresent(primary -> measures.add("outcome, " + scored(primary.measure())));
        in.instruments()
                .alliance()
                .ifPresent(alliance -> measures.add(RaterWords.alliance(in) + ", " + scored(alliance)));
        return measures.isEmpty()
                ? Optional.empty()
                : Optional.of("The pictures show the client's scores by session: " + String.join("; ", measures) + ".");
    }

    private static String scored(Measure measure) {
        return measure.name() + " (" + Scores.text(measure.min()) + " to " + Scores.text(measure.max()) + ", "
                + (measure.better() == Direction.LOWER ? "lower" : "higher") + " is better)";
    }

    private static Block reasons(List<ConversationItem> items, Ledger ledger) {
        List<Block.Row> rows = new ArrayList<>();
        for (ConversationReason reason : ConversationReason.values()) {
            long n = items.stream()
                    .filter(item -> item.reasons().contains(reason))
                    .count();
            String key = reason.name().toLowerCase(Locale.ROOT);
            rows.add(TextTables.row(
                    reason.words(), ledger.count(new Entry("reason_" + key, reason.words(), ALL, key), n, "courses")));
        }
        return new Block.Table(
                "Reasons; a course can have several",
                List.of(TextTables.words("Reason", 80), TextTables.numbers("Courses", 20)),
                rows);
    }

    private static void item(ConversationItem item, int number, ReportInput in, List<Block> blocks) {
        StringBuilder text = new StringBuilder();
        for (ConversationReason reason : item.reasons()) {
            text.append(reason.words()).append(' ');
        }
        text.append(Written.some(item.attended(), "session", "sessions")).append(" attended");
        item.lastDay().ifPresent(day -> text.append(", the last on ").append(Written.day(day)));
        List<Block> words = List.of(
                new Block.Heading(item.client() + ", course " + item.course()),
                new Block.Paragraph("", text.append('.').toString()));
        Block strips = new Block.SideBySide(
                50,
                List.of(strip(item.outcome(), in.instruments().primary().map(Yardstick::measure), "outcome", number)),
                List.of(strip(item.alliance(), in.instruments().alliance(), "alliance", number)));
        blocks.add(new Block.SideBySide(34, words, List.of(strips)));
    }

    private static Block strip(Optional<ScoreSeries> series, Optional<Measure> measure, String what, int number) {
        if (series.isEmpty() || series.get().isEmpty() || measure.isEmpty()) {
            return new Block.Note("No " + what + " scores.");
        }
        ScoreSeries scores = series.get();
        List<Point> points = new ArrayList<>();
        List<String> said = new ArrayList<>();
        for (int i = 0; i < scores.size(); i++) {
            points.add(Point.at(scores.session(i), Scores.points(scores.score(i))));
            said.add(Scores.text(scores.score(i)));
        }
        Measure known = measure.get();
        int first = scores.session(0);
        int last = scores.session(scores.size() - 1);
        return new Block.Chart(
                new Figure(
                        what + "-" + String.format(Locale.ROOT, "%03d", number),
                        Figure.Layout.XY,
                        Written.sentence(what),
                        "",
                        known.name() + " at "
                                + (first == last ? "session " + first : "sessions " + first + " to " + last) + ": "
                                + Written.list(said) + ".",
                        new Axis(
                                "",
                                Axis.Scale.WHOLE_NUMBER,
                                OptionalDouble.of(Math.min(1, first)),
                                OptionalDouble.of(Math.max(last, Math.min(1, first) + 1)),
                                List.of()),
                        Axis.between("", Axis.Scale.NUMBER, Scores.points(known.min()), Scores.points(known.max())),
                        List.of(new Series(
                                what, Mark.LINE_DOTS, what.equals("outcome") ? Tone.MAIN : Tone.SECOND, false, points)),
                        List.of(),
                        List.of(),
                        70),
                "");
    }
}
