package mendline.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import mendline.measure.Band;
import mendline.measure.Constant;
import mendline.measure.CutoffRule;
import mendline.measure.Measure;
import mendline.measure.Norm;
import mendline.measure.ReliableChangeRule;
import mendline.model.Direction;
import mendline.model.MeasureKind;
import mendline.model.Scores;

/**
 * Reads measures as the library and a profile spell them. What a profile does not say about a measure of the library
 * stays as the library has it.
 */
final class MeasureYaml {
    private static final String[] KEYS = {
        "name", "items", "min", "max", "step", "better", "kind", "caseness", "reliable_change", "step_change", "functional", "clinical",
        "cutoff", "bands", "source", "verified", "note"
    };
    private static final double LARGEST = 100_000;
    private static final double WIDE_RANGE = 10;

    private final Yaml yaml;
    private final Map<String, Yaml> entries;
    private final Optional<Measure> base;
    private final String source;
    /**
     * Where a constant comes from that says nothing itself: never the library's source, since it is not the library's
     * number.
     */
    private final String ownSource;
    private final boolean verified;

    private MeasureYaml(Yaml yaml, Optional<Measure> base) throws ProfileProblem {
        this.yaml = yaml;
        this.entries = yaml.entries(KEYS);
        this.base = base;
        this.ownSource = has("source") ? get("source").filledText() : "as given in the profile";
        this.source = has("source") ? ownSource : base.map(Measure::source).orElse(ownSource);
        this.verified = has("verified") ? get("verified").flag() : base.isPresent() && base.get().verified();
    }

    /** The measures of a mapping of keys to measures, on top of those already known. */
    static SortedMap<String, Measure> read(Yaml measures, SortedMap<String, Measure> known) throws ProfileProblem {
        SortedMap<String, Measure> all = new TreeMap<>(known);
        for (Map.Entry<String, Yaml> entry : measures.entries().entrySet()) {
            String key = entry.getKey();
            if (!key.matches("[a-z][a-z0-9]*") || key.endsWith("therapist") || key.startsWith("group") || Column.named(key).isPresent()) {
                throw entry.getValue().problem("needs a key of small letters and digits that is not the name of a column (and neither "
                        + "begins with group nor ends with therapist)");
            }
            all.put(key, new MeasureYaml(entry.getValue(), Optional.ofNullable(known.get(key))).measure(key));
        }
        return all;
    }

    private boolean has(String key) {
        return entries.containsKey(key);
    }

    private Yaml get(String key) throws ProfileProblem {
        Yaml value = entries.get(key);
        if (value == null) {
            throw yaml.problem("needs " + key);
        }
        return value;
    }

    private Measure measure(String key) throws ProfileProblem {
        int min = has("min") || base.isEmpty() ? hundredths("min") : base.get().min();
        int max = has("max") || base.isEmpty() ? hundredths("max") : base.get().max();
        if (min >= max) {
            throw yaml.problem("needs min < max");
        }
        int step = step(max - min);
        Optional<Constant> caseness = constant("caseness", base.flatMap(Measure::caseness));
        CutoffRule cutoff = base.map(Measure::cutoff).orElse(CutoffRule.CASENESS);
        if (has("cutoff")) {
            Optional<CutoffRule> rule = rule(get("cutoff"));
            cutoff = rule.orElse(CutoffRule.CASENESS);
            if (rule.isEmpty()) {
                caseness = Optional.of(new Constant(get("cutoff").number(), verifiedHere(), ownSource));
            }
        }
        boolean sample = has("clinical") && get("clinical").isScalar();
        if (sample && !get("clinical").text().equals("sample")) {
            throw get("clinical").problem("should be {mean: ..., sd: ...} or sample");
        }
        Optional<Norm> functional = norm("functional", base.flatMap(Measure::functional));
        Optional<Norm> clinical = sample ? Optional.empty() : norm("clinical", base.flatMap(Measure::clinical));
        boolean clinicalFromSample = has("clinical") ? sample : base.isPresent() && base.get().clinicalFromSample();
        requireNorms(cutoff, functional.isPresent(), clinical.isPresent() || clinicalFromSample);
        return new Measure(
                key,
                has("name") || base.isEmpty() ? get("name").filledText() : base.get().name(),
                has("items") ? get("items").whole(0, 1_000) : base.map(Measure::items).orElse(0),
                min,
                max,
                step,
                has("better") || base.isEmpty() ? get("better").word(Direction.class) : base.get().better(),
                has("kind") || base.isEmpty() ? get("kind").word(MeasureKind.class) : base.get().kind(),
                caseness,
                has("reliable_change") ? Optional.of(reliableChange(get("reliable_change"))) : base.flatMap(Measure::reliableChange),
                constant("step_change", base.flatMap(Measure::stepChange)),
                functional,
                clinical,
                clinicalFromSample,
                cutoff,
                has("bands") ? bands(get("bands")) : base.map(Measure::bands).orElse(List.of()),
                source,
                verified,
                has("note") ? get("note").text() : base.map(Measure::note).orElse(""));
    }

