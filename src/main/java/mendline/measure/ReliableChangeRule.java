package mendline.measure;

import java.util.OptionalDouble;
import java.util.function.Function;

/** How a measure's reliable change is known: as published points, or worked out after Jacobson and Truax (1991). */
public sealed interface ReliableChangeRule {
    /** Published points; a change of exactly that size is reliable. */
    record Points(Constant points) implements ReliableChangeRule {}

    /**
     * 1.96 times the square root of 2 times sd times the square root of (1 - reliability); a change must exceed it.
     *
     * @param sd points; empty takes the baseline SD of the sample's courses that have a first and a last score
     */
    record JacobsonTruax(double reliability, OptionalDouble sd, boolean verified, String source) implements ReliableChangeRule {
        public JacobsonTruax {
            if (!(reliability > 0 && reliability < 1)) {
                throw new IllegalArgumentException("reliability needs 0 < r < 1, was " + reliability);
            }
        }
    }

    /** One function for each case. */
    default <R> R match(Function<Points, R> points, Function<JacobsonTruax, R> jacobsonTruax) {
        return this instanceof Points p ? points.apply(p) : jacobsonTruax.apply((JacobsonTruax) this);
    }
}
