/** The program from outside: exports in, exit code and files out, through nothing but the command line. */
package mendline.blackbox;
