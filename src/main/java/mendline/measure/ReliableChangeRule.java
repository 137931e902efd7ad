package mendline.measure;

import java.util.OptionalDouble;
import java.util.function.Function;

/** How a measure's reliable change is known: as published points, worked out after Jacobson and Truax (1991), or by an index. */
public sealed interface ReliableChangeRule {
    /** Published points; a change of exactly that size is reliable. */
    record Points(Constant points) implements ReliableChangeRule {}

    /**
     * 1.96 times the square root of 2 times sd times the square root of (1 - reliability); a change must exceed it.
     *
     * @param sd points; empty takes the baseline SD of the sample's courses that have a first and a last score
     */
    record JacobsonTruax(double reliability, OptionalDouble sd, boolean verified, String source)
            implements ReliableChangeRule {
        public JacobsonTruax {
            if (!(reliability > 0 && reliability < 1)) {
                throw new IllegalArgumentException("reliability needs 0 < r < 1, was " + reliability);
            }
        }
    }

    /**
     * Another of the methods, which looks at both scores. Where a number of points is asked for (setbacks, shapes, service rates, the change
     * index in files), it is that of Jacobson and Truax from the same reliability and SD.
     *
     * @param reliabilityPost reliability of the last score; empty where it is that of the first
     */
    record Index(ChangeMethod method, JacobsonTruax points, OptionalDouble reliabilityPost)
            implements ReliableChangeRule {
        public Index {
            if (method == ChangeMethod.JACOBSON_TRUAX) {
                throw new IllegalArgumentException("Jacobson and Truax is a rule of its own");
            }
            if (method.needsReliabilityPost() && reliabilityPost.isEmpty()) {
                throw new IllegalArgumentException(method + " needs the reliability of the last score");
            }
        }
    }

    /** The method by which courses are judged. */
    default ChangeMethod method() {
        return this instanceof Index index ? index.method() : ChangeMethod.JACOBSON_TRUAX;
    }

    /** The reliability behind it; empty where points were published. */
    default OptionalDouble knownReliability() {
        return match(points -> OptionalDouble.empty(), truax -> OptionalDouble.of(truax.reliability()));
    }

    /** One function for published points, one for points worked out after Jacobson and Truax, which stand behind every other method too. */
    default <R> R match(Function<Points, R> points, Function<JacobsonTruax, R> jacobsonTruax) {
        if (this instanceof Points p) {
            return points.apply(p);
        }
        return jacobsonTruax.apply(this instanceof Index index ? index.points() : (JacobsonTruax) this);
    }
}
