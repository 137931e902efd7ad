package mendline.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import mendline.measure.Constant;
import mendline.measure.Measure;
import mendline.measure.Norm;
import mendline.measure.ReliableChangeRule;
import mendline.model.Direction;
import mendline.model.Scores;

/** The measure library as lines of text, at most 100 columns wide, or as CSV. */
final class MeasureList {
    static final int WIDTH = 100;

    private static final String ROW = "%-10s %-44s %-9s %-6s %-11s %-15s";
    private static final String INDENT = " ".repeat(11);
    private static final List<String> CSV_HEADER = List.of(
            "key",
            "name",
            "kind",
            "items",
            "min",
            "max",
            "step",
            "better",
            "caseness",
            "caseness_verified",
            "caseness_source",
            "reliable_change",
            "reliable_change_method",
            "reliable_change_verified",
            "reliable_change_source",
            "step_change",
            "step_change_verified",
            "step_change_source",
            "functional_mean",
            "functional_sd",
            "functional_verified",
            "functional_source",
            "clinical_mean",
            "clinical_sd",
            "clinical_verified",
            "clinical_source",
            "source",
            "verified",
            "note");

    private MeasureList() {}

    /** A row for each measure and, below it, where its numbers come from and whether they were checked there. */
    static List<String> text(List<Measure> measures) {
        List<String> lines = new ArrayList<>();
        lines.add(row("key", "name", "range", "better", "clinical", "reliable change"));
        lines.add("-".repeat(WIDTH));
        for (Measure measure : measures) {
            lines.add(row(
                    measure.key(),
                    measure.name(),
                    Scores.text(measure.min()) + "-" + Scores.text(measure.max()),
                    measure.better().key(),
                    measure.caseness().map(c -> caseness(c, measure.better())).orElse("-"),
                    measure.reliableChange().map(MeasureList::reliableChange).orElse("-")));
            lines.addAll(sources(measure));
        }
        lines.add("");
        lines.addAll(
                wrapped(
                        "",
                        "clinical: from which score on somebody counts as a clinical case. verified: the number was looked up in the source named;"
                                + " one that was not is named in every report that used it. A profile can change any of them."));
        return lines;
    }

    private static String row(
            String key, String name, String range, String better, String clinical, String reliableChange) {
        return String.format(Locale.ROOT, ROW, key, cut(name, 44), range, better, clinical, reliableChange)
                .stripTrailing();
    }

    private static List<String> sources(Measure measure) {
        List<String> lines = new ArrayList<>();
        measure.caseness().ifPresent(c -> lines.addAll(source("clinical", c.source(), c.verified())));
        measure.reliableChange()
                .ifPresent(rule -> lines.addAll(rule.match(
                        points -> source(
                                "reliable change",
                                points.points().source(),
                                points.points().verified()),
                        jt -> source("reliable change", jt.source(), jt.verified()))));
        measure.stepChange()
                .ifPresent(c ->
                        lines.addAll(source("from session to session " + number(c.value()), c.source(), c.verified())));
        lines.addAll(source("range", measure.source(), measure.verified()));
        if (!measure.note().isBlank()) {
            lines.addAll(wrapped(INDENT, "note: " + measure.note()));
        }
        return lines;
    }

    private static List<String> source(String what, String source, boolean verified) {
        return wrapped(
                INDENT,
                what + ": " + (source.isBlank() ? "no source given" : source)
                        + (verified ? " [verified]" : " [not verified]"));
    }

    private static String caseness(Constant line, Direction better) {
        return (better == Direction.LOWER ? ">= " : "< ") + number(line.value());
    }

    private static String reliableChange(ReliableChangeRule rule) {
        return rule.match(points -> ">= " + number(points.points().value()), MeasureList::workedOut);
    }

    private static String workedOut(ReliableChangeRule.JacobsonTruax rule) {
        if (rule.sd().isEmpty()) {
            return "from the data";
        }
        double points = 1.96 * Math.sqrt(2) * rule.sd().getAsDouble() * Math.sqrt(1 - rule.reliability());
        return "> " + number(Math.round(points * 100) / 100.0);
    }

    /** The library as lines of CSV, every constant with its source. */
    static List<String> csv(List<Measure> measures) {
        List<String> lines = new ArrayList<>();
        lines.add(String.join(",", CSV_HEADER));
        for (Measure measure : measures) {
            List<String> cells = new ArrayList<>(List.of(
                    measure.key(),
                    measure.name(),
                    measure.kind().key(),
                    Integer.toString(measure.items()),
                    Scores.text(measure.min()),
                    Scores.text(measure.max()),
                    Scores.text(measure.step()),
                    measure.better().key()));
            cells.addAll(constant(measure.caseness()));
            cells.addAll(measure.reliableChange()
                    .map(rule -> rule.match(
                            points -> List.of(
                                    number(points.points().value()),
                                    "points",
                                    Boolean.toString(points.points().verified()),
                                    points.points().source()),
                            MeasureList::jacobsonTruaxCells))
                    .orElse(List.of("", "", "", "")));
            cells.addAll(constant(measure.stepChange()));
            cells.addAll(norm(measure.functional()));
            cells.addAll(norm(measure.clinical()));
            cells.addAll(List.of(measure.source(), Boolean.toString(measure.verified()), measure.note()));
            lines.add(String.join(",", cells.stream().map(MeasureList::quoted).toList()));
        }
        return lines;
    }

    private static List<String> jacobsonTruaxCells(ReliableChangeRule.JacobsonTruax rule) {
        return List.of(
                sdOf(rule.sd())
                        .map(sd -> number(1.96 * Math.sqrt(2) * sd * Math.sqrt(1 - rule.reliability())))
                        .orElse(""),
                "jacobson_truax",
                Boolean.toString(rule.verified()),
                rule.source());
    }

    private static Optional<Double> sdOf(OptionalDouble sd) {
        return sd.isPresent() ? Optional.of(sd.getAsDouble()) : Optional.empty();
    }

    private static List<String> constant(Optional<Constant> constant) {
        return constant.map(c -> List.of(number(c.value()), Boolean.toString(c.verified()), c.source()))
                .orElse(List.of("", "", ""));
    }

    private static List<String> norm(Optional<Norm> norm) {
        return norm.map(n -> List.of(number(n.mean()), number(n.sd()), Boolean.toString(n.verified()), n.source()))
                .orElse(List.of("", "", "", ""));
    }

    /** A cell as CSV; one that a spreadsheet would run gets an apostrophe in front. */
    private static String quoted(String cell) {
        String safe =
                !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0 && !cell.matches("-?[0-9.]+(E-?[0-9]+)?")
                        ? "'" + cell
                        : cell;
        return safe.matches("(?s).*[\",\n\r].*") ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e9
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length - 3) + "...";
    }

    private static List<String> wrapped(String indent, String text) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder(indent);
        for (String word : text.split(" +")) {
            if (line.length() > indent.length() && line.length() + 1 + word.length() > WIDTH) {
                lines.add(line.toString());
                line = new StringBuilder(indent).append("    ");
            } else if (line.length() > indent.length()) {
                line.append(' ');
            }
            line.append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
