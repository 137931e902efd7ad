package mendline.ingest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import mendline.model.Vocabulary;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * One value of a YAML file with its place in it. Only text, lists and mappings are ever made of it; nothing is
 * constructed from tags.
 */
final class Yaml {
    private static final int DEEPEST = 20;

    private final String file;
    private final String path;
    private final Node node;

    private Yaml(String file, String path, Node node) {
        this.file = file;
        this.path = path;
        this.node = node;
    }

    /** The top of a file; empty when there is nothing in it. */
    static Optional<Yaml> read(String file, String text) throws ProfileProblem {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(file)
                .setMaxAliasesForCollections(20)
                .build();
        try {
            refuseDepth(file, settings, text);
            Optional<Node> top = new Compose(settings).composeString(text);
            return top.filter(node -> !(node instanceof ScalarNode scalar
                            && scalar.getValue().isEmpty()))
                    .map(node -> new Yaml(file, "", node));
        } catch (MarkedYamlEngineException e) {
            String line = e.getProblemMark()
                    .map(mark -> ", line " + (mark.getLine() + 1))
                    .orElse("");
            throw new ProfileProblem(file + line + ": this is not YAML that can be read: " + e.getProblem() + ".");
        } catch (YamlEngineException e) {
            throw new ProfileProblem(file + ": this is not YAML that can be read.");
        }
    }

    /** Nested so deeply that reading it would fill the stack. */
    private static void refuseDepth(String file, LoadSettings settings, String text) throws ProfileProblem {
        int depth = 0;
        for (Event event : new Parse(settings).parseString(text)) {
            if (event instanceof CollectionStartEvent) {
                depth++;
            } else if (event instanceof CollectionEndEvent) {
                depth--;
            }
            if (depth > DEEPEST) {
                throw new ProfileProblem(
                        file + ": lists and mappings lie more than " + DEEPEST + " deep in each other.");
            }
        }
    }

    /** A complaint about this value; {@code what} is a clause without a full stop. */
    ProfileProblem problem(String what) {
        String line = node.getStartMark()
                .map(mark -> ", line " + (mark.getLine() + 1))
                .orElse("");
        return new ProfileProblem(file + line + ": " + (path.isEmpty() ? "the file" : path) + " " + what + ".");
    }

    boolean isMapping() {
        return node instanceof MappingNode;
    }

    boolean isScalar() {
        return node instanceof ScalarNode;
    }

    /** The last part of the path: the key under which the value stands. */
    String key() {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    /** A mapping in the order of the file, whatever its keys. */
    Map<String, Yaml> entries() throws ProfileProblem {
        if (!(node instanceof MappingNode mapping)) {
            throw problem("should be a mapping of keys to values");
        }
        Map<String, Yaml> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            Yaml keyNode = new Yaml(file, path, tuple.getKeyNode());
            if (!(tuple.getKeyNode() instanceof ScalarNode scalar)) {
                throw keyNode.problem("has a key that is not plain text");
            }
            String key = scalar.getValue();
            String keyPath = path.isEmpty() ? key : path + "." + key;
            if (entries.put(key, new Yaml(file, keyPath, tuple.getValueNode())) != null) {
                throw keyNode.problem("has the key \"" + key + "\" twice");
            }
        }
        return entries;
    }

    /** A mapping whose keys must be among the given ones. */
    Map<String, Yaml> entries(String... valid) throws ProfileProblem {
        Map<String, Yaml> entries = entries();
        for (Map.Entry<String, Yaml> entry : entries.entrySet()) {
            if (!List.of(valid).contains(entry.getKey())) {
                throw entry.getValue().unknown("key", entry.getKey(), List.of(valid));
            }
        }
        return entries;
    }

    /** A complaint about a word that is not among the valid ones, naming the nearest. */
    ProfileProblem unknown(String what, String word, Collection<String> valid) {
        String line = node.getStartMark()
                .map(mark -> ", line " + (mark.getLine() + 1))
                .orElse("");
        String parent = path.contains(".") ? " under " + path.substring(0, path.lastIndexOf('.')) : "";
        return new ProfileProblem(file + line + ": there is no " + what + " \"" + word + "\"" + parent
                + "; did you mean \"" + Words.nearest(word, valid) + "\"?");
    }

    List<Yaml> list() throws ProfileProblem {
        if (!(node instanceof SequenceNode sequence)) {
            throw problem("should be a list in square brackets");
        }
        List<Yaml> items = new ArrayList<>();
        for (Node item : sequence.getValue()) {
            items.add(new Yaml(file, path, item));
        }
        return items;
    }

    /** A list of texts; a single text counts as a list of one. */
    List<String> texts() throws ProfileProblem {
        List<String> texts = new ArrayList<>();
        if (isScalar()) {
            texts.add(text());
        } else {
            for (Yaml item : list()) {
                texts.add(item.text());
            }
        }
        return texts;
    }

    String text() throws ProfileProblem {
        if (!(node instanceof ScalarNode scalar)) {
            throw problem("should be a single value");
        }
        return scalar.getValue();
    }

    String filledText() throws ProfileProblem {
        String text = text();
        if (text.isBlank()) {
            throw problem("should not be empty");
        }
        return text;
    }

    double number() throws ProfileProblem {
        String text = text();
        if (!text.matches("[-+]?(\\d+(\\.\\d*)?|\\.\\d+)")) {
            throw problem("should be a number, was \"" + text + "\"");
        }
        return Double.parseDouble(text);
    }

    double number(String expected, Predicate<Double> fits) throws ProfileProblem {
        double number = number();
        if (!fits.test(number)) {
            throw problem("should be " + expected + ", was " + text());
        }
        return number;
    }

    int whole(int least, int most) throws ProfileProblem {
        String text = text();
        if (!text.matches("[-+]?\\d{1,9}") || Integer.parseInt(text) < least || Integer.parseInt(text) > most) {
            throw problem("should be a whole number from " + least + " to " + most + ", was \"" + text + "\"");
        }
        return Integer.parseInt(text);
    }

    boolean flag() throws ProfileProblem {
        String text = text().toLowerCase(Locale.ROOT);
        if (List.of("true", "on", "yes").contains(text)) {
            return true;
        }
        if (List.of("false", "off", "no").contains(text)) {
            return false;
        }
        throw problem("should be true or false, was \"" + text() + "\"");
    }

    <E extends Enum<E> & Vocabulary> E word(Class<E> words) throws ProfileProblem {
        String text = text();
        Optional<E> found = Vocabulary.find(words, text);
        if (found.isEmpty()) {
            throw problem("should be " + Words.anyOf(words) + ", was \"" + text + "\"");
        }
        return found.get();
    }
}
