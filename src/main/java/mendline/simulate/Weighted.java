package mendline.simulate;

/** A value and how often it comes up, relative to the others of its list. */
record Weighted<T>(T value, double weight) {
    static <T> Weighted<T> of(T value, double weight) {
        return new Weighted<>(value, weight);
    }
}
