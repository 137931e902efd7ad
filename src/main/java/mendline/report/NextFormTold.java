package mendline.report;

import java.util.List;
import java.util.SortedMap;
import mendline.aggregate.Ratio;
import mendline.aggregate.Topic;
import mendline.model.Period;
import mendline.report.Ledger.Entry;

/** On page 6: whether alliance forms go missing after a dip, in one sentence. */
final class NextFormTold {
    private NextFormTold() {}

    /** Nothing where no dip was followed by another session. */
    static List<Block> of(ReportInput in, Period year, Ledger page) {
        SortedMap<String, Long> forms = in.summary().categories(Topic.NEXT_FORM, year);
        Ratio dip = SetbacksPage.yesNo(forms, "dip");
        Ratio other = SetbacksPage.yesNo(forms, "other");
        if (dip.denominator() == 0) {
            return List.of();
        }
        return List.of(new Block.Note("At the next session the form was filled in after "
                + page.share(new Entry("next_form.dip", "Next form filled in after a dip showed", year), dip)
                + (page.one(dip.denominator()) ? " session" : " sessions")
                + " at which a dip showed, and after "
                + page.share(new Entry("next_form.other", "Next form filled in after other sessions", year), other)
                + " other sessions. Forms that go missing after a dip hide what followed."));
    }
}
