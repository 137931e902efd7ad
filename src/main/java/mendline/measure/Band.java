package mendline.measure;

/** A severity band: its name and its lowest and highest score in points, both included. */
public record Band(String name, double from, double to) {}
