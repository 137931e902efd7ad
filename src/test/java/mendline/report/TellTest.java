package mendline.report;
import org.junit.jupiter.api.Test;
import java.util.*;
class TellTest {
  @Test void tell() {
    Map<String, SampleInput> all = new LinkedHashMap<>();
    all.put("PLENTY", Practices.plenty()); all.put("FEW", Practices.few()); all.put("NOTHING", Practices.nothing()); all.put("UNDATED", Practices.undated());
    all.forEach((name, s) -> { Ledger l = new Ledger(); ReportInput in = s.input();
      for (java.util.function.Supplier<Page> p : List.<java.util.function.Supplier<Page>>of(() -> HeadlinesPage.of(in, l, 7), () -> SummaryTablePage.of(in, l), () -> OutcomesPage.of(in, l), () -> SetbacksPage.of(in, l), () -> RupturesPage.of(in, l)))
        try { System.out.println("==== " + name + "\n" + PageTold.of(p.get())); } catch (RuntimeException e) { System.out.println("==== " + name + " " + e); e.printStackTrace(System.out);} });
  }
}
