package mendline.blackbox;

import java.util.List;

/** What cells, profiles and file names of a careless or hostile world hold. */
final class Nasty {
    static final List<String> CELLS = List.of(
            "",
            " ",
            "0",
            "-1",
            "1e999",
            "99999999999999999999999999",
            "-9223372036854775808",
            "NaN",
            "Infinity",
            "12,5",
            "1.005",
            "0x1F",
            "3-Apr",
            "45231",
            "2026-02-30",
            "0000-00-00",
            "1899-12-31",
            "1900-01-01",
            "9999-12-31",
            "2026-01-05T25:61:00",
            "05/01/2026",
            "1042016",
            "20260105",
            "*",
            "N/A",
            "attended",
            "did_not_attend",
            "treatment",
            "withdrawal",
            "lapse;;relapse;",
            ";;;;",
            "planned",
            "Total",
            "=1+1",
            "@SUM(A1)",
            "+44 20 7946 0018",
            "nora@example.org",
            "Nora Example",
            "943 476 5919",
            "<script>alert(1)</script>",
            "]]>&amp;",
            "\u0000",
            "\u001b[2J",
            "\u202e",
            "\u00a0",
            "\ufeff",
            "\ud800",
            "\ud83d\ude00",
            "\u0130",
            "\"",
            "\"\"",
            "\"a",
            "a\"b",
            "'",
            ",",
            ";",
            "\t",
            "%s%n%d",
            "${jndi:x}",
            "../../etc/passwd",
            "a\\b/c",
            "x".repeat(5_000));

    static final List<String> HEADERS = List.of(
            "client_id",
            "session_date",
            "day",
            "session_number",
            "course_id",
            "attendance",
            "stage",
            "mode",
            "therapist_id",
            "site",
            "referral_date",
            "setback",
            "response",
            "carried_forward",
            "rupture",
            "rupture_source",
            "rupture_intensity",
            "repair",
            "client_stuck",
            "therapist_stuck",
            "course_end",
            "group_x",
            "phq9",
            "gad7",
            "srs",
            "ors",
            "coreom",
            "srs_therapist",
            "",
            "Client Name",
            "measure",
            "date",
            "score");

    static final List<String> VALUES = List.of(
            "",
            "~",
            "null",
            "true",
            "0",
            "-1",
            "1",
            "3",
            "1e308",
            "-1e308",
            "1e-300",
            ".nan",
            ".inf",
            "99999999999999999999",
            "0.5",
            "\"\"",
            "\" \"",
            "x",
            "tab",
            "\"\\t\"",
            "\"\\n\"",
            "\"\\\"\"",
            "utf-8",
            "dmy",
            "[]",
            "{}",
            "[1, 2, 3]",
            "{a: 1}",
            "[[[[]]]]",
            "&a [*a]",
            "*a",
            "!!java.net.URL [x]",
            "!!binary aGVsbG8=",
            "|\n  text\n",
            "2025-13",
            "2026-01",
            "phq9",
            "srs",
            "A",
            "S1",
            "sample",
            "{method: jacobson_truax, reliability: 1, sd: 0}",
            "{method: jacobson_truax, reliability: 0, sd: sample}",
            "{mean: 10, sd: 0}",
            "\"*\"",
            "'%s'",
            "\u0001",
            "y".repeat(3_000));

    static final String PROFILE = """
            name: A practice
            csv: {delimiter: ",", charset: utf-8, decimal: ".", date_order: ymd, header_rows: 1, compact_dates: false}
            files:
              sessions: {match: "*s*"}
              scores: {match: "*score*", columns: {client_id: client_id, date: date, measure: measure, score: score}, measures: {Alliance: srs}}
            columns: {client_id: client_id, session_date: session_date, phq9: phq9}
            values:
              attendance: {DNA: did_not_attend, "5": attended}
              stage: {"1": assessment}
            missing: {default: ["N/A", "Not stated"], phq9: ["99"]}
            suppressed: ["*"]
            measures:
              bdi: {name: BDI-II, min: 0, max: 63, better: lower, kind: outcome, caseness: 14, verified: false, source: manual,
                    reliable_change: {method: jacobson_truax, reliability: 0.93, sd: 10.5}}
              mood: {name: Mood, min: 0, max: 10, better: higher, kind: process, source: ours, verified: false}
            primary_outcome: phq9
            alliance: srs
            outcome: {first: 1, last: 4}
            course: {gap_days: 90, left_truncation: on}
            detection:
              dip: {k: 2.5, window: 5, scale: {srs: 2.4}}
              setback: {rule: S1, window: 6}
            limits: {baseline_to: 2025-12, rebase: [{from: 2026-03, reason: new intake team}]}
            report: {minimum_n: 10, pages: [1, 2, 3], targets: {reliable_recovery: 0.48}, therapist_in_files: true}
            """;

    private Nasty() {}
}
