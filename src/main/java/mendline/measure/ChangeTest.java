package mendline.measure;

/** How a yardstick tells a reliable change from error: by points, by an index of two scores, by the slope of all, or not at all. */
public sealed interface ChangeTest permits ChangeTest.Points, ChangeTest.Refused, ChangeIndex, SlopeTest {
    /** The change against the yardstick's reliable change in points. */
    record Points() implements ChangeTest {}

    /** The method that the profile asks for cannot be used on these data. */
    record Refused(ChangeMethod method, String reason) implements ChangeTest {}
}
