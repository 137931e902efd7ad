package mendline.ingest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mendline.measure.Measure;
import mendline.model.ProblemCode;

/**
 * Puts the answers of files with one answer a row together into the scores of questionnaires.
 *
 * <p>Answers of one client, measure, day and time are one questionnaire, in whatever files of one layout they stand. Where
 * an item is answered twice, the answer of the file that reaches furthest in time counts; where such answers differ, the
 * item counts as unanswered. Totals are made as from columns of items; a total among the rows is compared with them, and
 * used only where no item is answered.
 */
final class AnswerForms {
    private static final int NONE = ItemScore.NONE;
    private static final int WHOLE = 100;

    /** How the score of a measure is made from the answers. */
    record Making(int key, Measure measure, ItemColumns items, CellCodes codes) {
        /** The place of the total, after those of the items. */
        int total() {
            return items.headers().size();
        }

        /** An answer as the file has it, {@link SessionStore#NO_SCORE} where no item can have it. */
        int answer(long hundredths) {
            return hundredths >= items.least() && hundredths <= items.most() ? (int) hundredths : NONE;
        }
    }

    /** What tells one questionnaire from another. */
    private record Form(int key, int client, int day, int second) {}

    /** An answer, or the total, in hundredths. */
    private record Answer(int record, int file, int place, int value) {}

    private final ScoreRows rows;
    private final FormCounts counts;
    private final Map<Form, List<Answer>> forms = new LinkedHashMap<>();
    private final Map<Integer, Making> makings = new HashMap<>();
    private final Map<Integer, Integer> reach = new HashMap<>();

    AnswerForms(ScoreRows rows, FormCounts counts) {
        this.rows = rows;
        this.counts = counts;
    }

    /** Takes in the answer of a row of the file begun last. */
    void add(Making making, int record, int client, int day, int second, int place, int value) {
        int file = rows.files() - 1;
        makings.put(making.key(), making);
        forms.computeIfAbsent(new Form(making.key(), client, day, second), form -> new ArrayList<>())
                .add(new Answer(record, file, place, value));
        reach.merge(file, day, Math::max);
    }

    /** Makes the scores, once all files are read. */
    void finish() {
        forms.forEach(this::make);
    }

    private void make(Form form, List<Answer> answers) {
        Making making = makings.get(form.key());
        int[] values = new int[making.total() + 1];
        Arrays.fill(values, NONE);
        List<Answer> counted = new ArrayList<>();
        boolean conflict = false;
        for (int place = 0; place < values.length; place++) {
            int here = place;
            List<Answer> latest = latest(
                    answers.stream().filter(answer -> answer.place() == here).toList());
            if (latest.stream().mapToInt(Answer::value).distinct().count() == 1) {
                values[place] = latest.get(0).value();
                counted.add(latest.get(0));
            } else {
                counted.addAll(latest);
            }
            conflict |= answers.stream().anyMatch(answer -> answer.place() == here && answer.value() != values[here]);
        }
        int head = counted.get(0).record();
        for (Answer answer : answers) {
            if (!counted.contains(answer)) {
                rows.duplicateRecord(answer.record());
            } else if (answer.record() != head) {
                rows.follow(answer.record(), head);
            }
        }
        if (conflict) {
            rows.complainOf(head, ProblemCode.DUPLICATE_CONFLICT);
        }
        int score = score(making, head, values);
        if (score != NONE) {
            rows.add(head, form.client(), form.day(), form.second(), form.key(), score);
        }
    }

    private List<Answer> latest(List<Answer> answers) {
        int furthest = answers.stream()
                .mapToInt(answer -> reach.get(answer.file()))
                .max()
                .orElse(0);
        return answers.stream()
                .filter(answer -> reach.get(answer.file()) == furthest)
                .toList();
    }

    /** The score in hundredths; where there is none, the rows are set aside. */
    private int score(Making making, int head, int[] values) {
        ItemScore from = new ItemScore(making.measure(), making.items());
        int total = values[making.total()];
        int made = from.of(item -> values[item]);
        boolean comparable = made != NONE && made != ItemScore.PARTIAL && total != NONE;
        boolean differs =
                comparable && 2L * Math.abs(total - made) >= making.measure().step();
        counts.add(rows.keys().get(making.key()), FormCounts.Form.of(made != NONE, comparable, differs));
        int score = made == NONE ? total : made;
        if (score == NONE || score == ItemScore.PARTIAL) {
            if (score == ItemScore.PARTIAL) {
                rows.complainOf(head, ProblemCode.PARTIAL_ITEMS);
            }
            rows.setRecordAside(head, ProblemCode.BAD_SCORE, "");
            return NONE;
        }
        if (score % WHOLE == 0 && making.codes().ownMissing(Integer.toString(score / WHOLE))) {
            rows.setRecordAside(head, ProblemCode.MISSING_SCORE, "");
            return NONE;
        }
        if (made != NONE && from.prorated()) {
            rows.complainOf(head, ProblemCode.SCORE_PRORATED);
        }
        if (ScoreCell.zeroIsUnlikely(making.measure())) {
            counts.addNeverZero();
            if (score == 0) {
                rows.complainOf(head, ProblemCode.ZERO_SCORE);
            }
        }
        if (differs) {
            rows.complainOf(head, ProblemCode.TOTAL_DIFFERS);
        }
        return score;
    }
}
