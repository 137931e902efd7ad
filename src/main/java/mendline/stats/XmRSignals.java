package mendline.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The rules of the control chart, each a function of its own, and the signals they give together. */
final class XmRSignals {
    private final XmR.Rule[] rules;
    private final int[] directions;

    private XmRSignals(int points) {
        rules = new XmR.Rule[points];
        directions = new int[points];
    }

    static XmRSignals none(int points) {
        return new XmRSignals(points);
    }

    /** The limits of each point, and those two thirds of the way to them. */
    static final class Bounds {
        private final double[] lower;
        private final double[] upper;
        private final double[] nearLower;
        private final double[] nearUpper;

        Bounds(int points) {
            lower = new double[points];
            upper = new double[points];
            nearLower = new double[points];
            nearUpper = new double[points];
        }

        void set(int point, double low, double high, double nearLow, double nearHigh) {
            lower[point] = low;
            upper[point] = high;
            nearLower[point] = nearLow;
            nearUpper[point] = nearHigh;
        }
    }

    static XmRSignals in(double[] y, boolean[] present, XmR.Limits limits, int runLength) {
        Bounds bounds = new Bounds(y.length);
        for (int i = 0; i < y.length; i++) {
            bounds.set(i, limits.lower(), limits.upper(), limits.nearLower(), limits.nearUpper());
        }
        return in(y, present, limits.mean(), bounds, runLength);
    }

    static XmRSignals in(double[] y, boolean[] present, double centre, Bounds bounds, int runLength) {
        int[] side = new int[y.length];
        int[] outside = new int[y.length];
        boolean[] near = new boolean[y.length];
        for (int i = 0; i < y.length; i++) {
            if (present[i]) {
                side[i] = (int) Math.signum(y[i] - centre);
                outside[i] = y[i] > bounds.upper[i] ? 1 : y[i] < bounds.lower[i] ? -1 : 0;
                near[i] = outside[i] == 0 && (y[i] > bounds.nearUpper[i] || y[i] < bounds.nearLower[i]);
            }
        }
        XmRSignals signals = new XmRSignals(y.length);
        signals.name(XmR.Rule.OUTSIDE, outside);
        signals.name(XmR.Rule.TREND, trend(y, present, runLength));
        signals.name(XmR.Rule.TWO_IN_THREE, twoInThree(side, near));
        signals.name(XmR.Rule.SHIFT, shift(side, runLength));
        return signals;
    }

    /**
     * +1 for points in a rising run, −1 in a falling one, 0 otherwise. The turning point of two runs belongs to the
     * later one.
     */
    static int[] trend(double[] y, boolean[] present, int runLength) {
        int[] directions = new int[y.length];
        int steps = 0;
        int direction = 0;
        for (int i = 1; i < y.length; i++) {
            int step = present[i] && present[i - 1] ? (int) Math.signum(y[i] - y[i - 1]) : 0;
            steps = step == 0 ? 0 : step == direction ? steps + 1 : 1;
            direction = step;
            if (steps >= runLength - 1) {
                Arrays.fill(directions, i - runLength + 1, i + 1, direction);
            }
        }
        return directions;
    }

    /** The side of near points that share a window of three, all on that side, with another near point. */
    static int[] twoInThree(int[] side, boolean[] near) {
        int[] directions = new int[side.length];
        for (int i = 0; i + 2 < side.length; i++) {
            boolean oneSide = side[i] != 0 && side[i] == side[i + 1] && side[i] == side[i + 2];
            int nearPoints = (near[i] ? 1 : 0) + (near[i + 1] ? 1 : 0) + (near[i + 2] ? 1 : 0);
            if (oneSide && nearPoints >= 2) {
                for (int j = i; j <= i + 2; j++) {
                    if (near[j]) {
                        directions[j] = side[j];
                    }
                }
            }
        }
        return directions;
    }

    /** The side of points in a run on one side; 0 (on the mean, or no value) breaks a run. */
    static int[] shift(int[] side, int runLength) {
        int[] directions = new int[side.length];
        int run = 0;
        for (int i = 0; i < side.length; i++) {
            run = side[i] == 0 ? 0 : i > 0 && side[i] == side[i - 1] ? run + 1 : 1;
            if (run >= runLength) {
                Arrays.fill(directions, i - runLength + 1, i + 1, side[i]);
            }
        }
        return directions;
    }

    XmR.PointType type(int index) {
        return switch (directions[index]) {
            case 1 -> XmR.PointType.SPECIAL_CAUSE_HIGH;
            case -1 -> XmR.PointType.SPECIAL_CAUSE_LOW;
            default -> XmR.PointType.COMMON_CAUSE;
        };
    }

    Optional<XmR.Rule> rule(int index) {
        return Optional.ofNullable(rules[index]);
    }

    List<XmR.PointType> types(boolean[] present) {
        List<XmR.PointType> types = new ArrayList<>(present.length);
        for (int i = 0; i < present.length; i++) {
            types.add(present[i] ? type(i) : XmR.PointType.EMPTY);
        }
        return types;
    }

    List<Optional<XmR.Rule>> rules() {
        List<Optional<XmR.Rule>> all = new ArrayList<>(rules.length);
        for (int i = 0; i < rules.length; i++) {
            all.add(rule(i));
        }
        return all;
    }

    private void name(XmR.Rule rule, int[] found) {
        for (int i = 0; i < found.length; i++) {
            if (rules[i] == null && found[i] != 0) {
                rules[i] = rule;
                directions[i] = found[i];
            }
        }
    }
}
