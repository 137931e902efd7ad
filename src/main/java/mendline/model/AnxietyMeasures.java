package mendline.model;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which measure of anxiety service outcomes pair with the PHQ-9, by the problem that was recorded (NHS Talking Therapies:
 * the anxiety disorder specific measure, where there is one for the problem).
 *
 * @param by column of the recorded problem, such as {@code group_problem}; empty where everybody has the GAD-7
 * @param byProblem key of a measure by problem, as {@link Vocabulary#folded}
 */
public record AnxietyMeasures(Optional<String> by, SortedMap<String, String> byProblem) {
    /** The GAD-7 for everybody. */
    public static final AnxietyMeasures GAD7 = new AnxietyMeasures(Optional.empty(), new TreeMap<>());

    public AnxietyMeasures {
        byProblem = Collections.unmodifiableSortedMap(new TreeMap<>(byProblem));
    }

    /** The measure for the problem of a course; empty where none was recorded, or it has none of its own. */
    public Optional<String> of(Course course) {
        return by.map(column -> course.groups().get(column)).map(problem -> byProblem.get(Vocabulary.folded(problem)));
    }
}
