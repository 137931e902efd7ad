package mendline.report;

import static mendline.report.TextTables.numbers;
import static mendline.report.TextTables.row;
import static mendline.report.TextTables.words;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import mendline.aggregate.Ratio;
import mendline.aggregate.Topic;
import mendline.model.Period;
import mendline.report.Block.Row;
import mendline.report.Ledger.Entry;
import mendline.stats.Funnel;
import mendline.stats.Interval;

/** Page 10, left out where it would show too little: sites beside each other, therapists never. */
final class SitesPage {
    /** A site with fewer therapists is never shown apart. */
    static final int FEWEST_THERAPISTS = 5;

    private static final int STEPS_OF_LIMITS = 60;

    /** Limits are drawn from this size on, or from the smallest site's. */
    private static final long FIRST_OF_LIMITS = 20;

    private SitesPage() {}

    /** A site of the year; therapists are known by numbers made from their codes. */
    private record Site(String name, Ratio improved, TreeSet<String> therapists) {
        Site plus(Site other) {
            TreeSet<String> both = new TreeSet<>(therapists);
            both.addAll(other.therapists);
            return new Site(
                    "",
                    new Ratio(
                            improved.numerator() + other.improved.numerator(),
                            improved.denominator() + other.improved.denominator()),
                    both);
        }
    }

    /** The sites shown apart, by name, and how many named ones are not. */
    private record Sites(List<Site> apart, int together) {}

    /** The page; empty where fewer than five sites can be shown apart. */
    static Optional<Page> of(ReportInput in, Ledger ledger) {
        Sites sites = sites(in);
        if (sites.apart().size() < Funnel.FEWEST_UNITS) {
            return Optional.empty();
        }
        return Optional.of(page(in, sites, ledger.of("sites")));
    }

    /** Why the page is left out, in one sentence; empty where it is not. */
    static Optional<String> whyNot(ReportInput in) {
        Sites sites = sites(in);
        if (sites.apart().size() >= Funnel.FEWEST_UNITS) {
            return Optional.empty();
        }
        String reason = sites.apart().isEmpty() && sites.together() == 0
                ? "the data name no site of a course that ended."
                : "sites are compared only where five or more can be shown apart, each with " + fewest(in)
                        + " ended courses and five therapists or more in the year.";
        return Optional.of("There is no page on differences between sites: " + reason);
    }

    private static long fewest(ReportInput in) {
        return Math.max(Funnel.FEWEST_EACH, in.settings().minimumN());
    }

    private static Sites sites(ReportInput in) {
        Period year = in.windows().year();
        TreeMap<String, TreeSet<String>> therapists = new TreeMap<>();
        for (String category :
                in.summary().categories(Topic.SITE_THERAPIST, year).keySet()) {
            int cut = category.lastIndexOf('|');
            therapists
                    .computeIfAbsent(category.substring(0, cut), site -> new TreeSet<>())
                    .add(category.substring(cut + 1));
        }
        List<Site> apart = new ArrayList<>();
        Site rest = new Site("", new Ratio(0, 0), new TreeSet<>());
        int together = 0;
        for (String name : in.summary().categories(Topic.SITE_FINISHED, year).keySet()) {
            Ratio improved = new Ratio(
                    in.summary().count(Topic.SITE_IMPROVED, name, year),
                    in.summary().count(Topic.SITE_FINISHED, name, year));
            Site site = new Site(name, improved, therapists.getOrDefault(name, new TreeSet<>()));
            if (!name.isEmpty() && large(site, in) && shown(site, in).isPresent()) {
                apart.add(site);
            } else {
                rest = rest.plus(site);
                together += name.isEmpty() ? 0 : 1;
            }
        }
        // What is left must be as large as a site, or the report's totals less the sites shown would give it away.
        while (rest.improved().denominator() > 0 && !large(rest, in) && !apart.isEmpty()) {
            Site smallest = apart.stream()
                    .min(Comparator.comparingLong(site -> site.improved().denominator()))
                    .orElseThrow();
            apart.remove(smallest);
            rest = rest.plus(smallest);
            together++;
        }
        return new Sites(
                apart.stream().map(site -> shown(site, in).orElseThrow()).toList(), together);
    }

    /** A site by the counts that a scheme of suppression shows of it; the limits are worked out from these too. */
    private static Optional<Site> shown(Site site, ReportInput in) {
        return Suppression.ratio(in.settings().suppression(), site.improved())
                .map(ratio -> new Site(site.name(), ratio, site.therapists()));
    }

