package mendline.report;

import java.util.List;

/**
 * Points that belong together.
 *
 * @param name as the CSV and the key or direct label spell it
 * @param panel small picture it belongs to, empty when the chart has only one
 * @param labelled whether its name is written beside it (else it is in the key, or nowhere when it is the only one)
 */
public record Series(String name, String panel, Mark mark, Tone tone, boolean labelled, List<Point> points) {
    public Series {
        points = List.copyOf(points);
    }

    /** A series of the only panel. */
    public Series(String name, Mark mark, Tone tone, boolean labelled, List<Point> points) {
        this(name, "", mark, tone, labelled, points);
    }
}
