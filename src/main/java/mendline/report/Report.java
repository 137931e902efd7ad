package mendline.report;

import java.util.List;

/**
 * A whole report as data, before any ink.
 *
 * @param title title of the document
 * @param practice name of the practice, in header and footer
 * @param period the period in words, {@code September 2026}
 * @param asOf "data up to ..." in words
 * @param description one sentence for the document's metadata
 * @param isoDate date that stands for the document's creation, ISO; never the clock
 * @param documentId number made from the inputs, so that equal inputs give equal files
 * @param numbers every number shown
 */
public record Report(
        String title,
        String practice,
        String period,
        String asOf,
        String description,
        String isoDate,
        long documentId,
        List<Page> pages,
        List<FigureRow> numbers) {

    public Report {
        pages = List.copyOf(pages);
        numbers = List.copyOf(numbers);
    }
}
