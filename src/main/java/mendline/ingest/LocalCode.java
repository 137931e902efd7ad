package mendline.ingest;

/**
 * A code given here in place of an id that looks like a name.
 *
 * @param column the contract's name of the column
 * @param original what the export has; must go nowhere but into the code list
 */
public record LocalCode(String column, String code, String original) {
    @Override
    public String toString() {
        return column + " " + code;
    }
}
