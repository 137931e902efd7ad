package mendline.render;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import mendline.report.Figure;
import mendline.report.Icon;
import mendline.report.Report;

/** Writes a report as one HTML file that needs nothing else: style and charts are inside. */
public final class HtmlReports {
    private HtmlReports() {}

    /** Writes the report; equal reports give equal bytes on one Java runtime. */
    public static void write(Report report, Path html) throws IOException {
        Fonts.ready();
        Files.write(html, Pages.of(report, new Screen()).getBytes(StandardCharsets.UTF_8));
    }

    private static final class Screen implements Markup {
        private int pictures;

        @Override
        public boolean paper() {
            return false;
        }

        @Override
        public String style() {
            return Pages.style("report.css") + Pages.style("screen.css");
        }

        @Override
        public String chart(Figure figure, String page, double width) {
            String looks = figure.layout() == Figure.Layout.SPARK || width < 300 ? "narrow" : "wide";
            return SvgPictures.of(Pictures.of(figure, width), "p" + pictures++, looks);
        }

        @Override
        public String sign(Icon icon) {
            return SvgPictures.of(Pictures.of(icon), "p" + pictures++, "sign");
        }
    }
}
