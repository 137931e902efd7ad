package mendline.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import mendline.measure.Band;
import mendline.measure.Benchmark;
import mendline.measure.ChangeMethod;
import mendline.measure.Constant;
import mendline.measure.CutoffRule;
import mendline.measure.ExpectedBand;
import mendline.measure.Measure;
import mendline.measure.Norm;
import mendline.measure.OutcomeApproach;
import mendline.measure.OutcomeRule;
import mendline.measure.ReliableChangeRule;
import mendline.measure.Thresholds;
import mendline.model.Direction;
import mendline.model.MeasureKind;
import mendline.model.Scores;

/**
 * Reads measures as the library and a profile spell them. What a profile does not say about a measure of the library
 * stays as the library has it.
 */
final class MeasureYaml {
    private static final String[] KEYS = {
        "name",
        "items",
        "min",
        "max",
        "step",
        "better",
        "kind",
        "caseness",
        "reliable_change",
        "step_change",
        "functional",
        "clinical",
        "cutoff",
        "bands",
        "source",
        "verified",
        "note",
        "outcome",
        "benchmark"
    };
    private static final double LARGEST = 100_000;
    private static final double WIDE_RANGE = 10;
    private static final double LARGEST_EFFECT = 5;

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
        this.verified = has("verified")
                ? get("verified").flag()
                : base.isPresent() && base.get().verified();
    }

    /** The measures of a mapping of keys to measures, on top of those already known. */
    static SortedMap<String, Measure> read(Yaml measures, SortedMap<String, Measure> known) throws ProfileProblem {
        SortedMap<String, Measure> all = new TreeMap<>(known);
        for (Map.Entry<String, Yaml> entry : measures.entries().entrySet()) {
            String key = entry.getKey();
            if (!key.matches("[a-z][a-z0-9]*")
                    || key.endsWith("therapist")
                    || key.startsWith("group")
                    || Column.named(key).isPresent()) {
                throw entry.getValue()
                        .problem(
                                "needs a key of small letters and digits that is not the name of a column (and neither "
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
        boolean clinicalFromSample =
                has("clinical") ? sample : base.isPresent() && base.get().clinicalFromSample();
        requireNorms(cutoff, functional.isPresent(), clinical.isPresent() || clinicalFromSample);
        Optional<ReliableChangeRule> reliableChange = has("reliable_change")
                ? Optional.of(reliableChange(get("reliable_change")))
                : base.flatMap(Measure::reliableChange);
        if (cutoff.ofTrueScores()
                && reliableChange
                        .map(ReliableChangeRule::knownReliability)
                        .orElse(OptionalDouble.empty())
                        .isEmpty()) {
            throw get("cutoff").problem("needs reliable_change: {method: ..., reliability: ..., sd: ...} beside it");
        }
        return new Measure(
                key,
                has("name") || base.isEmpty()
                        ? get("name").filledText()
                        : base.get().name(),
                has("items")
                        ? get("items").whole(0, 1_000)
                        : base.map(Measure::items).orElse(0),
                min,
                max,
                step,
                has("better") || base.isEmpty()
                        ? get("better").word(Direction.class)
                        : base.get().better(),
                has("kind") || base.isEmpty()
                        ? get("kind").word(MeasureKind.class)
                        : base.get().kind(),
                caseness,
                reliableChange,
                constant("step_change", base.flatMap(Measure::stepChange)),
                functional,
                clinical,
                clinicalFromSample,
                cutoff,
                has("bands") ? bands(get("bands")) : base.map(Measure::bands).orElse(List.of()),
                source,
                verified,
                has("note") ? get("note").text() : base.map(Measure::note).orElse(""),
                has("outcome")
                        ? outcomeRule(get("outcome"))
                        : base.map(Measure::outcomeRule).orElse(OutcomeRule.DEFAULT),
                has("benchmark") ? Optional.of(benchmark(get("benchmark"))) : base.flatMap(Measure::benchmark));
    }

    private void requireNorms(CutoffRule cutoff, boolean functional, boolean clinical) throws ProfileProblem {
        if (cutoff.needsFunctional() && !functional) {
            throw get("cutoff").problem("needs functional: {mean: ..., sd: ...} beside it");
        }
        if (cutoff.needsClinical() && !clinical) {
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
            case "a_true":
                return Optional.of(CutoffRule.A_TRUE);
            case "b_true":
                return Optional.of(CutoffRule.B_TRUE);
            case "c_true":
                return Optional.of(CutoffRule.C_TRUE);
            case "caseness":
                return Optional.of(CutoffRule.CASENESS);
            default:
                if (!cutoff.text().matches("[-+]?[0-9.]+")) {
                    throw cutoff.problem(
                            "should be a, b, c, a_true, b_true, c_true or a number, was \"" + cutoff.text() + "\"");
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
        Map<String, Yaml> parts =
                value.entries("method", "reliability", "reliability_post", "sd", "source", "verified");
        ChangeMethod method = part(value, parts, "method").word(ChangeMethod.class);
        double reliability = part(value, parts, "reliability").number("between 0 and 1", n -> n > 0 && n < 1);
        Yaml sd = part(value, parts, "sd");
        OptionalDouble points = sd.text().equals("sample")
                ? OptionalDouble.empty()
                : OptionalDouble.of(sd.number("a number of points above 0, or sample", n -> n > 0));
        ReliableChangeRule.JacobsonTruax truax =
                new ReliableChangeRule.JacobsonTruax(reliability, points, verified(parts), source(parts));
        OptionalDouble post = reliabilityPost(value, parts, method);
        return method == ChangeMethod.JACOBSON_TRUAX ? truax : new ReliableChangeRule.Index(method, truax, post);
    }

    private OptionalDouble reliabilityPost(Yaml whole, Map<String, Yaml> parts, ChangeMethod method)
            throws ProfileProblem {
        if (!method.needsReliabilityPost()) {
            if (parts.containsKey("reliability_post")) {
                throw parts.get("reliability_post").problem("is used by nunnally_kotsch only");
            }
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(part(whole, parts, "reliability_post").number("between 0 and 1", n -> n > 0 && n < 1));
    }

    private static OutcomeRule outcomeRule(Yaml value) throws ProfileProblem {
        Map<String, Yaml> parts = value.entries("approach", "minimally_important", "percentage");
        OutcomeApproach approach = parts.containsKey("approach")
                ? parts.get("approach").word(OutcomeApproach.class)
                : OutcomeApproach.COMBINED;
        Optional<Thresholds> important = parts.containsKey("minimally_important")
                ? Optional.of(thresholds(parts.get("minimally_important"), "a number of points above 0", n -> n > 0))
                : Optional.empty();
        if (approach == OutcomeApproach.ANCHOR && important.isEmpty()) {
            throw value.problem(
                    "needs minimally_important: {improved: ..., deteriorated: ...} for the anchor approach");
        }
        return new OutcomeRule(
                approach,
                important,
                parts.containsKey("percentage")
                        ? thresholds(parts.get("percentage"), "a share above 0 and at most 1", n -> n > 0 && n <= 1)
                        : OutcomeRule.DEFAULT.percentage());
    }

    private static Thresholds thresholds(Yaml value, String expected, Predicate<Double> fits) throws ProfileProblem {
        if (value.isScalar()) {
            return Thresholds.both(value.number(expected, fits));
        }
        Map<String, Yaml> parts = value.entries("improved", "deteriorated");
        if (parts.size() != 2) {
            throw value.problem("needs both improved and deteriorated, or one number for both");
        }
        return new Thresholds(
                parts.get("improved").number(expected, fits),
                parts.get("deteriorated").number(expected, fits));
    }

    private Benchmark benchmark(Yaml value) throws ProfileProblem {
        Map<String, Yaml> parts = value.entries("trials", "waiting", "expected_last", "expected_response", "source");
        String citation = part(value, parts, "source").filledText();
        if (parts.size() == 1) {
            throw value.problem("needs trials, waiting, expected_last or expected_response beside its source");
        }
        return new Benchmark(
                effect(parts, "trials"),
                effect(parts, "waiting"),
                parts.containsKey("expected_last")
                        ? Optional.of(expectedLast(parts.get("expected_last")))
                        : Optional.empty(),
                parts.containsKey("expected_response") ? expectedResponse(parts.get("expected_response")) : List.of(),
                citation);
    }

    /** Bands of first scores that do not overlap, each with expected scores by session. */
    private static List<ExpectedBand> expectedResponse(Yaml value) throws ProfileProblem {
        List<ExpectedBand> bands = new ArrayList<>();
        for (Yaml item : value.list()) {
            Map<String, Yaml> parts = item.entries("first", "expected");
            if (parts.size() != 2) {
                throw item.problem(
                        "needs both first and expected, such as {first: [10, 14], expected: {2: 12, 3: 11}}");
            }
            List<Yaml> ends = parts.get("first").list();
            if (ends.size() != 2 || ends.get(0).number() > ends.get(1).number()) {
                throw parts.get("first").problem("should be the lowest and highest first score, such as [10, 14]");
            }
            double from = ends.get(0).number();
            double to = ends.get(1).number();
            if (bands.stream().anyMatch(other -> from <= other.to() && to >= other.from())) {
                throw parts.get("first").problem("overlaps with another band of first scores");
            }
            SortedMap<Integer, Double> scores = new TreeMap<>();
            for (Map.Entry<String, Yaml> score : parts.get("expected").entries().entrySet()) {
                if (!score.getKey().matches("[1-9]\\d{0,3}") || score.getKey().equals("1")) {
                    throw score.getValue()
                            .problem("should stand under a session from 2 on, counted from the first score as 1");
                }
                scores.put(Integer.parseInt(score.getKey()), score.getValue().number());
            }
            bands.add(new ExpectedBand(from, to, scores));
        }
        return bands;
    }

    private static OptionalDouble effect(Map<String, Yaml> parts, String key) throws ProfileProblem {
        return parts.containsKey(key)
                ? OptionalDouble.of(
                        parts.get(key).number("an effect size between -5 and 5", n -> Math.abs(n) <= LARGEST_EFFECT))
                : OptionalDouble.empty();
    }

    private Benchmark.ExpectedLast expectedLast(Yaml value) throws ProfileProblem {
        Map<String, Yaml> parts = value.entries("intercept", "slope", "sd", "effect");
        return new Benchmark.ExpectedLast(
                part(value, parts, "intercept").number(),
                part(value, parts, "slope").number(),
                part(value, parts, "sd").number("more than 0", n -> n > 0),
                parts.containsKey("effect") ? parts.get("effect").number() : 0);
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
