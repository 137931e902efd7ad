package mendline.model;

/**
 * One file that was read.
 *
 * @param name path relative to what the user named, with {@code /}
 * @param sha256 hash of the bytes as they lie on disk
 * @param rows data rows in it
 */
public record InputFile(String name, long bytes, String sha256, long rows) {}
