package mendline.ingest;

import java.util.ArrayList;
import java.util.List;

/** Reads the columns of groups from the rows of session files, and writes them into the store. */
final class GroupCells {
    private final Profile profile;
    private final SessionStore store;
    private final List<GroupCell> cells = new ArrayList<>();

    private record GroupCell(int index, CodeCell cell, IntColumn values, Dictionary names) {}

    GroupCells(Profile profile, SessionStore store) {
        this.profile = profile;
        this.store = store;
    }

    /** Goes on with another file. */
    void begin(Header header) {
        cells.clear();
        header.groups().forEach((group, index) -> {
            IntColumn values = store.group(group);
            cells.add(new GroupCell(index, new CodeCell(group, profile), values, store.groupWords.get(group)));
        });
    }

    /** Writes the groups of a record into a row of the store. */
    void write(RecordReader record, int row, ScoreCell.Problems problems) {
        for (GroupCell group : cells) {
            String text = record.cell(group.index());
            group.values().set(row, group.cell().read(text, group.index(), group.names(), problems));
        }
    }
}
