/**
 * Synthetic exports of a practice that never existed, with the truth beside them.
 *
 * <p>{@link mendline.simulate.Simulation} writes monthly session files as a practice would export them, with
 * setbacks, alliance dips, ruptures and repairs planted at known sessions, and {@code truth/truth.csv} that says
 * where. The files serve as sample data and as the yardstick for the detectors. Everything comes from one seed: each
 * client has streams of random numbers of its own, one for each concern, so that adding clients, planting more or
 * planting nothing leaves the rest as it was. No clock, no locale and no thread enters the result.
 *
 * <p>A client passes through four steps: {@code CoursePlans} lays appointments on a calendar, {@code Curves} draws
 * what scores would be without noise, {@code Plantings} decides what is planted, and {@code SimulatedClient} turns it
 * into rows. The package knows only the model's words and the columns of an export; it never calls a detector. What
 * it draws resembles a practice in its proportions and supports no claim about therapy.
 */
package mendline.simulate;
