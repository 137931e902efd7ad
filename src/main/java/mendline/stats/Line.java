package mendline.stats;

/** A straight line. */
public record Line(double intercept, double slope) {
    public double at(double x) {
        return intercept + slope * x;
    }
}
