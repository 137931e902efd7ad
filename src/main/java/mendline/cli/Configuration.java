package mendline.cli;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import mendline.ingest.Profile;
import mendline.measure.Measure;
import mendline.model.Months;
import mendline.model.Scores;
import mendline.model.Vocabulary;

/**
 * Settings as plain values for the manifest. Records are taken apart by their components, so that a setting added later cannot be forgotten;
 * names are spelled as in the profile (lower case with {@code _}), what is not set is left out.
 */
final class Configuration {
    private static final Set<String> MONTHS = Set.of("fromMonth", "baselineTo", "notes");

    private Configuration() {}

    /** Every setting of a run; of the measures only those that the data have scores of, with their ranges in points. */
    static SortedMap<String, Object> of(Profile profile, Set<String> measured) {
        SortedMap<String, Object> settings = of(profile);
        SortedMap<String, Object> measures = new TreeMap<>();
        for (String key : measured) {
            Measure measure = profile.measures().get(key);
            SortedMap<String, Object> plain = of(measure);
            plain.put("min", Scores.points(measure.min()));
            plain.put("max", Scores.points(measure.max()));
            plain.put("step", Scores.points(measure.step()));
            measures.put(key, plain);
        }
        settings.put("measures", measures);
        return settings;
    }

    /** A record as a map from setting to plain value. */
    static SortedMap<String, Object> of(Record settings) {
        SortedMap<String, Object> plain = new TreeMap<>();
        for (RecordComponent component : settings.getClass().getRecordComponents()) {
            Object value = value(settings, component);
            plain(MONTHS.contains(component.getName()) ? months(value) : value)
                    .ifPresent(of -> plain.put(snake(component.getName()), of));
        }
        return plain;
    }

    /** Months as people write them, not as they are counted. */
    private static Object months(Object value) {
        if (value instanceof OptionalInt month) {
            return month.isPresent() ? Optional.of(Months.iso(month.getAsInt())) : Optional.empty();
        }
        if (value instanceof Map<?, ?> byMonth) {
            SortedMap<String, Object> plain = new TreeMap<>();
            byMonth.forEach((month, text) -> plain.put(Months.iso((Integer) month), text));
            return plain;
        }
        return Months.iso((Integer) value);
    }

    private static Optional<Object> plain(Object value) {
        if (value instanceof Optional<?> o) {
            return o.flatMap(Configuration::plain);
        }
        if (value instanceof OptionalInt o) {
            return o.isPresent() ? Optional.of(o.getAsInt()) : Optional.empty();
        }
        if (value instanceof OptionalLong o) {
            return o.isPresent() ? Optional.of(o.getAsLong()) : Optional.empty();
        }
        if (value instanceof OptionalDouble o) {
            return o.isPresent() ? Optional.of(o.getAsDouble()) : Optional.empty();
        }
        if (value instanceof Enum<?> e) {
            return Optional.of(e.name().toLowerCase(Locale.ROOT));
        }
        if (value instanceof Number || value instanceof Boolean) {
            return Optional.of(value);
        }
        if (value instanceof Record r) {
            return Optional.of(of(r));
        }
        if (value instanceof Map<?, ?> map) {
            return Optional.of(entries(map));
        }
        if (value instanceof Collection<?> all) {
            return Optional.of(items(all));
        }
        return Optional.ofNullable(value).map(Object::toString);
    }

    private static SortedMap<String, Object> entries(Map<?, ?> map) {
        SortedMap<String, Object> plain = new TreeMap<>();
        map.forEach((key, value) ->
                plain(value).ifPresent(v -> plain.put(key instanceof Vocabulary w ? w.key() : key.toString(), v)));
        return plain;
    }

    private static List<Object> items(Collection<?> all) {
        List<Object> plain = new ArrayList<>();
        for (Object item : all) {
            plain(item).ifPresent(plain::add);
        }
        return plain;
    }

    private static Object value(Record settings, RecordComponent component) {
        try {
            return component.getAccessor().invoke(settings);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("setting " + component.getName() + " cannot be read", e);
        }
    }

    private static String snake(String name) {
        StringBuilder snake = new StringBuilder();
        for (char c : name.toCharArray()) {
            if (Character.isUpperCase(c)) {
                snake.append('_').append(Character.toLowerCase(c));
            } else {
                snake.append(c);
            }
        }
        return snake.toString();
    }
}
