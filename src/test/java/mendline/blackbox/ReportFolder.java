package mendline.blackbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** A report's folder as a reader of its files finds it. */
record ReportFolder(Path path) {
    /** Hashes of all files by their path in the folder, with {@code /}. */
    SortedMap<String, String> hashes() {
        SortedMap<String, String> hashes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(path)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                hashes.put(path.relativize(file).toString().replace('\\', '/'), sha256(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return hashes;
    }

    /** How many files there are; 0 where the folder goes away meanwhile. */
    int count() {
        try (Stream<Path> files = Files.walk(path)) {
            return (int) files.filter(Files::isRegularFile).count();
        } catch (IOException | UncheckedIOException e) {
            return 0;
        }
    }

    static String sha256(Path file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    String text(String file) {
        try {
            return Files.readString(path.resolve(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String header(String file) {
        return text(file).lines().findFirst().orElseThrow();
    }

    List<Map<String, String>> rows(String file) {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (Reader reader = Files.newBufferedReader(path.resolve(file), StandardCharsets.UTF_8);
                CSVParser parser =
                        CSVParser.builder().setReader(reader).setFormat(format).get()) {
            List<Map<String, String>> rows = new ArrayList<>();
            parser.forEach(row -> rows.add(row.toMap()));
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonNode manifest() {
        try {
            return new ObjectMapper().readTree(path.resolve("manifest.json").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The id that tells a PDF from every other one. */
    String documentId(String file) {
        try (PDDocument document = Loader.loadPDF(path.resolve(file).toFile())) {
            return document.getDocument().getDocumentID().toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String pdfText(String file) {
        try (PDDocument document = Loader.loadPDF(path.resolve(file).toFile())) {
            return new PDFTextStripper().getText(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a browser shows of the HTML report: no tags, styles or embedded pictures. */
    String htmlText() {
        return text("report.html")
                .replaceAll("(?s)<style.*?</style>|<head.*?</head>", " ")
                .replaceAll("(?s)<[^>]*>", " ");
    }

    /** Numbers of the report that say nothing of how many rows were read or set aside. */
    List<Map<String, String>> figuresButRows() {
        return rows("figures.csv").stream()
                .filter(row -> !row.get("page").equals("data_quality")
                        && !row.get("figure_id").matches(".*(rows|set_aside).*"))
                .toList();
    }
}