    private static boolean large(Site site, ReportInput in) {
        return site.improved().denominator() >= fewest(in) && site.therapists().size() >= FEWEST_THERAPISTS;
    }

    private static Page page(ReportInput in, Sites sites, Ledger page) {
        Period year = in.windows().year();
        List<Site> apart = sites.apart();
        Funnel funnel = Funnel.of(apart.stream()
                        .map(site -> new Funnel.Count(
                                site.improved().numerator(), site.improved().denominator()))
                        .toList())
                .orElseThrow();
        List<Boolean> withheld = withheld(apart);
        long signals = 0;
        for (int i = 0; i < apart.size(); i++) {
            signals += !withheld.get(i) && funnel.units().get(i).place() != Funnel.Place.USUAL ? 1 : 0;
        }
        page.count(new Entry("sites", "Sites shown apart", year), apart.size(), "sites");
        page.count(new Entry("signals", "Sites beyond the 99.8 % limits", year), signals, "sites");
        Ratio all = apart.stream()
                .reduce(new Site("", new Ratio(0, 0), new TreeSet<>()), Site::plus)
                .improved();
        String overall = page.share(new Entry("all", "Reliable improvement at these sites", year), all);
        List<Block> blocks = new ArrayList<>();
        blocks.add(
                new Block.Chart(
                        figure(in, apart, withheld, funnel, signals),
                        "Each dot is a site. Sites with fewer courses scatter more, so the limits open to the left. Only a dot beyond the"
                                + " outer limits stands out; between the two pairs of limits one site in twenty lies by chance alone."));
        blocks.add(table(apart, withheld, funnel, year, page));
        List<String> notes = new ArrayList<>();
        notes.add("At these sites together " + overall + " improved reliably.");
        if (sites.together() > 0) {
            notes.add(Written.sentence(Written.some(sites.together(), "site is", "sites are"))
                    + " not shown apart: fewer than " + fewest(in)
                    + " courses or five therapists, or needed so that these cannot be worked out from totals.");
        }
        if (withheld.contains(true)) {
            notes.add(
                    "* stands where fewer than five improved or did not, and where a figure would give such a one away.");
        }
        if (funnel.between() > 0) {
            notes.add("Sites differ among themselves by more than chance, so the limits are widened by that (τ² = "
                    + page.number(
                            new Entry("between", "Variance between sites, arcsine scale", year),
                            funnel.between(),
                            4,
                            "")
                    + ").");
        }
        blocks.add(new Block.Note(String.join(" ", notes)));
        List<CaseMixBlocks.Shown> shown = new ArrayList<>();
        for (int i = 0; i < apart.size(); i++) {
            Site site = apart.get(i);
            shown.add(new CaseMixBlocks.Shown(site.name(), site.improved().denominator(), withheld.get(i)));
        }
        blocks.addAll(CaseMixBlocks.of(in, shown, page));
        blocks.add(new Block.Box(
                "How to read this",
                List.of(
                        "Sites see different people: how severe courses were at the start, what people came with and who left without"
                                + " a last score are not adjusted for"
                                + (in.settings().caseMix() ? " in the chart" : "")
                                + ". A site outside the limits is a reason to look at these first.",
                        "Sites stand by name. Therapists are never compared in this report.")));
        return new Page(
                "sites",
                10,
                "Differences between sites",
                title(apart.size(), signals),
                "Reliable improvement, courses that ended, " + Written.period(year),
                blocks);
    }

    private static String title(int sites, long signals) {
        return signals == 0
                ? "The " + sites + " sites differ no more than chance allows"
                : Written.count(signals) + " of " + sites + " sites " + (signals == 1 ? "lies" : "lie")
                        + " beyond what chance allows";
    }

    /** By site: whether its counts of improved and other courses are withheld; both or none, since their sum is shown. */
    private static List<Boolean> withheld(List<Site> sites) {
        return Suppression.shares(sites.stream().map(Site::improved).toList(), Suppression.FEWEST_IN_A_CELL);
    }

