/**
 * The command line: arguments, files and exit codes.
 *
 * <p>Each command turns its arguments into calls of the earlier packages and their result into an exit code; nothing is calculated here. The
 * only package that touches the terminal, and the only one that decides where output lies: {@link mendline.cli.OutputFolder} writes a report
 * whole or not at all. Whatever a user can cause ends in one sentence on the error stream; stack traces are shown on request only. Start with
 * {@link mendline.cli.ReportCommand}.
 */
package mendline.cli;
