package mendline.ingest;

import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import mendline.model.Vocabulary;

/** Which rows of one file the profile leaves out: deleted ones, previews of a survey and the like. */
final class LeftOut {
    private final SortedMap<Integer, SortedSet<String>> words = new TreeMap<>();
    private final CellCodes codes;

    LeftOut(String[] names, Profile profile) {
        this.codes = new CellCodes("", profile);
        profile.rows().leaveOut().forEach((header, some) -> {
            for (int i = 0; i < names.length; i++) {
                if (Vocabulary.folded(names[i]).equals(Vocabulary.folded(header))) {
                    words.put(i, some);
                }
            }
        });
    }

    boolean has(RecordReader records) {
        for (SortedMap.Entry<Integer, SortedSet<String>> column : words.entrySet()) {
            String cell = records.cell(column.getKey());
            boolean any = column.getValue().isEmpty();
            if (any ? !codes.missing(cell) : column.getValue().contains(WordCells.comparable(cell))) {
                return true;
            }
        }
        return false;
    }
}
