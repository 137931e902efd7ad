package mendline.render;

import java.util.List;
import java.util.function.DoubleFunction;

/**
 * An axis made ready for drawing.
 *
 * @param ticks names and places along it
 * @param words how a value on it is written
 */
record Scale(double min, double max, List<Tick> ticks, DoubleFunction<String> words) {
    /**
     * A place on an axis.
     *
     * @param text its name, empty for a line without a name
     * @param below a second line, such as the year
     * @param line whether a grid line runs through it
     */
    record Tick(double at, String text, String below, boolean line) {}

    Scale {
        ticks = List.copyOf(ticks);
        if (!(max > min)) {
            max = min + 1;
        }
    }

    boolean hasSecondLine() {
        return ticks.stream().anyMatch(tick -> !tick.below().isEmpty());
    }

    double widestName() {
        return Lettering.widest(ticks.stream().map(Tick::text).toList(), Looks.TICK);
    }
}