    private void requireNorms(CutoffRule cutoff, boolean functional, boolean clinical) throws ProfileProblem {
        if ((cutoff == CutoffRule.B || cutoff == CutoffRule.C) && !functional) {
            throw get("cutoff").problem("needs functional: {mean: ..., sd: ...} beside it");
        }
        if ((cutoff == CutoffRule.A || cutoff == CutoffRule.C) && !clinical) {
            throw get("cutoff").problem("needs clinical: {mean: ..., sd: ...} or clinical: sample beside it");
        }
    }

    private int step(int range) throws ProfileProblem {
        if (has("step")) {
            double step = get("step").number("a positive number of at least 0.01", n -> n >= 0.01 && n <= LARGEST);
            return Scores.hundredths(step);
        }
        return base.map(Measure::step).orElse(range >= WIDE_RANGE * 100 ? 100 : 1);
    }

    private int hundredths(String key) throws ProfileProblem {
        return Scores.hundredths(get(key).number("between -100000 and 100000", n -> Math.abs(n) <= LARGEST));
    }

    private static Optional<CutoffRule> rule(Yaml cutoff) throws ProfileProblem {
        switch (cutoff.text().toLowerCase(Locale.ROOT)) {
            case "a":
                return Optional.of(CutoffRule.A);
            case "b":
                return Optional.of(CutoffRule.B);
            case "c":
                return Optional.of(CutoffRule.C);
            case "caseness":
                return Optional.of(CutoffRule.CASENESS);
            default:
                if (!cutoff.text().matches("[-+]?[0-9.]+")) {
                    throw cutoff.problem("should be a, b, c or a number, was \"" + cutoff.text() + "\"");
                }
                return Optional.empty();
        }
    }

    private Optional<Constant> constant(String key, Optional<Constant> otherwise) throws ProfileProblem {
        return has(key) ? Optional.of(constant(get(key))) : otherwise;
    }

    private Constant constant(Yaml value) throws ProfileProblem {
        if (value.isScalar()) {
            return new Constant(value.number(), verifiedHere(), ownSource);
        }
        Map<String, Yaml> parts = value.entries("value", "source", "verified");
        return new Constant(part(value, parts, "value").number(), verified(parts), source(parts));
    }

    /**
     * A number that the profile changes without a word on its source is not verified by the library's word on the
     * measure.
     */
    private boolean verifiedHere() {
        return has("verified") && verified;
    }

    private Yaml part(Yaml whole, Map<String, Yaml> parts, String key) throws ProfileProblem {
        if (!parts.containsKey(key)) {
            throw whole.problem("needs " + key);
        }
        return parts.get(key);
    }

    private boolean verified(Map<String, Yaml> parts) throws ProfileProblem {
        return parts.containsKey("verified") ? parts.get("verified").flag() : verifiedHere();
    }

    private String source(Map<String, Yaml> parts) throws ProfileProblem {
        return parts.containsKey("source") ? parts.get("source").filledText() : ownSource;
    }

    private Optional<Norm> norm(String key, Optional<Norm> otherwise) throws ProfileProblem {
        if (!has(key)) {
            return otherwise;
        }
        Yaml value = get(key);
        Map<String, Yaml> parts = value.entries("mean", "sd", "source", "verified");
        double mean = part(value, parts, "mean").number();
        double sd = part(value, parts, "sd").number("more than 0", n -> n > 0);
        return Optional.of(new Norm(mean, sd, verified(parts), source(parts)));
    }

    private ReliableChangeRule reliableChange(Yaml value) throws ProfileProblem {
        if (value.isScalar() || value.isMapping() && value.entries().containsKey("value")) {
            Constant points = constant(value);
            if (!(points.value() > 0)) {
                throw value.problem("should be more than 0");
            }
            return new ReliableChangeRule.Points(points);
        }
        Map<String, Yaml> parts = value.entries("method", "reliability", "sd", "source", "verified");
        String method = part(value, parts, "method").text();
        if (!method.equals("jacobson_truax")) {
            throw parts.get("method").problem("should be jacobson_truax, was \"" + method + "\"");
        }
        double reliability = part(value, parts, "reliability").number("between 0 and 1", n -> n > 0 && n < 1);
        Yaml sd = part(value, parts, "sd");
        OptionalDouble points = sd.text().equals("sample")
                ? OptionalDouble.empty()
                : OptionalDouble.of(sd.number("a number of points above 0, or sample", n -> n > 0));
        return new ReliableChangeRule.JacobsonTruax(reliability, points, verified(parts), source(parts));
    }

    private static List<Band> bands(Yaml value) throws ProfileProblem {
        List<Band> bands = new ArrayList<>();
        for (Map.Entry<String, Yaml> entry : value.entries().entrySet()) {
            List<Yaml> ends = entry.getValue().list();
            if (ends.size() != 2 || ends.get(0).number() > ends.get(1).number()) {
                throw entry.getValue().problem("should be its lowest and highest score, such as [0, 4]");
            }
            bands.add(new Band(entry.getKey(), ends.get(0).number(), ends.get(1).number()));
        }
        return bands;
    }
}
