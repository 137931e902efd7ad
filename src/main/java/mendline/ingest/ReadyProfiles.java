package mendline.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Profiles that come with the program, for the styles of export that many systems write. */
public final class ReadyProfiles {
    private static final String FOLDER = "/mendline/profiles/";

    private ReadyProfiles() {}

    /** What each is for, by name. */
    public static SortedMap<String, String> all() {
        SortedMap<String, String> all = new TreeMap<>();
        all.put("simplepractice-style", "US practice management: appointments, month first; scores in scores*.csv");
        all.put("therapynotes-style", "US practice management whose exports name the client; scores in scores*.csv");
        all.put("jane-style", "allied health: appointments with Arrived, No show, Cancelled");
        all.put("cliniko-style", "allied health: appointments with a column for each kind of attendance");
        all.put("writeupp-style", "allied health: appointments with reasons for discharge");
        all.put("powerdiary-style", "allied health: appointments with Completed, Did Not Arrive, Cancelled");
        all.put("iapt-style", "UK Talking Therapies: appointments with codes for attendance and scores beside them");
        all.put("iapt-tables-style", "UK Talking Therapies: tables of care contacts, coded assessments and referrals");
        all.put("openfit-style", "feedback platforms, one row a session with total ORS and SRS");
        all.put("rom-style", "feedback platforms, one row a questionnaire, beside a file of appointments");
        all.put("mirah-style", "feedback platforms, one row a questionnaire with raw and normalised scores");
        all.put("greenspace-style", "feedback platforms, one row a questionnaire that was sent, completed or not");
        all.put("core-style", "CORE tools: one row a session with CORE-10 and ARM-5");
        all.put("redcap-style", "research databases: one record over several rows, items and totals");
        all.put("qualtrics-style", "survey tools with three header lines");
        all.put("study-style", "research tables by week of treatment, semicolons and decimal commas");
        all.put("openemr-style", "health records: encounters, and a PHQ-9 form of items without a total");
        all.put("fhir-style", "health records: encounters, and questionnaires with one answer a row, LOINC codes");
        all.put("synthea-style", "health records: encounters and observations, LOINC codes");
        all.put("pmhc-style", "Australian minimum data set: service-contacts and K10 files, dates as ddMMyyyy");
        all.put("cyp-style", "UK services for children and young people: events with codes for attendance");
        return Collections.unmodifiableSortedMap(all);
    }

    /** The text of the profile of that name. */
    static Optional<String> text(String name) {
        if (!all().containsKey(name)) {
            return Optional.empty();
        }
        try (InputStream in = ReadyProfiles.class.getResourceAsStream(FOLDER + name + ".yaml")) {
            if (in == null) {
                throw new IllegalStateException("the program was built without the profile " + name);
            }
            return Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
