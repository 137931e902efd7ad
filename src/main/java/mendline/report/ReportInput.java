package mendline.report;

import java.util.List;
import java.util.Optional;
import mendline.aggregate.ExpectedByChance;
import mendline.aggregate.PracticeSummary;
import mendline.detect.Instruments;
import mendline.model.Intake;
import mendline.model.Period;
import mendline.model.ReportSettings;

/**
 * Everything a report is made of.
 *
 * @param previous the monthly figures of the report before this one, where it lies in the same folder
 * @param before what reports beside this one show, where the scheme of suppression is on
 * @param program name and version
 * @param configuration the settings, as printed on the last page
 * @param documentId number made from inputs, configuration and version
 */
public record ReportInput(
        Period period,
        Intake intake,
        Instruments instruments,
        PracticeSummary summary,
        ExpectedByChance chance,
        ReportSettings settings,
        Optional<PreviousFigures> previous,
        ShownBefore before,
        String program,
        List<Setting> configuration,
        long documentId) {

    public ReportInput {
        configuration = List.copyOf(configuration);
    }

    Windows windows() {
        return Windows.of(period, intake);
    }
}
