package mendline.ingest;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import mendline.model.ProblemCode;

/** What is wrong with the cells of the row that is being read, until it is known whether the row stands. */
final class CellProblems implements ScoreCell.Problems {
    private final List<CellProblem> problems = new ArrayList<>();

    /** @param wrongKind whether the cell holds something that its column cannot hold at all, as a shifted row would */
    record CellProblem(ProblemCode code, int index, boolean wrongKind) {}

    /** Whether the cell in one place would fit the column in another. */
    interface Fit {
        boolean fits(int cell, int column);
    }

    void clear() {
        problems.clear();
    }

    @Override
    public void add(ProblemCode code, int index, boolean wrongKind) {
        problems.add(new CellProblem(code, index, wrongKind));
    }

    int size() {
        return problems.size();
    }

    List<CellProblem> all() {
        return Collections.unmodifiableList(problems);
    }

    /** Whether two neighbouring cells do not fit their columns, but one of them fits the other's column. */
    boolean showAShift(Fit fit) {
        for (CellProblem left : problems) {
            for (CellProblem right : problems) {
                if (left.wrongKind()
                        && right.wrongKind()
                        && right.index() == left.index() + 1
                        && (fit.fits(right.index(), left.index()) || fit.fits(left.index(), right.index()))) {
                    return true;
                }
            }
        }
        return false;
    }
}
