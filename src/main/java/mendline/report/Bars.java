package mendline.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.function.UnaryOperator;
import mendline.aggregate.PracticeSummary;
import mendline.aggregate.Topic;
import mendline.model.Months;
import mendline.model.Period;

/** Bar charts of counts: by kind, from the most to the fewest, and by month. */
final class Bars {
    private Bars() {}

    /**
     * Counts by kind, most first; kinds with fewer than five are put together.
     *
     * @param words how a kind is written
     */
    static Map<String, Long> byKind(SortedMap<String, Long> counts, UnaryOperator<String> words) {
        List<Map.Entry<String, Long>> sorted = new ArrayList<>(counts.entrySet());
        sorted.sort(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()));
        Map<String, Long> shown = new LinkedHashMap<>();
        long rest = 0;
        int kinds = 0;
        String only = "";
        for (Map.Entry<String, Long> entry : sorted) {
            if (entry.getKey().equals("other") || entry.getValue() < SmallNumbers.FEWEST_OF_A_KIND) {
                rest += entry.getValue();
                kinds++;
                only = entry.getKey();
            } else {
                shown.put(words.apply(entry.getKey()), entry.getValue());
            }
        }
        if (rest > 0) {
            shown.put(kinds == 1 && only.equals("other") ? "other" : "other and rarer kinds together", rest);
        }
        return shown;
    }

    /** Horizontal bars of counts. */
    static Figure horizontal(String id, String title, String subtitle, Map<String, Long> counts) {
        List<Point> points = new ArrayList<>();
        List<String> parts = new ArrayList<>();
        for (Map.Entry<String, Long> entry : counts.entrySet()) {
            points.add(Point.category(entry.getKey(), points.size(), entry.getValue(), entry.getValue()));
            parts.add(entry.getKey() + " " + entry.getValue());
        }
        return new Figure(
                id,
                Figure.Layout.HORIZONTAL_BARS,
                title,
                subtitle,
                "Bars: " + String.join(", ", parts) + ".",
                Axis.places("", Axis.Scale.CATEGORIES, List.copyOf(counts.keySet())),
                Axis.fromZero("", Axis.Scale.WHOLE_NUMBER),
                List.of(new Series("count", Mark.BAR, Tone.MAIN, false, points)),
                List.of(),
                List.of(),
                Math.max(70, 24 + 16 * counts.size()));
    }

    /** One bar a month of everything counted under a topic. */
    static Figure byMonth(
            String id,
            String title,
            String subtitle,
            ReportInput in,
            Topic topic,
            List<String> categories,
            Period span) {
        List<Point> points = new ArrayList<>();
        List<String> ticks = new ArrayList<>();
        long total = 0;
        for (int month = span.firstMonth(); month <= span.lastMonth(); month++) {
            long count = counted(in.summary(), topic, categories, Period.month(month));
            total += count;
            String name = Months.iso(month);
            points.add(new Point(
                    name,
                    ticks.size(),
                    OptionalDouble.of(count),
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    OptionalLong.of(count),
                    PointState.OK));
            ticks.add(name);
        }
        return new Figure(
                id,
                Figure.Layout.XY,
                title,
                subtitle,
                "Bars by month, " + Written.period(span) + ", " + Written.count(total) + " in all.",
                Axis.places("", Axis.Scale.MONTHS, ticks),
                Axis.fromZero("", Axis.Scale.WHOLE_NUMBER),
                List.of(new Series("count", Mark.BAR, Tone.MAIN, false, points)),
                List.of(),
                notes(in, span),
                130);
    }

    /** The dated notes of what the practice is trying, within a span. */
    static List<Figure.Annotation> notes(ReportInput in, Period span) {
        List<Figure.Annotation> notes = new ArrayList<>();
        in.settings().notes().forEach((month, text) -> {
            if (span.contains(month)) {
                notes.add(new Figure.Annotation(month - span.firstMonth(), text));
            }
        });
        return notes;
    }

    private static long counted(PracticeSummary summary, Topic topic, List<String> categories, Period span) {
        long sum = 0;
        for (String category : categories) {
            sum += summary.count(topic, category, span);
        }
        return sum;
    }
}
