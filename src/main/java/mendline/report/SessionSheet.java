package mendline.report;

import java.util.List;

/**
 * The after-session sheet as data: what is asked of whoever held the session. Each choice is the word of the data contract with spaces for {@code _},
 * so that what is ticked can be typed into the CSV as it stands.
 *
 * @param blanks what is written by hand at the top
 * @param appointment what became of the appointment
 * @param totals scores by measure
 * @param left questions of the left column, below the scores
 * @param right questions of the right column
 * @param keying how the sheet is typed into the CSV
 */
public record SessionSheet(
        String title,
        String subtitle,
        String description,
        List<Blank> blanks,
        List<Question.Pick> appointment,
        List<Total> totals,
        List<Question> left,
        List<Question> right,
        String keying) {

    public SessionSheet {
        blanks = List.copyOf(blanks);
        appointment = List.copyOf(appointment);
        totals = List.copyOf(totals);
        left = List.copyOf(left);
        right = List.copyOf(right);
    }

    /** A line to write on; the width is a share of the sheet in per cent. */
    public record Blank(String words, String column, int width) {}

    /** The total of a measure; without a name the measure is written by hand too. */
    public record Total(String name, String column, String range) {}

    /** Something to tick or circle; {@code column} is the column of the CSV. */
    public sealed interface Question {
        /** What is asked. */
        String words();

        /** A word to tick, or several; short ones stand in one line. */
        record Pick(String words, String column, String hint, boolean inline, List<Choice> choices)
                implements Question {
            public Pick {
                choices = List.copyOf(choices);
            }
        }

        /** A number to circle. */
        record Rating(String words, String column, int least, int most, String low, String high) implements Question {}

        /** A heading with a sentence, before questions that belong together. */
        record Part(String words, String hint) implements Question {}
    }

    /** A word to tick, and what it means where that needs saying. */
    public record Choice(String word, String meaning) {}
}
