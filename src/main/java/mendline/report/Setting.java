package mendline.report;

/**
 * Settings of a run that belong together, as the last page prints them.
 *
 * @param name what they are about, in the words of the profile: {@code detection · ruptures}
 * @param value each with its value: {@code dip window 5; return days 28}
 */
public record Setting(String name, String value) {}
