/**
 * Ink: the report as data becomes PDF, HTML, PNG and CSV files.
 *
 * <p>{@link mendline.render.Ink} writes everything that a {@link mendline.report.Report} holds; {@link
 * mendline.render.PdfReports},
 * {@link mendline.render.HtmlReports} and {@link mendline.render.ChartFiles} write a part of it. One template
 * (src/main/jte) feeds PDF and
 * HTML; only the element that carries a picture differs. A chart becomes a {@code Picture}, which draws itself on any
 * {@link java.awt.Graphics2D}: into the PDF page as vectors, into SVG for the HTML, onto pixels for the PNG. JFreeChart
 * supplies axes,
 * grid, clipping and coordinates; {@code Marks} draws the marks. {@code Looks} is the one place that knows colours and
 * sizes,
 * {@code Fonts} the one place that knows the typeface.
 *
 * <p>Nothing here calculates: what a picture shows stands in the figure and goes to the CSV beside it unchanged.
 * Nothing here reads a
 * clock or a random number, so equal reports give equal bytes.
 */
package mendline.render;
