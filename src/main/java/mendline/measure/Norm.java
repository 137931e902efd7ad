package mendline.measure;

/** Mean and standard deviation of a reference group, in points. */
public record Norm(double mean, double sd, boolean verified, String source) {
    public Norm {
        if (!(sd > 0)) {
            throw new IllegalArgumentException("a norm needs sd > 0, was " + sd);
        }
    }
}
