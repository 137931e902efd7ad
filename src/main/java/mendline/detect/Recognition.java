package mendline.detect;

import mendline.model.RuptureSource;

/**
 * Whether a session that one source was asked about and that has an alliance score shows a rupture, a dip, both or
 * neither.
 *
 * @param recorded a rupture was written down, or the session lies in a dip and one was written down within one session
 * @param dip the session lies in a dip, or has a rupture and a dip runs within one session
 */
public record Recognition(Moment at, RuptureSource source, boolean recorded, boolean dip) {}
