package mendline.ingest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names under which files are listed. One that may be the name of a person, or holds an address or a number of a person, is replaced by a code, in
 * the order of the names.
 */
final class FileNames {
    private static final String COLUMN = "file";
    private static final Pattern ENDING = Pattern.compile("(?i)(\\.[a-z]{2,7}){1,2}$");

    private final SortedMap<String, String> told = new TreeMap<>();
    private final List<LocalCode> codes = new ArrayList<>();

    private FileNames() {}

    static FileNames of(SortedMap<String, Path> files) {
        FileNames names = new FileNames();
        String prefix = "file-";
        while (names.taken(files, prefix)) {
            prefix = "x" + prefix;
        }
        int number = 1;
        for (Map.Entry<String, Path> file : files.entrySet()) {
            String name = file.getKey();
            if (personal(name)) {
                String code = prefix + String.format(Locale.ROOT, "%03d", number++) + ending(name);
                names.told.put(name, code);
                names.codes.add(new LocalCode(COLUMN, code, name));
            } else {
                names.told.put(name, name);
            }
        }
        return names;
    }

    private boolean taken(SortedMap<String, Path> files, String prefix) {
        return files.keySet().stream().anyMatch(name -> name.matches("(?i)" + prefix + "\\d+.*"));
    }

    static boolean personal(String name) {
        String plain = name.substring(0, name.length() - ending(name).length());
        for (String part : plain.split("/")) {
            if (PersonalData.contact(part)
                    || PersonalData.healthNumber(part)
                    || PersonalNumbers.certain(part)
                    || OrdinaryWords.maybeName(part)) {
                return true;
            }
        }
        return false;
    }

    private static String ending(String name) {
        Matcher ending = ENDING.matcher(name);
        return ending.find() ? ending.group() : "";
    }

    /** The name to list a file under. */
    String told(String name) {
        return told.get(name);
    }

    /** The codes given, with the names that they stand for. */
    List<LocalCode> codes() {
        return codes;
    }
}
