/**
 * The detectors against a practice of which we know everything: simulated exports with the truth beside them, read back and analysed as a
 * report would, then compared. What comes out stands in {@code src/site/markdown/detection-performance.md}.
 */
package mendline.planted;
