package mendline.render;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleFunction;
import mendline.report.Axis;
import mendline.report.Point;
import mendline.report.Series;

/** Chooses the ends and ticks of an axis. */
final class Scales {
    private static final double[] STEPS = {1, 2, 2.5, 5, 10};
    private static final double NARROW_MONTH = 21;
    private static final char MINUS = '\u2212';
    private static final String PERCENT = "\u202f%";

    private Scales() {}

    /** The x axis of a plot so many points wide. */
    static Scale across(Axis axis, List<Series> series, double width) {
        double[] span = span(positions(series), axis);
        return switch (axis.scale()) {
            case MONTHS -> months(axis, width);
            case CATEGORIES -> places(axis);
            case DAYS -> days(axis, span, width);
            default -> numbers(axis, span, Math.max(3, width / 40));
        };
    }

    /** The y axis of a plot so many points high. */
    static Scale up(Axis axis, List<Series> series, double height) {
        if (axis.scale() == Axis.Scale.CATEGORIES) {
            return places(axis);
        }
        return numbers(axis, span(heights(series), axis), Math.max(3, height / 26));
    }

    /** An axis of numbers with about so many ticks. */
    static Scale numbers(Axis axis, double[] span, double ticks) {
        boolean share = axis.scale() == Axis.Scale.SHARE;
        double low = axis.min().orElse(span[0]);
        double high = axis.max().orElse(span[1]);
        if (share && axis.min().isEmpty()) {
            low = 0;
        }
        if (share && axis.max().isEmpty()) {
            high = 1;
        }
        if (!(high > low)) {
            high = low + 1;
        }
        double step = step(high - low, ticks, axis.scale() != Axis.Scale.NUMBER && !share);
        if (share && low == 0 && high == 1) {
            step = ticks >= 4 ? 0.25 : 0.5;
        }
        if (axis.min().isEmpty()) {
            low = Math.floor(low / step + 1e-9) * step;
        }
        if (axis.max().isEmpty()) {
            high = Math.ceil(high / step - 1e-9) * step;
        }
        DoubleFunction<String> tickWords = share ? Scales::percent : value -> rounded(value, 3);
        List<Scale.Tick> list = new ArrayList<>();
        long first = (long) Math.ceil(low / step - 1e-9);
        long last = (long) Math.floor(high / step + 1e-9);
        for (long i = first; i <= last; i++) {
            list.add(new Scale.Tick(i * step, tickWords.apply(i * step), "", true));
        }
        return new Scale(low, high, list, words(axis));
    }

    /** How a value on an axis is written beside its mark. */
    static DoubleFunction<String> words(Axis axis) {
        return switch (axis.scale()) {
            case SHARE -> Scales::percent;
            case WHOLE_NUMBER, CATEGORIES, MONTHS, DAYS -> value -> rounded(value, 0);
            default -> value -> rounded(value, 1);
        };
    }

    /** Whole per cent of a fraction. */
    static String percent(double share) {
        return rounded(share * 100, 0) + PERCENT;
    }

    /** A number with at most so many decimals, none of them a needless zero. */
    static String rounded(double value, int decimals) {
        BigDecimal number = BigDecimal.valueOf(value)
                .setScale(decimals, RoundingMode.HALF_UP)
                .stripTrailingZeros();
        String plain = (number.scale() < 0 ? number.setScale(0) : number).abs().toPlainString();
        return (number.signum() < 0 ? String.valueOf(MINUS) : "") + grouped(plain);
    }

    private static String grouped(String plain) {
        int point = plain.indexOf('.');
        StringBuilder text = new StringBuilder(plain);
        for (int i = (point < 0 ? plain.length() : point) - 3; i > 0; i -= 3) {
            text.insert(i, ',');
        }
        return text.toString();
    }

    private static Scale places(Axis axis) {
        List<Scale.Tick> list = new ArrayList<>();
        for (int i = 0; i < axis.ticks().size(); i++) {
            list.add(new Scale.Tick(i, axis.ticks().get(i), "", false));
        }
        return new Scale(axis.min().orElse(-0.5), axis.max().orElse(axis.ticks().size() - 0.5), list, words(axis));
    }

