package mendline.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import mendline.report.Block;
import mendline.report.Figure;
import mendline.report.Icon;
import org.junit.jupiter.api.Test;

/** Short tables are kept on one sheet; a few rows of many words are no short table. */
class MarkupTest {
    private final Markup markup = new Markup() {
        @Override
        public boolean paper() {
            return true;
        }

        @Override
        public String style() {
            return "";
        }

        @Override
        public String chart(Figure figure, String page, double width) {
            return "";
        }

        @Override
        public String sign(Icon icon) {
            return "";
        }
    };

    private static Block.Table table(int rows, int letters) {
        Block.Row row = new Block.Row(List.of(new Block.Cell.Text("x".repeat(letters), "", false)));
        return new Block.Table(
                "caption", List.of(new Block.Column("column", false, 100)), Collections.nCopies(rows, row));
    }

    @Test
    void aTableOfFewRowsAndFewWordsIsKeptWhole() {
        assertThat(markup.whole(table(14, 100))).isTrue();
        assertThat(markup.whole(table(15, 1))).isFalse();
    }

    @Test
    void aTableOfManyWordsMayBeCut() {
        assertThat(markup.whole(table(10, 200))).isTrue();
        assertThat(markup.whole(table(10, 201))).isFalse();
    }
}
