package mendline.report;

import java.util.Arrays;
import java.util.Locale;
import mendline.detect.LandmarkGroup;

/** Two groups at the landmark whose later scores are set against each other, first minus second. */
enum LandmarkContrast {
    REPAIRED_NO_DIP(LandmarkGroup.DIP_REPAIRED, LandmarkGroup.NO_DIP),
    NOT_YET_NO_DIP(LandmarkGroup.DIP_NOT_YET_REPAIRED, LandmarkGroup.NO_DIP),
    REPAIRED_NOT_YET(LandmarkGroup.DIP_REPAIRED, LandmarkGroup.DIP_NOT_YET_REPAIRED);

    private final LandmarkGroup first;
    private final LandmarkGroup second;

    LandmarkContrast(LandmarkGroup first, LandmarkGroup second) {
        this.first = first;
        this.second = second;
    }

    static LandmarkContrast of(LandmarkGroup first, LandmarkGroup second) {
        return Arrays.stream(values())
                .filter(contrast -> contrast.first == first && contrast.second == second)
                .findFirst()
                .orElseThrow();
    }

    LandmarkGroup first() {
        return first;
    }

    LandmarkGroup second() {
        return second;
    }

    /** Both groups, for a row of a table or a place on an axis. */
    String words() {
        return named(first) + " against "
                + (second == LandmarkGroup.NO_DIP ? small(named(second)) : "not yet repaired");
    }

    String smallWords() {
        return small(words());
    }

    String id() {
        return first.key() + "_v_" + second.key();
    }

    static String named(LandmarkGroup group) {
        return switch (group) {
            case NO_DIP -> "No dip";
            case DIP_REPAIRED -> "Dip, repaired";
            case DIP_NOT_YET_REPAIRED -> "Dip, not yet repaired";
        };
    }

    static String withA(LandmarkGroup group) {
        return switch (group) {
            case NO_DIP -> "no dip";
            case DIP_REPAIRED -> "a dip repaired";
            case DIP_NOT_YET_REPAIRED -> "a dip not yet repaired";
        };
    }

    static String small(String text) {
        return text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
    }
}
