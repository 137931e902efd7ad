/**
 * From files to courses: what people export, read once, checked, and kept small.
 *
 * <p>Three steps, each of which loses nothing without saying so. {@link mendline.ingest.SessionExports} finds the
 * files, reads them row by row into a store of primitive columns (scores as hundredths, codes as small whole numbers)
 * and logs every problem; it then settles which dates are believable, sets booked rows and duplicates aside and forms
 * courses. {@link mendline.ingest.SessionData} hands out one course at a time, made from the store when asked for.
 * {@link mendline.ingest.Profiles} and {@link mendline.ingest.MeasureLibrary} read the two kinds of YAML with one
 * small reader that builds no objects from what a file says and knows the line of every mistake.
 *
 * <p>{@link mendline.ingest.ProfileDrafts} goes the other way and drafts a profile from exports that nobody described.
 *
 * <p>Neither file names nor the order of files or rows ever change a course. Cell values never enter a problem. Start
 * with {@link mendline.ingest.SessionExports}.
 */
package mendline.ingest;
