package mendline.measure;

/** How a yardstick tells a reliable change from error: by points, by an index of both scores, or not at all. */
public sealed interface ChangeTest permits ChangeTest.Points, ChangeTest.Refused, ChangeIndex {
    /** The change against the yardstick's reliable change in points. */
    record Points() implements ChangeTest {}

    /** The method that the profile asks for cannot be used on these data. */
    record Refused(ChangeMethod method, String reason) implements ChangeTest {}
}
