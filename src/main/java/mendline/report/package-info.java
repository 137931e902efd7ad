/**
 * What is said: the report as data, before any ink.
 *
 * <p>Summaries come in; sentences, tables and charts as data go out, together with the list of every number shown. All small-number rules
 * are applied here, in one place, and all sentences are made here. Nothing here draws, and whoever draws cannot calculate: the drawing
 * stage sees only these types. Start with {@link mendline.report.Report} and {@link mendline.report.Figure}.
 */
package mendline.report;
