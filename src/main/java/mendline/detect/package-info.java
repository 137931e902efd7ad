/**
 * What happened in one course: setbacks, ruptures, repairs, alliance dips, sudden gains and losses, outcome and shape.
 *
 * <p>Everything is a pure function of one {@link mendline.model.Course} and the run's {@link
 * mendline.detect.Instruments}; whatever depends on the order of events is finished here, so that only order-free facts
 * go on. Two passes: a first one tallies the sample's scale of differences, a second one finds episodes. The simulation
 * of what noise alone would give runs the same detectors on simulated copies of a course, with a seed made from the
 * course's own ids. Start with {@link mendline.detect.CourseFindings}.
 */
package mendline.detect;
