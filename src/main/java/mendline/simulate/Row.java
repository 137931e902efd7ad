package mendline.simulate;

import java.util.Map;

/**
 * One row of an export.
 *
 * @param day the epoch day on which the row belongs, whatever its date cell says
 * @param cells the cells that are not blank
 */
record Row(int day, Map<Column, String> cells) {}