    private static Block table(List<Site> sites, List<Boolean> withheld, Funnel funnel, Period year, Ledger page) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < sites.size(); i++) {
            Site site = sites.get(i);
            Entry ended = new Entry("ended." + i, "Courses that ended", year, site.name());
            Entry improved = new Entry("improved." + i, "Reliable improvement", year, site.name());
            String courses = page.count(ended, site.improved().denominator(), "courses");
            if (withheld.get(i)) {
                page.withheld(improved, "share");
                rows.add(row(site.name(), courses, Written.WITHHELD, Written.WITHHELD, Written.WITHHELD));
            } else {
                rows.add(row(
                        site.name(),
                        courses,
                        page.said(site.improved().numerator()),
                        page.shortShare(improved, site.improved()),
                        place(funnel.units().get(i).place())));
            }
        }
        return new Block.Table(
                "Sites by name",
                List.of(
                        words("Site", 28),
                        numbers("Courses ended", 14),
                        numbers("Improved reliably", 14),
                        numbers("Share [95 % interval]", 20),
                        words("Beside the limits", 24)),
                rows);
    }

    private static String place(Funnel.Place place) {
        return switch (place) {
            case USUAL, EMPTY -> "no more than chance";
            case HIGH -> "above the 99.8 % limits";
            case LOW -> "below the 99.8 % limits";
        };
    }

    private static Figure figure(
            ReportInput in, List<Site> sites, List<Boolean> withheld, Funnel funnel, long signals) {
        long least = sites.stream()
                .mapToLong(site -> site.improved().denominator())
                .min()
                .orElseThrow();
        long most = sites.stream()
                .mapToLong(site -> site.improved().denominator())
                .max()
                .orElseThrow();
        List<Point> outer = new ArrayList<>();
        List<Point> inner = new ArrayList<>();
        long from = Math.min(least, FIRST_OF_LIMITS);
        long to = most + most / 10;
        long step = Math.max(1, (to - from) / STEPS_OF_LIMITS);
        for (long n = from; n < to + step; n += step) {
            Funnel.Limits limits = funnel.limitsAt(Math.min(n, to));
            outer.add(between(Math.min(n, to), limits.outer()));
            inner.add(between(Math.min(n, to), limits.inner()));
        }
        List<Point> usual = new ArrayList<>();
        List<Point> beyond = new ArrayList<>();
        for (int i = 0; i < sites.size(); i++) {
            if (withheld.get(i)) {
                continue;
            }
            Ratio ratio = sites.get(i).improved();
            Point point = Point.at(ratio.denominator(), ratio.value().orElseThrow())
                    .named(sites.get(i).name())
                    .of(ratio.denominator());
            switch (funnel.units().get(i).place()) {
                case HIGH -> beyond.add(point.in(PointState.SPECIAL_CAUSE_HIGH));
                case LOW -> beyond.add(point.in(PointState.SPECIAL_CAUSE_LOW));
                case USUAL, EMPTY -> usual.add(point);
            }
        }
        List<Series> series = new ArrayList<>();
        series.add(new Series("99.8 % limits", Mark.BAND, Tone.NOISE, true, outer));
        series.add(new Series("95 % limits", Mark.BAND, Tone.MUTED, true, inner));
        series.add(new Series(
                "all these sites " + Written.percent(funnel.centre()),
                Mark.GUIDE,
                Tone.REFERENCE,
                true,
                List.of(Point.at(from, funnel.centre()), Point.at(to, funnel.centre()))));
        if (!usual.isEmpty()) {
            series.add(new Series("site", Mark.DOT, Tone.MAIN, false, usual));
        }
        if (!beyond.isEmpty()) {
            series.add(new Series("site beyond the 99.8 % limits", Mark.DOT, Tone.NEUTRAL, false, beyond));
        }
        return new Figure(
                "sites-funnel",
                Figure.Layout.XY,
                title(sites.size(), signals),
                "Reliable improvement by number of courses that ended, "
                        + Written.period(in.windows().year()),
                "Funnel plot of " + sites.size() + " sites around " + Written.percent(funnel.centre()) + ": "
                        + (usual.size() + beyond.size()) + " drawn, " + Written.count(signals)
                        + " beyond the 99.8 % limits.",
                Axis.fromZero("courses that ended", Axis.Scale.WHOLE_NUMBER),
                Axis.between("improved reliably", Axis.Scale.SHARE, 0, 1),
                series,
                List.of(),
                List.of(),
                200);
    }

    private static Point between(long n, Interval limits) {
        return Point.between(n, limits.lower(), limits.upper());
    }
}
