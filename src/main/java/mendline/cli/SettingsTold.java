package mendline.cli;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import mendline.report.Setting;

/** The settings of a run in words, for people who read the last page; {@code manifest.json} has the same for programs. */
final class SettingsTold {
    /** Printed as a table of its own. */
    private static final String MEASURES = "measures";

    private SettingsTold() {}

    /** One row for each group of settings; those that are not set share the last one. */
    static List<Setting> of(SortedMap<String, Object> configuration) {
        List<Setting> rows = new ArrayList<>();
        List<String> empty = new ArrayList<>();
        for (Map.Entry<String, Object> setting : configuration.entrySet()) {
            if (!setting.getKey().equals(MEASURES)) {
                group(words(setting.getKey()), setting.getValue(), rows, empty);
            }
        }
        if (!empty.isEmpty()) {
            rows.add(new Setting("not set", String.join("; ", empty)));
        }
        return List.copyOf(rows);
    }

    private static void group(String name, Object value, List<Setting> rows, List<String> empty) {
        if (none(value)) {
            empty.add(name);
        } else if (value instanceof Map<?, ?> map) {
            List<String> own = new ArrayList<>();
            List<Map.Entry<?, ?>> groups = new ArrayList<>();
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                String key = words(entry.getKey().toString());
                if (none(entry.getValue())) {
                    empty.add(name + " · " + key);
                } else if (entry.getValue() instanceof Map<?, ?>) {
                    groups.add(entry);
                } else {
                    own.add(key + ": " + text(entry.getValue()));
                }
            }
            if (!own.isEmpty()) {
                rows.add(new Setting(name, String.join("; ", own)));
            }
            groups.forEach(
                    entry -> group(name + " · " + words(entry.getKey().toString()), entry.getValue(), rows, empty));
        } else {
            rows.add(new Setting(name, text(value)));
        }
    }

    private static boolean none(Object value) {
        return value instanceof Map<?, ?> map && map.isEmpty() || value instanceof Collection<?> all && all.isEmpty();
    }

    private static String text(Object value) {
        if (value instanceof Boolean flag) {
            return flag ? "on" : "off";
        }
        List<String> parts = new ArrayList<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, of) -> parts.add(words(key.toString()) + " " + text(of)));
            return String.join(", ", parts);
        }
        if (value instanceof Collection<?> all) {
            all.forEach(one -> parts.add(text(one)));
            return String.join(", ", parts);
        }
        return value.toString();
    }

    private static String words(String key) {
        return key.replace('_', ' ');
    }
}