    private static Scale months(Axis axis, double width) {
        List<String> names = axis.ticks();
        double widest = Math.max(
                NARROW_MONTH,
                6 + Lettering.widest(names.stream().map(Scales::shortMonth).toList(), Looks.TICK));
        int every = every((int) Math.ceil(widest * names.size() / Math.max(1, width)));
        List<Scale.Tick> list = new ArrayList<>();
        boolean first = true;
        for (int i = 0; i < names.size(); i++) {
            Optional<YearMonth> month = month(names.get(i));
            int place = month.map(m -> m.getMonthValue() - 1).orElse(i);
            if (place % every != 0) {
                continue;
            }
            boolean year = month.isPresent() && (first || month.get().getMonthValue() == 1);
            list.add(new Scale.Tick(
                    i,
                    shortMonth(names.get(i)),
                    year ? String.valueOf(month.get().getYear()) : "",
                    false));
            first = false;
        }
        return new Scale(axis.min().orElse(-0.5), axis.max().orElse(names.size() - 0.5), list, words(axis));
    }

    private static int every(int least) {
        for (int every : new int[] {1, 2, 3, 6, 12}) {
            if (every >= least) {
                return every;
            }
        }
        return 12 * ((least + 11) / 12);
    }

    private static Scale days(Axis axis, double[] span, double width) {
        double low = axis.min().orElse(span[0]);
        double high = axis.max().orElse(span[1]);
        YearMonth start = YearMonth.from(LocalDate.ofEpochDay((long) Math.floor(low)));
        YearMonth end = YearMonth.from(LocalDate.ofEpochDay((long) Math.floor(high)));
        long months = (end.getYear() - start.getYear()) * 12L + end.getMonthValue() - start.getMonthValue() + 1;
        int every = every((int) Math.ceil(NARROW_MONTH * months / Math.max(1, width)));
        List<Scale.Tick> list = new ArrayList<>();
        boolean first = true;
        for (YearMonth month = start; !month.isAfter(end); month = month.plusMonths(1)) {
            double from = month.atDay(1).toEpochDay();
            double to = month.plusMonths(1).atDay(1).toEpochDay();
            if (from > low && (month.getMonthValue() - 1) % every == 0) {
                list.add(new Scale.Tick(from, "", "", true));
            }
            double middle = (Math.max(from, low) + Math.min(to, high)) / 2;
            boolean roomy = Math.min(to, high) - Math.max(from, low) >= 12 || months == 1;
            if ((month.getMonthValue() - 1) % every == 0 && roomy) {
                boolean year = first || month.getMonthValue() == 1;
                list.add(new Scale.Tick(middle, shortMonth(month), year ? String.valueOf(month.getYear()) : "", false));
                first = false;
            }
        }
        return new Scale(low, high, list, words(axis));
    }

    private static Optional<YearMonth> month(String iso) {
        try {
            return Optional.of(YearMonth.parse(iso));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static String shortMonth(String iso) {
        return month(iso).map(Scales::shortMonth).orElse(iso);
    }

    private static String shortMonth(YearMonth month) {
        return month.getMonth().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
    }

    private static double step(double span, double ticks, boolean whole) {
        double rough = span / ticks;
        double unit = Math.pow(10, Math.floor(Math.log10(rough)));
        for (double factor : STEPS) {
            double step = factor * unit;
            if (step >= rough * 0.999 && (!whole || step == Math.rint(step))) {
                return step;
            }
        }
        return Math.max(1, Math.ceil(rough));
    }

    private static List<Double> positions(List<Series> series) {
        List<Double> all = new ArrayList<>();
        for (Series one : series) {
            for (Point point : one.points()) {
                all.add(point.position());
            }
        }
        return all;
    }

    private static List<Double> heights(List<Series> series) {
        List<Double> all = new ArrayList<>();
        for (Series one : series) {
            for (Point point : one.points()) {
                point.y().ifPresent(all::add);
                point.lower().ifPresent(all::add);
                point.upper().ifPresent(all::add);
            }
        }
        return all;
    }

    private static double[] span(List<Double> values, Axis axis) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            if (Double.isFinite(value)) {
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
        }
        if (low > high) {
            double start = axis.min().orElse(0);
            return new double[] {start, axis.max().orElse(start + 1)};
        }
        return new double[] {low, high};
    }
}
